"""Finds records: collections with their filters, the index that makes them fast, and rows for tables. It imports the
models and the modules at the top.
"""
