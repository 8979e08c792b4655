"""Fetches fresh figures for the municipalities from Statistics Norway (SSB), into their place.

The only room that reaches the network, and only where somebody runs `wizard data refresh`. Every
answer is checked before anything is written, and what is not good changes nothing. No figure is
made up: what SSB does not tell is left unknown.
"""
