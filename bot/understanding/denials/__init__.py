"""What the writer does not have, or no longer has."""
