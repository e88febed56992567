"""Keeps the page to this machine and to itself: no other host name, no other site, nothing fetched from outside.

Any web page open in the same browser can send requests to localhost; what people type here is about their health.
"""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Cache-Control": "no-store",
}


@web.middleware
async def same_machine_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other host names (DNS rebinding), other machines, and requests that another site sends."""
    if not _is_loopback(request.host) or request.remote not in LOOPBACK_NAMES:
        return web.Response(status=403, text="This page is only for the machine it runs on.\n")
    if _is_foreign(request):
        return web.Response(status=403, text="Another site may not use this page.\n")
    return await handler(request)


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Put the policy on every answer, errors and streams included."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _is_loopback(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK_NAMES
    except ValueError:
        return False


def _is_foreign(request: web.Request) -> bool:
    """True where the browser says that another site asked; following a link to the page itself is fine."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return True
    asked_by = request.headers.get("Sec-Fetch-Site", "none")
    followed = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.path == "/"
    return asked_by not in {"same-origin", "none"} and not (request.method == "GET" and followed)
