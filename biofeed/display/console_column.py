"""The right side of the clinician's window: the client's view, and what it came to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import console_words as said
from biofeed.display import reading
from biofeed.display.console_canvas import SMALL_PX
from biofeed.display.console_card import ConsoleCard
from biofeed.display.console_mirror import ConsoleMirror
from biofeed.display.console_rows import (
    log_lines,
    no_rounds,
    panel_by,
    panel_caveat,
    panel_rows,
    round_facts,
    round_rows,
)
from biofeed.display.console_table import ConsoleTable
from biofeed.display.plain_label import PlainLabel
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.theme import Measure, Theme
from biofeed.session.snapshot import Snapshot

LOGGED = 12
"""Lines of the log that are shown."""


class ConsoleColumn(ScrollingColumn):
    """Four panels; they scroll where the window is low or type is large."""

    def __init__(self, client: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mirror = ConsoleMirror(client)
        self._is_as_seen = True
        self._rounds = ConsoleTable(said.ROUNDS)
        self._panel = ConsoleTable(said.VARIABILITY)
        self._facts, self._caveat, self._log = (PlainLabel() for _ in range(3))
        for label in (self._facts, self._caveat, self._log):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._cards = {
            said.CLIENT_SEES: (self.mirror,),
            said.ROUNDS: (self._rounds, self._facts),
            said.VARIABILITY: (self._panel, self._caveat),
            said.LOG: (self._log,),
        }
        self._panels = {title: ConsoleCard(title) for title in self._cards}
        for title, parts in self._cards.items():
            for part in parts:
                self._panels[title].body.addWidget(part)
            self.column.addWidget(self._panels[title])
        self.column.addStretch(1)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._panels[said.LOG].say(said.LOG_UNIT)

    @override
    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        super().dress(theme, measure)
        for card in self._panels.values():
            card.dress(theme, measure)
        for part in (self.mirror, self._rounds, self._panel):
            part.dress(theme, measure)
        small = measure.text_px(SMALL_PX)
        for label in (self._facts, self._caveat):
            label.dress(theme.muted, small)
        self._log.dress(theme.text, small)
        self.column.setSpacing(measure.px(8))

    def tell_view(self, is_as_seen: bool) -> None:  # noqa: FBT001 (a signal's value)
        """In a replay: whether the other window shows what the client saw then."""
        self._is_as_seen = is_as_seen

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the session came to so far."""
        level = said.LEVELS[reading.feedback(snapshot)]
        self._panels[said.CLIENT_SEES].say(
            level if self._is_as_seen else said.ALL_OF_IT
        )
        rounds = round_rows(snapshot)
        self._rounds.show_rows(rounds)
        self._rounds.setVisible(bool(rounds.rows))
        self._facts.say(round_facts(snapshot) if rounds.rows else no_rounds(snapshot))
        self._facts.setVisible(bool(self._facts.text()))
        self._panel.show_rows(panel_rows(snapshot))
        self._panels[said.VARIABILITY].say(panel_by(snapshot))
        self._caveat.say(panel_caveat(snapshot))
        lines = log_lines(snapshot)[:LOGGED]
        self._log.say("\n".join(lines) or said.NOTHING_LOGGED)
        self.settle()
