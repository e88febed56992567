"""Medicines said not to have been left, advised and then taken, or of which too little was given, as patients write."""

import pytest

from bot.content import vocabulary, weights
from bot.understanding.updates.updates import UpdateReader

reader = UpdateReader(vocabulary.load(), weights.for_updates())


def medicines(text: str) -> list[tuple[str, str | None, str]]:
    return [(said.name, said.dose, said.status) for said in reader.read(text).medications]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lithium, not skipped one", "lithium"),
        ("haven't missed any methotrexate", "methotrexate"),
        ("no missed doses of keppra", "levetiracetam"),
        ("I never skip my insulin", "insulin"),
        ("dont think i've missed any lamictal", "lamotrigine"),
        ("can't remember missing any of the keppra", "levetiracetam"),
        ("3 weeks of doxycycline without skipping", "doxycycline"),
        ("haven't stopped the sertraline", "sertraline"),
        ("Still not off the pred", "prednisone"),
    ],
)
def test_a_medicine_that_was_not_missed_was_taken(text: str, name: str) -> None:
    assert medicines(text) == [(name, None, "taken")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("not good, missed keppra", "levetiracetam"),
        ("no i missed my keppra", "levetiracetam"),
        ("no energy, skipped metformin", "metformin"),
        ("cant believe i forgot my lisinopril", "lisinopril"),
        ("haven't eaten so skipped metformin", "metformin"),
    ],
)
def test_what_is_denied_of_something_else_leaves_the_medicine_missed(text: str, name: str) -> None:
    assert medicines(text) == [(name, None, "missed")]


@pytest.mark.parametrize(
    "text",
    [
        "hurts 6 out of 10, ibuprofen 400",
        "7 getting off the loo, ibuprofen 400",
        "missed the bus, ibuprofen 400",
        "bleeding stopped, ibuprofen 400",
        "out of breath, ibuprofen 400",
        "without my glasses all day, ibuprofen 400",
    ],
)
def test_what_was_left_before_a_comma_is_not_the_medicine_after_it(text: str) -> None:
    assert medicines(text) == [("ibuprofen", "400 mg", "taken")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("forgot again, ramipril 5", "missed"),
        ("ran out yesterday, ramipril 5", "ran_out"),
        ("ramipril 5, stopped last week", "stopped"),
        ("ramipril 5, none left", "ran_out"),
        ("ramipril 5, cough stopped", "taken"),
    ],
)
def test_a_clause_of_its_own_tells_of_the_medicine_beside_it(text: str, status: str) -> None:
    assert medicines(text) == [("ramipril", "5 mg", status)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("dr said to take lasix 20 extra, took it", "taken"),
        ("told to take lasix 20, so I did", "taken"),
        ("they said to take lasix 20. Took one", "taken"),
        ("picked up the lasix 20, started it", "taken"),
        ("dr said to take lasix 20, took the bus home", "mentioned"),
        ("waiting for lasix 20, had two bad days", "mentioned"),
        ("dr said to take lasix 20, didn't", "missed"),
    ],
)
def test_advice_counts_as_taken_where_it_was_followed(text: str, status: str) -> None:
    assert medicines(text) == [("furosemide", "20 mg", status)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("only gave me 7 days of vyvanse and that was 9 days ago", "ran_out"),
        ("gave me 7 days of vyvanse 3 days ago", "taken"),
        ("emergency supply of vyvanse gone", "ran_out"),
        ("not a single vyvanse left", "ran_out"),
        ("vyvanse, still have all 14", "missed"),
        ("the vyvanse box is still sealed", "missed"),
        ("vyvanse never left the packet", "missed"),
        ("chemist has no vyvanse till wed, still have a bit in the old tub", "mentioned"),
        ("chemist only gave me half my vyvanse", "mentioned"),
        ("chemist out of vyvanse again, got none left", "ran_out"),
        ("constipated with these vyvanse", "taken"),
        ("vyvanse swig from the bottle", "taken"),
    ],
)
def test_what_is_left_of_it_tells_whether_it_was_taken(text: str, status: str) -> None:
    assert medicines(text) == [("lisdexamfetamine", None, status)]


