"""Medicines that were changed, put off or told of aside, as patients write it, and how their labels are scored."""

import pytest

from bot.content import vocabulary, weights
from bot.domain.readings import MedicationMention
from bot.understanding.updates.updates import UpdateReader
from tests.evals import score_updates

reader = UpdateReader(vocabulary.load(), weights.for_updates())


def medicines(text: str) -> list[tuple[str, str | None, str]]:
    return [(said.name, said.dose, said.status) for said in reader.read(text).medications]


@pytest.mark.parametrize(
    ("text", "name", "dose"),
    [
        ("Buscopan didn't touch it, two of them.", "hyoscine butylbromide", "2"),
        ("Had the Imodium. Two of them, no use", "loperamide", "2"),
        ("Ibuprofen gel and 400 by mouth", "ibuprofen", "400 mg"),
        ("Took half a lorazepam (0.5mg).", "lorazepam", "0.5 mg"),
        ("half a zopiclone (7.5) at 2am", "zopiclone", "3.75 mg"),
        ("two paracetamol (1g) at noon", "acetaminophen", "1 g"),
        ("Had the shakes on 40mg fluoxetine, dropped back to 20", "fluoxetine", "20 mg"),
        ("prednisone 20mg, gp tapered me down to 15 today", "prednisone", "15 mg"),
        ("took 40mg prednisone, sugars went up to 15", "prednisone", "40 mg"),
        ("gabapentin 300 and the pain dropped to 5", "gabapentin", "300 mg"),
        ("I'd say a 6, took me two paracetamol wi' a brew", "acetaminophen", "2"),
        ("propranolol 10 x3", "propranolol", "3 x 10 mg"),
        ("half a zopiclone, 3.75, and slept", "zopiclone", "3.75 mg"),
        ("half a mg of clonazepam", "clonazepam", "0.5 mg"),
        ("pregabalin one fifty", "pregabalin", "150 mg"),
        ("two tabs of 30/500 co-codamol", "co-codamol", "2 x 30/500 mg"),
        ("weaning off the pred, 2.5 now", "prednisone", "2.5 mg"),
        ("creon 4 with lunch", "pancrelipase", "4"),
        ("ramipril 2.5 am", "ramipril", "2.5 mg"),
        ("montelukast is giving me weird dreams, been a week on 10 mg", "montelukast", "10 mg"),
        ("prednisolone, up to 40 of it", "prednisolone", "40 mg"),
        ("fludrocortisone 100", "fludrocortisone", "100 mcg"),
    ],
)
def test_an_amount_told_aside_is_of_the_medicine_named(text: str, name: str, dose: str) -> None:
    assert medicines(text) == [(name, dose, "taken")]


def test_a_count_of_each_is_of_all_of_them() -> None:
    read = medicines("paracetamol and ibuprofen at noon, two of each")
    assert read == [("acetaminophen", "2", "taken"), ("ibuprofen", "2", "taken")]


def test_how_often_in_a_list_is_told_alike() -> None:
    read = medicines("cromolyn 200 x4, famotidine 20 x2")
    assert read == [("cromolyn", "200 mg", "taken"), ("famotidine", "20 mg", "taken")]


@pytest.mark.parametrize(
    ("text", "left", "taken"),
    [
        ("feet swelled w amlodipine so gp swapped it for losartan", "amlodipine", "losartan"),
        ("switched from sertraline to duloxetine", "sertraline", "duloxetine"),
        ("they replaced the citalopram with mirtazapine", "citalopram", "mirtazapine"),
        ("ramipril made me cough so doc changed it to candesartan", "ramipril", "candesartan"),
        ("came off tramadol and onto gabapentin", "tramadol", "gabapentin"),
    ],
)
def test_what_was_swapped_is_stopped_and_what_came_is_taken(text: str, left: str, taken: str) -> None:
    assert medicines(text) == [(left, None, "stopped"), (taken, None, "taken")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("wants to switch me from sertraline to duloxetine", "taken", "mentioned"),
        ("they might change my ramipril to losartan", "mentioned", "mentioned"),
        ("took paracetamol and switched to ibuprofen at lunch", "taken", "taken"),
    ],
)
def test_a_swap_that_has_not_come_about_stops_nothing(text: str, first: str, second: str) -> None:
    assert [said[2] for said in medicines(text)] == [first, second]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("no nosebleed since they lowered the warfarin", "taken"),
        ("better since they doubled the warfarin", "taken"),
        ("scared it comes back once they cut the warfarin", "mentioned"),
        ("Venlafaxine 150 every morning without fail", "taken"),
        ("metformin 500 without breakfast", "taken"),
        ("Eliquis: without it since Tuesday", "missed"),
        ("without my inhaler all day", "missed"),
        ("Pharmacy rang, the Concerta is on back order so I'm without", "ran_out"),
        ("Doc wants me to try pregabalin but I'm not keen so haven't", "missed"),
        ("offered a statin, declined", "missed"),
        ("took naproxen but it didn't help", "taken"),
        ("Picked up the methotrexate 10mg from Boots, starting Sunday", "missed"),
        ("picked up my pain meds", "mentioned"),
        ("I would have taken two codeine", "mentioned"),
        ("did the preventer both times", "taken"),
        ("GTN spray once, settled", "taken"),
        ("paracetamol round the clock", "taken"),
        ("taken nothing, not even paracetamol", "missed"),
        ("I never take codeine", "missed"),
        ("fluoxetine 40mg, still taking it", "taken"),
        ("buscopan x2, not touched it", "taken"),
        ("amitriptyline 10, not touched it", "missed"),
        ("fluoxetine 40mg, still not taking it", "missed"),
    ],
)
def test_what_is_said_farther_on_tells_whether_it_was_taken(text: str, status: str) -> None:
    assert [said[2] for said in medicines(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "the new tablets had sorted it, I thought",
        "could this new tablet give me headaches? havent started it yet",
        "phenytoin level booked",
        "methotrexate bloods done, all fine",
        "swallowing tablets is a nightmare",
    ],
)
def test_new_tablets_and_levels_name_no_medicine(text: str) -> None:
    assert medicines(text) == []


def test_new_tablets_that_were_taken_are_medicines() -> None:
    assert [said[2] for said in medicines("took my new tablets at 8")] == ["taken"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Betnovate on", "betamethasone"),
        ("steroid cream on, the Dermovate", "clobetasol"),
        ("took my pilocarpine", "pilocarpine"),
        ("Xalatan in at bedtime", "latanoprost"),
        ("Imitrex nasal spray at 6", "sumatriptan"),
        ("two squirts of the nasal spray", "nasal spray"),
    ],
)
def test_a_medicine_has_its_own_name_and_not_that_of_its_kind(text: str, name: str) -> None:
    assert [said[0] for said in medicines(text)] == [name]


def test_a_label_is_found_by_any_name_of_the_same_medicine_but_not_by_its_kind() -> None:
    _, generic = score_updates.open_reader()
    read = [MedicationMention("acetaminophen", "", None, True, "taken")]
    assert "paracetamol" in score_updates.by_label([{"name": "paracetamol"}], read, generic)
    assert "ibuprofen" not in score_updates.by_label([{"name": "ibuprofen"}], read, generic)
    kind = [MedicationMention("inhaler", "", None, True, "taken")]
    assert "puffer" not in score_updates.by_label([{"name": "puffer"}], kind, generic)
