"""The three screens of a session, of which one is seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from biofeed.display import reading
from biofeed.display.arc import Summary
from biofeed.display.bridge import Received
from biofeed.display.failure_tile import FailureTile
from biofeed.display.grounding_page import GroundingPage
from biofeed.display.pacer import Pacer
from biofeed.display.session_page import SessionPage
from biofeed.display.summary_page import SummaryPage
from biofeed.display.theme import Measure, Motion, Theme
from biofeed.session.snapshot import Snapshot


class Pages:
    """The session, the neutral screen after STOP, and the arc.

    Parameters
    ----------
    window
        Whose inside they fill.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        pacer: Pacer,
        now_s: Callable[[], float],
        *,
        motion: Motion,
    ) -> None:
        self.session = SessionPage(theme, pacer, now_s, motion=motion, parent=window)
        self.grounding = GroundingPage(theme, window)
        self.summary = SummaryPage(theme, now_s, motion=motion, parent=window)
        self.tile = FailureTile(self.session)
        self._stack = QStackedLayout(window)
        for page in (self.session, self.grounding, self.summary):
            self._stack.addWidget(page)

    @property
    def current(self) -> QWidget | None:
        """The one that is seen."""
        return self._stack.currentWidget()

    def offers_pacer(self, snapshot: Snapshot | None) -> bool:
        """Whether there may be a pacer now: not beside the arc of a round."""
        return (
            snapshot is not None
            and reading.offers_pacer(snapshot)
            and self.session.arcs.told(snapshot) is None
        )

    def show_received(
        self, received: Received | None, *, heart_rate_shown: bool, pacer_shown: bool
    ) -> None:
        """Show a snapshot as of now; where it cannot be drawn, say so in its place."""
        room = self.session.rect()
        room.setBottom(self.session.foot.y())
        with self.tile.instead_of(room):
            self.session.show_received(
                received, heart_rate_shown=heart_rate_shown, pacer_shown=pacer_shown
            )

    def show_session(self) -> None:
        """Show the session."""
        if self.current is not self.session:
            self._stack.setCurrentWidget(self.session)

    def show_grounding(self) -> None:
        """Show the neutral screen."""
        self._stack.setCurrentWidget(self.grounding)
        self.grounding.setFocus()

    def show_summary(self, summary: Summary) -> None:
        """Show the arc."""
        self._stack.setCurrentWidget(self.summary)
        self.summary.show_summary(summary)
        self.summary.close_button.setFocus()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for page in (self.session, self.grounding, self.summary):
            page.dress(theme)
            page.fit(measure)
        self.tile.dress(theme, measure)
