"""The action memo: Advice → Memo (pure) → HTML → PDF.

This room puts what the report says in order on paper. It decides nothing, knows no web and no
database, and holds no policy text: what is said of the case comes from `report`, the memo's own
headings and sentences stand in `words` in both languages side by side. The model (`Memo`) says
everything in blocks; what lays it out, `html` with `templates/memo/` and `docx`, says nothing.
Calendar and table are of the plan alone. Start in `compose`.
"""
