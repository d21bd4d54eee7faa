"""Answers what an address leads to: a file that is handed out, and its name, or a page."""

from urllib.parse import unquote, urlsplit

from dateline.reading.finding.wordlist import words

FILES = words("pdf doc docx xls xlsx ppt pptx odt ods rtf csv zip epub mp3 mp4 mov wav dwg")
SMALLEST_NAME = 3


def file_name(address: str) -> str | None:
    """Give the name of the file that an address leads to; None where it leads to a page."""
    parts = parts_of(address)
    if parts is None or parts[0] not in ("http", "https", ""):
        return None
    name = unquote(parts[2].rstrip("/").rpartition("/")[2])
    return name if len(name) > SMALLEST_NAME and ending(name) in FILES else None


def ending(name: str) -> str:
    """Give the letters behind the last dot, in small letters."""
    return name.rpartition(".")[2].lower()


def parts_of(address: str) -> tuple[str, str, str, str, str] | None:
    """Give scheme, host, path, query and fragment; None for what is no address."""
    try:
        return tuple(urlsplit(address))  # type: ignore[return-value]
    except ValueError:
        return None
