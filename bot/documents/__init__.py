"""What a patient can hand over: screen, page, files."""
