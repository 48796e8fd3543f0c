"""Compares predicted spans with the annotation. It imports the loaded data and the layers below it."""
