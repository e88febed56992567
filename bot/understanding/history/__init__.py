"""What belongs into the standing history."""
