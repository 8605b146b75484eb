"""Turns what a person said of urges into the spans in which one was there.

Rules
-----
- One urge is open at a time: a second coming changes nothing, nor does a passing
  where none is open.
- Only the person knows; nothing here is read from the heart.
"""

from collections.abc import Iterable
from dataclasses import dataclass

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


def urges_of(commands: Iterable[Command]) -> tuple[Urge, ...]:
    """Pair the comings and passings of urges.

    Parameters
    ----------
    commands
        What people did, in the order of time; other actions count for nothing.

    Examples
    --------
    >>> came = Command(t_s=100.0, action=Action.URGE_CAME)
    >>> passed = Command(t_s=130.0, action=Action.URGE_PASSED)
    >>> [urge.duration_s for urge in urges_of([came, passed])]
    [30.0]
    >>> [urge.duration_s for urge in urges_of([passed, came, came])]
    [None]
    """
    urges: list[Urge] = []
    came_s: float | None = None
    for command in commands:
        match command.action:
            case Action.URGE_CAME if came_s is None:
                came_s = command.t_s
            case Action.URGE_PASSED if came_s is not None:
                urges.append(Urge(came_s=came_s, passed_s=command.t_s))
                came_s = None
            case _:
                pass
    if came_s is not None:
        urges.append(Urge(came_s=came_s))
    return tuple(urges)
