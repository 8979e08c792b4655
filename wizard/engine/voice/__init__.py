"""Everything the engine says to people, in bokmål and nynorsk. Nothing is decided here."""
