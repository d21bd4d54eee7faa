"""Takes the text of a mail that was handed on with each line quoted, and gives it without the signs."""

import re


def unquoted(text: str) -> str:
    """Take the '> ' off each line of a mail that is quoted whole."""
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) * 10 < 8 * sum(bool(line.strip()) for line in lines):
        return text
    return "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)
