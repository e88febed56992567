"""One event, one transaction; what is due; what is sent."""
