"""One check a file: `check(text) -> Iterator[Finding]`, with its sources on top and its test of the same name."""
