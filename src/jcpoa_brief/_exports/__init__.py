"""Writes the brief in other formats, one module for each format or group of related ones. A writer is a pure function
of the chosen records and, where it needs the text, of a reader's aligned copy. ``formats`` lists them all. It imports
everything but the command line.
"""
