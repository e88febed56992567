"""Robin lets Sam, a sister with an account of her own, see the summary; every promise about that, as a story.

Robin's words hold marks: what Sam may see is one thing, what nobody but Robin ever sees another.
"""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import flows
from bot.content import reading
from bot.domain import trusted
from bot.domain.patients import PatientId
from bot.engine import messages
from bot.services import backup
from bot.storage import opening, tables
from bot.storage import trusted as stored
from tests.support.journey import Journey, Patient
from tests.support.trusting import LINK, SECRET, invite, joined

ASKED = "How much energy today?"
SEED = 20_261_122
FORGED = 120


def grants(journey: Journey) -> int:
    """Count what stands between any two accounts, on both sides."""
    with journey.opened.database.read() as connection:
        counts = [
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in (tables.grants, tables.trusts)
        ]
    assert counts[0] == counts[1]
    return int(counts[0])


def known(patient: Patient) -> tuple[str, list[trusted.Grant], list[trusted.Trust], list[trusted.What]]:
    """Who a patient is here, whom they trust, who trusts them, what was done, the latest first."""
    for kept in patient.store():
        done = [each.what for each in kept.trusted.accesses.latest()]
        return kept.scope.patient_id, kept.trusted.grants.all(), kept.trusted.trusts.all(), done
    raise AssertionError("nobody")


def seen(patient: Patient) -> str:
    """Everything a patient was ever shown that is still on the screen."""
    return " ".join(s.plain + "".join(b.label for b in s.buttons) for s in patient.screen)


# The code


@pytest.mark.parametrize("way", ["/start {}", "{}", "/trusted {}", "  {} "])
def test_a_code_lets_somebody_in_once(either_journey: Journey, way: str) -> None:
    journey = either_journey
    robin, sam, ash = (journey.patient(name) for name in ("Robin", "Sam", "Ash"))
    code = invite(robin)
    sam.says(way.format(code.lower()))
    sam.sees("see their summary")
    assert "Your code was used" in robin.screen[-1].plain
    ash.says(way.format(code))
    ash.sees("does not work")
    assert grants(journey) == 1


def test_somebody_new_comes_by_the_link_agrees_and_is_in(journey: Journey) -> None:
    robin = journey.patient("Robin")
    code = invite(robin)
    sam = journey.patient("Sam", agrees=False)
    sam.says(f"/start {code.replace('-', '')}")
    assert grants(journey) == 0
    sam.presses("agree")
    sam.sees("lets you see their summary")
    assert grants(journey) == 1


