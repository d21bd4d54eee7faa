"""Where the golden files lie, and how they are read and written."""

import shutil
from collections.abc import Mapping
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def read_kept() -> dict[str, bytes]:
    """Give every golden file by its name."""
    return {str(file.relative_to(GOLDEN)): file.read_bytes() for file in sorted(GOLDEN.rglob("*")) if file.is_file()}


def keep(files: Mapping[str, bytes]) -> None:
    """Write golden files in the place of those that are there."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, content in files.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(content)
