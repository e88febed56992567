"""Barriers that are worked on, calls about them, and who promised what."""
