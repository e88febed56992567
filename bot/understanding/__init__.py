"""Text in, meaning out: offline, deterministic, without input or output."""
