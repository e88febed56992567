"""How bad it is: which numbers and words rate a symptom."""
