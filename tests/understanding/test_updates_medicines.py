"""Medicines as patients name them: which, how much, and whether they were taken, left, run out of or only spoken of."""

import pytest

from bot.content import vocabulary, weights
from bot.understanding.updates.updates import UpdateReader

reader = UpdateReader(vocabulary.load(), weights.for_updates())


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
        ("sick to my stomach since the new antibiotic", "antibiotic"),
        ("day 12 of the visanne", "dienogest"),
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
        ("took panadol extra two with tea", "acetaminophen", "2"),
        ("took tram 50 at 6", "tramadol", "50 mg"),
        ("muscle relaxer at bedtime", "muscle relaxer", None),
        ("preventer done, 1 puff", "preventer inhaler", "1 puff"),
        ("took my Keppra late, the 750", "levetiracetam", "750 mg"),
        ("started Coartem, 4 tablets", "artemether and lumefantrine", "4 tablets"),
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


@pytest.mark.parametrize(
    ("text", "name", "dose", "status"),
    [
        ("gave meself the methotrexate Thursday, 15mg", "methotrexate", "15 mg", "taken"),
        ("difflam rinse before meals", "benzydamine", None, "taken"),
        ("doxycycline 100 last one tomorrow", "doxycycline", "100 mg", "taken"),
        ("salt tablets 2 in the morning", "salt tablets", "2 tablets", "taken"),
        ("Sertraline, 50. Nothing else to say", "sertraline", "50 mg", "taken"),
        ("the nausea that came with ozempic has worn off, on 0.5 now", "semaglutide", "0.5 mg", "taken"),
        ("started sertraline, on 50 now", "sertraline", "50 mg", "taken"),
        ("didn't put the hydrocortisone on as it stings", "hydrocortisone", None, "missed"),
        ("is 50 mg of topiramate a lot?? not taking it yet", "topiramate", "50 mg", "missed"),
        ("nausea, I'd say 1 or so, burping since the domperidone 10", "domperidone", "10 mg", "taken"),
    ],
)
def test_how_much_and_whether_is_heard_wherever_it_is_told(
    text: str, name: str, dose: str | None, status: str
) -> None:
    assert (name, dose, status) in medicines(text)


@pytest.mark.parametrize(
    ("text", "name", "dose", "status"),
    [
        ("last of my sertraline, pharmacy tomorrow", "sertraline", None, "ran_out"),
        ("salt tablets at 2 in the morning", "salt tablets", None, "taken"),
        ("nausea up to 5 now, ozempic week 3", "semaglutide", None, "taken"),
        ("I'd like to try propranolol", "propranolol", None, "mentioned"),
        ("what happens if I took double the warfarin? haven't", "warfarin", None, "mentioned"),
        ("sumatriptan, 50 minutes later still there", "sumatriptan", None, "taken"),
        ("crp 12 pred 10", "prednisone", "10 mg", "taken"),
        ("hba1c 7.2 metformin 1000", "metformin", "1000 mg", "taken"),
        ("inr 2.4 warfarin", "warfarin", None, "mentioned"),
        ("hcq 400, forgot azathioprine 50", "azathioprine", "50 mg", "missed"),
    ],
)
def test_hours_ratings_and_plans_beside_a_medicine_are_none_of_it(
    text: str, name: str, dose: str | None, status: str
) -> None:
    assert (name, dose, status) in medicines(text)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("pain behind right eye 9. Oxygen on and it went to 2", True),
        ("oxygen mask on 15 mins, head 3", True),
        ("oxygen 94%", False),
        ("nurse is due for the oxygen review", False),
    ],
)
def test_oxygen_that_is_on_was_taken(reader: UpdateReader, text: str, *, taken: bool) -> None:
    assert any(one.name == "oxygen therapy" and one.taken for one in reader.read(text).medications) is taken


@pytest.mark.parametrize("name", ["budesonide", "formoterol", "ciclesonide", "mometasone", "fluticasone"])
def test_what_is_inhaled_is_one_medicine_with_its_inhaler(reader: UpdateReader, name: str) -> None:
    assert [one.name for one in reader.read(f"{name} inhaler 2 puffs").medications] == [name]
