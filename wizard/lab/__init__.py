"""Policy staff's questions about a rulebook: do the examples hold, do the journeys, is all tested.

Works without Flask, WeasyPrint and SQLAlchemy, on a machine that only edits rules. It asks the
engine; it never judges by itself.
"""
