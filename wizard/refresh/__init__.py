"""Asks others what is new: figures from SSB, and whether the sources of the rules still stand.

Save for the login of operators, which asks its provider, nothing else reaches the network, and this
only where somebody runs `wizard data refresh`, `wizard rules links` or `wizard rules lovdata`. Every
answer is checked before anything is written, and what is not good changes nothing. No figure is made up: what SSB does not tell is left unknown. What is
found out about a source changes no rule; that is for people.
"""
