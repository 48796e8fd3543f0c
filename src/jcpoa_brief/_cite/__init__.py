"""Writes references to the article and its paragraphs, in four styles. It imports the loaded data and the layers
below it.
"""
