"""Is the language of a release told right, and how fast? Peers: py3langid and lingua, given the same six languages.

    python benchmarks/languages.py [FOLDER…]

Folders hold texts with a JSON file of the expected releases beside each; without any, the fixture pages.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from dateline.reading import read_paths
from dateline.reading.finding.language import language_of

try:
    import py3langid
except ImportError:
    py3langid = None
try:
    import lingua
except ImportError:
    lingua = None

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "pages"
LANGUAGES = ("en", "es", "fr", "pt", "de", "no")


def texts_in(folders: Sequence[Path]) -> tuple[list[tuple[str, str]], int]:
    """Give the headline and opening of each release, with its expected language, and how many reading has right.

    Reading asks the page where a headline alone shows no language.
    """
    out = []
    right = 0
    for page in sorted(page for folder in folders for page in folder.glob("*.txt")):
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["releases"]
        (reading,) = read_paths([page])
        for release, wanted in zip(reading.releases, expected, strict=False):
            if release.headline == wanted["headline"] and wanted["language"] in LANGUAGES:
                right += release.language == wanted["language"]
                out.append((f"{release.headline or ''} {release.text[:500]}".strip(), wanted["language"]))
    return out, right


def detectors() -> Iterator[tuple[str, Callable[[str], str | None]]]:
    """Yield ours and each peer that is installed."""
    yield "ours", language_of
    if py3langid is None:
        print("py3langid is not installed")
    else:
        py3langid.set_languages(list(LANGUAGES))
        yield f"py3langid {version('py3langid')}", lambda text: py3langid.classify(text)[0]
    if lingua is None:
        print("lingua-language-detector is not installed")
    else:
        codes = [getattr(lingua.IsoCode639_1, "NB" if code == "no" else code.upper()) for code in LANGUAGES]
        detector = lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_preloaded_language_models().build()
        yield f"lingua {version('lingua-language-detector')}", lambda text: code_of(detector.detect_language_of(text))


def code_of(language) -> str | None:
    """Give lingua's answer as our code."""
    if language is None:
        return None
    code = language.iso_code_639_1.name.lower()
    return "no" if code == "nb" else code


def main() -> None:
    """Print how many each tells right, and how many times as fast ours is."""
    texts, read_right = texts_in([Path(folder) for folder in sys.argv[1:]] or [PAGES])
    print(f"N = {len(texts)} releases; right when read with their pages {read_right}; from their texts alone:")
    own = None
    for name, tell in detectors():
        right = sum(tell(text) == language for text, language in texts)
        start = time.process_time()
        for text, _ in texts:
            tell(text)
        seconds = time.process_time() - start
        own = own or seconds
        print(f"{name}: right {right}; ours is {seconds / own:.1f} times as fast")


if __name__ == "__main__":
    main()
