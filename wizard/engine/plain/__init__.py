"""Everything the engine says to programs: plain data for JSON, with Norwegian keys."""
