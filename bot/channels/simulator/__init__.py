"""The simulator: Telegram kept in memory, and a page on localhost that works like a chat on a phone."""
