"""What a clinician does to a session from their window, each act in their own role."""

from collections.abc import Callable

from biofeed.core.events import Action, Role
from biofeed.core.steering import PACER_OFF, PACER_ON
from biofeed.display.console_acts import EXTEND_BY_S, Act
from biofeed.display.console_ceiling import Ceiling
from biofeed.display.console_deck import LEVELS
from biofeed.session.snapshot import SessionControl

PLAIN_ACTIONS = {
    Act.START: Action.START,
    Act.ADVANCE: Action.ADVANCE,
    Act.HOLD: Action.HOLD,
    Act.RESUME: Action.RESUME,
    Act.MARK: Action.MARK,
    Act.STOP: Action.STOP,
}


class ConsoleSteering:
    """Hands every act to the session, which records it.

    Parameters
    ----------
    control
        The session's two calls.
    is_paced
        Tells whether the person sees a pacer now.

    Attributes
    ----------
    ceiling
        Of the activation that goes on or comes next; it can be lowered alone.
    """

    def __init__(self, control: SessionControl, is_paced: Callable[[], bool]) -> None:
        self.ceiling = Ceiling()
        self._control, self._is_paced = control, is_paced

    def act(self, act: Act) -> None:
        """Do it."""
        match act:
            case Act.EXTEND:
                self._submit(Action.EXTEND, value=EXTEND_BY_S)
            case Act.FULL | Act.SPARSE | Act.BLIND:
                self._submit(Action.FEEDBACK, LEVELS[act].value)
            case Act.CEILING:
                if (lower_z := self.ceiling.lower()) is not None:
                    self._submit(Action.CEILING, value=lower_z)
            case Act.PACER:
                wanted = PACER_OFF if self._is_paced() else PACER_ON
                self._submit(Action.PACER, wanted)
            case _ if act in PLAIN_ACTIONS:
                self._submit(PLAIN_ACTIONS[act])
            case _:
                pass

    def mark(self, word: str) -> None:
        """Mark this moment with a ready word."""
        self._submit(Action.MARK, word)

    def note(self, text: str) -> None:
        """Keep a note; nothing written is none."""
        if text:
            self._submit(Action.NOTE, text)

    def stop(self, written: str) -> None:
        """Stop the session; what was being written is kept before, where it can be."""
        try:
            self.note(written)
        finally:
            self.act(Act.STOP)

    def _submit(
        self, action: Action, text: str = "", value: float | None = None
    ) -> None:
        self._control.submit(action, text, value, role=Role.CLINICIAN)
