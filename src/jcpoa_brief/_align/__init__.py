"""What proves a reader's copy of the article and compares other texts with it. It imports everything but the exports
and the commands.
"""
