"""When: moments and what repeats, and the zone of a place."""
