"""From a template to a printed page: HTML, and a PDF that is archive copy and accessible at once.

Memo and book are printed here. It knows no memo and no rule, only pages, and days for a calendar.
"""
