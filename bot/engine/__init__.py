"""Conversations, without Telegram: what can be asked, answered, gone back to, stopped and gone on with."""
