"""What writes the brief in other people's formats, one module a format or a group of related ones. Each writer is a
pure function of the chosen records and, where it needs the text, of a reader's aligned copy. ``formats`` is the one
table of them. The room imports every other room but the command line.
"""
