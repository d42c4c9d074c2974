"""The explorer: letters chosen with the mouse, seen as a network, a timeline, a matrix and a table, and read."""
