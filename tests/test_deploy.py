"""What is in deploy/ fits the program: settings it knows, figures it gives, addresses it answers, and nothing open."""

import copy
import re
import subprocess
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from bot.channels import status
from bot.channels.telegram import webhook
from bot.services import workers
from tests.support import programs

DEPLOY = Path(__file__).parents[1] / "deploy"
MOST_EXPOSED = 2.0
"""Of systemd's 10; below 2 it says "OK"."""
SETTING = re.compile(r"^#? ?([A-Z][A-Z_]+)=", re.MULTILINE)


def _settings() -> set[str]:
    return set(SETTING.findall((DEPLOY.parent / ".env.example").read_text()))


@pytest.fixture(scope="module")
def manifests() -> dict[str, Any]:
    found = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))
    return {each["kind"]: each for each in found}


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


async def _nothing(*_: Any) -> Any:
    return {}


def _paths() -> set[str]:
    return {route.path for route in [*status.routes(_nothing), *webhook.routes(_nothing, "s")]}


@pytest.mark.parametrize("version", ["1.31", "1.34", "1.37"])
def test_the_manifests_are_what_kubernetes_takes(manifests: dict[str, Any], version: str) -> None:
    for manifest in manifests.values():
        kubernetes_validate.validate(manifest, version, strict=True)
    astray = copy.deepcopy(manifests["Deployment"])
    astray["spec"]["template"]["spec"]["containers"][0]["imagePullPolice"] = "Always"
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(astray, version, strict=True)


def test_a_pod_may_nothing_it_need_not(manifests: dict[str, Any]) -> None:
    pod = manifests["Deployment"]["spec"]["template"]["spec"]
    (bot,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    assert bot["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert bot["resources"]["limits"]["memory"]
    assert pod["terminationGracePeriodSeconds"] > workers.FINISH_SECONDS + 6


def test_a_pod_is_asked_where_it_answers_and_told_what_it_knows(manifests: dict[str, Any]) -> None:
    deployment = manifests["Deployment"]["spec"]
    (bot,) = deployment["template"]["spec"]["containers"]
    assert bot["readinessProbe"]["httpGet"]["path"] in _paths()
    assert "httpGet" not in bot["livenessProbe"]  # a database that is away must not start everybody anew
    assert {each["name"] for each in bot["env"]} <= _settings()
    labels = deployment["template"]["metadata"]["labels"]
    for kind in ("Service", "PodDisruptionBudget", "NetworkPolicy"):
        spec = manifests[kind]["spec"]
        chosen = spec.get("podSelector", spec.get("selector"))
        assert chosen.get("matchLabels", chosen).items() <= labels.items(), kind
    mounted = {each["name"] for each in bot["volumeMounts"]}
    assert mounted == {each["name"] for each in deployment["template"]["spec"]["volumes"]}


def test_the_world_reaches_nothing_but_the_webhook(manifests: dict[str, Any], compose: Any) -> None:
    (rule,) = manifests["Ingress"]["spec"]["rules"]
    assert [path["path"] for path in rule["http"]["paths"]] == [webhook.PATH]
    (port,) = compose["services"]["bot"]["ports"]
    assert port.startswith("127.0.0.1:")
    assert "ports" not in compose["services"]["database"]
    caddy = (DEPLOY / "Caddyfile").read_text()
    assert re.findall(r"^\t\tpath (.+)$", caddy, re.MULTILINE) == [webhook.PATH]
    assert caddy.count("reverse_proxy") == 1


def test_compose_sets_what_the_program_knows(compose: Any) -> None:
    assert set(compose["services"]["bot"]["environment"]) <= _settings()
    assert compose["services"]["bot"]["read_only"] is True


def test_every_alert_asks_for_a_figure_the_program_gives() -> None:
    (group,) = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"]
    asked = set()
    for rule in group["rules"]:
        names = set(re.findall(r"sameside_\w+", rule["expr"]))
        assert names, rule["alert"]
        assert names <= status.HELP.keys(), rule["alert"]
        assert rule["annotations"].keys() == {"summary", "do"}
        assert rule["expr"].count("(") == rule["expr"].count(")")
        asked |= names
    assert status.HELP.keys() - asked == {"sameside_messages_sent_total"}


def test_every_figure_is_explained_to_the_operator() -> None:
    told = (DEPLOY.parent / "docs" / "operations.md").read_text()
    assert [name for name in status.HELP if name not in told] == []


def test_the_service_is_closed_by_systemds_own_measure() -> None:
    done = subprocess.run(
        (
            programs.needs("systemd-analyze", "systemd"),
            "security",
            "--offline=true",
            "--no-pager",
            str(DEPLOY / "sameside.service"),
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"Overall exposure level.*?: ([\d.]+)", done.stdout)
    if found is None:
        programs.missing("this systemd-analyze cannot look at a file: it is older than 250")
    assert float(found[1]) <= MOST_EXPOSED
