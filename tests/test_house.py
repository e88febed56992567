import ast
import functools
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]

TOP_LEVEL_FILES = {"pyproject.toml", "README.md", "CHANGELOG.md", "Makefile", ".env.example", ".gitignore"}
TOP_LEVEL_FOLDERS = {".ci", "bot", "tests", "deploy", "docs"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
LONGEST_MODULE = 400
MAY_READ_THE_CLOCK = ("bot/cli.py", "bot/app.py", "bot/clock.py", "bot/channels/")
MAY_CATCH_ANYTHING = (
    "bot/services/intake.py",  # an update that cannot be stored must not come again for ever
    "bot/services/turns.py",
    "bot/services/ticks.py",
    "bot/services/delivery.py",
    "bot/channels/telegram/polling.py",
)
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
}
SPAWNERS = {("asyncio", "create_task"), ("asyncio", "ensure_future")}

# Written in pieces, so that this file does not hold what it forbids.
REGISTRY = re.compile(
    "|".join(
        (
            r"\bpypi" + r"\.org",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.(?:com|org)",
            r"\bghcr" + r"\.io",
            r"docker" + r"\.io",
            r"(?<![\w-])--(?:extra-)?index" + "-url",
            r"(?<![\w-])--find" + "-links",
        )
    )
)
MACHINE_PATH = re.compile(
    r"(?<![\w.])(?:/(?:home|Users|root|work)/\w|/opt/(?:wheels|pypi)\b|[A-Z]:\\Users\\)"
)


