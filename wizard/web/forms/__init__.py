"""Forms made from the rulebook's questions: one field a question, whatever the rulebook asks.

What people type is kept as they typed it until it can be read. Reading ends in `read_value`;
this room only turns Norwegian habits (`1 234,5`) into the canonical form first.
"""
