"""The door for programs: the same advice as the pages give, as JSON, below `/api/v1`.

Nothing is stored, no cookie is set, and no link of a case means anything here. What is answered
is written by the room `plain`, as for the command line; here it is only asked for and handed out.
"""
