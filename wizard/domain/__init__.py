"""The values everybody speaks in: frozen dataclasses, and nothing else.

This room imports only the standard library. It does not read files, clocks or
the environment, decides nothing, and holds no Norwegian policy text.
"""
