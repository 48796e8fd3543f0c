"""What the data is: one module for the record of each family, and what records are made of: ids, dates, citations and
closed lists of words. It imports only the ground floor.
"""
