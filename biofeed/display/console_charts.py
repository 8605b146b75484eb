"""The charts of the clinician's window: one below the other, with one axis of time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from biofeed.display import console_words as said
from biofeed.display.console_axis import Follow, span_of
from biofeed.display.console_button import ConsoleButton
from biofeed.display.console_chart import ConsoleChart
from biofeed.display.console_plots import (
    activation_plot,
    heart_rate_plot,
    tachogram_plot,
)
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.theme import Measure, Theme
from biofeed.session.snapshot import Snapshot

SHARES = (42, 36, 22)
"""Heights of activation, intervals and heart rate, in parts of a hundred."""


class ConsoleCharts(QWidget):
    """Follows the session; how much of it is in view is chosen by key or button."""

    followed = Signal()
    """Another length of time is to be in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow = Follow.TEN_MIN
        self._activation = ConsoleChart(least_px=150, names_phases=True)
        self._tachogram = ConsoleChart(least_px=130)
        self._heart_rate = ConsoleChart(least_px=100, tells_time=True)
        self._scroll = ScrollingColumn(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        charts = (self._activation, self._tachogram, self._heart_rate)
        for chart, share in zip(charts, SHARES, strict=True):
            self._scroll.column.addWidget(chart, share)
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroll, 1)
        self._spans = [
            ConsoleButton(word, str(each.value), self)
            for each, word in zip(Follow, said.SPANS, strict=True)
        ]
        self._row = QHBoxLayout()
        self._row.addStretch(0)
        for each, button in zip(Follow, self._spans, strict=True):
            button.setCheckable(True)
            button.setObjectName("span")
            button.clicked.connect(lambda _=False, each=each: self.follow(each))
            self._row.addWidget(button)
        self._column.addLayout(self._row)
        self.follow(self._follow)

    def put_beside_spans(self, part: QWidget) -> None:
        """Give a part the room at the left of the buttons."""
        self._row.insertWidget(0, part, 1)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for chart in (self._activation, self._tachogram, self._heart_rate):
            chart.dress(theme, measure)
        for button in self._spans:
            button.dress(theme, measure)
        self._scroll.dress(theme, measure)
        self._scroll.column.setSpacing(measure.px(8))
        self._column.setSpacing(measure.px(8))
        self._row.setSpacing(measure.px(6))

    def take_key(self, key: Qt.Key) -> bool:
        """Scroll, where the key is one that does; say whether it was."""
        return self._scroll.take_key(key)

    def follow(self, follow: Follow) -> None:
        """Have this much in view."""
        self._follow = follow
        for each, button in zip(Follow, self._spans, strict=True):
            button.setChecked(each is follow)
        self.followed.emit()

    def show_snapshot(self, snapshot: Snapshot, ceiling_z: float | None) -> None:
        """Draw the session up to now."""
        follow = self._follow
        is_over = snapshot.ended is not None
        span = span_of(follow, snapshot.t_s, is_over=is_over)
        activation = activation_plot(snapshot, span, ceiling_z=ceiling_z)
        self._activation.show_plot(activation, span, follow)
        self._tachogram.show_plot(tachogram_plot(snapshot, span), span, follow)
        self._heart_rate.show_plot(heart_rate_plot(snapshot, span), span, follow)
