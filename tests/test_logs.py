"""What the log may hold of a library's message: what happened, never the values."""

import json
import logging

from bot import logs


def _line(name: str, message: str, *arguments: object) -> str:
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, arguments, None)
    return str(json.loads(logs.JsonLines().format(record))["message"])


def test_a_library_s_message_is_kept_without_its_values() -> None:
    assert _line("library", "Job %s raised", "migraine") == "Job %s raised"


def test_of_the_event_loop_s_report_only_what_happened_is_kept() -> None:
    report = "Task exception was never retrieved\nfuture: <Task exception=ValueError('migraine 7')>"
    assert _line("asyncio", report) == "Task exception was never retrieved"
