"""Captures of web pages in, the newest good one of each address out, however many there are."""
