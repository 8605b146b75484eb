"""What each key does in the person's window, at the place where it is pressed.

Rules
-----
- STOP is Esc and Space, everywhere; only a word that is being written keeps its blanks.
  Esc is Esc whatever else is held down, as Shift is after the key of a mark's word.
- Enter belongs to what has the focus, then to the page, then to the session.
- What was being written, or looked at, can go by itself under the hand: for a moment
  keys were meant for that, and do nothing. Esc stops all the same, and closes nothing.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from biofeed.display.course_acts import CourseActs
from biofeed.display.drawer import Drawer
from biofeed.display.just_gone import JustGone
from biofeed.display.pages import Pages
from biofeed.display.person_acts import PersonActs
from biofeed.display.person_keys import keys, letters
from biofeed.display.shortcuts import (
    Act,
    bind,
    bind_everywhere,
    bind_shifted,
    bind_whatever_is_held,
    toggle_full_screen,
)
from biofeed.session.snapshot import Snapshot


class Answers(Protocol):
    """What the window does by itself when a key asks for it."""

    def stop(self) -> None:
        """Stop the session, at once."""
        ...

    def sum_up(self) -> None:
        """Show what the session came to."""
        ...

    def leave(self) -> None:
        """Close the window."""
        ...

    def counts(self, act: Act) -> Act:
        """Let an act count while the session goes on, and show what it did."""
        ...


class ClientKeys:
    """Binds the keys of one window.

    Parameters
    ----------
    window, answers
        The window, and what it does by itself.
    pages, drawer
        What is in it.
    acts, course
        What the person does.
    snapshot
        Gives the newest view; None before the first.
    gone
        Whether something went by itself just now.
    """

    def __init__(
        self,
        window: QWidget,
        answers: Answers,
        *,
        pages: Pages,
        drawer: Drawer,
        acts: PersonActs,
        course: CourseActs,
        snapshot: Callable[[], Snapshot | None],
        gone: JustGone,
    ) -> None:
        self._window, self._answers = window, answers
        self._pages, self._drawer = pages, drawer
        self._acts, self._course = acts, course
        self._snapshot, self._gone = snapshot, gone

    def bind(self) -> None:
        """Let the keys act from now on."""
        key, counts = Qt.Key, self._counts
        bind_whatever_is_held(self._window, {key.Key_Escape: self._escape})
        bind_everywhere(self._window, {key.Key_Space: self._space})
        word = counts(self._pages.session.foot.ask_for_word)
        bind_shifted(self._window, {key.Key_M: word})
        bind(
            self._window,
            {
                key.Key_Return: self._enter,
                key.Key_Enter: self._enter,
                key.Key_F11: partial(toggle_full_screen, self._window),
                key.Key_D: counts(self._drawer.toggle),
                **{each: counts(act) for each, act in self._by_key().items()},
            },
        )

    def press(self, key: str) -> None:
        """Do what the key does whose hint was pressed."""
        if key == "Esc":
            self._answers.stop()
            return
        question = self._pages.session.foot.question
        hints: Mapping[str, Act] = {
            **letters(self._acts, self._course, question),
            "D": self._drawer.toggle,
            "Enter": self._go_on,
        }
        self._answers.counts(hints[key])()

    def _counts(self, act: Act) -> Act:
        """Let a key count, unless it was meant for what has just gone."""
        do = self._answers.counts(act)
        return lambda: None if self._gone.is_recent else do()

    def _by_key(self) -> Mapping[Qt.Key, Act]:
        return keys(self._acts, self._course, self._pages.session.foot.question)

    def _escape(self) -> None:
        is_at_the_end = self._pages.current is self._pages.summary
        if is_at_the_end and not self._gone.is_recent:
            self._answers.leave()
        self._answers.stop()

    def _space(self) -> None:
        if self._gone.is_recent:
            return
        is_over = self._pages.current is not self._pages.session
        focus = self._window.focusWidget()
        if is_over and isinstance(focus, QPushButton):
            focus.click()
        self._answers.stop()

    def _enter(self) -> None:
        focus, page = self._window.focusWidget(), self._pages.current
        if self._gone.is_recent:
            return
        if focus is self._pages.session.foot.label_field:
            self._answers.counts(self._acts.mark_with_word)()
            self._window.setFocus()
        elif focus is self._drawer.note_field:
            self._answers.counts(self._drawer.take_note)()
            self._window.setFocus()
        elif isinstance(focus, QPushButton) and focus.isVisible():
            focus.click()
        elif page is self._pages.grounding:
            self._answers.sum_up()
        elif page is self._pages.summary:
            self._answers.leave()
        else:
            self._answers.counts(self._go_on)()

    def _go_on(self) -> None:
        """Put the picture of a round away first; what is next waits for it."""
        session, snapshot = self._pages.session, self._snapshot()
        is_asked = session.foot.question.step is not None
        if snapshot is None or is_asked or not session.arcs.put_away(snapshot):
            self._course.go_on()
