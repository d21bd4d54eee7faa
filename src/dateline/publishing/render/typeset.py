"""The one place that calls the typesetter: a manuscript in, the bytes of a PDF or a picture out, the same everywhere.

Everything that was said reaches the template as JSON and is never read as markup. The typesetter sees an empty folder
but for the pictures that it is given, and no font but those in its own wheel.
"""

import hashlib
import io
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SHEETS = Path(__file__).parents[2] / "site" / "print"
_SET_BY = " ".join(f"{package} {version(package)}" for package in ("typst", "pillow"))
_COLOURS = 64  # paper, ink, quiet, accent and the steps between them at the edges of letters


@dataclass(frozen=True)
class Manuscript:
    """What is to be set: a template of the theme, and all that it is told."""

    sheet: str  # name of the template, without its ending
    told: Mapping[str, Any]  # JSON values
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # file name → bytes

    @cached_property
    def text(self) -> str:
        """What the template is told, as canonical JSON."""
        return json.dumps(self.told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @cached_property
    def key(self) -> str:
        """SHA-256 over everything of which the bytes are made: words, pictures, template, who sets them."""
        made_of = [_SET_BY, _template(self.sheet).decode(), self.text]
        made_of += [f"{name} {hashlib.sha256(self.pictures[name]).hexdigest()}" for name in sorted(self.pictures)]
        return hashlib.sha256("\0".join(made_of).encode()).hexdigest()

    def is_set_in(self, content: bytes) -> bool:
        """Say whether these bytes were made of exactly this manuscript: its key stands in them."""
        return self.key.encode() in content


def typeset_pdf(manuscript: Manuscript) -> bytes:
    """Set a manuscript as a tagged PDF (PDF/UA-1). Raises typst.TypstError for a picture that can't be read."""
    return _typeset(manuscript, "pdf")


def typeset_png(manuscript: Manuscript) -> bytes:
    """Set a manuscript's one page as a picture, a pixel for each point, in the few colours that type needs."""
    key, made = PngInfo(), io.BytesIO()
    key.add_text("Source", manuscript.key)
    with Image.open(io.BytesIO(_typeset(manuscript, "png"))) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(made, "PNG", pnginfo=key)
    return made.getvalue()


@lru_cache(maxsize=8192)
def can_be_set(letter: str) -> bool:
    """Say whether the wheel's fonts have a letter."""
    try:
        _typeset(Manuscript("letter", {"letter": letter}), "pdf")
    except typst.TypstError:
        return False
    return True


def _typeset(manuscript: Manuscript, form: Literal["pdf", "png"]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="dateline-print-") as given:
        for name, content in manuscript.pictures.items():
            (Path(given) / name).write_bytes(content)
        compiler = typst.Compiler(
            root=given,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            package_path=given,
            package_cache_path=given,
        )
        made = compiler.compile(
            _template(manuscript.sheet),
            format=form,
            ppi=72,
            sys_inputs={"told": manuscript.text, "key": manuscript.key},
            pdf_standards=["ua-1"] if form == "pdf" else [],
        )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


@lru_cache(maxsize=8)
def _template(sheet: str) -> bytes:
    return (SHEETS / f"{sheet}.typ").read_bytes()
