"""A misspelt word is read the same after every start."""

import os
import subprocess
import sys

import pytest

from bot.understanding.updates.updates import UpdateReader

READ = """
from bot.content import vocabulary, weights
from bot.understanding.updates import updates
reader = updates.UpdateReader(vocabulary.load(), weights.for_updates())
for word in ("burny", "crampz", "dizzt", "achey", "itchu", "numbb", "sorre", "swollem", "tinglt", "coughy"):
    print([symptom.name for symptom in reader.read(f"chest feels {word}, {word} all day").symptoms])
"""


def _read(seed: str) -> str:
    """Read in a process of its own, whose sets come in an order of their own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", READ], env=environment, capture_output=True, check=True)
    return done.stdout.decode()


def test_a_misspelt_word_that_is_near_two_words_is_read_the_same_after_every_start() -> None:
    first, *others = (_read(seed) for seed in ("1", "2", "3", "4"))
    assert first.count("\n") == 10
    assert others == [first] * 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spoting again today", "spotting"),
        ("buring feet all night", "burning"),
        ("calf spasn after lunch", "muscle spasm"),
        ("kiney pain, left side", "kidney pain"),
    ],
)
def test_a_word_of_illness_is_likelier_than_another_that_is_as_near(
    reader: UpdateReader, text: str, name: str
) -> None:
    assert name in {said.name for said in reader.read(text).symptoms}
