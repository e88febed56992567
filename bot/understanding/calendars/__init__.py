"""Calendar files that patients send."""
