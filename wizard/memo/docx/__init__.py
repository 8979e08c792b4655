"""The memo as a Word document, to be read, edited, and pasted into the template of a case system.

A generic writer over the blocks of the model: it says nothing and knows no housing policy. Styles
are only those that Word has itself, lists and tables are true ones, and there are no text boxes,
empty headings or extra sections, so that nothing strange comes along when it is pasted.
"""
