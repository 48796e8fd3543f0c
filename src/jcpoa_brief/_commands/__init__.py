"""The command line, one module for each command. It may import every other room, and none imports it."""
