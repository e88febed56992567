import base64
import os
import re
import traceback
from pathlib import Path

import pytest

from bot import settings
from bot.domain import errors

TOKEN = "123456789:AAExampleExampleExampleExample_12345"
KEY = base64.b64encode(bytes(range(32))).decode()
OLDER_KEY = base64.urlsafe_b64encode(bytes(range(223, 255))).decode()


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.lower().startswith(("sameside_", "telegram_")):
            monkeypatch.delenv(name)


def env_file(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_needs_to_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read = settings.load()
    assert read.telegram_token is None
    assert read.data_dir == Path("data")
    assert read.database_url == f"sqlite:///{tmp_path / 'data' / 'sameside.db'}"
    assert (read.listen_host, read.listen_port) == ("127.0.0.1", 8080)
    assert read.sends_per_second == 30
    assert read.allowed_users == frozenset()
    assert read.master_keys == ()
    assert read.webhook_secret_token is None
    assert read.api_base == "https://api.telegram.org/bot"
    assert read.file_base == "https://api.telegram.org/file/bot"
    assert read.unknown == ()


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = env_file(
        tmp_path, f"TELEGRAM_TOKEN='{TOKEN}'\nSAMESIDE_LISTEN=0.0.0.0:80\nSAMESIDE_DATA_DIR=/srv/s\n"
    )
    monkeypatch.setenv("SAMESIDE_LISTEN", "[::1]:0")
    read = settings.load(path)
    assert read.telegram_token is not None
    assert read.telegram_token.get_secret_value() == TOKEN
    assert (read.listen_host, read.listen_port) == ("::1", 0)
    assert read.database_url == "sqlite:////srv/s/sameside.db"


def test_an_empty_value_counts_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMESIDE_DATA_DIR", "")
    path = env_file(tmp_path, "TELEGRAM_TOKEN=\nSAMESIDE_ALLOWED_USERS=\nSAMESIDE_SENDS_PER_SECOND=\n")
    read = settings.load(path)
    assert read.telegram_token is None
    assert read.data_dir == Path("data")
    assert read.allowed_users == frozenset()
    assert read.sends_per_second == 30


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_each_spelling_of_postgresql_gets_our_driver(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("SAMESIDE_DATABASE_URL", f"{scheme}://robin:postgres://@db:5432/sameside")
    assert settings.load(None).database_url == "postgresql+psycopg://robin:postgres://@db:5432/sameside"


def test_several_master_keys_are_read_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMESIDE_MASTER_KEY", f"{OLDER_KEY}, {KEY}")
    assert settings.load(None).master_keys == (bytes(range(223, 255)), bytes(range(32)))


def test_allowed_users_are_numbers_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMESIDE_ALLOWED_USERS", "42, 4242424242,42,")
    assert settings.load(None).allowed_users == frozenset({42, 4242424242})


@pytest.mark.parametrize("given", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/"])
def test_an_own_bot_api_server_replaces_telegrams(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", given)
    monkeypatch.setenv("TELEGRAM_TOKEN", "42:TEST")
    monkeypatch.setenv("SAMESIDE_WEBHOOK_URL", "http://127.0.0.1:9000/hook")
    read = settings.load(None)
    assert read.api_base == "http://127.0.0.1:8081/bot"
    assert read.file_base == "http://127.0.0.1:8081/file/bot"
    assert read.webhook_url == "http://127.0.0.1:9000/hook"


def test_a_webhook_is_never_without_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    derived = settings.load(None).webhook_secret_token
    assert derived == settings.load(None).webhook_secret_token
    assert re.fullmatch(r"[A-Za-z0-9_-]{64}", derived or "")
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN + "6")
    assert settings.load(None).webhook_secret_token != derived
    monkeypatch.setenv("SAMESIDE_WEBHOOK_SECRET", "chosen-by_me")
    assert settings.load(None).webhook_secret_token == "chosen-by_me"


WRONG = {
    "TELEGRAM_TOKEN": ["hunter2", "123456789:short", TOKEN + " x", "bot" + TOKEN],
    "TELEGRAM_API_URL": [
        "hunter2",
        "ftp://hunter2",
        "http://",
        "http://hunter2:99999",
        "http://h?token=hunter2",
    ],
    "SAMESIDE_DATABASE_URL": ["hunter2", "mysql://robin:hunter2@db/s", "postgresql://", "sqlite:///"],
    "SAMESIDE_MASTER_KEY": [
        "hunter2",
        base64.b64encode(bytes(31)).decode(),
        base64.b64encode(bytes(33)).decode(),
        f"{KEY},hunter2",
        f"{KEY},",
    ],
    "SAMESIDE_WEBHOOK_URL": ["hunter2", "http://hunter2.example/hook", "https://"],
    "SAMESIDE_WEBHOOK_SECRET": ["hunter2 has spaces", "x" * 257],
    "SAMESIDE_LISTEN": ["hunter2", "8080", "localhost:", "localhost:65536", "http://localhost:80", "::1:80"],
    "SAMESIDE_ALLOWED_USERS": ["hunter2", "@robin", "1;2", ",", "-5", "1.5", "٤٢"],
    "SAMESIDE_SENDS_PER_SECOND": ["hunter2", "0", "-1", "1001", "nan", "inf"],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_wrong_setting_is_named_in_one_line_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(errors.OperatorError) as caught:
        settings.load(None)
    line = str(caught.value)
    assert line.startswith(f"{name} must be ")
    assert line.endswith(".")
    assert "\n" not in line
    printed = "".join(traceback.format_exception(caught.value))
    for secret in ("hunter2", TOKEN, KEY):
        assert secret not in line
        assert secret not in printed


def test_every_setting_can_say_what_would_be_right() -> None:
    assert all(field.description for field in settings.Settings.model_fields.values())


def test_a_file_that_is_not_text_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"TELEGRAM_TOKEN=\xff\xfe\n")
    with pytest.raises(errors.OperatorError, match=r"cannot be read \(UnicodeDecodeError\)") as caught:
        settings.load(path)
    assert "\n" not in str(caught.value)


def test_secrets_show_neither_in_repr_nor_when_dumped(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "TELEGRAM_TOKEN": TOKEN,
        "SAMESIDE_DATABASE_URL": "postgresql://robin:hunter2@db/sameside",
        "SAMESIDE_MASTER_KEY": KEY,
        "SAMESIDE_WEBHOOK_SECRET": "chosen-by-me",
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    read = settings.load(None)
    shown = f"{read!r} {read} {read.model_dump()} {read.model_dump_json()}"
    for value in (*secrets.values(), "hunter2"):
        assert value not in shown


def test_a_misspelt_setting_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = env_file(
        tmp_path, "SAMESIDE_DATADIR=/x\nTELEGRAM_BOT_TOKEN=x\nPOSTGRES_PASSWORD=x\nSAMESIDE_LISTEN=a:1\n"
    )
    monkeypatch.setenv("SAMESIDE_ALOWED_USERS", "1")
    monkeypatch.setenv("TELEGRAM_CHAT_OF_SOMEBODY_ELSE", "1")
    monkeypatch.setenv("SAMESIDE_TEST_POSTGRES_URL", "postgresql://x/y")
    assert settings.load(path).unknown == ("SAMESIDE_ALOWED_USERS", "SAMESIDE_DATADIR", "TELEGRAM_BOT_TOKEN")


def test_the_example_file_names_every_setting_and_sets_none() -> None:
    path = Path(__file__).parents[1] / ".env.example"
    names = set(re.findall(r"^([A-Z_]+)=", path.read_text(encoding="utf-8"), re.MULTILINE))
    ours = {name for name in names if name.startswith(("SAMESIDE_", "TELEGRAM_"))}
    fields = settings.Settings.model_fields
    aliases = {str(fields[name].validation_alias or f"SAMESIDE_{name.upper()}") for name in fields}
    assert ours == aliases
    read = settings.load(path)
    assert read.unknown == ()
    assert read == settings.load(None)
