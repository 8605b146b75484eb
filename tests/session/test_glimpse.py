"""What is seen of a journal at a glance is what reading all of it gives."""

from pathlib import Path

from biofeed.core.beat import BeatLabel
from biofeed.core.phase import PhaseKind
from biofeed.core.values import EpisodeChanged, PhaseChanged, SessionExit
from biofeed.session.glimpse import footer_of, glimpse
from biofeed.session.reading import JOURNAL_NAME, read_journal
from tests.session.made_practice import NOON, a_round, beats, phase, second, write
from tests.session.made_sessions import recorded


def test_a_glimpse_is_what_the_whole_journal_says(tmp_path: Path) -> None:
    """Of a session as it is recorded live: phases, activations, end and footer."""
    folder = tmp_path / "session"
    derived = recorded(folder, 600.0)
    seen, whole = glimpse(folder), read_journal(folder)
    assert tuple(o for o in derived if isinstance(o, PhaseChanged)) == seen.phases
    assert tuple(o for o in derived if isinstance(o, EpisodeChanged)) == seen.episodes
    assert seen.episodes
    assert whole.footer == seen.footer == footer_of(folder)
    assert whole.end_s == seen.last_s
    assert not seen.broke_off
    assert not seen.is_running


def test_a_round_is_seen(tmp_path: Path) -> None:
    """As it was recorded, with its activation and its phases."""
    told = a_round(1)
    seen = glimpse(write(tmp_path, NOON, *told))
    assert tuple(told) == (*seen.phases, *seen.episodes, *seen.rounds)


def test_an_irregular_signal_is_seen(tmp_path: Path) -> None:
    """While more than a twentieth of two minutes are no plain beats."""
    told = [
        *beats(0.0, 200.0),
        *beats(200.0, 210.0, label=BeatLabel.ECTOPIC),
        *beats(210.0, 400.0),
    ]
    seen = glimpse(write(tmp_path, NOON, *told)).irregular_s
    assert 205.0 == seen[0][0]
    assert 322.0 == seen[-1][1]


def test_where_the_heart_rate_alone_is_followed_no_interval_counts(
    tmp_path: Path,
) -> None:
    """Then nothing is made of intervals, and none is held against a round."""
    told = [
        *beats(0.0, 200.0, label=BeatLabel.ECTOPIC),
        *(second(float(t_s), heart_rate_only=True) for t_s in range(200)),
    ]
    assert () == glimpse(write(tmp_path, NOON, *told)).irregular_s


def test_a_journal_without_an_end_broke_off(tmp_path: Path) -> None:
    """It reaches to its last record, and nobody writes it any more."""
    seen = glimpse(write(tmp_path, NOON, second(1.0), second(2.0), exit_=None))
    assert (2.0, None) == (seen.last_s, seen.footer)
    assert seen.broke_off
    assert not seen.is_running


def test_a_session_that_failed_broke_off(tmp_path: Path) -> None:
    """It has an end, and nobody wished for it."""
    assert glimpse(write(tmp_path, NOON, exit_=SessionExit.FAILED)).broke_off


def test_an_altered_line_is_passed_over(tmp_path: Path) -> None:
    """Its checksum tells, and the lines beside it count."""
    told = [phase(t_s, PhaseKind.REST) for t_s in (1.0, 2.0, 3.0)]
    folder = write(tmp_path, NOON, *told, exit_=None)
    path = folder / JOURNAL_NAME
    path.write_bytes(path.read_bytes().replace(b'"t_s":2.0', b'"t_s":9.0'))
    assert (told[0], told[2]) == glimpse(folder).phases


def test_a_torn_header_hides_nothing_behind_it(tmp_path: Path) -> None:
    """What follows is taken as it is."""
    folder = write(tmp_path, NOON, *a_round(1))
    path = folder / JOURNAL_NAME
    path.write_bytes(path.read_bytes()[200:])
    assert 2 == len(glimpse(folder).phases)


def test_a_journal_without_a_line_has_no_end(tmp_path: Path) -> None:
    """An empty file is no fault."""
    (tmp_path / JOURNAL_NAME).touch()
    assert footer_of(tmp_path) is None
    assert () == glimpse(tmp_path).phases