@pytest.mark.parametrize(
    ("text", "name", "dose"),
    [
        ("lidocaine patch 1 on lower back", "lidocaine", "1 patch"),
        ("took two paracetamol, 500 each", "acetaminophen", "2 x 500 mg"),
        ("keppra twice, 500 a time", "levetiracetam", "500 mg"),
        ("diclofenac gel to both knees", "diclofenac", None),
        ("penicillin 4x a day", "penicillin", None),
    ],
)
def test_what_was_put_on_a_place_or_told_of_each_is_an_amount(text: str, name: str, dose: str | None) -> None:
    assert medicines(text) == [(name, dose, "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "it's not mtx day",
        "no choking on tablets",
        "watching films on my tablet",
    ],
)
def test_another_day_and_other_tablets_name_no_medicine(text: str) -> None:
    assert medicines(text) == []


def test_what_a_tablet_is_for_heads_its_name() -> None:
    assert medicines("never took the tablet for nausea, ondansetron") == [("ondansetron", None, "missed")]
    assert medicines("the tablet for sleep, zopiclone, missed") == [("zopiclone", None, "missed")]
    assert [said[0] for said in medicines("Took all tablets today. Losartan 50, metformin 1g")] == [
        "losartan",
        "metformin",
    ]
    assert [said[2] for said in medicines("forgot my meds. Losartan 50, metformin 1g")] == [
        "missed",
        "taken",
        "taken",
    ]


def test_the_pills_are_not_the_contraceptive_pill() -> None:
    assert medicines("took the pills") == [("usual medicines", None, "taken")]
    assert medicines("took the pill late") == [("birth control pill", None, "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "codeine to hand",
        "gabapentin on the shelf",
        "methotrexate day tomorrow",
        "if my throat ever swells the epipen is in the blue bag",
        "the inhaler is in my drawer",
    ],
)
def test_a_medicine_that_lies_ready_is_only_mentioned(text: str) -> None:
    assert [said[2] for said in medicines(text)] == ["mentioned"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("want to come off citalopram", "mentioned"),
        ("GP wants me off citalopram", "mentioned"),
        ("tempted to skip the citalopram", "mentioned"),
        ("fell asleep before taking my citalopram", "missed"),
        ("left the citalopram at home", "missed"),
        ("citalopram not available in the shop", "ran_out"),
        ("had the citalopram, finished sunday", "stopped"),
        ("took the citalopram, finished the box", "taken"),
        ("had to stop the citalopram", "stopped"),
    ],
)
def test_what_is_wished_is_not_done(text: str, status: str) -> None:
    assert [said[2] for said in medicines(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("metformin: no", "missed"),
        ("metformin ✅", "taken"),
        ("metformin no side effects", "mentioned"),
        ("nearly forgot my metformin", "taken"),
        ("forgot metformin this morning, took it at 2", "taken"),
        ("forgot metformin this morning, took the bus", "missed"),
        ("didn't bother taking the metformin", "missed"),
        ("too sick to take the metformin", "missed"),
        ("everything but my metformin", "missed"),
        ("rationing my metformin", "taken"),
        ("every other day on the metformin", "taken"),
    ],
)
def test_ticks_and_late_doses_tell_what_was_taken(text: str, status: str) -> None:
    assert medicines(text) == [("metformin", None, status)]


@pytest.mark.parametrize(
    ("text", "name", "dose"),
    [
        ("was on pred 40 now 30", "prednisone", "30 mg"),
        ("baclofen 10mg, 3 of them today", "baclofen", "3 x 10 mg"),
        ("ibuprofen 400 now 5 hours ago", "ibuprofen", "400 mg"),
    ],
)
def test_the_amount_taken_now_counts(text: str, name: str, dose: str) -> None:
    assert medicines(text) == [(name, dose, "taken")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("0 puffs of ventolin today", "missed"),
        ("ventolin 0", "missed"),
        ("ventolin isn't doing much", "taken"),
        ("ventolin gave me the jitters", "taken"),
        ("nurse gave ventolin 5", "taken"),
        ("having a break from ventolin", "missed"),
        ("didn't end up needing the ventolin", "missed"),
        ("not sure if i had my ventolin", "missed"),
        ("no one has ventolin", "ran_out"),
        ("went back to ventolin", "taken"),
        ("on the waiting list for ventolin", "mentioned"),
        ("my ventolin lives in the drawer", "mentioned"),
    ],
)
def test_none_of_it_is_none_taken_and_what_it_does_is(text: str, status: str) -> None:
    assert [said[2] for said in medicines(text)] == [status]


