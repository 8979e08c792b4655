"""Virkemiddelveiviseren: from a municipality's situation to a bundle of measures.

The folders are rooms. Imports run downwards only, in the order that
`pyproject.toml` lists and `lint-imports` enforces; `docs/` explains why.
"""
