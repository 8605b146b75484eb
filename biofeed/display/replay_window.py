"""A recording in the person's window: the same pages, over a time line.

Rules
-----
- A moment is shown from its snapshot alone: wherever one comes from, it looks the same.
- Nothing is done to the recording; closing the window is the only end.
- All of it is shown, or what the person saw then; see ``replay_view``.
"""

from dataclasses import replace
from math import ceil
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.core.events import Action
from biofeed.display import replay_words as said
from biofeed.display.breath import Breath
from biofeed.display.breath_clock import BreathClock
from biofeed.display.bridge import Bridge, Received
from biofeed.display.ending import Ending
from biofeed.display.jump_calming import JumpCalming
from biofeed.display.link_calming import LinkCalming
from biofeed.display.pacer import Pacer
from biofeed.display.pages import Pages
from biofeed.display.replay_controls import ReplayControls
from biofeed.display.replay_keys import bind_replay_keys
from biofeed.display.replay_steering import ReplaySteering
from biofeed.display.replay_view import replay_view, shows_pacer
from biofeed.display.session_layout import MARGIN_PX
from biofeed.display.style_sheet import sheet
from biofeed.display.theme import Look, measure, resolve
from biofeed.display.timeline_bar import KNOB_PX, TimelineBar
from biofeed.display.window_placing import FIRST_SIZE_PX, LEAST_SIZE_PX
from biofeed.session.replay_thread import ReplayControl
from biofeed.session.snapshot import SessionControl, Snapshot

LOOK_AGAIN_MS = 250
"""How often the age of what is shown is looked at, ms."""

BELOW_PX, APART_PX = 26, 14
"""Air below the buttons, and between them and the time line, px at 1440 x 900."""


class ReplayedSession(SessionControl, ReplayControl, Protocol):
    """A replay that can be steered, and stopped."""


