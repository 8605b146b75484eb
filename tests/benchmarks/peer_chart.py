"""A breath drawn as a Qt chart, and what that costs: ``peer_chart.py SECONDS RATE``.

For ``bench_peer.py``; needs PySide6-Addons and numpy, and nothing of biofeed.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCharts import (
    QAreaSeries,
    QChart,
    QChartView,
    QSplineSeries,
    QValueAxis,
)
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

SIZE_PX = (1440, 900)
POINTS = 40
BREATHS_PER_MIN = 6.0
WARM_UP_MS = 2000

BEATS = 60
BEAT_EVERY_MS = 1000


def chart(series: QSplineSeries | QAreaSeries, low: float, high: float) -> QChart:
    """Put a series on axes of its own."""
    drawn = QChart()
    drawn.legend().setVisible(False)
    drawn.addSeries(series)
    sides = (Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignLeft)
    for side, ends in zip(sides, ((-BEATS, 0), (low, high)), strict=True):
        axis = QValueAxis()
        axis.setRange(*ends if isinstance(series, QSplineSeries) else (low, high))
        axis.setVisible(isinstance(series, QSplineSeries))
        drawn.addAxis(axis, side)
        series.attachAxis(axis)
    return drawn


class Disk:
    """The breath: a circle whose points are replaced one by one."""

    def __init__(self) -> None:
        angle = np.linspace(0.0, 2.0 * np.pi, POINTS)
        self._x, self._y = np.cos(angle), np.sin(angle)
        self._edge = QSplineSeries()
        for x, y in zip(self._x.tolist(), self._y.tolist(), strict=True):
            self._edge.append(x, y)
        # Kept: Qt does not own the edge of an area.
        self.area = QAreaSeries(self._edge)

    def breathe(self) -> None:
        """Take the size of this moment."""
        turn = 2.0 * np.pi * BREATHS_PER_MIN / 60.0 * time.monotonic()
        x_all, y_all = (0.5 + 0.5 * np.sin(turn)) * np.stack([self._x, self._y])
        points = zip(x_all.tolist(), y_all.tolist(), strict=True)
        for n, (x, y) in enumerate(points):
            self._edge.replace(n, x, y)


class Beats:
    """A line of intervals, all replaced at each beat."""

    def __init__(self) -> None:
        self.line = QSplineSeries()
        for n in range(BEATS):
            self.line.append(float(n - BEATS), 800.0)

    def beat(self) -> None:
        """Move on by one."""
        swing = 800.0 + 60.0 * np.sin(np.arange(BEATS) / 5.0 + time.monotonic())
        for n, y in enumerate(swing.tolist()):
            self.line.replace(n, float(n - BEATS), y)


def main() -> None:
    """Draw for as long as asked, and print the share."""
    length_ms, rate_hz = int(1000 * float(sys.argv[1])), float(sys.argv[2])
    app = QApplication([])
    window = QWidget()
    window.resize(*SIZE_PX)
    disk, intervals, trend = Disk(), Beats(), Beats()
    half = SIZE_PX[1] // 2
    views = [
        (chart(disk.area, -1.0, 1.0), (SIZE_PX[0] - half, 0, half, half)),
        (chart(intervals.line, 300.0, 1500.0), (0, 0, SIZE_PX[0] - half, half)),
        (chart(trend.line, 300.0, 1500.0), (0, half, SIZE_PX[0], half)),
    ]
    for drawn, place in views:
        QChartView(drawn, window).setGeometry(*place)
    window.show()
    breathing, beating = QTimer(), QTimer()
    breathing.timeout.connect(disk.breathe)
    beating.timeout.connect(intervals.beat)
    beating.timeout.connect(trend.beat)
    breathing.setTimerType(Qt.TimerType.PreciseTimer)
    breathing.start(int(1000 / rate_hz))
    beating.start(BEAT_EVERY_MS)
    before: list[float] = []
    QTimer.singleShot(WARM_UP_MS, lambda: before.append(time.process_time()))
    QTimer.singleShot(WARM_UP_MS + length_ms, app.quit)
    app.exec()
    spent_s = time.process_time() - before[0]
    share_pct = 100_000.0 * spent_s / length_ms
    sys.stdout.write(f"CPU share of a core {share_pct:.2f} %\n")


if __name__ == "__main__":
    main()
