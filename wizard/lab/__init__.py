"""Policy staff's questions about a rulebook that loads.

Do the examples hold, and the journeys? Is all of it tested, read again in time, easy to read?

Works without Flask, WeasyPrint and SQLAlchemy, on a machine that only edits rules. It asks the
engine; it never judges by itself.
"""
