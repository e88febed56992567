"""How much of a medicine was taken, in the many ways people write it; what is no amount is not taken for one."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def doses(reader: UpdateReader, text: str) -> dict[str, str | None]:
    return {said.name: said.dose for said in reader.read(text).medications}


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("took half a 50 suma", "25 mg"),
        ("half of a 50mg suma", "25 mg"),
        ("half a suma", "half"),
        ("half a tablet of suma", "half tablet"),
        ("\N{VULGAR FRACTION ONE HALF} tablet of suma", "half tablet"),
        ("1/4 of a suma", "quarter"),
        ("1 and a half tablets of suma", "1.5 tablets"),
        ("1\N{VULGAR FRACTION ONE HALF} tablets of suma", "1.5 tablets"),
        ("two 50s of suma", "2 x 50 mg"),
        ("2 x 50 suma", "2 x 50 mg"),
        ("suma 50mg x2", "2 x 50 mg"),
        ("suma 50mg (2 tablets)", "2 x 50 mg"),
        ("2 of my 50mg suma", "2 x 50 mg"),
        ("suma 50-100mg", "50-100 mg"),
        ("fifty mg of suma", "50 mg"),
        ("50-mg suma", "50 mg"),
        ("suma helped, only took 50mg", "50 mg"),
        ("took my suma this morning (100 mg)", "100 mg"),
        ("suma from 50 to 100", "100 mg"),
        ("suma 50mg -> 100mg", "100 mg"),
        ("suma 50mg 3x a day", "50 mg"),
        ("2 suma", "2"),
    ],
)
def test_an_amount_is_made_plain_however_it_is_written(reader: UpdateReader, text: str, dose: str) -> None:
    assert doses(reader, text) == {"sumatriptan": dose}


@pytest.mark.parametrize(
    ("text", "name", "dose"),
    [
        ("4u novorapid", "insulin aspart", "4 units"),
        ("18 of lantus", "insulin glargine", "18 units"),
        ("ventolin x4 puffs", "albuterol", "4 puffs"),
        ("symbicort 200/6 two puffs", "budesonide and formoterol", "2 puffs"),
        ("losartan 50/12.5", "losartan", "50/12.5 mg"),
        ("two tablets of co-codamol 30/500", "co-codamol", "2 x 30/500 mg"),
        ("5mg/5ml oral morphine", "morphine", "5 mg"),
        (".5 xanax", "alprazolam", "0.5 mg"),
        ("took 1,000mg tylenol", "acetaminophen", "1000 mg"),
    ],
)
def test_an_amount_is_read_as_the_medicine_is_measured(
    reader: UpdateReader, text: str, name: str, dose: str
) -> None:
    assert doses(reader, text) == {name: dose}


def test_each_medicine_of_a_list_keeps_its_own_amount(reader: UpdateReader) -> None:
    assert doses(reader, "took 1g paracetamol, 400 ibuprofen and 30 codeine, 2 naproxen 250") == {
        "acetaminophen": "1 g",
        "ibuprofen": "400 mg",
        "codeine": "30 mg",
        "naproxen": "2 x 250 mg",
    }


@pytest.mark.parametrize(
    "text",
    [
        "pain 7 suma",
        "took suma at 10",
        "took suma 2 hours ago",
        "took suma 3 times",
        "day 3 of suma",
        "suma every 6 hours",
        "took my 8am suma",
        "hr 130 so took suma",
        "took a dose of suma",
        "3rd suma today",
        "migraine 8, suma, 5 hours sleep",
    ],
)
def test_other_numbers_are_no_amounts(reader: UpdateReader, text: str) -> None:
    assert doses(reader, text) == {"sumatriptan": None}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("no suma left", "ran_out"),
        ("no suma today", "missed"),
        ("haven't needed my suma", "missed"),
        ("suma isn't touching it", "taken"),
        ("suma nowhere in stock, shortage of suma", "ran_out"),
    ],
)
def test_what_was_done_with_it_is_told(reader: UpdateReader, text: str, status: str) -> None:
    assert [said.status for said in reader.read(text).medications] == [status]


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Panadol two at lunch", "2"),
        ("paracetamol two at 4", "2"),
        ("paracetamol 2 at 8 and 12", "2"),
        ("a gram of paracetamol", "1 g"),
        ("took a single paracetamol", "1"),
        ("two paracetamol tablets", "2 tablets"),
        ("paracetamol 500s x 2", "2 x 500 mg"),
        ("double dose of paracetamol", "double dose"),
        ("2 x 500mg paracetamol", "2 x 500 mg"),
    ],
)
def test_paracetamol_is_counted_in_every_way_it_is_told(reader: UpdateReader, text: str, dose: str) -> None:
    assert doses(reader, text) == {"acetaminophen": dose}


@pytest.mark.parametrize(
    ("text", "medicine", "dose"),
    [
        ("Took Xyrem both doses last night", "sodium oxybate", "2 doses"),
        ("two 8/500 cocodamol at noon", "co-codamol", "2 x 8/500 mg"),
        ("cocodamol 8/500 two", "co-codamol", "2 x 8/500 mg"),
        ("three quarters of a tablet of carvedilol", "carvedilol", "0.75 tablets"),
        ("3/4 mg lorazepam", "lorazepam", "0.75 mg"),
        ("methotrexate 6 tablets of 2.5", "methotrexate", "6 x 2.5 mg"),
        ("teaspoon of gaviscon", "sodium alginate", "1 teaspoon"),
        ("lidocaine patches x2", "lidocaine", "2 patches"),
        ("one suma injection", "sumatriptan", "1 injection"),
        ("fentanyl 25 patch changed", "fentanyl", "25 mcg"),
    ],
)
def test_pieces_shares_and_spoons_are_counted(
    reader: UpdateReader, text: str, medicine: str, dose: str
) -> None:
    assert doses(reader, text) == {medicine: dose}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("sugars in the 17s all day, gave correction 6 units novorapid", "taken"),
        ("gave 5 units humalog for it", "taken"),
        ("gave myself 6 units of novorapid", "taken"),
        ("chucked back two co-codamol", "taken"),
        ("down to last 2 tramadol", "ran_out"),
        ("put me on duloxetine 30 mg from tomorrow", "mentioned"),
        ("starting duloxetine 30 mg from Monday", "mentioned"),
        ("gp put me on sertraline 50, first one tomorrow", "mentioned"),
        ("swapping to duloxetine 30 next week", "mentioned"),
        ("going up to 150 pregabalin from Monday", "mentioned"),
        ("started duloxetine 30 mg on Monday", "taken"),
    ],
)
def test_what_was_given_is_taken_and_what_begins_later_is_not(
    reader: UpdateReader, text: str, status: str
) -> None:
    assert [said.status for said in reader.read(text).medications] == [status]


def test_insulin_that_another_was_given_is_not_ones_own(reader: UpdateReader) -> None:
    assert not any(said.taken for said in reader.read("gave the cat 2 units of lantus").medications)


@pytest.mark.parametrize(
    ("text", "medicine", "dose"),
    [
        ("ketorolac 30 shot at urgent care", "ketorolac", "30 mg"),
        ("diclofenac 100 suppository, back 6", "diclofenac", "100 mg"),
        ("salbutamol 2.5 neb", "albuterol", "2.5 mg"),
        ("took 6 extra units of novorapid", "insulin aspart", "6 units"),
        ("suppository diazepam 10mg", "diazepam", "10 mg"),
        ("sumatriptan, 2 shots", "sumatriptan", "2 injections"),
        ("pyridium 200, peeing razor blades", "phenazopyridine", "200 mg"),
        ("desmopressin 200 at bedtime", "desmopressin", "200 mcg"),
        ("hrt patch 50 changed, flushes 8 of them", "estradiol", "50 mcg"),
        ("pred: 15 yesterday, 12.5 today", "prednisone", "12.5 mg"),
        ("pred helped, pain 5 yesterday 2 today", "prednisone", None),
        ("sinemet wore off, took the 12 o'clock 125 early", "levodopa", "125 mg"),
        ("10mg zopiclone? no, 3.75", "zopiclone", "3.75 mg"),
        ("took 400 ibuprofen, no 5 of the other things helped", "ibuprofen", "400 mg"),
        ("2 naproxen, left knee 5", "naproxen", "2"),
    ],
)
def test_a_number_is_as_strong_as_what_it_stands_beside(
    reader: UpdateReader, text: str, medicine: str, dose: str | None
) -> None:
    assert doses(reader, text) == {medicine: dose}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("eyes gritty 5, drops x4", {"eye drops"}),
        ("eyes sore and my blood pressure drops when I stand", set()),
        ("paracetamol and a suppository", {"acetaminophen", "laxative"}),
        ("steroid drops for the uveitis", {"steroid eye drops"}),
        ("2 ear drops, earache 4", {"ear drops"}),
        ("my sugar drops x2", set()),
    ],
)
def test_drops_and_suppositories_are_medicines_where_nothing_else_is_meant(
    reader: UpdateReader, text: str, named: set[str]
) -> None:
    assert set(doses(reader, text)) == named
