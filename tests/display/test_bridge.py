"""The newest snapshot reaches the window, whatever thread it comes from."""

import threading
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.display.bridge import Bridge
from biofeed.display.sample_session import SampleSession


def test_the_newest_wins(bridge: Bridge, sample: SampleSession) -> None:
    """Ten snapshots before the window looks leave it the tenth, and no queue."""
    for second in range(10):
        bridge.publish(replace(sample.at(300.0), t_s=300.0 + second))
    received = bridge.take()
    assert received is not None
    assert received.snapshot.t_s == 309.0
    assert bridge.take() is None


def test_a_burst_wakes_the_window_once(bridge: Bridge, sample: SampleSession) -> None:
    """However many snapshots come before they are taken, one signal is sent."""
    woken: list[int] = []
    bridge.arrived.connect(lambda: woken.append(1), Qt.ConnectionType.QueuedConnection)
    for _ in range(50):
        bridge.publish(sample.at(300.0))
    QApplication.processEvents()
    assert len(woken) == 1


def test_a_snapshot_is_stamped_on_arrival(
    bridge: Bridge, sample: SampleSession, time_s: list[float]
) -> None:
    """Its age counts from when it was published, not from when it was looked at."""
    bridge.publish(sample.at(300.0))
    time_s[0] += 7.0
    received = bridge.take()
    assert received is not None
    assert received.received_s == 1000.0


def test_another_thread_may_publish(
    bridge: Bridge, sample: SampleSession, qtbot: QtBot
) -> None:
    """A snapshot from the io thread arrives in the window's thread."""
    arrived_in: list[threading.Thread] = []

    def note() -> None:
        arrived_in.append(threading.current_thread())

    bridge.arrived.connect(note, Qt.ConnectionType.QueuedConnection)
    with qtbot.waitSignal(bridge.arrived, timeout=5000):
        io = threading.Thread(target=bridge.publish, args=(sample.at(300.0),))
        io.start()
    io.join(timeout=5.0)
    QApplication.processEvents()
    assert arrived_in == [threading.main_thread()]
