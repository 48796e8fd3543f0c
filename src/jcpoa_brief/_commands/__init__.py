"""The command line, one module for each command. It may import everything, and nothing imports it."""
