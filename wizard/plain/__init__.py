"""Advice and comparisons as plain data for JSON. The keys are Norwegian, as in the case file."""
