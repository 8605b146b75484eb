"""Renders the screens to PNG files without a screen: for the manual, and to look at.

``python -m biofeed.display.pictures OUTDIR``
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from biofeed.core.events import Action
from biofeed.core.values import Feedback, SessionExit, Unknown
from biofeed.display import sample_session as sample
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.snapshot import Mark, Snapshot


class NoSession:
    """Takes every action and does nothing."""

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Publish nothing."""

    def submit(
        self, action: Action, text: str = "", value: float | None = None
    ) -> None:
        """Do nothing."""


def scenes() -> Iterator[tuple[str, Snapshot]]:
    """Every state worth a picture, by name."""
    z = sample.trace(1200)
    settle = sample.snapshot(560.0, z)
    yield "arrive", sample.snapshot(30.0, z)
    yield "calibrate", sample.snapshot(170.0, z)
    yield "rest", sample.snapshot(380.0, z)
    yield "activate", sample.snapshot(450.0, z)
    yield "settle", replace(settle, marks=(Mark(t_s=430.0, text="the message"),))
    yield "settled", sample.snapshot(760.0, z)
    gap = sample.trace(1200, gap_s=(508, 545))
    yield "after-a-gap", sample.snapshot(580.0, gap)
    for why in Unknown:
        yield f"unknown-{why}", sample.unknown(settle, why)
    for level in (Feedback.SPARSE, Feedback.BLIND):
        assert settle.phase is not None  # the sample has phases
        yield (
            f"settle-{level}",
            replace(settle, phase=replace(settle.phase, feedback=level)),
        )
    end = sample.snapshot(1150.0, z)
    yield "summary", replace(end, ended=SessionExit.COMPLETED)
    yield "summary-none", replace(end, episodes=(), ended=SessionExit.COMPLETED)


def render(
    out: Path, name: str, shown: Snapshot, size_px: tuple[int, int], look: Look
) -> None:
    """Write one picture."""
    now_s = 1000.0

    def clock() -> float:
        return now_s

    bridge = Bridge(now_s=clock)
    window = ClientWindow(NoSession(), bridge, look)
    window.resize(*size_px)
    bridge.publish(shown)
    window.show()
    for _ in range(40):
        now_s += 0.1
        bridge.publish(shown)
        QApplication.processEvents()
        window.advance()
    QApplication.processEvents()
    window.grab().save(str(out / f"{name}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def main() -> None:
    """Write all pictures into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[2:])
    app = QApplication.instance() or QApplication(sys.argv)
    for name, shown in scenes():
        if wanted and name not in wanted:
            continue
        for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            render(out, f"{name}-{theme}", shown, (1440, 900), Look(theme=theme))
        small = Look(theme=ThemeChoice.DARK, motion=Motion.REDUCED)
        render(out, f"{name}-small", shown, (1024, 700), small)
    del app


if __name__ == "__main__":
    main()
