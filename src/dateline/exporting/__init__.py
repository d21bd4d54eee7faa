"""The record goes out again: as JSON Lines, Markdown and files; and an empty newsroom takes such an export in."""
