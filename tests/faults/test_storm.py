"""The short form of the storm; the long one is ``python -m tests.faults``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.storm import Counts, Plan, Storm
from tests.support import postgres

FLIGHT = 8
"""Messages that can be on their way at a kill."""


@pytest.fixture
def url() -> Iterator[str]:
    with postgres.database() as address:
        yield address


def _check(counts: Counts) -> None:
    assert counts.broken() == {}
    assert counts.updates > 10
    assert counts.replies_doubled <= counts.answers_cut + FLIGHT * counts.kills


async def test_nothing_is_lost_doubled_or_out_of_order_on_a_bad_day(tmp_path: Path) -> None:
    _check(await Storm(Plan(kills=3, troubles=("full", "block", "jump")), tmp_path).run())


@pytest.mark.postgres
async def test_four_workers_on_one_database_keep_every_promise(tmp_path: Path, url: str) -> None:
    plan = Plan(postgres=url, workers=4, kills=2, troubles=())
    _check(await Storm(plan, tmp_path).run())
