"""Sameside: a Telegram bot that puts patients and their doctors on the same side of the table."""

__version__ = "0.1.0"
