"""Rounds, NeuroKit2's numbers, the script and the log as the clinician reads them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from biofeed.core.events import Action, Role
from biofeed.core.urges import Urge
from biofeed.core.values import Notice, Quality
from biofeed.display import console_words as said
from biofeed.display import reading, replay_words, words
from biofeed.display.action_words import ACTIONS, action
from biofeed.display.bridge import Received
from biofeed.display.console_axis import Span
from biofeed.display.console_facts import signal, standing, what_next
from biofeed.display.console_plots import activation_plot
from biofeed.display.console_rows import (
    PROXIES,
    log_lines,
    no_rounds,
    panel_caveat,
    panel_rows,
    round_rows,
)
from biofeed.display.console_script import in_view, tiles
from biofeed.display.durations import clock
from biofeed.display.sample_session import SampleSession
from biofeed.display.tile_widths import When, tile_widths
from biofeed.display.window_placing import fitting, place_windows
from biofeed.session.hrv_windows import INDICES
from biofeed.session.outline import Outline
from biofeed.session.snapshot import (
    HrvPanel,
    Mark,
    RecordingState,
    Replaying,
    Snapshot,
)
from devices.plain_text import one_line
from devices.source import LinkChanged, LinkState

HOSTILE = "<b>bold</b>\x1b[2J\u202egnp.exe\u0000" + "x" * 10_000


def with_panels(snapshot: Snapshot, *, slow: bool) -> Snapshot:
    indices = dict.fromkeys(INDICES, 2.0) | {"HRV_LFHF": None}
    panels = tuple(
        HrvPanel(
            window_s=window_s,
            end_s=snapshot.t_s - 4.0,
            beats=70,
            artefacts=2,
            indices=indices,
        )
        for window_s in (300, 60)
    )
    assert snapshot.second is not None
    second = replace(snapshot.second, slow_breathing=slow)
    return replace(snapshot, panels=panels, second=second)


def test_each_index_has_a_row_and_each_window_a_column(sample: SampleSession) -> None:
    """All of NeuroKit2's indices are there, under windows that are named and aged."""
    rows = panel_rows(with_panels(sample.at(640.0), slow=False))
    named = {name for names in said.INDICES for name in names}
    assert set(INDICES) == named
    assert ("", "60 s", "120 s", "300 s") == rows.head
    assert (said.AGE, "4 s", "–", "4 s") == rows.rows[0].cells


def test_a_number_that_its_window_does_not_carry_is_a_dash(
    sample: SampleSession,
) -> None:
    """LF/HF that is None is unknown, not nought; so is a window that is not there."""
    rows = panel_rows(with_panels(sample.at(640.0), slow=False))
    cells = {row.cells[0]: row.cells[1:] for row in rows.rows}
    assert ("–", "–", "–") == cells["LF/HF"]
    assert ("2.0", "–", "2.0") == cells["RMSSD, ms"]


@pytest.mark.parametrize("slow", [False, True])
def test_proxies_carry_their_sentence_and_grey_while_breathing_is_slow(
    sample: SampleSession, *, slow: bool
) -> None:
    """CSI and LF/HF, and no others, are greyed; the sentence is there in any case."""
    snapshot = with_panels(sample.at(640.0), slow=slow)
    grey = {row.cells[0] for row in panel_rows(snapshot).rows if row.is_grey}
    proxies = {
        word for names, word in said.INDICES.items() if PROXIES.intersection(names)
    }
    assert (proxies if slow else set()) == grey
    assert (said.PROXIES_SLOW if slow else said.PROXIES_RISE) == panel_caveat(snapshot)


def test_rounds_are_told_with_what_was_felt_and_guessed(
    training: SampleSession,
) -> None:
    """A row for each round: level, height, return, half-life, share, felt, guess."""
    rows = round_rows(training.ended())
    assert len(rows.head) == len(rows.rows[0].cells)
    assert ["full", "sparse", "blind"] == [row.cells[1] for row in rows.rows]
    assert ["–", "–"] == [row.cells[-1] for row in rows.rows[:2]]
    assert rows.rows[2].cells[-1] != "–"


def test_the_script_tells_what_was_what_is_and_what_comes(
    training: SampleSession,
) -> None:
    """Every phase has one tile at any time, and exactly one goes on."""
    for t_s in (5.0, 200.0, 500.0, 900.0):
        snapshot = training.at(t_s)
        found = tiles(snapshot)
        assert len(snapshot.protocol.phases) == len(found)
        assert 1 == sum(tile.when is When.NOW for tile in found)


