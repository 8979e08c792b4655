"""The pages, one task of a user in each file. A view reads, asks the rooms below, and shows."""
