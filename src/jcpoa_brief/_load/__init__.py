"""Loads the data: reads and validates every file, checks the rules between records, and builds the collections. It
imports collections, models and the ground floor.
"""
