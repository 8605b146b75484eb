"""The screen during a session: a horizon, a line, a shape that breathes, few words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.phase import Feedback
from biofeed.core.values import PhaseChanged
from biofeed.display import reading, words
from biofeed.display.arc_watch import ArcWatch
from biofeed.display.backdrop import Backdrop
from biofeed.display.bridge import Received
from biofeed.display.fact_line import FactLine
from biofeed.display.foot_facts import facts_now, keys_beside_arc, keys_now
from biofeed.display.foot_row import NOTICE_S, FootRow
from biofeed.display.jump_calming import has_jumped
from biofeed.display.loss_watch import Loss, LossWatch
from biofeed.display.notice_telling import NoticeTelling
from biofeed.display.pacer import Pacer
from biofeed.display.phase_bars import phase_bars
from biofeed.display.phase_strip import PhaseStrip
from biofeed.display.round_arc import RoundArc
from biofeed.display.said_words import SaidWords
from biofeed.display.saying import saying
from biofeed.display.session_layout import (
    MARGIN_PX,
)
from biofeed.display.session_scene import SessionScene
from biofeed.display.steady import Steady
from biofeed.display.theme import Measure, Motion, Theme
from biofeed.session.snapshot import Snapshot

SMALL_PX = 15
"""Height of type at 1440 x 900, px."""

MOST_BESIDE = 0.4
"""Share of the width that is left to a drawer beside the scene; a wider one covers."""


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
        self._words = SaidWords(self)
        self._status = FactLine(self)
        self._phases = PhaseStrip(self)
        self.scene = SessionScene(self, theme, pacer, now_s, motion=motion)
        self.trend, self.pacer = self.scene.trend, pacer
        self.foot = FootRow(now_s, self)
        self.loss, self.arcs = LossWatch(), ArcWatch()
        self._notices = NoticeTelling()
        self._saying = Steady(saying(None, now_s()))
        self._tip = Steady("")
        self._phase: PhaseChanged | None = None
        self._t_s = 0.0
        self._status_px = self._beside_px = 0
        self._drawn: tuple[Received, bool, str, RoundArc | None] | None = None
        self._build()

    def _build(self) -> None:
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight)

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
        self._phases.dress(theme, measure)
        self.scene.dress(theme, measure)
        self.foot.dress(theme, measure, margin_px=measure.px(MARGIN_PX))

    def show_received(
        self, received: Received | None, *, heart_rate_shown: bool, pacer_shown: bool
    ) -> None:
        """Show a snapshot as of now; call again as time passes, for its age."""
        now_s = self._now_s()
        lost_s = reading.lost_for_s(received, now_s) if received else None
        loss = self.loss.step(lost_s)
        arc = self.arcs.told(received.snapshot) if received else None
        self._say(received, now_s, loss, arc)
        if received is None:
            return
        snapshot = received.snapshot
        changed = self.scene.take_level(snapshot, arc, pacer_shown=pacer_shown)
        self.set_learned(reading.learned_share(snapshot))
        self._phases.show_bars(phase_bars(snapshot))
        self._tell_status(received, now_s, heart_rate_shown=heart_rate_shown)
        self.foot.ask(reading.question(snapshot), said_above=self._words.head)
        self._show_standing(snapshot)
        keys = keys_now(snapshot, loss) if arc is None else keys_beside_arc(snapshot)
        self.foot.show_keys(keys)
        is_current = reading.freshness(received, now_s).is_current
        drawn = (received, is_current, self._tip.said, arc)
        if changed or drawn != self._drawn:
            self._drawn = drawn
            self.scene.show(snapshot, tip=self._tip.said, is_current=is_current)
        if changed:
            self._arrange()

    def leave_room_to(self, drawer: QWidget) -> None:
        """Tell nothing of the strap where a drawer tells it, and stand beside it.

        One that is wide for its window covers a part instead: words and trace would
        have too little left.
        """
        self._status.setVisible(drawer.isHidden())
        wide = 0 if drawer.isHidden() else drawer.width()
        beside = wide if wide <= self.width() * MOST_BESIDE else 0
        if beside != self._beside_px:
            self._beside_px = beside
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def _say(
        self,
        received: Received | None,
        now_s: float,
        loss: Loss,
        arc: RoundArc | None,
    ) -> None:
        wanted = saying(received, now_s, loss, arc=arc)
        tip, wanted = wanted.tip, replace(wanted, tip="")
        snapshot = received.snapshot if received else None
        phase = snapshot.phase if snapshot else None
        at_once = self._is_elsewhere(snapshot) or not wanted.can_wait
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

    def _is_elsewhere(self, snapshot: Snapshot | None) -> bool:
        """Whether this has not grown out of what was shown: another phase or time.

        A replay that stands has been put there, however near to where it was.
        """
        if snapshot is None:
            return True
        was_s, self._t_s = self._t_s, snapshot.t_s
        if has_jumped(was_s, snapshot):
            self.trend.begin_anew()
            return True
        return snapshot.speed == 0.0 or snapshot.phase != self._phase

    def _tell_status(
        self, received: Received, now_s: float, *, heart_rate_shown: bool
    ) -> None:
        is_full = self.scene.feedback is Feedback.FULL
        facts = reading.status(
            received, now_s, heart_rate_shown=heart_rate_shown and is_full
        )
        fresh = reading.freshness(received, now_s)
        mark = words.CURRENT if fresh.is_current else words.OLD
        first, *others = facts
        self._status.tell((f"{mark} {first}", *others))
        colour = self._theme.muted if fresh.is_current else self._theme.stale
        self._status.dress(colour, self._measure.text_px(SMALL_PX))
        if self._status.heightForWidth(self._status.width()) != self._status_px:
            self._arrange()

    def _show_standing(self, snapshot: Snapshot) -> None:
        """Tell what is new, else what stands; take back what may be told no more."""
        self.foot.retell(*self._notices.take_back(snapshot.notices))
        if news := self._notices.news(snapshot.notices, snapshot.t_s):
            self.foot.remark(news, lasts_s=NOTICE_S)
        soft = not self.pacer.isHidden() and self.pacer.moment.recalls_softness
        facts = facts_now(
            snapshot, has_trace=self.scene.names_band, recalls_softness=soft
        )
        self.foot.show_standing(facts)

    def _arrange(self) -> None:
        px = self._measure.px
        margin = px(MARGIN_PX)
        wide = self.width() - self._beside_px
        inner = wide - 2 * margin
        half = (inner - px(30)) // 2
        top = px(40)
        bars = self._phases.sizeHint().height()
        self._phases.setGeometry(margin, top, half, bars)
        self._status_px = self._status.heightForWidth(half)
        facts = max(bars, self._status_px)
        self._status.setGeometry(margin + inner - half, top, half, facts)
        is_full = self.scene.feedback is Feedback.FULL
        align = Qt.AlignmentFlag.AlignLeft if is_full else Qt.AlignmentFlag.AlignHCenter
        top, usual_top = self._words.arrange(
            margin,
            max(px(146), top + facts + px(24)),
            inner,
            measure=self._measure,
            align=align,
        )
        high = self.foot.sizeHint().height()
        self.foot.setGeometry(0, self.height() - high, self.width(), high)
        bottom = max(self.foot.y() - px(10), top + px(60))
        room = QRect(0, top, wide, bottom - top)
        self.scene.arrange(room, usual_top=usual_top)
