"""What machines ask the bot: is it alive, is it ready, how is it doing. No names, no words, only counts and ages."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.registry import Collector

from bot.storage.database import UnavailableError

Measure = Callable[[], Awaitable[Mapping[str, float]]]

HELP = {
    "sameside_oldest_update_seconds": "Age of the oldest update that is not handled.",
    "sameside_oldest_message_seconds": "Age of the oldest message that is not sent.",
    "sameside_overdue_reminder_seconds": "How long the oldest due reminder is overdue.",
    "sameside_last_backup_timestamp_seconds": "When the last backup was written, in seconds since 1970; 0 for never.",
    "sameside_turns_failed_total": "Updates this process could not handle and set aside.",
    "sameside_messages_sent_total": "Messages sent by this process.",
    "sameside_messages_refused_total": "Messages Telegram refused for good.",
}


class _Readings(Collector):
    def __init__(self, values: Mapping[str, float]) -> None:
        self._values = values

    def collect(self) -> list[Metric]:
        """Give each figure as Prometheus wants it."""
        metrics = []
        for name, value in self._values.items():
            kind = "counter" if name.endswith("_total") else "gauge"
            metric = Metric(name.removesuffix("_total"), HELP[name], kind)
            metric.add_sample(name, {}, value)
            metrics.append(metric)
        return metrics


def written(values: Mapping[str, float]) -> bytes:
    """Write figures as Prometheus reads them."""
    registry = CollectorRegistry()
    registry.register(_Readings(values))
    return generate_latest(registry)


def routes(measure: Measure) -> list[web.RouteDef]:
    """Give the routes. ``measure`` asks the database and raises where it does not answer."""

    async def health(request: web.Request) -> web.Response:
        del request
        try:
            await measure()
        except UnavailableError:
            return web.json_response({"status": "database not reachable"}, status=503)
        return web.json_response({"status": "ok"})

    async def metrics(request: web.Request) -> web.Response:
        del request
        try:
            values = await measure()
        except UnavailableError:
            return web.Response(status=503)
        return web.Response(body=written(values), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/healthz", health), web.get("/readyz", health), web.get("/metrics", metrics)]
