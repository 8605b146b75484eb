"""A window without a screen, a session that only listens, and a clock moved by hand."""

import os

# Before anything imports Qt: the plugin is chosen once, when the application begins.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession, sample_events
from biofeed.display.sample_training import sample_training
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import Snapshot
from tests.display.session_double import ListeningSession, Submission


@pytest.fixture(scope="session", autouse=True)
def _what_was_imported_stays() -> None:
    """Keep the collections below short: modules and their like are not looked at."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _windows_are_gone_after_their_test(
    qapp: QApplication, _what_was_imported_stays: None
) -> Iterator[None]:
    """Free the pictures of each window: without a loop Qt would wait for one."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(scope="session")
def sample() -> SampleSession:
    return SampleSession(sample_events())


@pytest.fixture(scope="session")
def training() -> SampleSession:
    """A whole ``settling`` session of somebody who answers."""
    return sample_training()


@pytest.fixture
def time_s() -> list[float]:
    """The display's clock, s: write to its one element to let time pass."""
    return [1000.0]


@pytest.fixture
def control() -> ListeningSession:
    return ListeningSession()


@pytest.fixture
def submitted(control: ListeningSession) -> list[Submission]:
    """What the window asked of the session."""
    return control.submitted


@pytest.fixture
def bridge(time_s: list[float], qapp: QApplication) -> Bridge:
    return Bridge(now_s=lambda: time_s[0])


@pytest.fixture
def window(
    control: ListeningSession, bridge: Bridge, qtbot: QtBot
) -> Iterator[ClientWindow]:
    window = ClientWindow(control, bridge, Look(theme=ThemeChoice.DARK))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def show(
    window: ClientWindow, bridge: Bridge, time_s: list[float]
) -> Callable[[Snapshot], None]:
    """Publish a snapshot, and let the window take it and hold it until it is read."""

    def publish(snapshot: Snapshot) -> None:
        for _ in range(6):
            time_s[0] += 1.0
            bridge.publish(snapshot)
            window.advance()
        QApplication.processEvents()

    return publish


@pytest.fixture
def painted_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that a painter of ours draws, as it is cut to its room."""
    texts: list[str] = []
    # Its seven forms are one to us: whatever it is given is passed on.
    draw: Callable[..., object] = QPainter.drawText

    def drawing(painter: QPainter, *what: object) -> object:
        texts.extend(each for each in what if isinstance(each, str))
        return draw(painter, *what)

    monkeypatch.setattr(QPainter, "drawText", drawing)
    return texts
