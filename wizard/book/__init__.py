"""The rulebook as a book to read: needs, schemes, rates and sources in plain words.

For advisers who check the rules. It shows what the rule files say and decides nothing; it knows
no case. Printed on the memo's press.
"""
