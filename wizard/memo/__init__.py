"""The action memo: Advice → Memo (pure) → HTML → PDF.

This room puts what the advice says in order on paper. It decides nothing, knows no web and
no database, and holds no policy text: sentences come from the engine's wording, headings and
fixed phrases stand in `templates/memo/` in both languages side by side. Only `pdf` may
import WeasyPrint, and only when a PDF is asked for: the HTML works on every machine.
"""
