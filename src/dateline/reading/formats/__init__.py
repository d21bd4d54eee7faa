"""One format a file, each with `read(source) -> Iterator[Reading | Source]`: what was read, and parts still to be read."""
