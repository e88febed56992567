"""Medicines as patients name them: which, how much, and whether they were taken, left, run out of or only spoken of."""

import pytest

from bot.content import vocabulary
from bot.understanding.updates import UpdateReader

reader = UpdateReader(vocabulary.load())


def medicines(text: str) -> list[tuple[str, str | None, str]]:
    return [(said.name, said.dose, said.status) for said in reader.read(text).medications]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my omeprazole didn't get taken this morning", "omeprazole"),
        ("iron tablets on hold until the scope", "iron"),
        ("warfarin held til the dentist rings", "warfarin"),
        ("the naproxen stayed in its box all day", "naproxen"),
        ("sertraline still in my handbag, never opened", "sertraline"),
        ("Keppra was due at 8 and I forgot", "levetiracetam"),
        ("gp wants me on ramipril. haven't picked it up", "ramipril"),
        ("yet to start the methotrexate", "methotrexate"),
        ("metformin came straight back up", "metformin"),
        ("managed without codeine today", "codeine"),
    ],
)
def test_a_medicine_that_lay_where_it_was_was_not_taken(text: str, name: str) -> None:
    assert medicines(text) == [(name, None, "missed")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ventolin is empty", "albuterol"),
        ("pregabalin bottle empty", "pregabalin"),
        ("the chemist is out of Creon", "pancrelipase"),
        ("my Clenil's run dry", "beclomethasone"),
    ],
)
def test_a_medicine_whose_box_is_empty_has_run_out(text: str, name: str) -> None:
    assert medicines(text) == [(name, None, "ran_out")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sore at the site of the Cosentyx jab", "secukinumab"),
        ("lump where the Clexane went in", "enoxaparin"),
        ("Wegovy burps, rank", "semaglutide"),
        ("spots off the prednisolone", "prednisolone"),
        ("Abilify only 3 wks in and I can't sit", "aripiprazole"),
        ("Ocrevus number 6, in and out by noon", "ocrelizumab"),
        ("second shot of Aimovig went fine", "erenumab"),
        ("Maxalt melt under my tongue at 3", "rizatriptan"),
        ("codeine down the hatch", "codeine"),
    ],
)
def test_what_is_felt_or_counted_of_a_medicine_says_it_was_taken(text: str, name: str) -> None:
    assert medicines(text) == [(name, None, "taken")]


@pytest.mark.parametrize(
    ("text", "name", "dose"),
    [
        ("Took Dolo 650 for the fever", "acetaminophen", "650 mg"),
        ("pantop 40 before breakfast", "pantoprazole", "40 mg"),
        ("gabbies 300 at bedtime", "gabapentin", "300 mg"),
        ("telma 40 taken", "telmisartan", "40 mg"),
        ("took 2 benadryl (50 total)", "diphenhydramine", "50 mg"),
        ("fentanyl 25 patch on", "fentanyl", "25 mcg"),
        ("vit D 60k after lunch", "vitamin D", "60000 IU"),
        ("2 pumps of oestrogel", "estradiol", "2 pumps"),
        ("gtn under the tongue x2", "nitroglycerin", "2"),
        ("round face from the prednisolone. 30mg this morning", "prednisolone", "30 mg"),
        ("third Entyvio this morning", "vedolizumab", None),
    ],
)
def test_an_amount_is_read_where_patients_put_it(text: str, name: str, dose: str | None) -> None:
    assert medicines(text) == [(name, dose, "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "allergic to penicillin since I was six",
        "my iron is low again",
        "vitamin d deficiency, says the letter",
        "insulin resistance, they think",
        "dropped the pill box on my toe",
        "the kids are giving it welly",
        "put it in the microwave, powerful smell",
    ],
)
def test_no_medicine_is_found_where_none_is_meant(text: str) -> None:
    assert medicines(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("took the naproxen in the car", "taken"),
        ("took the sumatriptan and forgot lunch", "taken"),
        ("came off the sertraline in May", "stopped"),
        ("been off the pred 3 days", "stopped"),
        ("starting Ozempic on monday", "mentioned"),
        ("Humira due friday", "mentioned"),
    ],
)
def test_the_nearest_other_sentences_keep_their_meaning(text: str, status: str) -> None:
    assert [said[2] for said in medicines(text)] == [status]
