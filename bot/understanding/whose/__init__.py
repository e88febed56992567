"""Whose illness is told of, and whether it is real."""
