"""The bill of materials of a release lists what is pinned, and the tools that make it are pinned themselves."""

import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support import programs, sbom

HOUSE = Path(__file__).parents[1]
TOOL = HOUSE / ".venv" / "release" / "bin" / "cyclonedx-py"
PINNED = sbom.pins(sbom.PINNED.read_text(encoding="utf-8"))


@pytest.fixture
def true_bill() -> dict[str, Any]:
    """A bill of materials written by hand from the pins, in the tool's form."""
    components = [
        {
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "externalReferences": [{"hashes": [{"alg": "SHA-256", "content": each} for each in hashes]}],
        }
        for name, (version, hashes) in PINNED.items()
    ]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}


def test_a_bill_of_what_is_pinned_has_no_problems(true_bill: dict[str, Any]) -> None:
    assert len(PINNED) > 20
    assert sbom.problems(true_bill, PINNED) == []


def test_whatever_differs_from_the_pins_is_named(true_bill: dict[str, Any]) -> None:
    def spoilt(**changes: Any) -> list[str]:
        bill = copy.deepcopy(true_bill)
        bill["components"][0].update(changes)
        return sbom.problems(bill, PINNED)

    name = true_bill["components"][0]["name"]
    assert f"{name} is 0, pinned is {PINNED[name][0]}" in spoilt(version="0")
    assert f"{name} has a wrong purl" in spoilt(purl="pkg:pypi/other@1")
    assert f"{name} has other hashes" in spoilt(externalReferences=[])
    assert spoilt(name="smuggled") == [f"{name} is missing", "smuggled is not pinned"]
    assert sbom.problems({"bomFormat": "SPDX"}, PINNED) == ["it is no CycloneDX document"]


def test_the_tools_of_a_release_are_pinned_with_hashes() -> None:
    text = (HOUSE / "deploy" / "requirements-release.txt").read_text(encoding="utf-8")
    assert {"cyclonedx-bom", "pip-audit"} <= sbom.pins(text).keys()
    assert len(sbom.pins(text)) == len(re.findall(r"^[a-z0-9]\S*==", text, re.MULTILINE))
    assert "://" not in text


def test_the_tool_writes_what_is_pinned_and_asks_no_network(tmp_path: Path) -> None:
    if not TOOL.exists():
        programs.missing("the tool that writes it is not installed (make .venv/release.stamp).")
    made = tmp_path / "sbom.json"
    command = (TOOL, "requirements", sbom.PINNED, "--output-reproducible", "--of", "JSON", "-o", made)
    nowhere = {"https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    subprocess.run(command, check=True, capture_output=True, env=nowhere)
    assert sbom.problems(json.loads(made.read_text(encoding="utf-8")), PINNED) == []
