"""What a person is told when something outside the program goes wrong: an error in, a sentence out."""

import errno
import sys

from dateline.releases.refused import Refused

_OF_THE_MACHINE = {
    errno.ENOSPC: "The disk is full. Make room and do it again; nothing half-written was left in place.",
    errno.EDQUOT: "The disk quota is used up. Make room and do it again; nothing half-written was left in place.",
    errno.EROFS: "The disk can only be read.",
    errno.EACCES: "No permission.",
    errno.EPERM: "No permission.",
    errno.ENOENT: "There is no such file or folder.",
    errno.ENOTDIR: "That is not a folder.",
    errno.EMFILE: "Too many files are open. Raise the limit (`ulimit -n 4096`) and do it again.",
}
_OF_THE_DATABASE = {
    "database or disk is full": _OF_THE_MACHINE[errno.ENOSPC],
    "unable to open database file": "The database file can't be opened: check that its folder exists and is writable.",
    "readonly database": "The database can't be written: check the permissions of its file and folder.",
    "database is locked": "Another process has kept the database busy for half a minute. Try again when it is done.",
    "connection refused": "The database doesn't answer: is PostgreSQL running, and DATABASE_URL right?",
    "no such table": "The database has not been prepared: run `dateline migrate` once.",
    "does not exist": "The database has not been prepared: create it, then run `dateline migrate` once.",
    "file is not a database": "The file that DATABASE_URL names is not a database. Put the right one in its place.",
    "malformed": "The database file is damaged. Put the last copy of it in its place.",
}


def expected_errors() -> tuple[type[BaseException], ...]:
    """Give the errors that aren't bugs. Django's are among them only where Django has been loaded."""
    errors: list[type[BaseException]] = [Refused, OSError]
    if django_db := sys.modules.get("django.db"):
        errors.append(django_db.Error)
    if django_exceptions := sys.modules.get("django.core.exceptions"):
        errors.append(django_exceptions.ImproperlyConfigured)
    return tuple(errors)


def sentence_of(error: BaseException) -> str | None:
    """Say it in one or more lines; None where it is a bug after all, whose traceback is needed."""
    if isinstance(error, Refused):
        return "\n".join(error.reasons)
    if isinstance(error, OSError):
        said = _OF_THE_MACHINE.get(error.errno or 0)
        return f"{error.filename}: {said}" if said and error.filename else said
    if type(error).__name__ == "ImproperlyConfigured":
        return str(error)
    text = str(error).lower()
    return next((sentence for sign, sentence in _OF_THE_DATABASE.items() if sign in text), None)
