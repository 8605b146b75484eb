"""What the code says with ``tr``, and what a language's files make of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from biofeed.display.language import Language
from tests.wording import PROGRAM

TRANSLATED = tuple(
    each for each in Language if each not in {Language.SYSTEM, Language.ENGLISH}
)
"""Languages that the program comes with, besides its own."""

RUN_THIS = "run scripts/translate, and translate what it leaves (docs/translating.md)"

Key = tuple[str, str]
"""A sentence in English, and what tells it from the same words elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One entry of a ``.ts`` file; ``mark`` is empty where it is finished."""

    key: Key
    text: str
    mark: str


def ts_file(language: Language) -> Path:
    """Return the file that translators write."""
    return PROGRAM / "texts" / f"biofeed_{language}.ts"


def translations(language: Language) -> list[Translation]:
    """Return what stands in a language's file, in its order."""
    root = ET.parse(ts_file(language)).getroot()  # noqa: S314 - our own file
    return [_entry(message) for message in root.iter("message")]


def sentences() -> Iterator[Key]:
    """Return all that the display puts into words, as it stands in the code."""
    for path in sorted((PROGRAM / "display").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            if isinstance(call.func, ast.Name) and call.func.id == "tr":
                yield _literals(call, path)


def _literals(call: ast.Call, path: Path) -> Key:
    """A sentence that is no literal is one that nobody can collect."""
    texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
    where = f"{path.name}:{call.lineno}"
    assert len(texts) == len(call.args), f"{where}: tr takes literals"
    assert "words" in path.name, f"{where}: sentences stand in a module of words"
    text, meaning = (*map(str, texts), "")[:2]
    return text, meaning


def _entry(message: ET.Element) -> Translation:
    source, comment = message.findtext("source"), message.findtext("comment")
    translation = message.find("translation")
    assert translation is not None
    return Translation(
        key=(source or "", comment or ""),
        text=translation.text or "",
        mark=translation.get("type", ""),
    )
