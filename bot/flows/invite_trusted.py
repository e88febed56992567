"""Invite somebody: what the patient calls them, what they may; then a code that works once, to be handed on."""

from bot.domain import trusted
from bot.engine import flow, inputs, messages
from bot.flows import asides, trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.INVITE)

USUAL = ("partner", "parent", "friend", "carer")
SCOPES: dict[str, trusted.Scope] = {"summary": "summary", "log": "log"}


@FLOW.start(to=("who", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask who it is, where there is room for one more."""
    kept = turn.store.trusted
    waiting = [each for each in kept.invitations.all() if each.expires_at > turn.now]
    if len(kept.grants.all()) + len(waiting) >= trusted.MOST_PEOPLE:
        full = turn.text("invite_trusted-full", most=trusted.MOST_PEOPLE)
        return flow.Done((messages.Say(full, buttons=((trusted_lines.hub_button(turn),),)),))
    return flow.Goto("who")


def _ask_who(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("invite_trusted-who"), turn.choice_rows("invite_trusted-who", USUAL, per_row=2)
    )


@asides.step(FLOW, "who", inputs.Words(), to=("scope",), ask=_ask_who)
def who(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what the patient calls them."""
    del turn
    if len(" ".join(answer.text.split())) > trusted.LONGEST_NAME:
        return flow.Again("setting-name-long")
    return flow.Goto("scope")


def _ask_scope(turn: Turn) -> flow.Prompt:
    rows = turn.choice_rows("invite_trusted-scope", tuple(SCOPES))
    return flow.Prompt(turn.text("invite_trusted-scope", name=_name(turn)), rows)


@FLOW.step("scope", inputs.Pick(), to=("done",), ask=_ask_scope)
def scope(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Make the code: shown once, kept only as a hash."""
    code, name = _new_code(turn), _name(turn)
    invitation = trusted.Invitation(
        turn.new_id(),
        name,
        SCOPES[answer.choice or "summary"],
        turn.now,
        turn.now + trusted.CODE_FOR,
        turn.code_hash(code),
    )
    turn.store.trusted.invitations.add(invitation)
    return flow.Done(_handed(turn, invitation, code))


def _new_code(turn: Turn) -> str:
    """Make a code that is no call for help to read: of some ten thousand one is, for "DKA" stands in it."""
    while True:
        code = trusted.new_code()
        ways = (code, code.replace("-", ""), trusted.start_link(turn.bot_username, code))
        if all(turn.reads.alert(way).kind == "none" for way in ways):
            return code


def _handed(turn: Turn, invitation: trusted.Invitation, code: str) -> tuple[messages.Say, ...]:
    """Tell the patient about the code, and write the message they can hand on as it is."""
    until = turn.say_moment(invitation.expires_at)
    may = turn.text(f"trusted-may.{invitation.scope}")
    drop = trusted_lines.button(turn, trusted_lines.DROP, invitation.name, invitation.id)
    told = turn.text("invite_trusted-made", name=invitation.name, until=until, may=may)
    link = trusted.start_link(turn.bot_username, code)
    hand_on = turn.text(f"invite_trusted-hand_on.{'link' if link else 'code'}", code=code, link=link)
    return (messages.Say(told, buttons=((drop,),)), messages.Say(hand_on))


def _name(turn: Turn) -> str:
    answer = turn.answered("who")
    if answer is None:
        return ""
    name = " ".join(answer.text.split())
    return name[:1].lower() + name[1:] if answer.choice else name
