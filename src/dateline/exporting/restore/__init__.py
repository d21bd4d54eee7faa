"""An export of ours → the record of an empty newsroom."""
