"""/why: why is it like this. Pick a topic or ask in words; a card explains it and says where the line is."""

from bot.domain import explainers, scripts
from bot.engine import flow, inputs
from bot.flows import asides, explainer_cards, pages, script_finding, words_request
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](explainer_cards.WHY, waits=flow.A_WHILE)

PAGE, LOST = "page", "lost"
ELSEWHERE = tuple(each for each in asides.ELSEWHERE if each != "why")


@FLOW.start(to=("topic", "done"))
def start(turn: Turn) -> flow.Next:
    """Show the explainer that is named or asked for, else the topics."""
    subject = turn.subject.strip()
    found = turn.library.explainers().explainer(subject) or _asked(turn, subject)
    if found:
        return flow.Done((explainer_cards.card(turn, found, more=turn.choice == explainer_cards.MORE),))
    if subject:
        turn.answers[LOST] = True
    return flow.Goto("topic")


def _ask_topic(turn: Turn) -> flow.Prompt:
    key = "why-lost" if turn.answers.get(LOST) else "why-topic"
    every = turn.library.explainers().explainers
    choices = [inputs.Choice(each.id, each.title) for each in every]
    return flow.Prompt(turn.text(key), pages.rows(turn, choices, turn.answers.get(PAGE, 0)))


@FLOW.step("topic", inputs.Words(anything=True), to=("topic", "done", *ELSEWHERE), ask=_ask_topic)
def on_topic(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Explain what was picked or typed."""
    if answer.choice == pages.MORE:
        turn.answers[PAGE] = turn.answers.get(PAGE, 0) + 1
        return flow.Goto("topic")
    wanted = answer.choice or ""
    found = turn.library.explainers().explainer(wanted) or _asked(turn, answer.text)
    if found:
        return flow.Done((explainer_cards.card(turn, found),))
    elsewhere = asides.aside(turn, FLOW.name, "topic")
    if elsewhere is None:
        turn.answers[LOST] = True
    return elsewhere or flow.Goto("topic")


def _asked(turn: Turn, text: str) -> explainers.Explainer | None:
    """Find what explains a question: by its topic, else by what it describes. Harm comes before any topic."""
    shelf = turn.library.explainers()
    described = turn.reads.situations(text) if text else ()
    if script_finding.is_harm(described):
        return shelf.explainer(scripts.HARM)
    named = words_request.topic_of(text)
    if named:
        return shelf.explainer(named)
    return next((found for each in described if (found := shelf.explainer(each))), None)
