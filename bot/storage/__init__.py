"""The store: SQLite or PostgreSQL, every body sealed, one module an aggregate."""
