"""What is stored comes back, to whom it belongs and to nobody else."""

import threading
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain import journal, questions, reminders, visits
from bot.domain.patients import PatientId
from bot.storage import (
    database,
    inbox,
    leases,
    opening,
    outbox,
    patients,
    rotation,
    schema,
    sealed,
    store,
    tables,
    types,
    vault,
)
from bot.storage import reminders as kept_reminders
from tests.support.prepared import NOW

ROBIN, ASH = 7_000_001, 7_000_002


def _join(opened: opening.Opened, telegram_id: int) -> PatientId:
    with opened.database.write() as connection:
        return opened.patients.join(connection, telegram_id, "en-US", NOW).patient_id


def _entry(entry_id: str, text: str, at: datetime = NOW) -> journal.Entry:
    return journal.Entry(entry_id, at, at, "UTC", text=text, message_id=5)


def test_a_patient_is_found_again_by_who_they_are_on_telegram(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.read() as connection:
        assert opened.patients.find(connection, ROBIN) == robin
        assert opened.patients.find(connection, ASH) is None
        found = opened.patients.open(connection, robin)
        assert found is not None
        assert found.patient.chat_id == ROBIN


def test_joining_twice_makes_one_patient(opened: opening.Opened) -> None:
    assert _join(opened, ROBIN) == _join(opened, ROBIN)


def test_an_entry_comes_back_as_it_was_and_only_to_its_patient(opened: opening.Opened) -> None:
    robin, ash = _join(opened, ROBIN), _join(opened, ASH)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        kept = store.Store(scope).journal.add(_entry("e1", "migräne 7 🤕"))
    with opened.database.read() as connection:
        mine, theirs = opened.patients.scope(connection, robin), opened.patients.scope(connection, ash)
        assert mine is not None
        assert theirs is not None
        assert store.Store(mine).journal.get("e1") == kept
        assert store.Store(mine).journal.of_message(5) == kept
        assert store.Store(theirs).journal.get("e1") is None
        assert store.Store(theirs).journal.history() == []


def test_a_body_moved_to_another_row_or_patient_does_not_open(opened: opening.Opened) -> None:
    robin, ash = _join(opened, ROBIN), _join(opened, ASH)
    with opened.database.write() as connection:
        for who, name in ((robin, "e1"), (ash, "e2")):
            scope = opened.patients.scope(connection, who)
            assert scope is not None
            store.Store(scope).journal.add(_entry(name, "words"))
        stolen = connection.execute(
            sa.select(tables.journal.c.body).where(tables.journal.c.id == "e1")
        ).scalar_one()
        connection.execute(sa.update(tables.journal).where(tables.journal.c.id == "e2").values(body=stolen))
    with opened.database.read() as connection:
        scope = opened.patients.scope(connection, ash)
        assert scope is not None
        with pytest.raises(vault.CannotOpenError):
            store.Store(scope).journal.get("e2")


def test_undo_hides_an_entry_until_it_is_taken_back_or_the_night_comes(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        kept = store.Store(scope).journal
        kept.add(_entry("e1", "one"))
        kept.remove("e1", NOW)
        assert kept.history() == []
        kept.restore("e1")
        assert len(kept.history()) == 1


def test_naive_moments_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        types.UtcDateTime().process_bind_param(datetime(2026, 1, 1), sa.create_engine("sqlite://").dialect)  # noqa: DTZ001  the point


def test_microseconds_survive_the_database(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    odd = NOW + timedelta(microseconds=123_457)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        store.Store(scope).visits.add(visits.Visit("v1", odd, "UTC"))
        assert store.Store(scope).visits.planned(odd)[0].at == odd
        assert connection.execute(sa.select(tables.visits.c.at)).scalar_one() == odd


def test_the_database_refuses_a_second_occurrence_of_a_reminder(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        kept = store.Store(scope).reminders
        reminder = kept.add(reminders.Reminder("r1", "own", NOW, NOW))
        assert kept.note(reminder, "sent", NOW)
        assert kept.note(reminder, "sent", NOW) is None
        row = {
            "patient_id": robin,
            "reminder_id": "r1",
            "meant_at": NOW,
            "handled_at": NOW,
            "outcome": "sent",
        }
        with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
            connection.execute(sa.insert(tables.occurrences), {"id": "x", **row})


def test_who_waits_longest_for_a_reminder_comes_first_and_each_once(opened: opening.Opened) -> None:
    robin, ash = _join(opened, ROBIN), _join(opened, ASH)
    with opened.database.write() as connection:
        for patient_id, minutes in ((robin, (3, 5, 6)), (ash, (4,))):
            scope = opened.patients.scope(connection, patient_id)
            assert scope is not None
            for ago in minutes:
                due = NOW - timedelta(minutes=ago)
                store.Store(scope).reminders.add(reminders.Reminder(f"r{ago}", "own", due, due))
    with opened.database.read() as connection:
        assert kept_reminders.patients_due(connection, NOW, 1) == [robin]
        assert kept_reminders.patients_due(connection, NOW, 2) == [robin, ash]
        assert kept_reminders.patients_due(connection, NOW, 9) == [robin, ash]
        assert kept_reminders.patients_due(connection, NOW - timedelta(hours=1), 9) == []


def test_updates_of_a_patient_come_out_in_telegrams_order(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        for number in (12, 10, 11):
            inbox.store(scope, number, {"n": number}, NOW)
        seen = []
        while (received := inbox.first(scope, NOW)) is not None:
            seen.append(received.update_id)
            inbox.settle(connection, received.update_id, "handled")
    assert seen == [10, 11, 12]


def test_an_update_that_waits_to_be_retried_holds_back_the_later_ones(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        inbox.store(scope, 1, {}, NOW)
        inbox.store(scope, 2, {}, NOW)
        inbox.fail(connection, 1, NOW + timedelta(seconds=10))
        assert inbox.first(scope, NOW) is None
        assert inbox.waiting(connection, NOW, 10) == []
        later = NOW + timedelta(seconds=11)
        assert inbox.waiting(connection, later, 10) == [robin]


def test_messages_leave_in_order_and_replies_of_others_first(opened: opening.Opened) -> None:
    robin, ash = _join(opened, ROBIN), _join(opened, ASH)
    with opened.database.write() as connection:
        mine, theirs = opened.patients.scope(connection, robin), opened.patients.scope(connection, ash)
        assert mine is not None
        assert theirs is not None
        outbox.put(mine, [outbox.Draft("reminder"), outbox.Draft("second")], 1, NOW)
        outbox.put(mine, [outbox.Draft("reply")], 0, NOW)
        outbox.put(theirs, [outbox.Draft("hello")], 0, NOW)
        heads = outbox.heads(connection, NOW, 10, ())
        assert [(head.patient_id, head.seq) for head in heads] == [(ash, 1), (robin, 1)]
        outbox.settle(connection, robin, 1, "sent", 77)
        assert [head.seq for head in outbox.heads(connection, NOW, 10, [ash])] == [2]
        outbox.postpone(connection, robin, 2, timedelta(seconds=5), NOW)
        assert outbox.heads(connection, NOW, 10, [ash]) == []


def test_a_lease_is_held_by_one_until_it_runs_out(opened: opening.Opened) -> None:
    lasts = timedelta(seconds=10)
    with opened.database.write() as connection:
        assert leases.claim(connection, "sender", "a", NOW, lasts)
        assert not leases.claim(connection, "sender", "b", NOW, lasts)
        assert leases.claim(connection, "sender", "a", NOW, lasts)
        assert leases.claim(connection, "sender", "a", NOW, -lasts)
        assert leases.claim(connection, "sender", "b", NOW, lasts)


def test_a_worker_whose_clock_jumps_takes_no_lease_from_others(opened: opening.Opened) -> None:
    later, lasts = NOW + timedelta(hours=1), timedelta(seconds=10)
    with opened.database.write() as connection:
        assert leases.claim(connection, "sender", "a", NOW, lasts)
        # SQLite is for one machine, whose clock is everybody's.
        assert leases.is_free(connection, "sender", "b", later) is opened.database.is_sqlite
        assert leases.claim(connection, "sender", "b", later, lasts) is opened.database.is_sqlite


def test_what_was_put_off_before_the_clock_was_set_back_goes_now(opened: opening.Opened) -> None:
    robin, ahead = _join(opened, ROBIN), NOW + timedelta(hours=1)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        outbox.put(scope, [outbox.Draft("made before the jump")], 0, NOW)
        outbox.postpone(connection, robin, 1, timedelta(days=1), ahead)
        assert outbox.heads(connection, ahead, 10, ()) == []
        assert [head.seq for head in outbox.heads(connection, NOW, 10, ())] == [1]
        inbox.store(scope, 1, {"update_id": 1}, NOW)
        inbox.fail(connection, 1, ahead + timedelta(seconds=10))
        assert inbox.waiting(connection, ahead, 10) == []
        assert inbox.head(scope, ahead) is None
        assert inbox.waiting(connection, NOW, 10) == [robin]
        assert inbox.head(scope, NOW) is not None


def test_two_hundred_increments_at_once_are_two_hundred(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)

    def take_fifty() -> None:
        for _ in range(50):
            with opened.database.write() as connection:
                opened.patients.open(connection, robin, claim=False)
                patients.next_seq(connection, robin, 1)

    threads = [threading.Thread(target=take_fifty) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opened.database.read() as connection:
        assert connection.execute(sa.select(tables.patients.c.outbox_seq)).scalar_one() == 200


def test_forgetting_leaves_no_row_and_a_bare_id(opened: opening.Opened) -> None:
    robin, ash = _join(opened, ROBIN), _join(opened, ASH)
    with opened.database.write() as connection:
        for who in (robin, ash):
            scope = opened.patients.scope(connection, who)
            assert scope is not None
            unit = store.Store(scope)
            unit.journal.add(_entry(f"e-{who}", "words"))
            visit = unit.visits.add(visits.Visit(f"v-{who}", NOW, "UTC"))
            unit.questions.add(questions.Question(f"q-{who}", "why", NOW, visit.id))
            unit.reminders.add(reminders.Reminder(f"r-{who}", "own", NOW, NOW))
            unit.words.teach("the beast", "migraine", NOW)
            unit.sessions.save({"frames": []}, NOW)
            outbox.put(scope, [outbox.Draft("x")], 0, NOW)
        patients.forget(connection, robin, NOW)
        assert patients.traces(connection, robin) == 0
        assert patients.traces(connection, ash) > 6
        assert opened.patients.find(connection, ROBIN) is None
        assert connection.execute(sa.select(tables.forgotten.c.patient_id)).scalars().all() == [robin]


def test_a_reader_cannot_write(opened: opening.Opened) -> None:
    row = {"name": "x", "holder": "y", "until": NOW}
    with pytest.raises((database.UnavailableError, sa.exc.DBAPIError)), opened.database.read() as connection:
        connection.execute(sa.insert(tables.leases), row)
    with opened.database.read() as connection:
        assert connection.execute(sa.select(tables.leases)).first() is None


def test_rotating_the_key_keeps_everything_readable(opened: opening.Opened) -> None:
    robin = _join(opened, ROBIN)
    with opened.database.write() as connection:
        scope = opened.patients.scope(connection, robin)
        assert scope is not None
        store.Store(scope).journal.add(_entry("e1", "words"))
    fresh = vault.parse_keys(vault.new_master_key())
    both = vault.Vault([*fresh, *_keys_of(opened)])
    with opened.database.write() as connection:
        assert rotation.rewrap(connection, both) == 2
        assert rotation.rewrap(connection, both) == 0
    only_new = vault.Vault(fresh)
    with opened.database.read() as connection:
        row = connection.execute(sa.select(tables.instance)).one()
        lookup = only_new.unwrap(vault.WrappedKey(row.key_id, row.lookup_key), rotation.OWNER)
        directory = patients.Directory(only_new, lookup)
        scope = directory.scope(connection, PatientId(str(directory.find(connection, ROBIN))))
        assert scope is not None
        assert len(store.Store(scope).journal.history()) == 1


def _keys_of(opened: opening.Opened) -> list[bytes]:
    return vault.read_key_file(opened.ledger.path)


def test_the_migrations_lead_to_the_tables_in_the_code(opened: opening.Opened) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with opened.database.read() as connection:
        assert schema.current(connection) == schema.head()
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_ids_do_not_repeat() -> None:
    assert len({sealed.new_id() for _ in range(1000)}) == 1000
