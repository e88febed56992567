"""How the simulated Bot API says no: Telegram's status codes and the sentences it uses.

The wording is that of the official server (tdlib/telegram-bot-api, Client.cpp) and of TDLib: bots read it.
"""

from http import HTTPStatus

from bot.domain import errors


class RefusedError(errors.SamesideError):
    """A call the Bot API answers with ``ok: false``."""

    def __init__(self, status: int, description: str) -> None:
        self.status, self.description = status, description
        super().__init__(f"{status} {description}")


class ImpossibleError(errors.SamesideError):
    """Something no Telegram client would let its user do, such as pressing a button that is not there."""


def bad_request(reason: str) -> RefusedError:
    """A 400 with the reason as Telegram words it."""
    return RefusedError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    """A 403: the person does not want, or has not yet begun, the conversation."""
    return RefusedError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    """A 409: two ways of receiving updates are in each other's way."""
    return RefusedError(HTTPStatus.CONFLICT, f"Conflict: {reason}")


def not_simulated(what: str) -> RefusedError:
    """Telegram could do this and the simulator cannot: said plainly instead of pretended."""
    return bad_request(f"not simulated: {what}")
