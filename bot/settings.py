"""What the person who runs the bot can set: the only reader of the environment and of `.env`.

A wrong setting stops the start with one line that names it and says what would be right. The line is built
from the setting's own description, so that a value, which may be a secret, is never repeated in it.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import dotenv
import pydantic
import pydantic_settings

from bot.domain import errors

TELEGRAM = "https://api.telegram.org"
PREFIX = "sameside_"
MASTER_KEY_BYTES = 32

# @BotFather's form. A Bot API server of one's own, as in tests, may hand out shorter ones.
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35,}")
_OWN_SERVER_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
# https://core.telegram.org/bots/api#setwebhook, parameter secret_token.
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/]+):(?P<port>\d{1,5})")
_POSTGRES = re.compile(r"(?:postgres|postgresql|postgresql\+psycopg)://(?=[^\s])")
_SQLITE = re.compile(r"sqlite:///(?=[^\s])")


def with_driver(url: str) -> str:
    """Name the driver in the address of a PostgreSQL database."""
    return _POSTGRES.sub("postgresql+psycopg://", url, count=1)


class Settings(pydantic_settings.BaseSettings):
    """The settings as read, checked, and never changed afterwards; an empty value counts as not set.

    Each description completes the sentence "NAME must be ..." shown to the person who set it wrongly.
    """

    model_config = pydantic_settings.SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_token: pydantic.SecretStr | None = pydantic.Field(
        default=None,
        validation_alias="TELEGRAM_TOKEN",
        description="the token as @BotFather sent it: digits, a colon, 35 or more letters, digits, - or _",
    )
    telegram_api_url: str | None = pydantic.Field(
        default=None,
        validation_alias="TELEGRAM_API_URL",
        description="the address of your own Bot API server without /bot, for example http://127.0.0.1:8081",
    )
    data_dir: Path = pydantic.Field(default=Path("data"), description="a folder, for example ./data")
    database: pydantic.SecretStr | None = pydantic.Field(
        default=None,
        validation_alias="SAMESIDE_DATABASE_URL",
        description="postgresql://user:password@host:5432/name, or sqlite:///path/to/file.db",
    )
    master_key: pydantic.SecretStr | None = pydantic.Field(
        default=None,
        description=(
            "32 random bytes in base64, newest key first where there are several, with commas between;"
            " `openssl rand -base64 32` makes one"
        ),
    )
    webhook_url: str | None = pydantic.Field(
        default=None,
        description="the https:// address where Telegram reaches the bot; http:// only with TELEGRAM_API_URL",
    )
    webhook_secret: pydantic.SecretStr | None = pydantic.Field(
        default=None, description="1 to 256 letters, digits, - or _; `openssl rand -hex 32` makes one"
    )
    listen: str = pydantic.Field(
        default="127.0.0.1:8080", description="host:port with a port up to 65535, for example 127.0.0.1:8080"
    )
    allowed_users: Annotated[frozenset[int], pydantic_settings.NoDecode] = pydantic.Field(
        default=frozenset(),
        description="Telegram user ids (numbers) with commas between, or empty to let everybody in",
    )
    sends_per_second: float = pydantic.Field(
        default=30,
        gt=0,
        le=1000,
        description="a number of messages above 0 and up to 1000; Telegram allows 30",
    )

    _unknown: tuple[str, ...] = pydantic.PrivateAttr(default=())

    def __init__(self, env_file: Path | None = None, **values: Any) -> None:
        super().__init__(_env_file=env_file, **values)
        self._unknown = _unknown_names(env_file)

    @pydantic.field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        _require(parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0)
        _require(not parts.query and not parts.fragment)
        return value.rstrip("/")

    @pydantic.field_validator("data_dir")
    @classmethod
    def _home_expanded(cls, value: Path) -> Path:
        return value.expanduser()

    @pydantic.field_validator("database")
    @classmethod
    def _known_database(cls, value: pydantic.SecretStr | None) -> pydantic.SecretStr | None:
        if value is not None:
            url = value.get_secret_value()
            _require(bool(_POSTGRES.match(url) or _SQLITE.match(url)))
        return value

    @pydantic.field_validator("master_key")
    @classmethod
    def _whole_keys(cls, value: pydantic.SecretStr | None) -> pydantic.SecretStr | None:
        if value is not None:
            _decode_keys(value)
        return value

    @pydantic.field_validator("webhook_secret")
    @classmethod
    def _fits_telegram(cls, value: pydantic.SecretStr | None) -> pydantic.SecretStr | None:
        _require(value is None or bool(_WEBHOOK_SECRET.fullmatch(value.get_secret_value())))
        return value

    @pydantic.field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        match = _LISTEN.fullmatch(value)
        _require(match is not None and int(match["port"]) <= 65535)
        return value

    @pydantic.field_validator("allowed_users", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part for part in re.split(r"[,\s]+", value) if part]
        _require(bool(ids))  # a lone comma must not open the door to everybody
        _require(all(part.isascii() and part.isdigit() for part in ids))
        return frozenset(int(part) for part in ids)

    @property
    def listen_host(self) -> str:
        """Name or address to listen on; an IPv6 address comes without its brackets."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        """Port to listen on; 0 lets the system choose a free one."""
        return int(self.listen.rpartition(":")[2])

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL, driver included; holds the password, so it is not for logs."""
        if self.database is None:
            return f"sqlite:///{self.data_dir.absolute() / 'sameside.db'}"
        return with_driver(self.database.get_secret_value())

    @property
    def master_keys(self) -> tuple[bytes, ...]:
        """The 32-byte keys, newest first; empty where the key file in the data folder is to be used."""
        return () if self.master_key is None else _decode_keys(self.master_key)

    @property
    def api_base(self) -> str:
        """What goes before ``<token>/method``: ``base_url`` of python-telegram-bot."""
        return f"{self.telegram_api_url or TELEGRAM}/bot"

    @property
    def file_base(self) -> str:
        """What goes before ``<token>/path``: ``base_file_url`` of python-telegram-bot."""
        return f"{self.telegram_api_url or TELEGRAM}/file/bot"

    @property
    def webhook_secret_token(self) -> str | None:
        """What Telegram must send along with each webhook call; None where there is no token.

        Where no secret is set, one is derived from the token: the same at every worker and after every
        restart, so that an unsecured webhook is not possible.
        """
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        if self.telegram_token is None:
            return None
        token = self.telegram_token.get_secret_value()
        return hmac.new(token.encode(), b"sameside webhook secret", hashlib.sha256).hexdigest()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names that look like ours but mean nothing, as a misspelt setting does; to be warned about."""
        return self._unknown


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings from the environment, then from `env_file` where it exists.

    Raises:
        OperatorError: a setting is wrong, or the file cannot be read; one line, without any value.

    """
    try:
        settings = Settings(env_file)
    except pydantic.ValidationError as problem:
        field = str(problem.errors(include_url=False, include_input=False)[0]["loc"][0])
        raise _wrong(field) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise errors.OperatorError(
            f"{env_file} cannot be read ({type(problem).__name__}): it must be a text file in UTF-8."
        ) from None
    _check_together(settings)
    return settings


