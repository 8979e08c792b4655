"""What is said of a case and of each scheme: filled once, and read by every door.

Web, memo, terminal and JSON lay out what stands here; none of them words a scheme itself. It
decides nothing: the engine has decided, and the voice has the words.
"""
