"""One format a file, each with `read(source) -> Reading`."""
