"""Takes text whose lines were parted for sending and gives its paragraphs on lines of their own."""

import re

SHORTEST, LONGEST = 55, 100
"""Programs part lines at 64 to 78 characters; a text that holds a longer line was not parted."""

FEWEST = 3
"""So many lines must reach near the edge before it is believed that there is one."""

NEAR = 12
"""Characters by which a parted line misses the edge at most, on the average: a word."""

_OPENS = re.compile(r"\s*(?:[-–—*•·o]\s|\d{1,2}[.)]\s|[A-ZÁÉÍÓÚÑÜ][A-ZÁÉÍÓÚÑÜ ]{2,20}:|#)|\s{2,}\S")
"""An entry of a list, a label of an advisory, an indented line: each begins by itself."""


def unwrap(text: str) -> str:
    """Join a line with the next where that one's first word would not have fitted any more; white space alone changes."""
    lines = text.split("\n")
    lengths = [len(line.rstrip()) for line in lines]
    edge = max(lengths, default=0)
    if not SHORTEST <= edge <= LONGEST or sum(length >= edge - NEAR for length in lengths) < FEWEST:
        return text
    out = [lines[0].rstrip()]
    for number in range(1, len(lines)):
        line, before = lines[number], lines[number - 1].rstrip()
        first = line.split(None, 1)[0] if line.strip() else ""
        if first and before and len(before) + 1 + len(first) > edge and not _OPENS.match(line):
            out[-1] = f"{out[-1]} {line.strip()}"
        else:
            out.append(line.rstrip())
    return "\n".join(out)


def unquoted(text: str) -> str:
    """Take the '> ' off each line of a mail that is quoted whole."""
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) * 10 < 8 * sum(bool(line.strip()) for line in lines):
        return text
    return "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)
