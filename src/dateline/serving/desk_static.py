"""The desk's own style and scripts, from the folder into which they were collected."""

from dateline.serving.accepting import accepted_in
from dateline.serving.folder import Folder
from dateline.serving.paths import file_of, public_path
from dateline.serving.sending import Receive, Scope, Send, send_file, send_line


def desk_packs(file: str) -> bool:
    """Say whether one of the desk's files has compressed siblings."""
    return file.endswith((".css", ".js", ".svg"))


class DeskStatic:
    """An ASGI app over the desk's collected files, mounted at `prefix`."""

    def __init__(self, folder: Folder, prefix: bytes) -> None:
        self._folder = folder
        self._cut = len(prefix) - 1  # the slash stays

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in ("GET", "HEAD"):
            await send_line(405, "Only GET and HEAD are answered here.", send, (b"allow", b"GET, HEAD"))
            return
        path = public_path(scope["raw_path"][self._cut :])
        kept = None if path is None else self._folder.find(file_of(path), accepted_in(scope["headers"]))
        if kept is None:
            await send_line(404, "The desk has no such file.", send, (b"cache-control", b"no-cache"))
        else:
            await send_file(kept, scope, send)
