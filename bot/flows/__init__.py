"""What a person does: one file for each conversation."""