class ReplayWindow(QWidget):
    """Shows one recording.

    Parameters
    ----------
    control
        The replay's calls.
    bridge
        Where snapshots come from.
    look
        Theme, text size and motion.
    trained_median_s
        Settling time with help so far, which a transfer probe is compared with, s.

    Attributes
    ----------
    stage
        What the person sees, without the time line.
    steering
        What can be done to the replay.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Window

    finished = Signal()
    """The window has closed."""

    viewed = Signal(bool)
    """Whether what the person saw then is shown from now on, or all of it."""

    def __init__(
        self,
        control: ReplayedSession,
        bridge: Bridge,
        look: Look | None = None,
        parent: QWidget | None = None,
        *,
        trained_median_s: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._control, self._bridge = control, bridge
        self._look = look or Look()
        self._ending = Ending(trained_median_s)
        self._ending.keep()
        self._whole: Received | None = None
        self._viewed: Received | None = None
        self._calming, self._jumps = LinkCalming(), JumpCalming(bridge.now_s)
        self._as_client_saw = False
        self._is_over = False
        self._breath_clock = BreathClock(bridge.now_s)
        self.stage = QWidget(self)
        theme, motion = resolve(self._look.theme), self._look.motion
        self._pacer = Pacer(Breath(), self._breath_clock.now_s, motion=motion)
        self.pages = Pages(self.stage, theme, self._pacer, bridge.now_s, motion=motion)
        self.pages.session.foot.only_tell()
        self.pages.session.scene.leave_out_overview()
        self.line = TimelineBar(self)
        self.controls = ReplayControls(self)
        self.steering = ReplaySteering(control, self.line, bridge.now_s)
        self._clock, self._soon = QTimer(self), QTimer(self)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(said.TITLE)
        self.setObjectName("replay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*LEAST_SIZE_PX)
        self.resize(*FIRST_SIZE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stage, 1)
        self._below = QVBoxLayout()
        self._below.addWidget(self.line)
        self._below.addWidget(self.controls)
        self._column.addLayout(self._below)
        self._connect()
        view, leave = self.toggle_view, self.show_stopped
        bind_replay_keys(self, self.steering, toggle_view=view, leave=leave)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.advance)
        self._clock.start()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._take)
        self._dress()
        self.setFocus()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.arrived.connect(self._take, queued)
        self._bridge.broke_off.connect(self.break_off, queued)
        controls = self.controls
        controls.played.connect(self.steering.toggle)
        controls.went_back.connect(self.steering.go_back)
        controls.went_on.connect(self.steering.go_on)
        controls.slowed.connect(self.steering.slow_down)
        controls.hurried.connect(self.steering.hurry)
        controls.toggled_view.connect(self.toggle_view)
        controls.closed.connect(self.close)
        self.pages.grounding.went_on.connect(self.close)
        self.pages.summary.closed.connect(self.close)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def advance(self) -> None:
        """Show what is newest as of now; the window's own clock does it as well."""
        self._take()
        self._show()
        if self._pacer.isVisible():
            self._pacer.advance()
        self.pages.session.scene.advance()
        self.pages.summary.advance()

    def show_stopped(self) -> None:
        """Close: in a replay there is nothing else to stop."""
        self.close()

    def toggle_view(self) -> None:
        """Show what the person saw then, or all of it."""
        self._as_client_saw = not self._as_client_saw
        as_then = self._as_client_saw
        told = said.SHOWING_WHAT_WAS_SEEN if as_then else said.SHOWING_ALL
        self.pages.session.foot.remark(told)
        self.viewed.emit(as_then)
        self._view()
        self._show()

    def break_off(self, why: str) -> None:
        """Show that the replay is over though nobody ended it; ``why`` may be empty."""
        self._take()
        self._is_over = True
        self._ending.break_off(why)
        self._pacer.hide()
        self.controls.leave_only_close()
        self.line.setEnabled(False)
        self.pages.show_summary(self._ending.summary(self._snapshot))

    @property
    def _snapshot(self) -> Snapshot | None:
        return self._whole.snapshot if self._whole else None

    def _take(self) -> None:
        if self._is_over:
            return
        newest = self._bridge.take()
        if newest is not None:
            self._heed(newest.snapshot)
        due = self._jumps.take(newest)
        if due is not None:
            self._whole = due
            self._view()
            self._show()
        elif (waits_s := self._jumps.waits_s) is not None:
            self._soon.start(ceil(waits_s * 1000.0))

    def _heed(self, snapshot: Snapshot) -> None:
        """Take note of where the replay is, whatever is seen of that by now."""
        self._breath_clock.run_at(snapshot.speed)
        if snapshot.pace_per_min is not None:
            self._pacer.breath.want(snapshot.pace_per_min)
        # Once for each snapshot: an old one must not take back where one has gone.
        self.steering.heed(snapshot)

    def _view(self) -> None:
        """Make the view once for each snapshot: the same object is drawn but once."""
        if self._whole is not None:
            whole, then = self._whole, self._as_client_saw
            view = replay_view(whole.snapshot, as_client_saw=then)
            self._viewed = replace(whole, snapshot=view)

    def _show(self) -> None:
        whole = self._snapshot
        if whole is None or self._is_over:
            return
        if whole.replay is not None:
            as_then = self._as_client_saw
            self.controls.show_replay(whole.replay, whole.t_s, as_client_saw=as_then)
        if whole.ended is not None:
            self._sum_up(whole)
            return
        received = self._calming.calm(self._viewed, self._bridge.now_s())
        paced = received is not None and shows_pacer(received.snapshot)
        self.pages.show_session()
        self.pages.show_received(received, heart_rate_shown=True, pacer_shown=paced)

    def _sum_up(self, whole: Snapshot) -> None:
        """Show the arc, once: whoever looks at it must not lose their place."""
        if self.pages.current is not self.pages.summary:
            self._pacer.hide()
            self.pages.show_summary(self._ending.summary(whole))
            self.setFocus()

    def _dress(self) -> None:
        theme = resolve(self._look.theme)
        size = measure(self.width(), self.height(), self._look.text_scale)
        ground = f"QWidget#replay {{ background: {theme.ground}; }}"
        self.setStyleSheet(sheet(theme, size) + ground)
        self.pages.dress(theme, size)
        self.line.dress(theme, size)
        self.controls.dress(theme, size)
        margin = size.px(MARGIN_PX)
        # Its head, at either end, and the rings of the keys stand out into the margin:
        # the time line's ends and the words below it line up with those above.
        beside, air = margin - size.px(KNOB_PX), size.px(KNOB_PX)
        self._below.setContentsMargins(beside, 0, beside, size.px(BELOW_PX))
        self._below.setSpacing(size.px(APART_PX))
        self.controls.setContentsMargins(air, 0, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit type and sizes to the window."""
        super().resizeEvent(event)
        self._dress()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends the replay."""
        self._control.submit(Action.STOP)
        for timer in (self._clock, self._soon):
            timer.stop()
        super().closeEvent(event)
        self.finished.emit()
