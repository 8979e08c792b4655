"""What an edit of the rules means: what is changed, rule by rule, and for whom.

Decides and counts, over two rulebooks and every kommune with every set of answers there is. Words
it has none: those are `report.impact`. The pairs that rules cannot tell apart are looked at once.
"""
