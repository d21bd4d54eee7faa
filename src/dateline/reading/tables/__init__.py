"""Tables and lists of objects, read by a mapping that a person has stated."""
