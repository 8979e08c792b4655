"""Charts of the memo, one module each."""
