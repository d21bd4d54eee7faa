"""Serving: the public files and the desk, answered by one process. Nothing of a reader is kept."""
