"""The exception that reading raises inside; it leaves as the `ReadError` of a reading."""

from dateline.reading.record import ReadError


class Unreadable(Exception):
    """A source that cannot be read, with what, where and todo."""

    def __init__(self, what: str, where: str, todo: str) -> None:
        super().__init__(f"{where}: {what} {todo}")
        self.error = ReadError(what, where, todo)
