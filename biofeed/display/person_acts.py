"""What a person does by key or pointer in a session, and the word that answers it."""

from collections.abc import Callable

from biofeed.core.events import Action
from biofeed.display import reading, words
from biofeed.display.figures import figure
from biofeed.display.foot_row import FootRow
from biofeed.display.learn_anew import LearnAnew
from biofeed.display.loss_watch import LossWatch
from biofeed.display.pacer_wish import PacerWish
from biofeed.display.sound_desk import SoundDesk
from biofeed.session.snapshot import SessionControl, Snapshot
from devices.plain_text import one_line


class PersonActs:
    """Each act is one method; every one of them is answered on screen.

    Parameters
    ----------
    control
        The session's two calls.
    snapshot
        Gives the newest snapshot; None before the first.
    now_s
        The display's steady clock, s.
    wish
        Whether a pacer is wanted, and how quick.
    sound
        Which tones are wanted.
    foot, loss
        Where answers are said, and how a loss of the strap stands.

    Attributes
    ----------
    heart_rate_shown
        Whether the person wants to see the number.
    is_urge_open
        Whether an urge came that has not been said to have passed.
    """

    def __init__(
        self,
        control: SessionControl,
        snapshot: Callable[[], Snapshot | None],
        now_s: Callable[[], float],
        *,
        wish: PacerWish,
        sound: SoundDesk,
        foot: FootRow,
        loss: LossWatch,
    ) -> None:
        self.heart_rate_shown = True
        self.is_urge_open = False
        self._control = control
        self._snapshot = snapshot
        self._learning = LearnAnew(control, now_s)
        self._wish = wish
        self._sound = sound
        self._foot = foot
        self._loss = loss

    def mark(self) -> None:
        """Mark this moment."""
        self._control.submit(Action.MARK)
        self._foot.remark(words.MARKED)

    def mark_with_word(self) -> None:
        """Mark with the word that was written; without one, nothing is marked."""
        if text := self._foot.take_word():
            self._control.submit(Action.MARK, text)
            self._foot.remark(words.MARKED_WORD.format(word=one_line(text)))

    def note(self, text: str) -> None:
        """Keep a note for oneself; nothing written is none."""
        if text:
            self._control.submit(Action.NOTE, text)

    def keep(self, written: list[str]) -> None:
        """Keep what was being written when the session is stopped."""
        for text in written:
            self.note(text)

    def stop(self, written: list[str]) -> None:
        """Stop the session; what was being written is kept before, where it can be."""
        try:
            self.keep(written)
        finally:
            self._control.submit(Action.STOP)

    def urge(self) -> None:
        """Note that an urge came, or that the one that came has passed."""
        self.is_urge_open = not self.is_urge_open
        came = self.is_urge_open
        self._control.submit(Action.URGE_CAME if came else Action.URGE_PASSED)
        self._foot.remark(words.URGE_CAME if came else words.URGE_PASSED)

    def toggle_pacer(self) -> None:
        """Want the pacer, or want it no more."""
        self._wish.toggle()
        snapshot = self._snapshot()
        if snapshot is not None and not reading.offers_pacer(snapshot):
            later = words.PACER_LATER if self._wish.is_wanted else words.NO_PACER
            self._foot.remark(later)
        elif self._wish.is_wanted:
            self._foot.remark(words.PACER_KEYS)

    def toggle_tones(self) -> None:
        """Want tones, or want them no more."""
        self._foot.remark(self._sound.toggle())

    def quicken_pacer(self) -> None:
        """Half a breath a minute more."""
        self._tell_pace(self._wish.quicker())

    def slow_pacer(self) -> None:
        """Half a breath a minute less."""
        self._tell_pace(self._wish.slower())

    def toggle_heart_rate(self) -> None:
        """Show the heart rate, or hide it."""
        self.heart_rate_shown = not self.heart_rate_shown
        shown = self.heart_rate_shown
        self._foot.remark(words.HEART_RATE_SHOWN if shown else words.HEART_RATE_HIDDEN)

    def learn_anew(self) -> None:
        """Learn the rest anew, on the second press."""
        if text := self._learning.press(self._snapshot()):
            self._foot.remark(text)

    def wait_for_strap(self) -> None:
        """Ask about the lost strap again later."""
        self._loss.wait()

    def go_on_without_strap(self) -> None:
        """Ask about the lost strap no more."""
        self._loss.go_on()

    def _tell_pace(self, per_min: float) -> None:
        text = words.PACE if self._wish.is_wanted else words.PACE_LATER
        self._foot.remark(text.format(pace=figure(per_min)))