def test_two_who_use_a_code_at_once_are_one_who_is_let_in(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam, ash = (journey.patient(name) for name in ("Robin", "Sam", "Ash"))
    code = invite(robin)
    updates = [
        {
            "update_id": next(journey.update_ids),
            "message": {
                "message_id": next(journey.message_ids),
                "from": who.user,
                "chat": who.chat,
                "date": int(journey.now.timestamp()),
                "text": code,
            },
        }
        for who in (sam, ash)
    ]
    journey.intake.accept(updates, journey.now)
    journey.work()
    assert grants(journey) == 1
    assert sum("does not work" in who.screen[-1].plain for who in (sam, ash)) == 1


def test_a_code_runs_out_and_can_be_taken_back(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    old = invite(robin)
    journey.wait_until(journey.now + trusted.CODE_FOR)
    sam.says(old)
    sam.sees("does not work")
    taken = invite(robin, name="my brother")
    robin.presses("Take back: my brother")
    sam.says(taken)
    sam.sees("does not work")
    assert grants(journey) == 0


def test_a_guesser_has_few_tries_and_then_not_even_the_right_code_works(either_journey: Journey) -> None:
    journey = either_journey
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    code = invite(robin)
    for _ in range(trusted.MOST_TRIES):
        ash.says(trusted.new_code())
        ash.sees("does not work")
    ash.says(code)
    ash.sees("enough codes for today")
    journey.restart()
    ash.says(code)
    ash.sees("enough codes for today")
    assert grants(journey) == 0
    journey.wait_until(journey.now + trusted.TRIES_FOR)
    ash.says(code)
    ash.sees("lets you see")


def test_codes_are_many_and_no_word_is_one() -> None:
    codes = {trusted.new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert all(trusted.read_code(code.lower().replace("-", " ")) == code for code in codes)
    for words in ("tired-again", "migraine 7", "sleep", "2222222222", "AAAAA-BBBBB", "ten letters", ""):
        assert trusted.read_code(words) is None


def test_nobody_is_their_own_trusted_person(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.says(invite(robin))
    robin.sees("That code is yours")
    assert grants(journey) == 0


def test_the_code_itself_is_nowhere_on_the_disk(either_journey: Journey) -> None:
    journey = either_journey
    code = invite(journey.patient("Robin"))
    backup.write(journey.opened, journey.folder / "backup", journey.now)
    for file in journey.folder.iterdir():
        assert code.encode() not in file.read_bytes()
        assert code.replace("-", "").encode() not in file.read_bytes()


# What may be seen, and that it is told


def test_the_patient_is_told_of_the_first_look_and_then_quietly_once_a_day(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    sam.presses("Summary: Robin")
    sam.sees("Migraine")
    first = robin.screen[-1]
    assert "saw your summary for the first time" in first.plain
    assert not first.silent
    journey.wait(minutes=1)
    sam.presses("Summary: Robin")
    assert robin.screen[-1] is first
    journey.wait(days=1, hours=1)
    sam.presses("Summary: Robin")
    note = robin.screen[-1]
    assert "My sister saw your summary today" in note.plain
    assert note.silent


def test_every_look_is_listed_with_when_and_who(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    for _ in range(4):
        journey.wait(minutes=7)
        sam.presses("Summary: Robin")
    robin.says("/trusted")
    robin.sees("my sister: sees your summary. Since Monday 2 March. Last here Monday 2 March, 3:28 pm")
    robin.presses("All they did")
    listed = robin.news[-1].plain
    assert listed.count("saw your summary") == 4
    assert "3:07 pm" in listed
    assert "used your code" in listed


def test_it_is_visible_in_the_settings_at_all_times(either_journey: Journey) -> None:
    robin, _ = joined(either_journey)
    robin.says("/settings")
    robin.sees("People you trust: my sister")
    robin.presses("People you trust")
    robin.sees("my sister")
    robin.says("/energy")
    robin.presses("foggy")
    robin.says("/trusted")
    robin.sees("my sister: sees your summary")
    assert robin.can_press("End it: my sister")


def test_the_screen_is_drawn_afresh_each_time(journey: Journey) -> None:
    robin, sam = joined(journey)
    sam.presses("Summary: Robin")
    sam.does_not_see("Nausea")
    robin.says("nausea 9")
    journey.wait(minutes=1)
    sam.presses("Summary: Robin")
    sam.sees("Nausea")


def test_a_look_that_trembles_is_one_look(journey: Journey) -> None:
    robin, sam = joined(journey)
    for _ in range(3):
        sam.presses("Summary: Robin")
    assert sorted(known(robin)[3]) == ["joined", "looked"]


# Logging for the patient


def test_what_a_trusted_person_logs_is_the_patients_and_marked(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    journey.wait(minutes=2)
    sam.says("she has nausea 5, took suma")
    sam.sees("Kept in the log of Robin")
    assert sam.entries() == []
    entry = robin.entries()[-1]
    assert (entry.text, entry.told_by, entry.recorded_at) == (
        "she has nausea 5, took suma",
        "my sister",
        journey.now,
    )
    assert [(each.name, each.severity) for each in entry.reading.symptoms] == [("nausea", 5)]
    note = robin.screen[-1]
    assert "nausea" not in note.plain
    robin.presses("Show it")
    robin.sees("Told by my sister")
    robin.presses("Undo")
    assert [each.text for each in robin.entries()] == ["migraine 7, took suma"]
    robin.presses("Bring it back")
    robin.says("/summary")
    robin.sees("1 note is by my sister")


def test_what_they_log_does_not_stand_for_the_patients_own_check_in(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    journey.wait_until(journey.now + timedelta(hours=22))
    sam.presses("Log for Robin")
    sam.says("she has nausea 5")
    sam.sees("Kept in the log of Robin")
    robin.news = []
    journey.wait_until(journey.now.replace(hour=19, minute=0))
    robin.sees(ASKED)
    robin.says("nausea 3")
    journey.wait_until(journey.now + timedelta(hours=20))
    robin.says("tired")
    robin.news = []
    journey.wait_until(journey.now.replace(hour=19, minute=0))
    assert not any(ASKED in shown.plain for shown in robin.news), "their own words are enough"


def test_who_may_only_look_cannot_log(either_journey: Journey) -> None:
    robin, sam = joined(either_journey)
    before = robin.entries()
    assert not sam.can_press("Log for")
    (trust,) = known(sam)[2]
    sam.press_data(f"/tell_for:{trust.id}", sam.screen[-1])
    sam.says("nausea 5")
    assert robin.entries() == before
    assert [each.text for each in sam.entries()] == ["nausea 5"]


def test_danger_typed_for_the_patient_gets_the_help_and_is_kept_with_the_patient(
    either_journey: Journey,
) -> None:
    robin, sam = joined(either_journey, "Also log for me")
    sam.presses("Log for Robin")
    sam.says("she has chest pain and can't breathe")
    sam.sees("911")
    sam.sees("Kept in the log of Robin")
    assert robin.entries()[-1].told_by == "my sister"
    assert sam.entries() == []
    assert "put something in your log" in robin.screen[-1].plain
    assert not robin.screen[-1].silent


def test_ones_own_log_stays_ones_own(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    sam.says("my back hurts 6")
    sam.presses("Log for Robin")
    sam.says("stop")
    sam.says("knee pain 3")
    sam.sends_photo()
    assert len(sam.entries()) == 3
    assert len(robin.entries()) == 1
    sam.says("/trusted")
    sam.presses("Summary: Robin")
    assert "knee" not in robin.screen[-1].plain


def test_words_of_a_trusted_person_are_escaped(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    sam.says("<b>she</b> & nausea 5 <script>")
    robin.presses("Show it")
    robin.sees("<b>she</b> & nausea 5 <script>")


# The end of it


def test_one_tap_ends_it_at_once_on_both_sides(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    sam.presses("Summary: Robin")
    sam.sees("Migraine")
    button = next(b for b in sam.screen[-1].buttons if "Summary" in b.label)
    robin.presses("End it: my sister")
    robin.sees("can see nothing new")
    assert grants(journey) == 0
    assert "cannot see anything of Robin" in sam.screen[-1].plain
    assert "Migraine" not in seen(sam)
    journey.wait(minutes=1)
    sam.press_data(button.press, sam.screen[-1])
    sam.sees("cannot see anything")
    sam.does_not_see("Migraine")
    robin.presses("All they did")
    robin.sees("this ended for my sister")


def test_what_was_on_its_way_when_it_ended_does_not_arrive(either_journey: Journey) -> None:
    """The asking letter is in Robin's inbox, and the answer in Sam's, when Robin ends it."""
    journey = either_journey
    robin, sam = joined(journey)
    look = next(b for b in sam.screen[-1].buttons if "Summary" in b.label)
    end = next(b for b in robin.screen[-1].buttons if "End it" in b.label)
    presses = [(sam, look), (robin, end)]
    for stage in range(3):
        updates = [
            {
                "update_id": next(journey.update_ids),
                "callback_query": {
                    "id": f"q{stage}{who.name}",
                    "from": who.user,
                    "message": {"message_id": who.screen[-1].id, "chat": who.chat, "date": 0},
                    "data": button.press,
                },
            }
            for who, button in presses
        ]
        journey.intake.accept(updates, journey.now)
        for _ in range(stage):
            for who in journey.turns.waiting(journey.now):
                journey.turns.handle_each([who], journey.now)
        journey.work()
        assert grants(journey) == 0
        assert "cannot see anything" in sam.screen[-1].plain
        sam.says(invite(robin))
        look = next(b for b in sam.screen[-1].buttons if "Summary" in b.label)
        end = next(b for b in robin.screen[-1].buttons if "End it" in b.label)
        presses = [(sam, look), (robin, end)]


def test_the_trusted_person_can_leave_and_the_patient_is_told(journey: Journey) -> None:
    robin, sam = joined(journey)
    sam.says("/trusted")
    sam.presses("Leave: Robin")
    sam.sees("do not see anything of Robin")
    assert grants(journey) == 0
    assert "My sister does not see your summary any more" in robin.screen[-1].plain


@pytest.mark.parametrize("who", ["the patient", "the trusted person"])
@pytest.mark.parametrize("how", ["forgets", "blocks"])
def test_forgetting_and_blocking_end_it_from_either_side(either_journey: Journey, who: str, how: str) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    one, other = (robin, sam) if who == "the patient" else (sam, robin)
    if how == "forgets":
        one.says("/forget")
        one.presses("Yes, remove everything")
    else:
        member = {"chat": one.chat, "from": one.user, "date": 1, "new_chat_member": {"status": "kicked"}}
        journey.take({"my_chat_member": member})
    assert grants(journey) == 0
    other.says("/trusted")
    other.sees("You have let no one see your summary.")
    other.does_not_see("People who trust you")
    if how == "forgets":
        assert "any more" in seen(other)


def test_an_older_backup_brings_no_grant_of_somebody_forgotten_back(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    backup.write(journey.opened, journey.folder / "backup", journey.now)
    sam.says("/forget")
    sam.presses("Yes, remove everything")
    backup.restore(journey.opened, journey.folder / "backup")
    assert grants(journey) == 0
    robin.says("/trusted")
    robin.sees("You have let no one see your summary.")


def test_an_older_backup_brings_back_neither_what_was_ended_nor_a_code_that_was_used(
    either_journey: Journey,
) -> None:
    journey = either_journey
    robin, sam, ash = (journey.patient(name) for name in ("Robin", "Sam", "Ash"))
    code = invite(robin)
    backup.write(journey.opened, journey.folder / "with the code", journey.now)
    sam.says(code)
    backup.write(journey.opened, journey.folder / "with the grant", journey.now)
    robin.presses("End it")
    for name in ("with the grant", "with the code"):
        backup.restore(journey.opened, journey.folder / name)
        assert grants(journey) == 0
    ash.says(code)
    ash.sees("does not work")


def test_it_outlasts_a_restart_a_key_rotation_and_a_restored_backup(journey: Journey) -> None:
    _, sam = joined(journey)
    opening.rotate(journey.opened, journey.folder, ())
    journey.restart()
    backup.write(journey.opened, journey.folder / "backup", journey.now)
    backup.restore(journey.opened, journey.folder / "backup")
    journey.restart()
    sam.presses("Summary: Robin")
    sam.sees("Migraine")


# Never a way into the rest


def _forged(ids: list[str], chance: random.Random) -> Iterator[str]:
    names = [flow.name for flow in flows.FLOWS]
    choices = ["", "yes", "page", "show", "end", "seen", "back", "sections", "fhir", "b", "cd------migraine"]
    for _ in range(FORGED):
        data = "/" + ":".join((chance.choice(names), chance.choice(ids), chance.choice([*choices, *ids])))
        if len(data.encode()) <= messages.MAX_PRESS_BYTES:
            yield data


@pytest.mark.parametrize("then", ["trusted", "ended"])
def test_a_trusted_person_reaches_nothing_but_the_screen(either_journey: Journey, then: str) -> None:
    journey = either_journey
    robin, sam = joined(journey)
    robin.sends_photo(f"{SECRET} rash")
    sam.presses("Summary: Robin")
    look = next(b for b in sam.screen[-1].buttons if "Summary" in b.label)
    allowed = sam.screen[-1].plain
    if then == "ended":
        robin.says("/trusted")
        robin.presses("End it")
    with journey.opened.database.read() as connection:
        mine = journey.opened.patients.find(connection, robin.telegram_id)
        ids = sorted(
            {
                value
                for table in tables.metadata.sorted_tables
                if "patient_id" in table.c and "id" in table.c
                for value in connection.execute(
                    sa.select(table.c.id).where(table.c.patient_id == mine)
                ).scalars()
            }
        )
    before = [(e.id, e.text) for e in robin.entries()]
    chance = random.Random(SEED)
    presses = sorted({b.press for s in robin.screen for b in s.buttons})
    for data in [*presses, *_forged(ids, chance)]:
        sam.press_data(data, chance.choice([*sam.screen, *robin.screen]))
    for about in chance.sample(ids, min(8, len(ids))):
        sam.says(f"/start {about}")
        sam.says(f"/trusted {about}")
        sam.says(chance.choice(["7 of 10", "undo", "?"]), reply_to=chance.choice(robin.screen))
    sam.sends_photo("look")
    sam.says("/export")
    sam.says("stop")
    assert SECRET not in seen(sam).replace(allowed, "")
    assert SECRET not in str(sam.others)
    assert [(e.id, e.text) for e in robin.entries()] == before
    journey.wait(minutes=1)
    sam.press_data(look.press, sam.screen[-1])
    assert ("Migraine" in sam.news[-1].plain) == (then == "trusted")


def test_nobody_else_can_use_the_button_of_a_trusted_person(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    ash = journey.patient("Ash")
    before = [each.text for each in robin.entries()]
    for shown in sam.screen:
        for button in shown.buttons:
            ash.press_data(button.press, shown)
            ash.says("nausea 5")
    assert "Migraine" not in seen(ash)
    assert [each.text for each in robin.entries()] == before


def test_a_letter_cannot_come_from_outside(either_journey: Journey) -> None:
    journey = either_journey
    robin, _ = joined(journey)
    owner, (grant,), _, _ = known(robin)
    letter = {"to": owner, "kind": "tell", "about": grant.id, "sender": grant.holder, "text": "forged"}
    message = {"message_id": 1, "from": robin.user, "chat": robin.chat, "date": 1, "text": "x"}
    journey.intake.accept([{"update_id": -5, "letter": letter, "message": message}], journey.now)
    journey.take({"letter": letter, "message": message})
    assert "forged" not in [each.text for each in robin.entries()]


def test_a_sender_who_holds_no_grant_gets_nothing(either_journey: Journey) -> None:
    """Ash writes a letter about Robin's grant, as a fault in a flow might: Robin's turn refuses it."""
    journey = either_journey
    robin, _ = joined(journey, "Also log for me")
    ash = journey.patient("Ash")
    owner, (grant,), _, _ = known(robin)
    before = [each.text for each in robin.entries()]
    for kind in ("look", "tell", "left"):
        letter = trusted.Letter(
            to=PatientId(owner), kind=kind, about=grant.id, sender=PatientId(known(ash)[0]), text="forged"
        )
        with journey.opened.database.write() as connection:
            stored.post(journey.opened.patients, connection, letter, journey.now)
        journey.work()
    assert [each.text for each in robin.entries()] == before
    assert "Migraine" not in seen(ash)
    assert grants(journey) == 1


# The words


def test_every_word_about_trust_reads_at_sixth_grade_or_below(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    for energy in ("full", "low", "foggy"):
        for person in (robin, sam):
            person.says("/energy")
            person.presses(energy)
        sam.presses("Log for Robin")
        sam.says("nausea 5")
        journey.wait(minutes=1)
        sam.presses("Summary: Robin")
        robin.says("/trusted")
        robin.presses("Invite")
        robin.says("my dad")
        robin.presses("See my summary")
        robin.says("/trusted")
        robin.presses("Take back")
    said = [s.plain for person in (robin, sam) for s in person.screen if "Self-reported" not in s.plain]
    said = [LINK.sub("", text) for text in said]  # it is tapped, not read
    said = [text for text in said if not text.startswith(("Saved", "Settings"))]
    said = [text for text in said if "trust" in text or "code" in text or "log of" in text]
    assert len(said) > 8
    assert {text for text in said if reading.grade(text) > 6} == set()


def test_most_people_fit_and_no_more(journey: Journey) -> None:
    robin = journey.patient("Robin")
    for number in range(trusted.MOST_PEOPLE):
        invite(robin, name=f"person {number}")
    robin.says("/trusted")
    assert not robin.can_press("Invite")
    robin.press_data("/invite_trusted", robin.screen[-1])
    robin.sees("as many as there is room for")
    journey.wait_until(journey.now + trusted.CODE_FOR + timedelta(seconds=1))
    robin.says("/trusted")
    assert robin.can_press("Invite")