def _check_together(settings: Settings) -> None:
    own_server = settings.telegram_api_url is not None
    form = _OWN_SERVER_TOKEN if own_server else _TOKEN
    token = settings.telegram_token
    if token is not None and not form.fullmatch(token.get_secret_value()):
        raise _wrong("telegram_token")
    if (
        settings.webhook_url is not None
        and not own_server
        and not settings.webhook_url.startswith("https://")
    ):
        raise _wrong("webhook_url")


def _wrong(field_or_name: str) -> errors.OperatorError:
    """Name the setting: pydantic reports it by its alias where it has one, otherwise by its field."""
    for field, described in Settings.model_fields.items():
        if field_or_name in (field, _environment_name(field)):
            return errors.OperatorError(f"{_environment_name(field)} must be {described.description}.")
    raise LookupError(field_or_name)


def _environment_name(field: str) -> str:
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else (PREFIX + field).upper()


def _require(right: bool) -> None:  # noqa: FBT001 - reads as the sentence it is
    if not right:
        raise ValueError


def _decode_keys(value: pydantic.SecretStr) -> tuple[bytes, ...]:
    return tuple(_decode_key(part.strip()) for part in value.get_secret_value().split(","))


def _decode_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.translate(str.maketrans("-_", "+/")), validate=True)
    except binascii.Error:
        raise ValueError from None
    _require(len(key) == MASTER_KEY_BYTES)
    return key


def _unknown_names(env_file: Path | None) -> tuple[str, ...]:
    known = {_environment_name(field).lower() for field in Settings.model_fields}
    ours = {name for name in os.environ if name.lower().startswith(PREFIX)}
    if env_file is not None and env_file.is_file():
        # In our own file a TELEGRAM_BOT_TOKEN is a slip; in the environment it may be somebody else's.
        ours |= {
            name for name in dotenv.dotenv_values(env_file) if name.lower().startswith((PREFIX, "telegram_"))
        }
    return tuple(
        sorted(name for name in ours if name.lower() not in known and not name.startswith("SAMESIDE_TEST_"))
    )
