"""A session, or a replay, that does nothing and keeps what was asked of it."""

from collections.abc import Callable

from biofeed.core.events import Action, Role
from biofeed.session.snapshot import Snapshot

Submission = tuple[Action, str, float | None]
Steering = tuple[str, float | None]


def _no_more(_: Action) -> None:
    """Do nothing."""


class ListeningSession:
    """Keeps what is submitted, and what is steered where it is a replay.

    Parameters
    ----------
    meanwhile
        Is called before a submission returns.

    Attributes
    ----------
    submitted, roles
        What was submitted, and by whom, in the same order.
    steered
        What was asked of a replay, by the name of the call; a STOP ends one, too.
    """

    def __init__(self, meanwhile: Callable[[Action], None] = _no_more) -> None:
        self._meanwhile = meanwhile
        self.submitted: list[Submission] = []
        self.roles: list[Role] = []
        self.steered: list[Steering] = []

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Publish nothing."""

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        self.submitted.append((action, text, value))
        self.roles.append(role)
        if action is Action.STOP:
            self.steered.append(("stop", value))
        self._meanwhile(action)

    def pause(self) -> None:
        self.steered.append(("pause", None))

    def play(self) -> None:
        self.steered.append(("play", None))

    def set_speed(self, speed: float) -> None:
        self.steered.append(("speed", speed))

    def seek(self, t_s: float) -> None:
        self.steered.append(("seek", t_s))
