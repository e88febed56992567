"""Medicines: which, how much, and what was done with them."""
