"""Releases: a set of rules on its way from a draft to the service, as files.

A folder of releases holds three things. `utgivelser/` has a record of each set of rules that was
checked: what it changes, what was tried, who made it and who approved it. `regler/` has the files
of each set that has been live, in a folder by its hash. `i-drift.json` lists every switch from one
set to another, and its last line says which is live: what happened and what holds is one file, put
in place in one move. Nothing is ever deleted.

The room knows files and names. What is tried of a set of rules before it is recorded is `lab`'s.
"""
