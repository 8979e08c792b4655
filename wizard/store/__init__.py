"""Cases on disk: as a file (`casefile`) and in a database (the rest).

The room keeps what people said, and nothing that can be worked out from it. It decides
nothing and knows no web. `casefile` works alone, without the database, so that the command
line needs neither. Only a hash of a case's link is stored: whoever reads the database cannot
open a case with it.
"""
