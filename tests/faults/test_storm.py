"""The short form of the storm; the long one is ``python -m tests.faults``."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.storm import Plan, Storm
from tests.support import postgres

SHORT = Plan(patients=6, kills=4, between_kills=0.6, spell=0.5, due_within=1.5, fresh=0.0)


@pytest.fixture
def url() -> Iterator[str]:
    with postgres.database() as address:
        yield address


async def test_nothing_is_lost_doubled_or_out_of_order_on_a_bad_day(tmp_path: Path) -> None:
    plan = replace(SHORT, troubles=("full", "jump", "block"))
    found = await Storm(plan, tmp_path).run()
    assert found.broken() == {}
    assert found.updates > 10
    assert found.reminders > 0


@pytest.mark.postgres
async def test_four_workers_on_one_database_keep_every_promise_while_a_newer_version_takes_over(
    tmp_path: Path, url: str
) -> None:
    plan = replace(SHORT, postgres=url, workers=4, every=2, troubles=("upgraded", "jump"))
    found = await Storm(plan, tmp_path).run()
    assert found.broken() == {}
    assert found.updates > 10
    assert found.reminders > 0
