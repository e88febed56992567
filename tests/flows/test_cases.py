"""Cases, told by a patient: opened from a line, a script, a photo; calls in one line; dates that are not invented."""

from datetime import date

import pytest

from bot.domain import cases
from tests.support.journey import Journey, Patient

DENIED = "insurance denied my mri ref 8841, appeal by march 20"


def kept(patient: Patient) -> list[cases.Case]:
    return [
        case for store in patient.store() for case in sorted(store.cases.all(), key=lambda c: c.opened_at)
    ]


def only(patient: Patient) -> cases.Case:
    (case,) = kept(patient)
    return case


def with_case(journey: Journey, text: str = DENIED) -> Patient:
    robin = journey.patient()
    robin.says(text)
    robin.sees("I opened a case")
    return robin


# Opening


def test_one_line_opens_a_case_and_everything_in_it_is_said_back(journey: Journey) -> None:
    robin = with_case(journey)
    shown = robin.sees("Insurance said no: MRI")
    for said in ("Day 1. Your move.", "Friday 20 March (18 days left)", "8841"):
        assert said in shown.plain
    case = only(robin)
    assert (case.kind, case.barrier, case.about, case.deadline) == (
        "denial",
        "insurance_denial",
        "MRI",
        date(2026, 3, 20),
    )
    assert case.told == DENIED
    assert robin.entries() == []


def test_undo_takes_the_case_back_and_the_words_stay_in_the_log(journey: Journey) -> None:
    robin = with_case(journey)
    opened = robin.screen[-1]
    robin.presses("Undo")
    robin.sees("Deleted: Insurance said no: MRI")
    robin.press_data(next(f"/cases:{case.id}:undo" for case in kept(robin)), opened)
    assert [entry.text for entry in robin.entries()] == [DENIED]
    robin.presses("Bring it back")
    robin.sees("It is back.")
    assert only(robin).state == "open"


