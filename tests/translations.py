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
    """Return all that is put into words, as it stands in the code."""
    for path in sorted((PROGRAM / "display").glob("*.py")):
        for call in calls_in(path, "tr"):
            where = f"{path.name}:{call.lineno}"
            assert "words" in path.name, f"{where}: it belongs in a module of words"
            yield _literals(call, where)
    yield from phrases().values()


def phrases() -> dict[str, Key]:
    """Return what is told or raised below the display, by the place in the code."""
    return {
        where: _literals(call, where)
        for path in code()
        for call in calls_in(path, "phrase")
        for where in [_place(path, call)]
    }


def code() -> list[Path]:
    """Return every module of the program."""
    folders = (PROGRAM, PROGRAM.parent / "devices", PROGRAM.parent / "calibration")
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def calls_in(path: Path, *names: str) -> list[ast.Call]:
    """Return the calls of functions and methods of these names in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if _name_of(call.func) in names]


def _place(path: Path, call: ast.Call) -> str:
    module = path.relative_to(PROGRAM.parent).as_posix()
    return f"{module}:{call.lineno}:{call.col_offset}"


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _literals(call: ast.Call, where: str) -> Key:
    """A sentence that is no literal is one that nobody can collect."""
    texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
    assert len(texts) == len(call.args), f"{where}: only literals are collected"
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
