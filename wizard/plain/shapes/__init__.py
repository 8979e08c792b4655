"""The shape of what `plain` writes, as JSON Schema, for the document of the door for programs."""
