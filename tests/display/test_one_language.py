"""The windows speak one language: no word of another is seen, or heard by a reader."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QWidget

from biofeed.display import language_words, picture_windows
from biofeed.display.language import Language
from biofeed.display.picture_catalogue import SCENES, pictures
from tests.translations import calls_in, translations
from tests.wording import PROGRAM

SPOKEN = Language(language_words.SPOKEN)

GIVEN = frozenset(
    {
        *("heron", "the message", "touched", "no-such-recording.csv"),
        "Shoulders came down by themselves with the second long breath.",
        *("RMSSD", "SDNN", "pNN50", "ms²", "English", "Deutsch"),
    }
)
"""What somebody wrote in the scenes, and what is called the same in every language."""

TEXTS_OF_A_WIDGET = (
    *("text", "title", "windowTitle", "placeholderText", "toolTip", "currentText"),
    *("accessibleName", "accessibleDescription"),
)

Seen = dict[str, str]
"""A text, and where it was seen."""


def words_of(text: str) -> set[str]:
    """Return the words of a text; one that is cut short is none."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}+(?!…)", text)}


@pytest.mark.every_language
@pytest.mark.skipif(SPOKEN is Language.ENGLISH, reason="English is what is looked for")
def test_no_scene_holds_a_word_of_another_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All that is painted, written or told to a reader is made of its own words."""
    known = {word for text in (*_own_texts(), *GIVEN) for word in words_of(text)}
    seen = _watch(monkeypatch)
    drawn = [
        picture.draw()
        for group in SCENES
        for picture in pictures(group)
        if picture.dress == "small"
    ]
    assert len(drawn) > 50
    assert len(seen) > 400
    foreign = {
        text: where for text, where in seen.items() if not words_of(text) <= known
    }
    assert {} == foreign


def test_no_window_says_an_exception_as_it_is() -> None:
    """Its text is English: ``failure_told`` has it in the language of the screen."""
    modules = sorted((PROGRAM / "display").glob("*.py"))
    said = {path.stem: _exceptions_said(path) for path in modules}
    # That command speaks to a terminal.
    assert {"pictures": {"failure"}} == {name: it for name, it in said.items() if it}


def _exceptions_said(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    caught = {each.name for each in nodes if isinstance(each, ast.ExceptHandler)}
    calls = calls_in(path, "str", "repr", "one_line", "say", "tell")
    arguments = [each for call in calls for each in call.args]
    return {each.id for each in arguments if isinstance(each, ast.Name)} & caught


def _own_texts() -> Iterator[str]:
    """All that the program can say in the language that is spoken."""
    yield from (each.text for each in translations(SPOKEN))
    for file in (PROGRAM / "texts").glob(f"*.{SPOKEN}.toml"):
        yield from _leaves(tomllib.loads(file.read_text(encoding="utf-8")))


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        each: object
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def _watch(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Note every text that a picture is made of, and its widgets' names."""
    seen: Seen = {}
    paint, take = QPainter.drawText, picture_windows._taken

    def painted(painter: QPainter, *what: object) -> object:
        seen.update({each: "painted" for each in what if isinstance(each, str)})
        return _call(paint, painter, *what)

    def taken(window: QWidget) -> QImage:
        for each in (window, *window.findChildren(QWidget)):
            seen.update({text: type(each).__name__ for text in _texts(each)})
        return take(window)

    monkeypatch.setattr(QPainter, "drawText", painted)
    monkeypatch.setattr(picture_windows, "_taken", taken)
    return seen


def _call(called: Callable[..., object], *arguments: object) -> object:
    return called(*arguments)


def _texts(widget: QWidget) -> Iterator[str]:
    for name in TEXTS_OF_A_WIDGET:
        text = getattr(widget, name, None)
        if callable(text):
            yield text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
