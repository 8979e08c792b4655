"""What the engine found, in bokmål and nynorsk: names, numbers, sentences.

Speaks, and decides nothing. Made when somebody reads, never before.
"""
