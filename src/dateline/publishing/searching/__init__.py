"""The public search: an index of what is public now, and the answers to what readers ask of it."""
