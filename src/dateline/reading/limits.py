"""How much one source may hold before it is refused whole, and why that much."""

MAX_TEXT_BYTES = 16_000_000
"""A longer text is refused. Sixteen million bytes are some ten thousand releases in one file; reading them
stays below 300 MB of memory (measured in benchmarks/reading.py)."""

MAX_FOLDER_DEPTH = 40
"""A folder deeper than this is refused: no archive of a press office is, a loop of mounts may be."""

SNIFF_BYTES = 4096
"""As much of a file as is looked at before it is decided what it is."""

MAX_LINE_LOOKED_AT = 400
"""Characters at either end of a line in which datelines, labels and names of files are looked for. A form of
the press stands at the beginning or the end of a line; looking no farther keeps reading linear."""
