"""What is told at the end beside the arc."""

from dataclasses import replace

from biofeed.core.urges import Urge
from biofeed.core.values import Notice
from biofeed.display.ending import Ending
from biofeed.display.sample_session import SampleSession, sample_events


def test_an_urge_is_told_with_how_long_it_lasted() -> None:
    """Beside whatever else was seen, and also where nothing rose."""
    ended = SampleSession(sample_events()).ended()
    urges = (Urge(came_s=400.0, passed_s=500.0), Urge(came_s=700.0))
    facts = Ending().summary(replace(ended, urges=urges)).facts
    assert (
        "An urge came, and passed after 1 min 40 s.",
        "An urge came, and was still there at the end.",
    ) == facts[-2:]
    nothing = replace(ended, episodes=(), urges=urges)
    assert facts[-2:] == Ending().summary(nothing).facts


def test_a_session_that_its_limits_ended_says_so_first() -> None:
    """Nobody is left to wonder why the screen changed."""
    ended = SampleSession(sample_events()).ended()
    stop = Notice(t_s=ended.t_s, code="heart_rate_stop")
    told = Ending().summary(replace(ended, notices=(*ended.notices, stop)))
    assert told.facts[0].startswith("The exercise stops here")
    assert not Ending().summary(ended).facts[0].startswith("The exercise")