def test_what_comes_next_is_named(training: SampleSession) -> None:
    """The next phase of the script stands beside the one that goes on."""
    snapshot = training.first(lambda s: bool(s.phase and s.phase.kind == "activate"))
    assert "next: settle" == what_next(snapshot)
    assert "round 1 of 3" in standing(snapshot)


def test_the_current_tile_is_always_in_view() -> None:
    """However little room there is, what goes on is seen."""
    for count in range(1, 20):
        for current in range(count):
            for fit in range(1, 20):
                assert current in in_view(count, current, fit)


@given(
    st.lists(
        st.tuples(st.floats(60.0, 180.0), st.sampled_from([When.PAST, When.NEXT])),
        max_size=12,
    ),
    st.floats(60.0, 180.0),
    st.integers(0, 12),
    st.floats(0.0, 900.0),
)
def test_the_current_tile_has_the_room_of_its_word(
    others: list[tuple[float, When]], need: float, at: int, spare: float
) -> None:
    """Whatever is around it: words of the past are cut first, then of what comes."""
    least = 88.0
    tiled = [*others]
    tiled.insert(at, (need, When.NOW))
    room = least * len(others) + max(least, need) + spare
    needs, whens = [each for each, _ in tiled], [when for _, when in tiled]
    widths = tile_widths(needs, whens, least=least, room=room)
    assert sum(widths) == pytest.approx(room)
    cut = {
        when
        for wide, one, when in zip(widths, needs, whens, strict=True)
        if wide < one - 1e-6
    }
    assert When.NOW not in cut
    assert min(widths) >= min(least, *needs) - 1e-6
    if When.NEXT in cut:
        past = [w for w, when in zip(widths, whens, strict=True) if when is When.PAST]
        assert all(wide <= least + 1e-6 for wide in past)


def test_facts_of_the_signal_carry_their_ages(sample: SampleSession) -> None:
    """The beat is told with its age, and so is a screen that nothing reaches."""
    received = Received(snapshot=sample.at(640.0), received_s=100.0)
    now, later = signal(received, 100.0), signal(received, 109.0)
    assert any(fact.startswith("last beat ") for fact in now)
    assert said.OLD.format(age=9.0) in later
    assert said.OLD.format(age=0.0) not in now


def test_after_the_end_nothing_is_said_to_be_now(training: SampleSession) -> None:
    """Minutes later the same stands there: what was recorded, and how long it was."""
    ended = training.ended()
    received = Received(snapshot=ended, received_s=100.0)
    facts = signal(received, 300.0)
    assert facts == signal(received, 100.0)
    assert [] == [fact for fact in facts if any(sign.isdigit() for sign in fact)]
    assert said.RECORDINGS[RecordingState.SAVED] not in facts
    assert standing(ended) == (said.STOPPED, f"session {clock(ended.t_s)}")
    assert {When.PAST} == {tile.when for tile in tiles(ended)}


def test_what_is_recorded_is_told_as_recorded_once_it_is_over(
    training: SampleSession,
) -> None:
    """While it goes on it is being recorded; afterwards it has been."""
    ended = replace(training.ended(), recording=RecordingState.SAVED)
    goes_on = replace(ended, ended=None)
    assert said.RECORDED == signal(Received(snapshot=ended, received_s=0.0), 0.0)[-1]
    going = signal(Received(snapshot=goes_on, received_s=0.0), 0.0)
    assert said.RECORDINGS[RecordingState.SAVED] in going


def test_a_replay_that_is_over_is_told_as_one(training: SampleSession) -> None:
    """That nothing is recorded anew does not stand there as if it had been lost."""
    replay = Replaying(speed=2.0, is_playing=False, outline=Outline(end_s=900.0))
    ended = replace(training.ended(), replay=replay, recording=RecordingState.OFF)
    facts = signal(Received(snapshot=ended, received_s=0.0), 0.0)
    assert replay_words.REPLAYED == facts[-1]
    assert said.RECORDINGS[RecordingState.OFF] not in facts


@pytest.mark.parametrize("link", [LinkState.LOST, LinkState.STALE])
def test_no_signal_is_good_from_a_strap_that_is_away(
    sample: SampleSession, link: LinkState
) -> None:
    """Both windows say so with the loss itself; of one that is lost no rate stands."""
    snapshot = sample.at(640.0)
    away = LinkChanged(t_s=snapshot.t_s, link=link)
    received = Received(snapshot=replace(snapshot, link=away), received_s=100.0)
    assert said.QUALITIES[Quality.NONE] in signal(received, 100.0)
    told = reading.status(received, 100.0, heart_rate_shown=True)
    assert words.QUALITIES[Quality.NONE] == told[0]
    assert ("bpm" in "".join(told)) is (link is LinkState.STALE)


