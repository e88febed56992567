"""A misspelt word is read the same after every start."""

import os
import subprocess
import sys

READ = """
from bot.content import vocabulary
from bot.understanding.updates import updates
reader = updates.UpdateReader(vocabulary.load())
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
