"""Renders the screens to PNG files without a screen: for the manual, and to look at.

``python -m biofeed.display.pictures OUTDIR [NAME ...]``: all scenes, or those named.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from biofeed.core.events import Action, Command, Event, Role
from biofeed.core.values import Quality, State, Unknown
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.language import Language
from biofeed.display.sample_session import ENDS_S, SampleSession, sample_events
from biofeed.display.sample_training import training_scenes
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.snapshot import Mark, Snapshot
from devices.sighting import FoundStrap
from devices.simulated_strap import Artefacts, Dropout
from devices.source import LinkChanged, LinkReason, LinkState


class NoSession:
    """Takes every action and does nothing."""

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Publish nothing."""

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Do nothing."""


def scenes() -> Iterator[tuple[str, Snapshot]]:
    """Every state worth a picture, by name."""
    session = SampleSession(sample_events())
    settle = session.at(536.0)
    yield "arrive", session.at(8.0)
    yield "arrive-begun", session.at(30.0)
    yield "calibrate", session.at(170.0)
    yield "rest", session.at(340.0)
    yield "activated", session.at(425.0)
    yield "session", replace(settle, marks=(Mark(t_s=362.0, text="the message"),))
    yield "settled", session.at(640.0)
    yield "late", session.at(1000.0)
    yield from _troubles(settle)
    yield from training_scenes()
    yield "stopped", session.ended()
    yield "arc", _completed(sample_events(), ENDS_S)
    yield "arc-unresolved", _completed(sample_events(), 500.0)
    yield "arc-nothing", _completed(sample_events(), 340.0)
    yield "arc-no-rest", _completed(sample_events(), 100.0)


def _completed(events: list[Event], end_s: float) -> Snapshot:
    """A session that came to its own end."""
    early = [event for event in events if event.t_s < end_s]
    end = Command(t_s=end_s, action=Action.STOP, role=Role.PROGRAM)
    return SampleSession([*early, end]).ended()


def _troubles(settle: Snapshot) -> Iterator[tuple[str, Snapshot]]:
    gap = Artefacts(dropouts=(Dropout(start_s=470.0, length_s=60.0),))
    with_gap = SampleSession(sample_events(artefacts=gap))
    yield "signal-gone", with_gap.at(500.0)
    yield "after-a-gap", with_gap.at(600.0)
    assert settle.second is not None  # seconds have passed
    for why in Unknown:
        nothing = replace(
            settle.second,
            state=State.UNKNOWN,
            why_unknown=why,
            smoothed_z=None,
            heart_rate_bpm=None,
            quality=Quality.POOR if why is Unknown.POOR_SIGNAL else Quality.NONE,
        )
        trace_z = settle.trace_z.copy()
        trace_z[-20:] = np.nan
        yield f"unknown-{why}", replace(settle, second=nothing, trace_z=trace_z)
    lost = LinkChanged(t_s=460.0, link=LinkState.LOST, reason=LinkReason.DROPPED)
    yield "lost", replace(settle, link=lost)


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
    for _ in range(42):
        now_s += 0.15
        bridge.publish(shown)
        QApplication.processEvents()
        window.advance()
    QApplication.processEvents()
    window.grab().save(str(out / f"{name}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


class NoStraps:
    """Finds two straps at once, and no more."""

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        """Tell of the straps on the picture."""
        for name, address, rssi_dbm in (
            ("Polar H10 A1B24F2A", "C4:7E:12:A1:4F:2A", -54),
            ("HRM-Dual:512804", "D1:22:90:0B:77:31", -79),
        ):
            found(FoundStrap(name=name, address=address, rssi_dbm=rssi_dbm))
        ended(None)

    def stop(self) -> None:
        """There is nothing to stop."""


@dataclass(frozen=True, slots=True)
class OneMemory:
    """Remembers one choice and learns no other."""

    choice: StartChoice

    def last(self) -> StartChoice:
        """Return it."""
        return self.choice

    def remember(self, choice: StartChoice) -> None:
        """Forget the new one."""

    def keep_language(self, language: Language) -> None:
        """Forget it, too."""


def render_setup(out: Path, source: SourceKind, look: Look) -> None:
    """Write one picture of the first dialog."""
    choice = StartChoice(source=source, pseudonym="heron", look=look)
    dialog = SetupDialog(NoStraps(), OneMemory(choice))
    dialog.show()
    QApplication.processEvents()
    QApplication.processEvents()
    dialog.grab().save(str(out / f"setup-{source}-{look.theme}.png"))
    dialog.close()
    dialog.deleteLater()


def main() -> None:
    """Write all pictures into the folder named on the command line.

    Raises
    ------
    SystemExit
        Where no folder is named.
    """
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
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
        large = Look(theme=ThemeChoice.LIGHT, text_scale=2.0)
        render(out, f"{name}-large-type", shown, (1024, 700), large)
    for source in SourceKind:
        if not wanted or f"setup-{source}" in wanted:
            render_setup(out, source, Look(theme=ThemeChoice.DARK))
            render_setup(out, source, Look(theme=ThemeChoice.LIGHT))
    del app


if __name__ == "__main__":
    main()
