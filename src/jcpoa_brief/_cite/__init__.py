"""What writes references to the article and its paragraphs, in four styles. It imports the questions and the rooms
below them.
"""
