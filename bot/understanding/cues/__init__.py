"""Concepts in a message and how each stands: the ground of alerts and situations."""
