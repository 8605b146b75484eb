"""What is seen between the words and the foot: trace and pacer, an arc, one shape.

Rules
-----
- With nothing to be shown, nothing of what was drawn before stays drawn.
- While a round is looked at, its arc is in the place of the trace and the overview.
- The pacer's room stays free while it is away for a moment: the trace does not move.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont

from biofeed.core.phase import Feedback
from biofeed.core.values import State
from biofeed.display import reading, words
from biofeed.display.arc_picture import ArcPicture
from biofeed.display.backdrop import Backdrop
from biofeed.display.calm_shape import CalmShape
from biofeed.display.pacer import Pacer
from biofeed.display.plain_label import PlainLabel
from biofeed.display.round_arc import RoundArc
from biofeed.display.session_layout import (
    BAND_PX,
    MARGIN_PX,
    arc_scene,
    band_name,
    full_scene,
    quiet_scene,
)
from biofeed.display.session_strip import SessionStrip
from biofeed.display.theme import Measure, Motion, Theme
from biofeed.display.trend_plot import SHOWN_S, TrendPlot
from biofeed.session.snapshot import Snapshot

NAME_PX = 15
"""Height of the band's name at 1440 x 900, px."""


class SessionScene:
    """Trace, pacer, overview, shape and the band behind them.

    Parameters
    ----------
    page
        Whose children they are, and whose band it is.

    Attributes
    ----------
    feedback
        How much is shown.
    names_band
        Whether there is a rest to compare with, and it may be shown.
    """

    def __init__(
        self,
        page: Backdrop,
        theme: Theme,
        pacer: Pacer,
        now_s: Callable[[], float],
        *,
        motion: Motion,
    ) -> None:
        self.feedback = Feedback.FULL
        self.names_band = False
        self.trend = TrendPlot(theme, now_s, page, frames=pacer.frames, motion=motion)
        self.arc = ArcPicture(now_s, motion=motion, parent=page)
        self.shape = CalmShape(now_s, motion=motion, parent=page)
        self.pacer = pacer
        self._page = page
        self._measure = Measure()
        self._rest = PlainLabel(page, text=words.YOUR_REST)
        self._strip = SessionStrip(page)
        self._room, self._horizon, self._usual_top = QRect(), 0, 0
        self._has_pacer_room = False
        self._has_overview = True
        self._told: RoundArc | None = None
        pacer.stand_on(page)
        self.trend.setAccessibleName(words.TRACE)
        self.trend.moved.connect(self._place_band)
        self.shape.moved.connect(self._place)
        for each in (self.shape, self.arc, pacer):
            each.hide()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._measure = measure
        medium = QFont.Weight.Medium
        self._rest.dress(theme.band_text, measure.text_px(NAME_PX), medium)
        self._strip.dress(theme, measure)
        self.pacer.dress(theme, measure)
        self.trend.dress(theme, measure)
        self.shape.dress(theme)
        self.arc.dress(theme, measure)

    def leave_out_overview(self) -> None:
        """Draw no overview: the whole session is seen elsewhere."""
        self._has_overview = False

    def advance(self) -> None:
        """Let what moves by itself go on to now."""
        self.trend.advance()
        if self._told is not None:
            self.arc.advance()

    def take_level(
        self, snapshot: Snapshot, arc: RoundArc | None, *, pacer_shown: bool
    ) -> bool:
        """Let be seen what the level allows; return whether that changed.

        Parameters
        ----------
        arc
            The round that is looked at; None for what goes on now.
        """
        level = reading.feedback(snapshot)
        is_away = snapshot.stage in reading.UNPACED_STAGES
        room = pacer_shown or (self._has_pacer_room and is_away)
        before = (
            self.feedback,
            self._has_pacer_room,
            not self.pacer.isHidden(),
            self._told,
        )
        self.feedback, self._has_pacer_room = level, room
        self._look_at(arc)
        self.pacer.setVisible(pacer_shown)
        is_shape = level is Feedback.SPARSE and not pacer_shown
        self.shape.setVisible(is_shape and reading.has_rest(snapshot))
        return before != (level, room, pacer_shown, arc)

    def _look_at(self, arc: RoundArc | None) -> None:
        """Draw the arc of a round, or clear it; one that is drawn stays as it is."""
        if arc is None and self._told is not None:
            self.arc.clear()
        elif arc is not None and arc is not self._told:
            self.arc.show_arc(arc.arc, arc.ghosts)
        self._told = arc
        self.arc.setVisible(arc is not None)

    def show(self, snapshot: Snapshot, *, tip: str, is_current: bool) -> None:
        """Show the body, as far as it may be seen; ``tip`` names its state."""
        is_full = self.feedback is Feedback.FULL
        has_rest = reading.has_rest(snapshot)
        is_now = is_full and self._told is None
        self.trend.setVisible(is_now)
        self._strip.setVisible(is_now and has_rest and self._has_overview)
        self.names_band = has_rest and self.feedback is not Feedback.BLIND
        if is_full:
            t_s, z = snapshot.trace_t_s, snapshot.trace_z
            self.trend.show_trace(t_s, z, tip=tip, is_current=is_current)
            self.trend.show_marks(snapshot.marks)
            self._strip.show_session(t_s, z, shown_s=SHOWN_S)
        else:
            self.trend.clear()
            self._strip.clear()
        state = snapshot.second.state if snapshot.second else State.UNKNOWN
        if self.feedback is Feedback.SPARSE:
            self.shape.show_state(state, is_current=is_current)
        else:
            self.shape.begin(state)

    def arrange(self, room: QRect, *, usual_top: int) -> None:
        """Take the room between the words and the foot.

        Parameters
        ----------
        usual_top
            Where it begins under a sentence of usual length, px.
        """
        self._room, self._usual_top = room, usual_top
        self._place()

    def _place(self) -> None:
        if self.feedback is Feedback.FULL:
            has_pacer = self._has_pacer_room
            placed = full_scene(
                self._room,
                self._measure,
                has_pacer=has_pacer,
                has_overview=self._has_overview,
            )
        else:
            placed = quiet_scene(
                self._room,
                self._measure,
                place=self.shape.place,
                usual_top=self._usual_top,
            )
        self._horizon = placed.horizon
        self._strip.setGeometry(placed.strip)
        self.pacer.setGeometry(placed.pacer)
        self.shape.setGeometry(placed.shape)
        self.trend.setGeometry(placed.trend)
        name_px = self._rest.sizeHint().width()
        self.arc.setGeometry(arc_scene(self._room, self._measure, beside_px=name_px))
        self._place_band()

    def _place_band(self) -> None:
        if self.feedback is Feedback.FULL:
            drawn = self.trend if self._told is None else self.arc
            top, middle, bottom = (
                drawn.y() + drawn.place(0.0, z).y() for z in (1.0, 0.0, -1.0)
            )
        else:
            middle, half = self._horizon, self._measure.px(BAND_PX)
            top, bottom = middle - half, middle + half
        if self.feedback is Feedback.BLIND:
            self._page.clear_band()
        else:
            self._page.set_band(top, middle, bottom)
        self._name_band(round(middle), round(bottom))

    def _name_band(self, middle: int, bottom: int) -> None:
        """Name the band at its right end, where no other word stands."""
        self._rest.adjustSize()
        taken: tuple[QRect, ...] = ()
        if self._told is not None:
            taken = (self.arc.geometry(),)
        elif self.feedback is Feedback.FULL:
            tip = self.trend.tip_box.translated(self.trend.pos())
            pacer = QRect() if self.pacer.isHidden() else self.pacer.geometry()
            taken = (tip, pacer)
        end = QPoint(self._room.right() + 1 - self._measure.px(MARGIN_PX), bottom)
        size = self._rest.size()
        free = band_name(size, self._measure, end=end, middle=middle, taken=taken)
        self._rest.setGeometry(free or self._rest.geometry())
        self._rest.setVisible(self.names_band and free is not None)
