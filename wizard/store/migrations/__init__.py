"""The database's history, one step a file. A step that has been released is never edited."""
