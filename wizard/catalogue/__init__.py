"""The catalogue: every instrument, measure, need and abolished name, to browse and to search.

It knows no case. What is said of each comes from `report`; here is what is listed, what is found
by what people type, and how many municipalities a scheme may suit by open figures alone.
"""
