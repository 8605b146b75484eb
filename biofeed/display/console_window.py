"""The clinician's window: dense, and never on the client's screen.

Rules
-----
- It draws from snapshots alone, soon after they came and about once a second, whatever
  their speed; see ``console_pace``.
- Every act goes to the session in the clinician's own role, and is recorded there.
- STOP is Esc, the button, or Space where nothing is being written; never asked about.
  It is told to the client's window at once, whether or not the session answers. In a
  replay, where there is nothing to stop, Space pauses and plays.
- A note that is being written is kept with the STOP that ends it.
- Closing it stops nothing: the session is the client's. It looks no more until it is
  shown again. Esc closes it once the session is over, though not in the moment of its
  end, when it was meant for STOP.
"""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import console_words as said
from biofeed.display import reading
from biofeed.display.bridge import Bridge, Received
from biofeed.display.console_acts import Act, WhyNot, available
from biofeed.display.console_charts import ConsoleCharts
from biofeed.display.console_column import ConsoleColumn
from biofeed.display.console_deck import ConsoleDeck
from biofeed.display.console_head import ConsoleHead
from biofeed.display.console_keys import ConsoleKeys
from biofeed.display.console_pace import LOOK_AGAIN_MS, ConsolePace, Due
from biofeed.display.console_places import ConsolePlaces
from biofeed.display.console_sheet import console_sheet
from biofeed.display.console_steering import ConsoleSteering
from biofeed.display.failure_tile import FailureTile
from biofeed.display.just_gone import JustGone
from biofeed.display.theme import Look, measure, resolve
from biofeed.display.window_placing import FIRST_SIZE_PX, LEAST_SIZE_PX
from biofeed.session.snapshot import SessionControl, Snapshot