def test_a_message_that_also_says_how_they_are_is_logged_too(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 8 all day, insurance denied my botox ref 8841")
    robin.sees("Migraine: 8 of 10")
    robin.sees("I opened a case")
    (entry,) = robin.entries()
    assert only(robin).entry_ids == (entry.id,)


def test_what_is_not_certain_is_an_update_with_one_tap_to_keep_track_of_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("prior auth for humira is still not approved")
    assert kept(robin) == []
    card = robin.screen[-1]
    data = next(b.press for b in card.buttons if b.label == "Keep track of this")
    robin.presses("Keep track of this")
    robin.sees("Waiting for approval: humira")
    assert robin.can_press("Fix")
    assert not robin.can_press("Keep track of this")
    robin.press_data(data, card)
    robin.sees("You have this one open.")
    case = only(robin)
    assert (case.kind, case.move) == ("authorization", "theirs")
    assert case.entry_ids == (robin.entries()[0].id,)


@pytest.mark.parametrize(
    "text",
    [
        "migraine 7, took suma",
        "what do i say when they denied my mri?",
        "he touched me and hurt me on purpose",
    ],
)
def test_updates_questions_and_harm_open_no_case_by_themselves(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    assert kept(robin) == []
    assert not robin.can_press("Keep track")


def test_an_emergency_comes_before_any_case(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("crushing chest pain cant breathe, insurance denied my mri ref 8841")
    assert kept(robin) == []


def test_asked_for_without_more_the_kind_is_picked_or_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/cases")
    robin.sees("No case is open")
    robin.presses("Open a case")
    robin.presses("A bill")
    assert only(robin).kind == "bill"
    robin.says("open a case")
    robin.says("lost referral to rheumatology ref 77-1")
    assert [case.kind for case in kept(robin)] == ["bill", "referral"]


def test_what_is_typed_at_the_question_goes_where_it_belongs(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("open a case")
    robin.says("migraine 7, took suma")
    robin.sees("Migraine: 7 of 10")
    robin.sees("What is it about?")
    robin.says("my landlord took the ramp away")
    case = only(robin)
    assert (case.kind, case.title) == ("other", "my landlord took the ramp away")


def test_a_photo_with_a_caption_opens_a_case_that_holds_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.sends_photo("cigna denied my ivig claim # 99-1234-A appeal by april 1")
    robin.sees("1 message or photo is kept with it")
    (entry,) = robin.entries()
    case = only(robin)
    assert (case.entry_ids, case.reference, case.with_whom) == ((entry.id,), "99-1234-A", "Cigna")
    assert entry.attachments


def test_a_photo_without_such_words_stays_an_update(journey: Journey) -> None:
    robin = journey.patient()
    robin.sends_photo("my rash today")
    assert kept(robin) == []


def test_a_script_opens_its_case_once(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/cases")
    shown = robin.screen[-1]
    for _ in range(2):
        robin.press_data("/open_case:claim_denied:script", shown)
    script = "/open_case:insurance_denial:barrier"
    robin.press_data(script, shown)
    if not kept(robin):
        pytest.fail("nothing opened")
    robin.press_data(script, shown)
    robin.sees("You have this one open.")
    assert len([case for case in kept(robin) if case.barrier == "insurance_denial"]) == 1
    robin.presses("Open another one")
    assert len([case for case in kept(robin) if case.barrier == "insurance_denial"]) == 2


def test_the_same_case_told_again_only_learns_what_is_new(journey: Journey) -> None:
    robin = with_case(journey, "insurance denied my mri, appeal by march 20")
    robin.says("aetna denied my mri, appeal by march 25")
    robin.sees("I added what is new")
    case = only(robin)
    assert (case.deadline, case.with_whom) == (date(2026, 3, 25), "insurance")
    robin.says("start my denial case")
    robin.sees("You have this one open.")
    assert len(kept(robin)) == 1


# Calls


def test_a_call_is_one_line_and_what_was_promised_becomes_the_next_note(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Log a call")
    robin.says("called, ana, ref 553, still in review, call back friday")
    shown = robin.sees("Noted.")
    assert "Waiting for insurance" in shown.plain
    assert "I will remind you on Friday 6 March." in shown.plain
    assert "Monday 2 March: Ana, ref 553, still in review" in shown.plain
    call = only(robin).calls[0]
    assert (call.who, call.reference, call.said, call.then) == (
        "Ana",
        "553",
        "still in review",
        "call back friday",
    )


def test_a_call_told_loosely_finds_its_case_by_reference_or_name_else_is_asked(journey: Journey) -> None:
    robin = with_case(journey)
    robin.says("aetna rejected my botox claim # 5512")
    robin.says("called about ref 8841, they need the notes")
    assert [len(case.calls) for case in kept(robin)] == [1, 0]
    robin.says("spoke with jo at aetna, still pending")
    assert [len(case.calls) for case in kept(robin)] == [1, 1]
    robin.says("called them, on hold 50 min, hung up")
    robin.sees("Which case is that about?")
    robin.presses("None of these")
    assert [len(case.calls) for case in kept(robin)] == [1, 1]
    assert robin.entries()[-1].text == "called them, on hold 50 min, hung up"


def test_without_a_case_a_call_is_an_update(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("called the clinic, ana, call back friday")
    assert len(robin.entries()) == 1


def test_a_reply_to_the_card_is_a_call(journey: Journey) -> None:
    robin = with_case(journey)
    robin.says("ana, they approved it", reply_to=robin.screen[-1])
    assert only(robin).calls[0].said == "they approved it"


def test_step_by_step_every_step_can_be_skipped(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Log a call")
    robin.presses("Step by step")
    robin.says("Ana")
    robin.presses("Skip")
    robin.presses("They need something")
    robin.says("i send the notes by thursday")
    case = only(robin)
    assert (case.calls[0].who, case.calls[0].said, case.move) == ("Ana", "They need something", "mine")
    assert case.follow_on == date(2026, 3, 5)
    robin.presses("Log a call")
    robin.presses("Step by step")
    for _ in range(4):
        robin.presses("Skip")
    robin.sees("Monday 2 March: a call")


def test_a_call_taken_back_goes_once_however_often_it_is_pressed(journey: Journey) -> None:
    robin = with_case(journey)
    for line in ("ana, still pending", "jo, still pending"):
        robin.presses("Log a call")
        robin.says(line)
    last = robin.screen[-1]
    undo = next(b.press for b in last.buttons if b.label == "Undo")
    robin.press_data(undo, last)
    robin.sees("That call is taken off")
    robin.press_data(undo, last)
    assert [call.who for call in only(robin).calls] == ["Ana"]


def test_an_update_typed_in_place_of_a_call_goes_into_the_log(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Log a call")
    robin.says("migraine 7, took suma")
    robin.sees("Migraine: 7 of 10")
    robin.sees("How did it go?")
    assert only(robin).calls == ()


# Dates


def test_a_rule_is_counted_from_the_letter_and_says_that_the_letter_wins(journey: Journey) -> None:
    robin = with_case(journey, "start my denial case")
    robin.presses("Last day")
    robin.sees("Your letter's date wins.")
    robin.presses("Appeal to the plan")
    robin.sees("What is the date on the letter?")
    robin.says("feb 20")
    shown = robin.sees("Wednesday 19 August")
    assert "from the rule “Appeal to the plan”. Your letter's date wins." in shown.plain
    robin.presses("Last day")
    robin.says("april 1")
    case = only(robin)
    assert (case.deadline, case.deadline_from) == (date(2026, 4, 1), "letter")


def test_a_rule_without_the_letters_date_gives_no_date(journey: Journey) -> None:
    robin = with_case(journey, "start my denial case")
    robin.presses("Last day")
    robin.presses("Appeal to the plan")
    robin.presses("Skip")
    robin.sees("180 days from the date on your letter")
    assert only(robin).deadline is None


def test_where_the_letters_date_is_known_no_rule_is_offered(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Last day")
    robin.sees("your letter's date wins")
    assert not robin.can_press("Appeal to the plan")


def test_rules_are_those_of_where_the_patient_lives(journey: Journey) -> None:
    kim = journey.patient("Kim", locale="en-GB")
    kim.says("start my denial case")
    kim.presses("Last day")
    assert kim.can_press("Financial Ombudsman")
    assert not kim.can_press("Medicaid")
    lou = journey.patient("Lou", locale="en-NZ")
    lou.says("start my denial case")
    lou.presses("Last day")
    lou.sees("I know no rule for this where you live")


def test_where_nobody_knows_where_the_patient_lives_the_rules_are_a_tap_away(journey: Journey) -> None:
    ida = journey.patient("Ida", locale="en")
    ida.says("start my denial case")
    ida.presses("Last day")
    ida.presses("US rules")
    ida.presses("Appeal to the plan")
    ida.presses("Today")
    ida.sees("Saturday 29 August")


def test_days_that_cannot_be_are_asked_again_kindly(journey: Journey) -> None:
    robin = with_case(journey, "start my denial case")
    robin.presses("Last day")
    robin.says("feb 1 2026")
    robin.sees("That day is over")
    robin.presses("Appeal to the plan")
    robin.says("april 1 2026")
    robin.sees("still to come")
    robin.says("march 1 2025")
    robin.sees("By that rule the day is over")


# The card


def test_each_part_can_be_put_right(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Fix a part")
    for button, text in (("What about", "the knee MRI"), ("Reference", "AB-1"), ("With whom", "Aetna")):
        robin.presses("More") if robin.can_press("More") else None
        robin.presses(button)
        robin.says(text)
        robin.sees("Changed.")
    case = only(robin)
    assert (case.about, case.reference, case.with_whom) == ("the knee MRI", "AB-1", "Aetna")
    robin.presses("More")
    robin.presses("What kind")
    robin.presses("A bill")
    assert only(robin).title == "A bill: the knee MRI"
    robin.presses("More")
    robin.presses("Next step")
    robin.presses("They check it, and hold the bill.")
    assert only(robin).move == "theirs"


def test_a_note_and_a_photo_are_kept_with_the_case(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Log a call")
    robin.presses("Nobody answered")
    robin.presses("More")
    robin.presses("Note or photo")
    robin.sends_photo()
    robin.says("stop")
    robin.presses("More")
    robin.presses("Note or photo")
    robin.says("the letter came today")
    assert only(robin).entry_ids == tuple(entry.id for entry in robin.entries())
    assert len(robin.entries()) == 2


def test_deleted_it_is_gone_after_a_day_and_not_before(journey: Journey) -> None:
    robin = with_case(journey)
    robin.says("/cases")
    robin.presses("Insurance said no")
    robin.presses("More")
    robin.presses("Delete")
    card = robin.screen[-1]
    robin.says("/reminders")
    robin.does_not_see("MRI")
    journey.wait(hours=23)
    assert len(kept(robin)) == 1
    journey.wait(hours=2)
    assert kept(robin) == []
    robin.presses("Bring it back", on=card)
    robin.sees("no longer here")


def test_closing_says_it_kindly_and_offers_thanks_only_after_a_yes(journey: Journey) -> None:
    robin = with_case(journey)
    robin.says("/cases")
    robin.presses("Insurance said no")
    robin.presses("Close it")
    robin.presses("No again")
    robin.sees("That is hard")
    assert not robin.can_press("thanks")
    robin.presses("Open the next step")
    robin.presses("Log a call")
    robin.presses("They said yes")
    robin.presses("Close it")
    robin.presses("They said yes")
    robin.presses("Words of thanks")
    robin.sees("Someone fought for me")
    robin.says("/cases")
    robin.presses("Closed ones")
    robin.sees("They said yes")
    robin.presses("Insurance said no")
    robin.presses("Open it again")
    robin.sees("It is open again.")


def test_a_case_of_harm_keeps_to_facts(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/cases")
    robin.press_data("/open_case:harm_or_abuse:barrier", robin.screen[-1])
    case = only(robin)
    assert (case.kind, case.is_factual) == ("complaint", True)
    robin.press_data(f"/cases:{case.id}:card", robin.screen[-1])
    assert not robin.can_press("Why")
    robin.presses("Words")
    robin.sees("Which is closest?")
    robin.press_data(f"/close_case:{case.id}", robin.screen[-1])
    robin.presses("Sorted out")
    assert not robin.can_press("thanks")
    for shown in robin.screen:
        assert "together" not in shown.plain.casefold()
        assert "same side" not in shown.plain.casefold()


def test_the_list_goes_by_pages_the_most_pressing_first(journey: Journey) -> None:
    robin = journey.patient()
    for number in range(8):
        robin.says(f"insurance denied my scan{number} ref 77{number}1")
    robin.says(DENIED)
    robin.says("/cases")
    shown = robin.sees("Your cases")
    assert shown.plain.splitlines()[1].startswith("• Insurance said no: MRI")
    assert robin.can_press("More (1 of 2)")
    robin.presses("More (1 of 2)")
    robin.presses("More (2 of 2)")
    robin.sees("MRI")


def test_foggy_the_card_and_the_call_are_a_few_buttons(journey: Journey) -> None:
    robin = with_case(journey)
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("my cases")
    robin.presses("Insurance said no")
    assert len(robin.screen[-1].plain) < 200
    robin.presses("Log a call")
    assert not robin.can_press("Step by step")
    robin.presses("Still being looked at")
    assert only(robin).move == "theirs"


@pytest.mark.parametrize(
    "choice", ["card", "more", "calls", "mine", "theirs", "undo", "delete", "reopen", "u1"]
)
def test_buttons_of_a_case_that_is_gone_are_met_kindly(journey: Journey, choice: str) -> None:
    robin = with_case(journey)
    robin.press_data(f"/cases:0000000000000000:{choice}", robin.screen[-1])
    robin.sees("no longer here")
    for name in ("log_call", "change_case", "close_case", "case_reminder"):
        robin.press_data(f"/{name}:0000000000000000:{choice}", robin.screen[-1])
        robin.sees("no longer here")


STEPS = {
    "what": ("/open_case", "What is it about?"),
    "line": ("/log_call:{id}", "How did it go?"),
    "kind": ("/change_case:{id}:kind", "What kind is it?"),
    "about": ("/change_case:{id}:about", "What is it over?"),
    "reference": ("/change_case:{id}:reference", "What is the reference?"),
    "with_whom": ("/change_case:{id}:with_whom", "Who is on the other side?"),
    "next": ("/change_case:{id}:next", "What is the next step?"),
    "deadline": ("/change_case:{id}:deadline", "When is the last day?"),
    "note": ("/change_case:{id}:note", "Type the note"),
    "outcome": ("/close_case:{id}", "How did it end?"),
}


@pytest.mark.parametrize("step", STEPS)
def test_every_question_bears_stop_a_restart_and_an_update_in_its_middle(journey: Journey, step: str) -> None:
    robin = with_case(journey, "start my denial case")
    data, question = STEPS[step]
    robin.press_data(data.format(id=only(robin).id), robin.screen[-1])
    robin.sees(question)
    journey.restart()
    if step not in {
        "about",
        "reference",
        "with_whom",
        "next",
        "note",
    }:  # these take any words as their answer
        robin.says("migraine 7, took suma")
        robin.sees("Migraine: 7 of 10")
        robin.sees(question)
    robin.says("/visits")
    robin.says("back")
    robin.sees(question)
    robin.says("stop")
    robin.sees("Stopped")
    assert only(robin).state == "open"


def test_back_leads_through_the_steps_of_a_call(journey: Journey) -> None:
    robin = with_case(journey)
    robin.presses("Log a call")
    robin.presses("Step by step")
    robin.says("Ana")
    robin.says("back")
    robin.sees("Who did you speak with?")
    robin.says("Jo")
    robin.presses("Skip")
    robin.says("stop")
    robin.says("go on")
    robin.sees("What did they say?")
    robin.says("still pending")
    robin.presses("Skip")
    call = only(robin).calls[0]
    assert (call.who, call.said) == ("Jo", "still pending")


def test_a_call_taken_back_gives_back_whose_move_it_was_and_what_came_next(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("aetna denied my mri ref 8841")
    (before,) = kept(robin)
    robin.says("called about ref 8841, they will call me back on march 12, reference 77")
    (called,) = kept(robin)
    assert (called.move, called.follow_on is None, len(called.calls)) == ("theirs", False, 1)
    robin.presses("Undo")
    robin.sees("Your move.")
    assert kept(robin) == [before]