@functools.cache
def files() -> tuple[str, ...]:
    """Everything that is in the repository or would get in with the next `git add`."""
    listing = subprocess.run(
        # The owner of a checkout in CI is often somebody else than the user who tests it.
        ("git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=HOUSE,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return tuple(sorted(name for name in set(listing.split("\0")) if name and (HOUSE / name).is_file()))


def modules(folder: str = "bot/") -> list[str]:
    return [name for name in files() if name.startswith(folder) and name.endswith(".py")]


@functools.cache
def tree(name: str) -> ast.Module:
    return ast.parse((HOUSE / name).read_text(encoding="utf-8"), filename=name)


def attributes(name: str) -> Iterator[tuple[str, str, int]]:
    """Yield (`a`, `b`, line) for each `a.b` and `….a.b`, and for each `from a import b`."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            if isinstance(owner, ast.Name):
                yield owner.id, node.attr, node.lineno
            elif isinstance(owner, ast.Attribute):
                yield owner.attr, node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name, node.lineno) for alias in node.names)


def text_lines(name: str) -> list[str]:
    try:
        return (HOUSE / name).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def pins(name: str) -> dict[str, str]:
    found = re.findall(
        r"^([a-z0-9-]+)==(\S+)", (HOUSE / "deploy" / name).read_text(encoding="utf-8"), re.MULTILINE
    )
    return dict(found)


def test_the_tree_is_read_at_all() -> None:
    assert "pyproject.toml" in files()
    assert "bot/domain/errors.py" in modules()


def test_the_top_level_stays_short() -> None:
    tops = {name.partition("/")[:2] for name in files()}
    assert {top for top, slash in tops if not slash} - TOP_LEVEL_FILES == set()
    assert {top for top, slash in tops if slash} - TOP_LEVEL_FOLDERS == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [
        name
        for name in files()
        if name.endswith(".py") and VAGUE_NAMES & set(Path(name).with_suffix("").parts)
    ] == []


def test_tests_are_not_a_package() -> None:
    assert [name for name in modules("tests/") if name.endswith("__init__.py")] == []


def test_every_module_says_why_it_exists() -> None:
    assert [name for name in modules() if not ast.get_docstring(tree(name))] == []


def test_no_module_is_too_long_to_be_one_thing() -> None:
    assert {name: lines for name in modules() if (lines := len(text_lines(name))) > LONGEST_MODULE} == {}


def test_only_the_edges_read_the_clock() -> None:
    inside = [name for name in modules() if not name.startswith(MAY_READ_THE_CLOCK)]
    found = [
        f"{name}:{line} {a}.{b}" for name in inside for a, b, line in attributes(name) if (a, b) in CLOCKS
    ]
    assert found == []


def test_tasks_are_started_in_one_file_which_keeps_them() -> None:
    starting = {name for name in modules() for a, b, _ in attributes(name) if (a, b) in SPAWNERS}
    assert len(starting) <= 1, starting


def test_only_the_turn_and_the_senders_catch_anything() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name in modules()
        if name not in MAY_CATCH_ANYTHING
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ExceptHandler) and catches_anything(node)
    ]
    assert found == []


def catches_anything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return not raises_again(handler)
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {each.id for each in caught if isinstance(each, ast.Name)}
    return "Exception" in names or ("BaseException" in names and not raises_again(handler))


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Putting things away on the way out, with a bare `raise` at the end, swallows nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize(
    ("code", "anything"),
    [
        ("except ValueError: pass", False),
        ("except (ValueError, Exception): pass", True),
        ("except Exception: raise", True),
        ("except BaseException: pass", True),
        ("except BaseException: close(); raise", False),
        ("except: pass", True),
        ("except: raise ValueError", True),
    ],
)
def test_what_counts_as_catching_anything(code: str, *, anything: bool) -> None:
    nodes = ast.walk(ast.parse(f"try: go()\n{code}"))
    handler = next(node for node in nodes if isinstance(node, ast.ExceptHandler))
    assert catches_anything(handler) is anything


@pytest.mark.parametrize(
    "pattern", [REGISTRY, MACHINE_PATH], ids=["a package registry", "a path of one machine"]
)
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}"
        for name in files()
        for number, line in enumerate(text_lines(name), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_the_forbidden_patterns_find_what_they_are_for() -> None:
    slash = "/"
    assert MACHINE_PATH.search(f"see {slash}home{slash}robin")
    assert MACHINE_PATH.search(f"'{slash}root{slash}x'")
    assert not MACHINE_PATH.search("https://example.org/home/x")
    assert REGISTRY.search("https://" + "pypi" + ".org/simple")
    assert REGISTRY.search("--extra-index" + "-url x")
    assert not REGISTRY.search("--no-emit-index-url")


def test_what_the_bot_imports_is_pinned() -> None:
    pinned = pins("requirements.txt")
    homes = importlib.metadata.packages_distributions()
    missing = {
        f"{name} imports {package}"
        for name in modules()
        for package in imported(name) - sys.stdlib_module_names - {"bot"}
        if not any(normal(home) in pinned for home in homes.get(package, ()))
    }
    assert missing == set()


def imported(name: str) -> set[str]:
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_pins_cover_the_project_file() -> None:
    project = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    listed = {
        normal(name)
        for name in re.findall(r'^  "([\w.-]+)[^"]*",$', project.split("[tool.")[0], re.MULTILINE)
    }
    assert {"sqlalchemy", "pytest"} <= listed
    assert listed - set(pins("requirements-dev.txt")) == set()


def test_tests_run_with_what_the_bot_runs_with() -> None:
    bot, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: version for name, version in bot.items() if dev.get(name) != version} == {}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_its_hashes_and_no_place_to_fetch_from(name: str) -> None:
    text = (HOUSE / "deploy" / name).read_text(encoding="utf-8")
    entries = [
        entry
        for entry in text.replace("\\\n", " ").splitlines()
        if entry and not entry.lstrip().startswith("#")
    ]
    assert len(entries) == len(pins(name))
    assert [
        entry
        for entry in entries
        if not re.fullmatch(r"[a-z0-9-]+==\S+(?:\s+--hash=sha256:[0-9a-f]{64})+", entry)
    ] == []
    assert "://" not in text
