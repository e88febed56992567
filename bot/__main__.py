"""Lets ``python -m bot`` do what ``sameside`` does."""

from bot.cli import main

main()
