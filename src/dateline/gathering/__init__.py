"""Gathering: the address of a press page in, a WARC file of what stands there out. The only room that fetches."""
