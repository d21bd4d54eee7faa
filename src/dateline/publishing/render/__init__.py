"""Faces in, bytes out: one output a file. Knows no Django, no database and no clock."""
