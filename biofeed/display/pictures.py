"""Draws every screen into PNG files, without a screen and alike on every machine.

``python -m biofeed.display.pictures OUTDIR [NAME ...]``
    All pictures, or those whose names begin so, in full size.
``python -m biofeed.display.pictures --renew``
    Those that the tests compare with, and those of the README and the manual: to be
    run, and looked at, whenever what is seen was meant to change.
``python -m biofeed.display.pictures --renew GROUP``
    Those of one group of scenes, or of one language (``de``).
``python -m biofeed.display.pictures --kept OUTDIR GROUP``
    What the tests would compare with of one of them, drawn now.

A language is drawn in a process of its own (``biofeed.display.speaking``), on the
ground that was laid here.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from biofeed.display.picture_catalogue import (
    GROUPS,
    MANUAL,
    SCENES,
    SPOKEN_IN,
    kept,
    pictures,
)
from biofeed.display.picture_ground import NotHereError, lay_ground
from biofeed.display.picture_store import (
    image_of,
    in_few_colours,
    levels_of,
    reduced,
    save,
)

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "display" / "pictures"
IN_MANUAL = ROOT / "docs" / "images"


def draw_all(out: Path, beginnings: tuple[str, ...]) -> None:
    """Draw in full size what is named so; all where nothing is named."""
    out.mkdir(parents=True, exist_ok=True)
    for group in SCENES:
        for picture in pictures(group):
            if not beginnings or picture.name.startswith(beginnings):
                save(picture.draw(), out / f"{picture.name}.png")


def draw_kept(out: Path, group: str) -> None:
    """Draw one group's pictures that are compared, reduced."""
    out.mkdir(parents=True, exist_ok=True)
    for picture in kept(group):
        levels = reduced(levels_of(picture.draw()))
        save(image_of(levels), out / f"{picture.name}.png")


def renew() -> None:
    """Draw anew what is kept in the repository, and leave nothing else there."""
    written = {path for group in SCENES for path in _kept_anew(group)}
    for language, names in SPOKEN_IN.items():
        _draw_in(language, ["--renew", language])
        written |= {KEPT / language / f"{name}.png" for name in names}
    for folder in (KEPT, IN_MANUAL):
        for old in set(folder.rglob("*.png")) - written:
            old.unlink()


def _kept_anew(group: str) -> set[Path]:
    folder, written = KEPT / group, set()
    folder.mkdir(parents=True, exist_ok=True)
    for picture in kept(group):
        drawn = picture.draw()
        small = folder / f"{picture.name}.png"
        save(in_few_colours(reduced(levels_of(drawn))), small)
        written.add(small)
        if picture.name in MANUAL and group in SCENES:
            save(drawn, whole := IN_MANUAL / f"{picture.name}.png")
            written.add(whole)
    return written


def _asked(words: list[str]) -> Callable[[], object] | None:
    match words:
        case ["--renew"] if (ROOT / "tests").is_dir():
            return renew
        case ["--renew", group] if group in GROUPS:
            return lambda: _kept_anew(group)
        case ["--kept", out, group] if group in GROUPS:
            return lambda: draw_kept(Path(out), group)
        case [out, *names] if not out.startswith("-"):
            return lambda: draw_all(Path(out), tuple(names))
        case _:
            return None


def main() -> None:
    """Do what the command line asks for.

    Raises
    ------
    SystemExit
        Where it asks for nothing that can be done.
    """
    draw = _asked(sys.argv[1:])
    if draw is None:
        sys.exit(__doc__)
    if QApplication.instance() is not None:
        # In another language, which Qt has begun with: on the ground that was laid for
        # it, or with this machine's letters, to be looked at and not to be compared.
        QApplication.setStyle("fusion")
        draw()
        return
    with TemporaryDirectory() as folder:
        try:
            lay_ground(Path(folder))
        except NotHereError as failure:
            sys.exit(str(failure))
        if (language := _language(sys.argv[1:])) is not None:
            _draw_in(language, sys.argv[1:])
            return
        app = QApplication(sys.argv[:1])
        app.setStyle("fusion")
        draw()


def _language(words: list[str]) -> str | None:
    match words:
        case ["--renew", group] | ["--kept", _, group] if group in SPOKEN_IN:
            return group
        case _:
            return None


def _draw_in(language: str, words: list[str]) -> None:
    """Do what the words ask for where that language is spoken."""
    module = ["-m", "biofeed.display.speaking", language, "biofeed.display.pictures"]
    subprocess.run([sys.executable, *module, *words], check=True)  # noqa: S603 (our own module)


if __name__ == "__main__":
    main()
