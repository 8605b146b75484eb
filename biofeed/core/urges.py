"""Turns what a person said of urges into the spans in which one was there.

Rules
-----
- One urge is open at a time: a second coming changes nothing, nor does a passing
  where none is open.
- Only the person knows; nothing here is read from the heart.
"""

from dataclasses import dataclass, replace

from biofeed.core.events import Action, Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Urge:
    """One urge, from its coming to its passing.

    Attributes
    ----------
    came_s
        When the person said that it came, on the session's clock, s.
    passed_s
        When the person said that it had passed, s; None while it is open.
    """

    came_s: float
    passed_s: float | None = None

    @property
    def duration_s(self) -> float | None:
        """How long it lasted, s; None while it is open."""
        return None if self.passed_s is None else self.passed_s - self.came_s


def with_command(urges: tuple[Urge, ...], command: Command) -> tuple[Urge, ...]:
    """Take one more command into the urges so far, in the order of time.

    Other actions than an urge's change nothing.

    >>> came = Command(t_s=100.0, action=Action.URGE_CAME)
    >>> passed = Command(t_s=130.0, action=Action.URGE_PASSED)
    >>> with_command(with_command((), came), passed)
    (Urge(came_s=100.0, passed_s=130.0),)
    >>> with_command((), passed)
    ()
    """
    is_open = bool(urges) and urges[-1].passed_s is None
    if command.action is Action.URGE_CAME and not is_open:
        return (*urges, Urge(came_s=command.t_s))
    if command.action is Action.URGE_PASSED and is_open:
        return (*urges[:-1], replace(urges[-1], passed_s=command.t_s))
    return urges
