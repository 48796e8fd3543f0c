"""What the data is: one module for the record of each family, and one each for ids, dates, citations, closed lists of
words, and the whole data. It imports only the modules at the top.
"""
