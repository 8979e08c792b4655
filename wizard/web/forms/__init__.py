"""Forms made from the rulebook's questions: one field a question, whatever the rulebook asks.

What people type is kept as they typed it until it can be read. Reading ends in `read_value`, which
knows numbers as people write them; only the boxes of a date are put together here first.
"""
