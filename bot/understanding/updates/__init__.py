"""Quick updates: from a message to its symptoms, measurements and what surrounds them."""
