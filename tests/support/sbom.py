"""Holds a bill of materials (CycloneDX JSON) to what is pinned: each package, its version and its hashes, no more.

`make sbom` says `python -m tests.support.sbom FILE`; nothing is asked of the network.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

PINNED = Path(__file__).parents[2] / "deploy" / "requirements.txt"
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?:\s+--hash=sha256:[0-9a-f]{64})+)", re.MULTILINE)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")

Pin = tuple[str, frozenset[str]]


def pins(text: str) -> dict[str, Pin]:
    """Read pinned requirements as name: (version, SHA-256 hashes)."""
    joined = text.replace("\\\n", " ")
    return {name: (version, frozenset(_HASH.findall(rest))) for name, version, rest in _PIN.findall(joined)}


def problems(document: dict[str, Any], pinned: dict[str, Pin]) -> list[str]:
    """List in words how a document differs from the pins; empty where it does not."""
    if document.get("bomFormat") != "CycloneDX" or not str(document.get("specVersion", "")).startswith("1."):
        return ["it is no CycloneDX document"]
    found = {each["name"]: each for each in document.get("components", ())}
    said = [f"{name} is missing" for name in sorted(pinned.keys() - found.keys())]
    said += [f"{name} is not pinned" for name in sorted(found.keys() - pinned.keys())]
    for name in sorted(pinned.keys() & found.keys()):
        version, hashes = pinned[name]
        if found[name].get("version") != version:
            said.append(f"{name} is {found[name].get('version')}, pinned is {version}")
        if found[name].get("purl", "").partition("?")[0] != f"pkg:pypi/{name}@{version}":
            said.append(f"{name} has a wrong purl")
        if _hashes(found[name]) != hashes:
            said.append(f"{name} has other hashes")
    return said


def _hashes(component: dict[str, Any]) -> frozenset[str]:
    places = [component, *component.get("externalReferences", ())]
    return frozenset(
        each["content"] for place in places for each in place.get("hashes", ()) if each["alg"] == "SHA-256"
    )


def main() -> int:
    """Say what is wrong with the file that is named; give 0 where nothing is."""
    said = problems(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), pins(PINNED.read_text()))
    fine = f"{sys.argv[1]}: {len(pins(PINNED.read_text()))} packages, as pinned."
    sys.stdout.write("\n".join(said or [fine]) + "\n")
    return 1 if said else 0


if __name__ == "__main__":
    raise SystemExit(main())
