"""The screen during a session: a horizon, a line, a shape that breathes, few words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.phase import Feedback
from biofeed.core.values import PhaseChanged, State
from biofeed.display import reading, words
from biofeed.display.backdrop import Backdrop
from biofeed.display.bridge import Received
from biofeed.display.calm_shape import CalmShape
from biofeed.display.foot_facts import facts_now, keys_now
from biofeed.display.foot_row import NOTICE_S, FootRow
from biofeed.display.loss_watch import Loss, LossWatch
from biofeed.display.notice_telling import NoticeTelling
from biofeed.display.pacer import Pacer
from biofeed.display.phase_bars import phase_bars
from biofeed.display.phase_strip import PhaseStrip
from biofeed.display.plain_label import PlainLabel
from biofeed.display.said_words import SaidWords
from biofeed.display.saying import saying
from biofeed.display.session_layout import (
    BAND_PX,
    MARGIN_PX,
    band_name,
    full_scene,
    quiet_scene,
)
from biofeed.display.session_strip import SessionStrip
from biofeed.display.steady import Steady
from biofeed.display.theme import Measure, Motion, Theme
from biofeed.display.trend_plot import SHOWN_S, TrendPlot
from biofeed.session.snapshot import Snapshot

SMALL_PX = 15
"""Height of type at 1440 x 900, px."""


class SessionPage(Backdrop):
    """Shows one snapshot after the other."""

    def __init__(
        self,
        theme: Theme,
        pacer: Pacer,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._measure = Measure()
        self._now_s = now_s
        self._feedback = Feedback.FULL
        self._words = SaidWords(self)
        self._status = PlainLabel(self)
        self._phases = PhaseStrip(self)
        self.trend = TrendPlot(theme, now_s, self)
        self._rest = PlainLabel(self, text=words.YOUR_REST)
        self._strip = SessionStrip(self)
        self.shape = CalmShape(now_s, motion=motion, parent=self)
        self.pacer = pacer
        pacer.setParent(self)
        self.foot = FootRow(now_s, self)
        self.loss = LossWatch()
        self._notices = NoticeTelling()
        self._saying = Steady(saying(None, now_s()))
        self._tip = Steady("")
        self._phase: PhaseChanged | None = None
        self._names_band = self._has_pacer_room = False
        self._room, self._horizon = QRect(), 0
        self._drawn: tuple[Received, bool, str] | None = None
        self._build()

    def _build(self) -> None:
        self._status.setWordWrap(True)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.trend.setAccessibleName(words.TRACE)
        self.trend.moved.connect(self._place_band)
        self.shape.moved.connect(self._arrange_scene)
        self.shape.hide()
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
        self._words.dress(theme, measure)
        self._status.dress(theme.muted, measure.text_px(SMALL_PX))
        medium = QFont.Weight.Medium
        self._rest.dress(theme.band_text, measure.text_px(SMALL_PX), medium)
        self._phases.dress(theme, measure)
        self._strip.dress(theme, measure)
        self.pacer.dress(theme, measure)
        self.shape.dress(theme)
        self.trend.dress(theme, measure)
        self.foot.dress(theme, measure, margin_px=measure.px(MARGIN_PX))

    def show_received(
        self, received: Received | None, *, heart_rate_shown: bool, pacer_shown: bool
    ) -> None:
        """Show a snapshot as of now; call again as time passes, for its age."""
        now_s = self._now_s()
        lost_s = reading.lost_for_s(received, now_s) if received else None
        loss = self.loss.step(lost_s)
        self._say(received, now_s, loss)
        if received is None:
            return
        snapshot = received.snapshot
        changed = self._take_level(snapshot, pacer_shown=pacer_shown)
        self.set_learned(reading.learned_share(snapshot))
        self._phases.show_bars(phase_bars(snapshot))
        self._tell_status(received, now_s, heart_rate_shown=heart_rate_shown)
        self.foot.ask(snapshot.question)
        self._show_standing(snapshot)
        self.foot.show_keys(keys_now(snapshot, loss))
        is_current = reading.freshness(received, now_s).is_current
        drawn = (received, is_current, self._tip.said)
        if changed or drawn != self._drawn:
            self._drawn = drawn
            self._show_scene(snapshot, is_current=is_current)
        if changed:
            self._arrange()

    def _take_level(self, snapshot: Snapshot, *, pacer_shown: bool) -> bool:
        """Show what the level of feedback lets be shown; return whether that changed.

        The pacer's room stays free while it is away for a moment: the trace beside it
        does not move.
        """
        level = reading.feedback(snapshot)
        is_away = snapshot.stage in reading.UNPACED_STAGES
        room = pacer_shown or (self._has_pacer_room and is_away)
        before = (self._feedback, self._has_pacer_room, not self.pacer.isHidden())
        self._feedback, self._has_pacer_room = level, room
        self.pacer.setVisible(pacer_shown)
        is_shape = level is Feedback.SPARSE and not pacer_shown
        self.shape.setVisible(is_shape and reading.has_rest(snapshot))
        return before != (level, room, pacer_shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self, received: Received | None, now_s: float, loss: Loss) -> None:
        wanted = saying(received, now_s, loss)
        tip, wanted = wanted.tip, replace(wanted, tip="")
        snapshot = received.snapshot if received else None
        phase = snapshot.phase if snapshot else None
        at_once = snapshot is None or phase != self._phase or not wanted.can_wait
        self._phase = phase
        if snapshot is None or at_once:
            self._tip.insist(tip)
        else:
            self._tip.ask(tip, snapshot.t_s)
        if snapshot is None or at_once or wanted.is_weighed:
            said = self._saying.insist(wanted)
        else:
            said = self._saying.ask(wanted, snapshot.t_s)
        if self._words.say(said):
            self._arrange()

    def _tell_status(
        self, received: Received, now_s: float, *, heart_rate_shown: bool
    ) -> None:
        is_full = self._feedback is Feedback.FULL
        facts = reading.status(
            received, now_s, heart_rate_shown=heart_rate_shown and is_full
        )
        fresh = reading.freshness(received, now_s)
        mark = words.CURRENT if fresh.is_current else words.OLD
        self._status.say(f"{mark}\u00a0{reading.joined(facts)}")
        colour = self._theme.muted if fresh.is_current else self._theme.stale
        self._status.dress(colour, self._measure.text_px(SMALL_PX))

    def _show_standing(self, snapshot: Snapshot) -> None:
        """Tell what is new; else what stands."""
        if news := self._notices.news(snapshot.notices):
            self.foot.remark(news, lasts_s=NOTICE_S)
        soft = not self.pacer.isHidden() and self.pacer.moment.recalls_softness
        facts = facts_now(snapshot, has_trace=self._names_band, recalls_softness=soft)
        self.foot.show_standing(facts)

    def _show_scene(self, snapshot: Snapshot, *, is_current: bool) -> None:
        is_full = self._feedback is Feedback.FULL
        has_rest = reading.has_rest(snapshot)
        self.trend.setVisible(is_full)
        self._strip.setVisible(is_full and has_rest)
        self._names_band = has_rest and self._feedback is not Feedback.BLIND
        if is_full:
            self._show_trace(snapshot, is_current=is_current)
        else:
            self.trend.clear()
            self._strip.clear()
        state = snapshot.second.state if snapshot.second else State.UNKNOWN
        if self._feedback is Feedback.SPARSE:
            self.shape.show_state(state, is_current=is_current)
        else:
            self.shape.begin(state)

    def _show_trace(self, snapshot: Snapshot, *, is_current: bool) -> None:
        t_s, z = snapshot.trace_t_s, snapshot.trace_z
        self.trend.show_trace(t_s, z, tip=self._tip.said, is_current=is_current)
        self.trend.show_marks(snapshot.marks)
        self._strip.show_session(t_s, z, shown_s=SHOWN_S)

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
        is_full = self._feedback is Feedback.FULL
        align = Qt.AlignmentFlag.AlignLeft if is_full else Qt.AlignmentFlag.AlignHCenter
        top = self._words.arrange(
            margin,
            max(px(146), top + facts + px(24)),
            inner,
            measure=self._measure,
            align=align,
        )
        high = self.foot.sizeHint().height()
        self.foot.setGeometry(0, self.height() - high, self.width(), high)
        bottom = max(self.foot.y() - px(10), top + px(60))
        self._room = QRect(0, top, self.width(), bottom - top)
        self._arrange_scene()

    def _arrange_scene(self) -> None:
        measure = self._measure
        if self._feedback is Feedback.FULL:
            placed = full_scene(self._room, measure, has_pacer=self._has_pacer_room)
        else:
            placed = quiet_scene(self._room, measure, place=self.shape.place)
        self._horizon = placed.horizon
        self._strip.setGeometry(placed.strip)
        self.pacer.setGeometry(placed.pacer)
        self.shape.setGeometry(placed.shape)
        self.trend.setGeometry(placed.trend)
        self._place_band()

    def _place_band(self) -> None:
        if self._feedback is Feedback.FULL:
            offset = self.trend.y()
            top, middle, bottom = (
                offset + self.trend.place(0.0, z).y() for z in (1.0, 0.0, -1.0)
            )
        else:
            middle, half = self._horizon, self._measure.px(BAND_PX)
            top, bottom = middle - half, middle + half
        if self._feedback is Feedback.BLIND:
            self.clear_band()
        else:
            self.set_band(top, middle, bottom)
        self._place_rest(round(middle), round(bottom))

    def _place_rest(self, middle: int, bottom: int) -> None:
        """Name the band at its right end, where no other word stands."""
        self._rest.adjustSize()
        taken: tuple[QRect, ...] = ()
        if self._feedback is Feedback.FULL:
            tip = self.trend.tip_box.translated(self.trend.pos())
            pacer = QRect() if self.pacer.isHidden() else self.pacer.geometry()
            taken = (tip, pacer)
        end = QPoint(self.width() - self._measure.px(MARGIN_PX), bottom)
        size = self._rest.size()
        free = band_name(size, self._measure, end=end, middle=middle, taken=taken)
        self._rest.setGeometry(free or self._rest.geometry())
        self._rest.setVisible(self._names_band and free is not None)
