"""Loads the data: reads and validates every file, checks the rules between records, and builds the collections. It
imports the collections, the models and the modules at the top.
"""
