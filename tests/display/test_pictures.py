"""Every screen looks as it did when somebody last looked at it and found it good."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from biofeed.display.picture_catalogue import GROUPS, MANUAL
from biofeed.display.picture_ground import why_not_here
from biofeed.display.picture_store import image_of, load, save
from biofeed.display.pictures import IN_MANUAL, KEPT, ROOT
from tests.display.picture_difference import difference, marked

RENEW = "python -m biofeed.display.pictures --renew"

needs_the_face = pytest.mark.skipif(bool(why_not_here()), reason=why_not_here() or "-")


def draw_now(group: str, out: Path) -> None:
    """Draw a group in a process of its own, since Qt has begun in this one."""
    subprocess.run(
        [sys.executable, "-m", "biofeed.display.pictures", "--kept", str(out), group],
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def complaint(drawn: Path, kept: Path, out: Path) -> str | None:
    """Say how a picture differs from the stored one; None where it does not."""
    name = kept.stem
    if not kept.exists():
        return f"{name} has no stored picture"
    if not drawn.exists():
        return f"{name} is stored, and drawn no more"
    before, after = load(kept), load(drawn)
    if before.shape != after.shape:
        return f"{name} has another size: {drawn}"
    found = difference(before, after)
    if not found:
        return None
    shown = out / f"{name}-difference.png"
    save(image_of(marked(after, found)), shown)
    return (
        f"{name}: {found.far_off} pixels, ink by {found.ink:.1f}; drawn {drawn},"
        f" stored {kept}, difference {shown}"
    )


@needs_the_face
@pytest.mark.parametrize("group", GROUPS)
def test_every_screen_looks_as_it_did(group: str, tmp_path: Path) -> None:
    """Each phase, level, theme and size is drawn anew and compared with its picture."""
    drawn, kept = tmp_path / "drawn", KEPT / group
    draw_now(group, drawn)
    names = sorted({path.name for folder in (drawn, kept) for path in folder.iterdir()})
    said = [complaint(drawn / name, kept / name, tmp_path) for name in names]
    changed = [each for each in said if each is not None]
    assert not changed, "\n".join(
        [*changed, f"Look at them. Where they are as they shall be: {RENEW}"]
    )


def test_the_stored_pictures_stay_small() -> None:
    """Nobody waits for a clone because of them."""
    sizes = [path.stat().st_size for path in KEPT.rglob("*.png")]
    assert sum(sizes) < 4e6


def test_every_picture_of_the_manual_comes_from_the_command() -> None:
    """README and manual show what is drawn with the stored pictures, and no other."""
    texts = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = {
        name
        for text in texts
        for name in re.findall(r"images/([\w-]+)\.png", text.read_text("utf-8"))
    }
    assert shown == set(MANUAL)
    assert {path.stem for path in IN_MANUAL.iterdir()} == set(MANUAL)
    assert set(MANUAL) <= {path.stem for path in KEPT.rglob("*.png")}
