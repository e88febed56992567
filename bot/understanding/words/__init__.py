"""A message in words: cut, compared, mended, and matched with the vocabulary."""