def test_which_of_many_it_was_is_no_answer() -> None:
    assert medicines("Emgality no. 4 today") == [("galcanezumab", None, "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "did the ironing, back 5",
        "an ad for ozempic on tv again",
        "the aspirin commercial made me laugh",
        "testosterone blood test friday",
        "hip 4 when it's dry. no painkillers",
        "headache 5, nap helped, no tablet",
        "headache 2 after water. no meds needed",
        "two trams and a bus to clinic",
        "hypo at 3am, drank lucozade in the dark",
    ],
)
def test_chores_and_adverts_name_no_medicine(text: str) -> None:
    assert medicines(text) == []


def test_a_jammed_pen_gives_nothing_and_jam_stays_jam() -> None:
    assert [said[2] for said in medicines("my Humira pen jammed")] == ["missed"]
    assert [said[2] for said in medicines("took my Humira, jam on toast")] == ["taken"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("can't function without my ramipril", "taken"),
        ("without my ramipril again", "missed"),
        ("stopped vomiting with ramipril", "taken"),
        ("stopped by the chemist, ramipril there", "mentioned"),
        ("stopped taking ramipril", "stopped"),
        ("ramipril stopped the headache", "taken"),
        ("ramipril stopped this week", "stopped"),
        ("not out of ramipril yet", "taken"),
        ("talk of starting ramipril", "mentioned"),
    ],
)
def test_what_stopped_or_went_without_must_be_the_medicine(text: str, status: str) -> None:
    assert [said[2] for said in medicines(text)] == [status]


def test_tablets_for_the_blood_pressure_are_medicines() -> None:
    assert medicines("forgot my blood pressure tablets") == [("blood pressure medicine", None, "missed")]


@pytest.mark.parametrize(
    ("text", "name", "dose", "status"),
    [
        ("can I have a second sumatriptan 50? first one was at 1.20", "sumatriptan", "50 mg", "taken"),
        ("is it ok to take more ibuprofen 400? had 2 at noon", "ibuprofen", "400 mg", "taken"),
        ("should I take more codeine 30? haven't had any", "codeine", "30 mg", "missed"),
        ("can I take naproxen 500 with food? had lunch at 1", "naproxen", "500 mg", "mentioned"),
        ("doxycycline 200 first day then 100 from tomorrow", "doxycycline", "200 mg", "taken"),
        ("amoxicillin 500 from tomorrow", "amoxicillin", "500 mg", "mentioned"),
        ("would have gone in but migraine 8, suma 50", "sumatriptan", "50 mg", "taken"),
        ("I'd been up since 4, codeine 30", "codeine", "30 mg", "taken"),
        ("pain I'd normally live with at 4, hips bad, etoricoxib 90", "etoricoxib", "90 mg", "taken"),
        ("I'd normally take naproxen 500", "naproxen", "500 mg", "mentioned"),
        ("wondering if naproxen 500 would help", "naproxen", "500 mg", "mentioned"),
        ("enbrel 50 due thurs", "etanercept", "50 mg", "mentioned"),
        ("Infusion no. 6 booked tuesday 8am, ocrevus", "ocrelizumab", None, "mentioned"),
        ("whats the difference between bisoprolol and ivabradine", "ivabradine", None, "mentioned"),
        ("collected the repeat, 56 x amlodipine 5mg", "amlodipine", "5 mg", "mentioned"),
        ("chemist had my sertraline 50mg, took it at 2", "sertraline", "50 mg", "taken"),
        ("methotrexate 15 tomorrow", "methotrexate", "15 mg", "mentioned"),
        ("no methotrexate 15 due to the infection", "methotrexate", "15 mg", "missed"),
        ("dizzy 4 so I held my metoprolol 25", "metoprolol", "25 mg", "missed"),
        ("held my breath, ventolin 2 puffs", "albuterol", "2 puffs", "taken"),
        ("3 paracetamols left in the house, took none", "acetaminophen", None, "missed"),
        ("only 4 codeine left", "codeine", None, "mentioned"),
        ("pharmacy had none so 2 paracetamol instead", "acetaminophen", "2", "taken"),
    ],
)
def test_what_is_asked_due_held_or_in_stock_is_told_from_what_was_taken(
    text: str, name: str, dose: str | None, status: str
) -> None:
    assert (name, dose, status) in medicines(text)
