"""The person's window: a session, the screen after STOP, and the arc at the end.

Rules
-----
- STOP is Esc, Space or the button, always, without a question; the screen changes
  before anything else happens, whether or not the session answers.
- What is being written is kept with the STOP that ends it.
- The window never waits for the session: it shows the newest snapshot and its age.
- Until a session is over, it draws nothing but what ``client_view`` lets through.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.values import SessionExit
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_feed import ClientFeed
from biofeed.display.client_keys import ClientKeys
from biofeed.display.course_acts import CourseActs
from biofeed.display.drawer import Drawer
from biofeed.display.ending import Ending
from biofeed.display.just_gone import JustGone
from biofeed.display.pacer import Pacer
from biofeed.display.pacer_wish import PacerWish
from biofeed.display.pages import Pages
from biofeed.display.person_acts import PersonActs
from biofeed.display.shortcuts import Act
from biofeed.display.sound_desk import SoundDesk
from biofeed.display.style_sheet import sheet
from biofeed.display.theme import Look, measure, resolve
from biofeed.display.window_placing import FIRST_SIZE_PX, LEAST_SIZE_PX
from biofeed.session.snapshot import SessionControl

LOOK_AGAIN_MS = 250
"""How often the age of what is shown is looked at, ms."""


class ClientWindow(QWidget):
    """Shows one session to the person whose it is.

    Parameters
    ----------
    control
        The session's two calls; every action of the person goes there.
    bridge
        Where snapshots come from; subscribed to by whoever starts the session.
    look
        Theme, text size and motion.
    trained_median_s
        Settling time with help so far, which a transfer probe is compared with, s.
    sound
        The tones of this session; without it there are none at first.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Window

    finished = Signal()
    """The window has closed."""

    stopping = Signal()
    """It is about to stop the session: after that, nothing is kept any more."""

    def __init__(
        self,
        control: SessionControl,
        bridge: Bridge,
        look: Look | None = None,
        parent: QWidget | None = None,
        *,
        trained_median_s: float | None = None,
        sound: SoundDesk | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._bridge = bridge
        self._look = look or Look()
        self._feed = ClientFeed(bridge)
        self._is_over = False
        self._gone = JustGone(bridge.now_s)
        self._ending = Ending(trained_median_s)
        self._wish = PacerWish(control)
        self._sound = sound or SoundDesk()
        theme = resolve(self._look.theme)
        self._pacer = Pacer(self._wish.breath, bridge.now_s, motion=self._look.motion)
        self.pages = Pages(
            self, theme, self._pacer, bridge.now_s, motion=self._look.motion
        )
        self.drawer = Drawer(self.pages.session)
        self._clock = QTimer(self)
        self._make_acts()
        self._build()

    def _make_acts(self) -> None:
        """What the person may do, and by which keys."""
        control, foot = self._control, self.pages.session.foot
        self._acts = PersonActs(
            control,
            lambda: self._feed.snapshot,
            self._bridge.now_s,
            wish=self._wish,
            sound=self._sound,
            foot=foot,
            loss=self.pages.session.loss,
        )
        course = CourseActs(control, lambda: self._feed.snapshot, foot=foot)
        self._keys = ClientKeys(
            self,
            self,
            pages=self.pages,
            drawer=self.drawer,
            acts=self._acts,
            course=course,
            snapshot=lambda: self._feed.snapshot,
            gone=self._gone,
        )

    def _build(self) -> None:
        self.setWindowTitle(words.PROGRAM)
        self.setMinimumSize(*LEAST_SIZE_PX)
        self.resize(*FIRST_SIZE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.arrived.connect(self._take, queued)
        self._bridge.broke_off.connect(self.break_off, queued)
        self._bridge.kept.connect(self._keep, queued)
        self.pages.session.foot.stop_pressed.connect(self.stop)
        self.pages.session.foot.key_pressed.connect(self._keys.press)
        self._pacer.turned.connect(self._hear)
        self.drawer.noted.connect(self._acts.note)
        self.drawer.cut_short.connect(self._gone.note)
        self.pages.grounding.went_on.connect(self.sum_up)
        self.pages.summary.closed.connect(self.close)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._show)
        self._clock.start()
        self._keys.bind()
        self._dress()

    def advance(self) -> None:
        """Show what is newest as of now; the window's own clock does it as well."""
        self._take()
        self._show()
        if self._pacer.isVisible():
            self._pacer.advance()
        self.pages.session.scene.advance()
        self.pages.summary.advance()

    def stop(self) -> None:
        """Show the neutral screen at once, then tell the session."""
        if not self._is_over:
            written = self._leave_session()
            self.stopping.emit()
            self._acts.stop(written)

    def show_stopped(self) -> None:
        """Show the neutral screen at once: somebody else is stopping the session."""
        if not self._is_over:
            written = self._leave_session()
            self._gone.note()
            self._acts.keep(written)

    def _leave_session(self) -> list[str]:
        """Show the neutral screen; return what was being written, to be kept yet."""
        written = [self.pages.session.foot.take_word(), self.drawer.take_text()]
        self._be_over()
        self.pages.show_grounding()
        # On screen before anything is asked of the session, which may be stuck.
        self.pages.grounding.repaint()
        return written

    def break_off(self, why: str) -> None:
        """Show that the session is over though nobody ended it.

        Parameters
        ----------
        why
            What happened, as a sentence; may be empty.
        """
        self._take()
        if not self._is_over:
            self._gone.note()
            self._be_over()
        self._ending.break_off(why)
        if self.pages.current is not self.pages.grounding:
            self.sum_up()

    @property
    def stage(self) -> QWidget:
        """What the person sees: all of it."""
        return self

    def _take(self) -> None:
        view = self._feed.take()
        if view is None:
            return
        self._wish.heed(view.pacer_wish)
        if view.ended is not None and not self._is_over:
            self._end(view.ended)
        elif self.pages.current is self.pages.summary:
            self.sum_up()
        self._show()

    def _end(self, how: SessionExit) -> None:
        """Nobody at this window ended it: keys were meant for what went on."""
        self._gone.note()
        self._be_over()
        if how is SessionExit.STOPPED:
            self.pages.show_grounding()
        else:
            self.sum_up()

    def _be_over(self) -> None:
        self._is_over = True
        self._sound.stop()
        self._pacer.hide()
        word, note = self.pages.session.foot.label_field, self.drawer.note_field
        self._ending.leave_out(word.text(), note.text())

    def _show(self) -> None:
        received = self._feed.look()
        if self.pages.current is not self.pages.session:
            return
        is_offered = self.pages.offers_pacer(self._feed.snapshot)
        self.pages.show_received(
            received,
            heart_rate_shown=self._acts.heart_rate_shown,
            pacer_shown=self._wish.offer(is_offered=is_offered),
        )
        self.drawer.show_received(
            received,
            self._bridge.now_s(),
            heart_rate_shown=self._acts.heart_rate_shown,
            foot_px=self.pages.session.foot.y(),
        )
        self._hear()

    def _hear(self) -> None:
        """Let be heard what the window may know, at the moment the breath turns too."""
        received = self._feed.received
        if received is None or self._is_over:
            return
        breath = self._pacer.moment if self._pacer.isVisible() else None
        if said := self._sound.hear(received, breath, self._bridge.now_s()):
            self.pages.session.foot.remark(said)

    def sum_up(self) -> None:
        """Show what the session came to."""
        self.pages.show_summary(self._ending.summary(self._feed.whole))

    def _keep(self) -> None:
        self._ending.keep()
        if self.pages.current is self.pages.summary:
            self.sum_up()

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def counts(self, act: Act) -> Act:
        """Let an act count while the session goes on, and show at once what it did."""

        def do() -> None:
            if not self._is_over:
                act()
                self._show()

        return do

    def _dress(self) -> None:
        theme = resolve(self._look.theme)
        size = measure(self.width(), self.height(), self._look.text_scale)
        self.setStyleSheet(sheet(theme, size))
        self.pages.dress(theme, size)
        self.drawer.dress(theme, size)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit type and sizes to the window."""
        super().resizeEvent(event)
        self._dress()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing a running session stops it."""
        self.stop()
        self._clock.stop()
        self._sound.close()
        super().closeEvent(event)
        self.finished.emit()
