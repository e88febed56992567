"""Where in the body a complaint is."""