def test_no_round_is_waited_for_after_the_end(
    sample: SampleSession, training: SampleSession
) -> None:
    """While it goes on there is none yet; afterwards there was none."""
    for session in (sample, training):
        goes_on, ended = session.at(60.0), session.ended()
        assert no_rounds(goes_on).endswith("yet.")
        assert "yet" not in no_rounds(ended)


@pytest.mark.parametrize("is_playing", [False, True], ids=["paused", "plays"])
def test_a_replay_is_told_as_one(training: SampleSession, *, is_playing: bool) -> None:
    """Played at its speed, or paused: nought times as fast is no speed."""
    replay = Replaying(speed=2.0, is_playing=is_playing, outline=Outline(end_s=900.0))
    speed = 2.0 if is_playing else 0.0
    snapshot = replace(training.at(500.0), replay=replay, speed=speed)
    told = signal(Received(snapshot=snapshot, received_s=0.0), 0.0)
    wanted = said.REPLAY_AT.format(speed=2) if is_playing else said.REPLAY_PAUSED
    assert wanted == told[-1]
    assert [] == [fact for fact in told if "0 times" in fact]


def test_times_of_a_long_recording_have_hours() -> None:
    """From one hour on hours stand before the minutes."""
    assert ("59:59", "1:00:00", "1:56:31") == tuple(map(clock, (3599, 3600, 6991)))


def test_a_half_life_that_is_only_about_so_long_says_so(
    training: SampleSession,
) -> None:
    """The table writes the same half-life as the chart: with a "~" where it is one."""
    ended = training.ended()
    flags = activation_plot(ended, Span(start_s=0.0, end_s=ended.t_s)).flags
    in_chart = [flag.word[2:] for flag in flags if flag.word.startswith("½")]
    column = said.ROUND_COLUMNS.index("half")
    in_table = [row.cells[column] for row in round_rows(ended).rows]
    assert any("~" in half for half in in_table)
    assert set(in_table) <= set(in_chart)


def test_the_log_is_newest_first_and_says_who(sample: SampleSession) -> None:
    """Marks, notes, urges and notices in one list; a client's mark is told apart."""
    snapshot = replace(
        sample.at(640.0),
        marks=(
            Mark(t_s=61.0, text="tears", role=Role.CLINICIAN),
            Mark(t_s=62.0, text="message"),
        ),
        notes=(Mark(t_s=63.0, text="jaw lets go", role=Role.CLINICIAN),),
        urges=(Urge(came_s=64.0, passed_s=75.0),),
        notices=(Notice(t_s=65.0, code="ceiling_reached"),),
    )
    assert log_lines(snapshot) == (
        "1:05  The ceiling ended the activation.",
        "1:04  an urge came and passed after 11 s",
        "1:03  note: jaw lets go",
        "1:02  client marked message",
        "1:01  mark tears",
    )


def test_a_hostile_text_is_one_short_line() -> None:
    """Control signs and overrides are gone, markup is text, 10 kB are cut."""
    told = one_line(HOSTILE)
    assert told.startswith("<b>bold</b>[2Jgnp.exe")
    assert 160 == len(told)


FIRST, SECOND = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)
ASKED = QRect(0, 0, 1440, 900)


def test_the_console_has_the_second_screen() -> None:
    """With two screens neither window touches the other's."""
    places = place_windows([FIRST, SECOND], client_px=ASKED, console_px=ASKED)
    assert places.has_own_screen
    assert SECOND == places.console
    assert FIRST.contains(places.client)
    assert not places.client.intersects(places.console)


def test_on_one_screen_both_stay_within_it() -> None:
    """With one screen both are windows on it, however small it is."""
    small = QRect(0, 0, 1280, 720)
    places = place_windows([small], client_px=ASKED, console_px=ASKED)
    assert not places.has_own_screen
    assert small.contains(places.client)
    assert small.contains(places.console)
    # And neither hides the other, nor the title that it is moved by.
    assert not places.client.contains(places.console)
    assert not places.console.contains(places.client)
    assert min(places.client.top(), places.console.top()) >= 40


def test_a_window_leaves_room_for_its_frame() -> None:
    """On a screen of its own size a window is smaller, or its foot would be cut."""
    assert QSize(1416, 836) == fitting(QSize(1440, 900), QRect(0, 0, 1440, 900))
    assert QSize(1440, 900) == fitting(QSize(1440, 900), FIRST)


def test_what_was_not_done_is_named_in_words() -> None:
    """Each action has a name to be read; one of another version keeps its own."""
    assert set(Action) == set(ACTIONS)
    assert "change what is shown" == action("feedback")
    assert "of_another_version" == action("of_another_version")
