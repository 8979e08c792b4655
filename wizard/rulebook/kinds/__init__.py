"""One module for each kind of rule file: what may stand in it, and what it becomes."""
