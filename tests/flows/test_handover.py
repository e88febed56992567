"""Data for another system: each file by its button, from /data and /export."""

from bot.engine import messages
from tests.support.journey import Journey


def test_each_file_is_made_by_its_button(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("dr lee march 20 2:15pm")
    for label, what in (("Health record", "fhir"), ("Table", "table"), ("Calendar", "calendar")):
        robin.says("/data")
        robin.sees("Data for another system")
        robin.presses(label)
        assert robin.others[-1] == messages.Document(what)


def test_a_file_that_would_be_empty_is_not_made(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/data")
    robin.presses("Table")
    robin.sees("log is still empty")
    robin.presses("Calendar")
    robin.sees("No visit is planned")
    assert not any(isinstance(other, messages.Document) for other in robin.others)
    robin.presses("Health record")
    assert robin.others[-1] == messages.Document("fhir")


def test_export_leads_to_it_and_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/export")
    assert robin.others[-1] == messages.Document("export")
    robin.presses("Data for another system")
    robin.sees("Health record")
    robin.presses("Everything (zip)")
    assert robin.others[-1] == messages.Document("export")


def test_a_question_under_way_is_kept(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visit")
    robin.says("/data")
    robin.sees("Health record")
    robin.says("Dr Lee")
    robin.sees("When is it")


def test_foggy_is_one_line(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/data")
    assert robin.sees("Which file?").plain == "Which file?"
