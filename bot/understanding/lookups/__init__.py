"""Questions about the patient's own log."""
