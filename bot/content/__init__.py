"""Reads what people read: wording, scripts, vocabularies, as files that anyone can edit."""
