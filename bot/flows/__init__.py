"""What a person does: one file for each conversation. ``CATALOGUE`` lists them; a new flow is one line here."""

from bot.content import wording
from bot.engine import catalogue, flow
from bot.flows import (
    add_to_update,
    add_visit,
    after,
    after_promise,
    after_record,
    after_visit,
    agree,
    answer_reminder,
    calendar_file,
    case_reminder,
    cases,
    change_case,
    change_visit,
    checkin,
    checkin_reminder,
    close_case,
    correct_update,
    energy,
    export,
    fix_update,
    forget,
    handover,
    help,  # noqa: A004  the flow is named after what the patient asks for
    history,
    log_call,
    log_symptom,
    open_case,
    own_reminder,
    pause,
    privacy,
    questions,
    quick_update,
    rehearse,
    remind_me,
    reminders,
    routing,
    say,
    settings,
    setup,
    small_talk,
    summary,
    undo_update,
    urgent,
    visit_reminder,
    visits,
    welcome,
    why,
)
from bot.flows.turn import Turn

FLOWS: tuple[flow.Flow[Turn], ...] = (
    welcome.FLOW,
    agree.FLOW,
    setup.FLOW,
    quick_update.FLOW,
    small_talk.FLOW,
    undo_update.FLOW,
    fix_update.FLOW,
    add_to_update.FLOW,
    correct_update.FLOW,
    log_symptom.FLOW,
    checkin.FLOW,
    checkin_reminder.FLOW,
    visits.FLOW,
    add_visit.FLOW,
    change_visit.FLOW,
    calendar_file.FLOW,
    visit_reminder.FLOW,
    after.FLOW,
    after_visit.FLOW,
    after_promise.FLOW,
    after_record.FLOW,
    questions.FLOW,
    say.FLOW,
    rehearse.FLOW,
    why.FLOW,
    history.FLOW,
    cases.FLOW,
    open_case.FLOW,
    log_call.FLOW,
    change_case.FLOW,
    close_case.FLOW,
    case_reminder.FLOW,
    summary.FLOW,
    remind_me.FLOW,
    reminders.FLOW,
    own_reminder.FLOW,
    answer_reminder.FLOW,
    pause.FLOW,
    settings.FLOW,
    energy.FLOW,
    urgent.FLOW,
    privacy.FLOW,
    export.FLOW,
    handover.FLOW,
    forget.FLOW,
    help.FLOW,
)

COMMANDS = {
    "start": welcome.FLOW.name,
    "log": log_symptom.FLOW.name,
    "checkin": checkin.FLOW.name,
    "summary": summary.FLOW.name,
    "visits": visits.FLOW.name,
    "visit": add_visit.FLOW.name,
    "questions": questions.FLOW.name,
    "after": after.FLOW.name,
    "say": say.FLOW.name,
    "rehearse": rehearse.FLOW.name,
    "why": why.FLOW.name,
    "history": history.FLOW.name,
    "cases": cases.FLOW.name,
    "remind": remind_me.FLOW.name,
    "reminders": reminders.FLOW.name,
    "pause": pause.FLOW.name,
    "energy": energy.FLOW.name,
    "settings": settings.FLOW.name,
    "urgent": urgent.FLOW.name,
    "privacy": privacy.FLOW.name,
    "export": export.FLOW.name,
    "data": handover.FLOW.name,
    "forget": forget.FLOW.name,
    "help": help.FLOW.name,
}
"""What is typed behind a slash; the menu in the chat shows those with a wording ``command-<name>``."""

SPOKEN = ("back", "skip", "stop", "go_on", "help", "urgent", "summary", "log", "visits", "cases")


def make_catalogue(words: wording.Wording) -> catalogue.Catalogue[Turn]:
    """Tell the engine about our flows, with the words of one language."""
    spoken = {said.strip(): name for name in SPOKEN for said in words.text(f"spoken-{name}").split(",")}
    return catalogue.Catalogue({each.name: each for each in FLOWS}, COMMANDS, spoken, routing.route)


def menu(words: wording.Wording) -> list[tuple[str, str]]:
    """List the commands for Telegram's menu, as (name, description)."""
    return [(name, words.text(f"command-{name}")) for name in COMMANDS if words.has(f"command-{name}")]
