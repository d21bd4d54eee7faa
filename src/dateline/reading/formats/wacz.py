"""Takes a WACZ, the zipped capture of Webrecorder (specs.webrecorder.net/wacz/1.1.1), and reads its WARC files as one."""

import zipfile
import zlib
from collections.abc import Iterator

from dateline.reading.captures.read_captures import read_captures
from dateline.reading.captures.records import PIECE, one_by_one
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_ARCHIVES_BYTES
from dateline.reading.record import Reading
from dateline.reading.source import Source

TODO = "Fetch the file again, or take the WARC files out of it and read those."


def read(source: Source) -> Iterator[Reading]:
    """Read the newest good capture of each address in it; its pages and indexes only repeat what the WARCs say."""
    paths = []
    left = MAX_ARCHIVES_BYTES
    try:
        with source.open() as opened, zipfile.ZipFile(opened) as zipped:
            for member in zipped.infolist():
                if not member.filename.startswith("archive/") or member.is_dir():
                    continue
                path = source.work.new_path()
                with zipped.open(member) as packed, path.open("wb") as plain:
                    while piece := packed.read(PIECE):
                        left -= len(piece)
                        if left < 0:
                            raise Unreadable(
                                f"Unpacked it holds more than {MAX_ARCHIVES_BYTES / 1e9:.0f} GB.", source.name, TODO
                            )
                        plain.write(piece)
                paths.append(one_by_one(Source(source.name, path, work=source.work)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unreadable("This capture is damaged, or locked with a password.", source.name, TODO) from error
    if not paths:
        raise Unreadable("There is no WARC file in this capture.", source.name, TODO)
    yield from read_captures(source, paths)
