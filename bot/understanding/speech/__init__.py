"""How a rehearsed answer is heard."""
