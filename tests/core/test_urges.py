"""Urges: what a person said of them, as spans of time."""

from functools import reduce
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.events import Action, Command
from biofeed.core.urges import Urge, with_command

TIMES_S = st.floats(min_value=0.0, max_value=7200.0)
SAID = st.tuples(
    TIMES_S, st.sampled_from([Action.URGE_CAME, Action.URGE_PASSED, Action.MARK])
)


def _said(*said: tuple[float, Action]) -> list[Command]:
    return [Command(t_s=t_s, action=action) for t_s, action in said]


def urges_of(commands: list[Command]) -> tuple[Urge, ...]:
    """The urges after all of these commands."""
    return reduce(with_command, commands, ())


def test_a_coming_and_a_passing_are_one_urge() -> None:
    """An urge lasts from its coming to its passing."""
    commands = _said((100.0, Action.URGE_CAME), (130.0, Action.URGE_PASSED))
    (urge,) = urges_of(commands)
    assert Urge(came_s=100.0, passed_s=130.0) == urge
    assert urge.duration_s == 30.0


def test_an_urge_without_a_passing_is_open() -> None:
    """An urge that nobody said had passed has no end and no duration."""
    (urge,) = urges_of(_said((100.0, Action.URGE_CAME)))
    assert Urge(came_s=100.0, passed_s=None) == urge
    assert urge.duration_s is None


def test_a_second_coming_changes_nothing() -> None:
    """An open urge keeps its first time."""
    commands = _said(
        (100.0, Action.URGE_CAME),
        (110.0, Action.URGE_CAME),
        (130.0, Action.URGE_PASSED),
    )
    assert (Urge(came_s=100.0, passed_s=130.0),) == urges_of(commands)


def test_a_passing_of_nothing_changes_nothing() -> None:
    """A passing where no urge is open is no urge."""
    assert () == urges_of(_said((100.0, Action.URGE_PASSED)))


def test_other_actions_count_for_nothing() -> None:
    """A mark neither opens an urge nor ends one."""
    commands = _said(
        (90.0, Action.MARK), (100.0, Action.URGE_CAME), (110.0, Action.MARK)
    )
    assert (Urge(came_s=100.0),) == urges_of(commands)


@given(st.lists(SAID))
def test_urges_are_ordered_and_never_overlap(said: list[tuple[float, Action]]) -> None:
    """Whatever was said, each urge ends no sooner than it came, before the next."""
    urges = urges_of(_said(*sorted(said, key=lambda each: each[0])))
    for urge in urges:
        assert urge.passed_s is None or urge.passed_s >= urge.came_s
    for urge, after in pairwise(urges):
        assert urge.passed_s is not None
        assert urge.passed_s <= after.came_s
