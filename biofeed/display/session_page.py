"""The screen during a session: a horizon, a line, a shape that breathes, few words."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from biofeed.core.values import Feedback
from biofeed.display import reading, words
from biofeed.display.backdrop import Backdrop
from biofeed.display.bridge import Received
from biofeed.display.key_row import KeyRow
from biofeed.display.pacer import Pacer
from biofeed.display.phase_strip import PhaseStrip
from biofeed.display.plain_label import PlainLabel
from biofeed.display.session_layout import MARGIN_PX, Foot, foot, stage
from biofeed.display.session_strip import SessionStrip
from biofeed.display.steady import Steady
from biofeed.display.theme import Measure, Theme
from biofeed.display.trend_plot import SHOWN_S, TrendPlot
from biofeed.display.words import Sentence

HEAD_PX = 38
DETAIL_PX = 19
SMALL_PX = 15
"""Height of type at 1440 x 900, px."""

REMARK_S = 5.0
"""How long a short remark stays, s."""


class SessionPage(Backdrop):
    """Shows one snapshot after the other."""

    stop_pressed = Signal()
    key_pressed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pacer: Pacer,
        now_s: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._measure = Measure()
        self._now_s = now_s
        self._feedback = Feedback.FULL
        self._head, self._detail = PlainLabel(self), PlainLabel(self)
        self._status = PlainLabel(self)
        self._phases = PhaseStrip(self)
        self.trend = TrendPlot(theme, now_s, self)
        self._rest = PlainLabel(self, text=words.YOUR_REST)
        self._strip = SessionStrip(self)
        self._remark = PlainLabel(self)
        self.pacer = pacer
        pacer.setParent(self)
        self._keys = KeyRow(self)
        self.label_field = QLineEdit(self)
        self._stop = QPushButton(words.STOP, self)
        self._remarked, self._remarked_s = "", now_s()
        self._sentence: Steady[Sentence] = Steady(words.WAITING)
        self._tip = Steady("")
        self._names_band = False
        self._traced: tuple[Received, bool, bool] | None = None
        self._build()

    def _build(self) -> None:
        self._head.setWordWrap(True)
        self._detail.setWordWrap(True)
        self._status.setWordWrap(True)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.trend.setAccessibleName(words.TRACE)
        self.trend.moved.connect(self._place_band)
        self.label_field.setPlaceholderText(words.MARK_PROMPT)
        self.label_field.setAccessibleName(words.MARK_PROMPT)
        self.label_field.setMaxLength(words.LONGEST_MARK)
        self.label_field.hide()
        self._keys.chosen.connect(self.key_pressed)
        self._stop.setAccessibleName(words.STOP)
        self._stop.clicked.connect(self.stop_pressed)
        self.pacer.hide()

    @override
    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        super().dress(theme)
        self._dress_parts()

    def fit(self, measure: Measure) -> None:
        """Take the sizes of a window."""
        self._measure = measure
        self._dress_parts()
        self._arrange()

    def _dress_parts(self) -> None:
        theme, measure = self._theme, self._measure
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._status.dress(theme.muted, measure.text_px(SMALL_PX))
        self._remark.dress(theme.muted, measure.text_px(SMALL_PX))
        medium = QFont.Weight.Medium
        self._rest.dress(theme.band_text, measure.text_px(SMALL_PX), medium)
        self._phases.dress(theme, measure)
        self._strip.dress(theme, measure)
        self.pacer.dress(theme, measure)
        self.trend.dress(theme, measure)
        self._keys.dress(measure)

    def show_received(
        self, received: Received | None, *, heart_rate_shown: bool, pacer_shown: bool
    ) -> None:
        """Show a snapshot as of now; call again as time passes, for its age."""
        now_s = self._now_s()
        self._say(received, now_s)
        if received is None:
            return
        snapshot = received.snapshot
        level = reading.feedback(snapshot)
        is_new = (level, pacer_shown) != (self._feedback, not self.pacer.isHidden())
        self._feedback = level
        self._show_remark()
        self._phases.show_phases(reading.phases(snapshot), snapshot.t_s)
        facts = reading.status(
            received,
            now_s,
            heart_rate_shown=heart_rate_shown and level is Feedback.FULL,
        )
        fresh = reading.freshness(received, now_s)
        mark = words.CURRENT if fresh.is_current else words.OLD
        # A line breaks between two facts, not within one.
        told = words.BETWEEN.join(fact.replace(" ", "\u00a0") for fact in facts)
        self._status.say(f"{mark}\u00a0{told}")
        self.set_learned(reading.learned_share(snapshot))
        self.pacer.setVisible(pacer_shown)
        shown = (received, fresh.is_current, pacer_shown)
        if shown != self._traced or self._tip.is_undecided:
            self._traced = shown
            self._show_trace(received, is_current=fresh.is_current)
        waiting = reading.is_waiting(snapshot)
        self._keys.show_keys(words.KEYS_WAITING if waiting else words.KEYS_RUNNING)
        if is_new:
            self._arrange()

    def remark(self, text: str) -> None:
        """Say something short above the keys for a few seconds."""
        self._remarked, self._remarked_s = text, self._now_s()
        self._show_remark()

    def _show_remark(self) -> None:
        softly = not self.pacer.isHidden() and self.pacer.moment.recalls_softness
        if self._now_s() - self._remarked_s > REMARK_S:
            self._remarked = ""
        self._remark.say(self._remarked or (words.BREATHE_GENTLY if softly else ""))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self, received: Received | None, now_s: float) -> None:
        wanted = reading.sentence(received, now_s)
        if reading.may_wait(received, now_s):
            said = self._sentence.ask(wanted, now_s)
        else:
            said = self._sentence.insist(wanted)
        if (said.head, said.detail) != (self._head.text(), self._detail.text()):
            self._head.say(said.head)
            self._detail.say(said.detail)
            self._arrange()

    def _show_trace(self, received: Received, *, is_current: bool) -> None:
        snapshot = received.snapshot
        is_full = self._feedback is Feedback.FULL
        has_rest = reading.learned_share(snapshot) >= 1.0
        self.trend.setVisible(is_full)
        self._strip.setVisible(is_full and has_rest)
        self._names_band = has_rest and self._feedback is not Feedback.BLIND
        if not is_full:
            self.trend.clear()
            return
        tip = reading.tip(snapshot)
        if reading.may_wait(received, self._now_s()):
            tip = self._tip.ask(tip, self._now_s())
        else:
            tip = self._tip.insist(tip)
        self.trend.show_trace(
            snapshot.trace_t_s, snapshot.trace_z, tip=tip, is_current=is_current
        )
        self.trend.show_marks(snapshot.marks)
        self._strip.show_session(snapshot.trace_t_s, snapshot.trace_z, shown_s=SHOWN_S)

    def _arrange(self) -> None:
        px = self._measure.px
        margin = px(MARGIN_PX)
        inner = self.width() - 2 * margin
        half = (inner - px(30)) // 2
        top = px(40)
        bars = self._phases.sizeHint().height()
        self._phases.setGeometry(margin, top, half, bars)
        facts = max(bars, self._status.heightForWidth(half))
        self._status.setGeometry(margin + inner - half, top, half, facts)
        top = max(px(146), top + facts + px(24))
        is_full = self._feedback is Feedback.FULL
        align = Qt.AlignmentFlag.AlignLeft if is_full else Qt.AlignmentFlag.AlignHCenter
        for label, gap in ((self._head, px(10)), (self._detail, px(16))):
            label.setAlignment(align)
            label.setGeometry(margin, top, inner, label.heightForWidth(inner))
            top = label.geometry().bottom() + gap
        row = self._arrange_foot()
        bottom = max(row.remark.top() - px(10), top + px(60))
        self._arrange_stage(QRect(0, top, self.width(), bottom - top))

    def _arrange_foot(self) -> Foot:
        wide = self._stop.sizeHint().width()
        row = foot(self.size(), self._measure, stop_width_px=wide)
        self._stop.setGeometry(row.stop)
        self._keys.setGeometry(row.keys)
        self.label_field.setGeometry(row.field)
        self._remark.setGeometry(row.remark)
        return row

    def _arrange_stage(self, room: QRect) -> None:
        placed = stage(
            room,
            self._measure,
            feedback=self._feedback,
            pacer_shown=not self.pacer.isHidden(),
        )
        self._strip.setGeometry(placed.strip)
        self.pacer.setGeometry(placed.pacer)
        self.trend.setGeometry(placed.trend)
        self._place_band()

    def _place_band(self) -> None:
        if self._feedback is Feedback.FULL:
            offset = self.trend.y()
            top, middle, bottom = (
                offset + self.trend.place(0.0, z).y() for z in (1.0, 0.0, -1.0)
            )
        else:
            middle = self.pacer.geometry().center().y()
            half = self._measure.px(58)
            top, bottom = middle - half, middle + half
        if self._feedback is Feedback.BLIND:
            self.clear_band()
        else:
            self.set_band(top, middle, bottom)
        self._place_rest(round(bottom))

    def _place_rest(self, bottom: int) -> None:
        """Name the band at its right end, unless the pacer's word stands there."""
        px = self._measure.px
        self._rest.adjustSize()
        right = self.width() - px(MARGIN_PX)
        self._rest.move(
            right - self._rest.width(), bottom - self._rest.height() - px(6)
        )
        covers = self.pacer.geometry().intersects(self._rest.geometry())
        is_full = self._feedback is Feedback.FULL
        has_room = not (is_full and covers and not self.pacer.isHidden())
        self._rest.setVisible(self._names_band and has_room)
