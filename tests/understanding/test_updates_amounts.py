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
