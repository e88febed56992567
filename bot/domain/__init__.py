"""What things are and which rules hold, in the standard library only."""
