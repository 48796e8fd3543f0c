"""What opens the data: it reads and validates every file, checks what must hold across families, and builds the
collections. It imports collections, models and the ground floor.
"""
