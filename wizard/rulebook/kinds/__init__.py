"""What may stand in each kind of rule file, and what it becomes: a description beside its builder.

The later modules rest on the earlier: sources, rates, figures and questions, then schemes.
"""