class ConsoleWindow(QWidget):
    """Shows one session to the clinician, who may steer it.

    Parameters
    ----------
    control
        The session's two calls.
    bridge
        Where snapshots come from; its own, since the newest is taken but once.
    client
        The client's window, to be shown in small; None where there is none.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Window

    stopped = Signal()
    """STOP was pressed here: for the client's window, which shows it at once."""

    paused = Signal()
    """Space was pressed here in a replay: it pauses, or plays."""

    closed = Signal()
    """It was closed, and can be shown again."""

    def __init__(
        self,
        control: SessionControl,
        bridge: Bridge,
        look: Look | None = None,
        parent: QWidget | None = None,
        *,
        client: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._look = look or Look()
        self._received: Received | None = None
        self._pace = ConsolePace(bridge.now_s)
        self._gone = JustGone(bridge.now_s)
        self._steering = ConsoleSteering(control, lambda: self._is_paced)
        self._is_broken_off = False
        self.head = ConsoleHead(self)
        self.charts = ConsoleCharts(self)
        self.column = ConsoleColumn(client, self)
        self.deck = ConsoleDeck(self)
        self._keys = ConsoleKeys(
            self.deck,
            self.charts,
            self.column,
            escape=self._escape_pressed,
            space=self._space_pressed,
        )
        self._tile = FailureTile(self)
        self._places = ConsolePlaces(
            self,
            head=self.head,
            charts=self.charts,
            column=self.column,
            deck=self.deck,
        )
        self._clock = QTimer(self)
        self._build()

    def _build(self) -> None:
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(said.TITLE)
        self.setMinimumSize(*LEAST_SIZE_PX)
        self.resize(*FIRST_SIZE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.charts.put_beside_spans(self.deck.why)
        self.setFocus()
        self.deck.acted.connect(self.act)
        self.deck.marked.connect(self._steering.mark)
        self.deck.noted.connect(self.note)
        self.charts.followed.connect(self._draw)
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.broke_off.connect(self._break_off, queued)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.look_again)
        self._clock.start()
        self._dress()
        self._show()

    def look_again(self) -> None:
        """Show what has come since, when its turn is; the window's clock does it."""
        if self._pace.may_take(self._bridge.waiting_for_s):
            self._take()
        if self._pace.tells():
            self._show()
        match self._pace.due():
            case Due.CHARTS:
                self._draw()
            case Due.MIRROR:
                self.column.mirror.refresh()
            case Due.NOTHING:
                pass

    def advance(self) -> None:
        """Show what is newest, all of it, now."""
        self._take()
        self._pace.note_drawn()
        self._show()
        self._draw()
        self.column.mirror.refresh()

    def _take(self) -> None:
        """Take what is newest."""
        newest = self._bridge.take()
        if newest is None:
            return
        if newest.snapshot.ended is not None and not self._is_over:
            self._gone.note()
        self._received = newest
        self._steering.ceiling.look(newest.snapshot)
        self._pace.heed(newest.snapshot)

    @property
    def _snapshot(self) -> Snapshot | None:
        return self._received.snapshot if self._received else None

    @property
    def _is_over(self) -> bool:
        ended = self._snapshot is not None and self._snapshot.ended is not None
        return ended or self._is_broken_off

    @property
    def _is_paced(self) -> bool:
        return self._snapshot is not None and self._snapshot.is_paced

    def act(self, act: Act) -> None:
        """Do it in the clinician's own role."""
        if act is Act.STOP:
            self.stop()
        else:
            self._steering.act(act)
        self._show()

    def note(self, text: str) -> None:
        """Keep a note."""
        self._steering.note(text)
        self.setFocus()

    def stop(self) -> None:
        """Stop the session: the client's screen first, then the session itself.

        What was being written is kept: after the stop there is no session to keep it.
        """
        self.stopped.emit()
        self._steering.stop(self.deck.take_note())
        self.setFocus()

    def _show(self) -> None:
        """Show what ages, and what can be done."""
        received, snapshot = self._received, self._snapshot
        reasons = available(snapshot, ceiling_z=self._steering.ceiling.z)
        if self._is_broken_off:
            reasons = dict.fromkeys(Act, WhyNot.OVER)
        level = None if snapshot is None else reading.feedback(snapshot)
        ceiling_z, is_paced = self._steering.ceiling.z, self._is_paced
        self.deck.show_acts(reasons, level, ceiling_z, is_paced=is_paced)
        if self._is_broken_off:
            self.head.break_off()
        else:
            self.head.show_received(received, self._bridge.now_s())

    def _break_off(self) -> None:
        """Say that the session is over though nobody ended it."""
        self._is_broken_off = True
        self._show()

    def _draw(self) -> None:
        """Draw charts and tables; where that fails, say so in their place."""
        if (snapshot := self._snapshot) is None:
            return
        room = self.charts.geometry().united(self.column.geometry())
        with self._tile.instead_of(room):
            self.charts.show_snapshot(snapshot, self._steering.ceiling.z)
            self.column.show_snapshot(snapshot)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys of this window from the client's, which listens everywhere."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Space}
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for; what is being written gets here only as Esc."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def _space_pressed(self) -> None:
        snapshot = self._snapshot
        if snapshot is not None and snapshot.is_replay:
            self.paused.emit()
        elif not self._is_over:
            self.stop()

    def _escape_pressed(self) -> None:
        if not self._is_over:
            self.stop()
        elif not self._gone.is_recent:
            self.close()

    def _dress(self) -> None:
        theme = resolve(self._look.theme)
        size = measure(self.width(), self.height(), self._look.text_scale)
        self.setStyleSheet(console_sheet(theme, size))
        for part in (self.head, self.charts, self.column, self.deck):
            part.dress(theme, size)
        self._tile.dress(theme, size)
        self._places.fit(size)

    @override
    def sizeHint(self) -> QSize:
        """As on a usual screen."""
        return QSize(*FIRST_SIZE_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit type and sizes to the window."""
        super().resizeEvent(event)
        self._dress()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again after it was closed, and be of now at once."""
        super().showEvent(event)
        if not self._clock.isActive():
            self._clock.start()
            self.advance()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no more; the session goes on."""
        self._clock.stop()
        super().closeEvent(event)
        self.closed.emit()
