"""What could be otherwise: what would settle a verdict, what to change, how near, and why at all.

Looks at every answer that the rules can tell apart, never at a clock or a file.
"""
