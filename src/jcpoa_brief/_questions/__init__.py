"""Answers questions across families: search, related records, the timeline, the network, and look-up by id or
paragraph. It imports the loaded data and the layers below it.
"""
