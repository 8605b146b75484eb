"""The options that are more than a word or a number."""

from contextlib import suppress
from math import inf
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.commands.failures import InputRefused
from biofeed.commands.span import Seconds
from biofeed.commands.speed import FASTEST, SLOWEST, Speed
from biofeed.commands.timeline_file import check_timeline, timeline_file
from biofeed.session.report import TIMELINE_COLUMNS


class TestSpeed:
    @given(speed=st.floats(SLOWEST, FASTEST))
    def test_a_number_within_reach_is_taken(self, speed: float) -> None:
        """As it is written."""
        assert speed == Speed().convert(repr(speed), None, None)

    def test_the_highest_is_as_fast_as_the_machine(self) -> None:
        """``max`` has no number, and a default passes through."""
        assert inf == Speed().convert("max", None, None)
        assert Speed().convert(inf, None, None) == inf

    @pytest.mark.parametrize(
        "text", ["0", "-1", "0.49", "100.1", "inf", "nan", "", "Max", "fast", "1,5"]
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        """With the range that would do."""
        with pytest.raises(click.BadParameter, match=r"from 0\.5 to 100, and not max"):
            Speed().convert(text, None, None)


class TestSpan:
    @given(
        span=st.tuples(st.floats(0.0, 1e6), st.floats(0.0, 1e6)).filter(
            lambda span: round(span[0], 3) < round(span[1], 3)
        )
    )
    def test_a_span_is_read(self, span: tuple[float, float]) -> None:
        """Start and end in seconds, with a point if need be."""
        start_s, end_s = (round(t_s, 3) for t_s in span)
        text = f"{start_s:.3f}:{end_s:.3f}"
        assert (start_s, end_s) == Seconds().convert(text, None, None)

    @given(text=st.text())
    def test_whatever_is_typed_is_a_span_or_refused(self, text: str) -> None:
        """Nothing gets through that is not a start before an end."""
        start_s, end_s = 0.0, 1.0
        with suppress(click.BadParameter):
            start_s, end_s = Seconds().convert(text, None, None)
        assert 0.0 <= start_s < end_s < inf


class TestTimeline:
    def test_it_begins_with_its_header(self, tmp_path: Path) -> None:
        """Also where no second follows."""
        out = tmp_path / "out.csv"
        with timeline_file(out):
            pass
        assert ",".join(TIMELINE_COLUMNS) + "\n" == out.read_text(encoding="utf-8")

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        """The file, the reason, and the option to change."""
        out = tmp_path / "nowhere" / "out.csv"
        with (
            pytest.raises(InputRefused, match=r"no such file.*--timeline"),
            timeline_file(out),
        ):
            pass

    def test_a_recording_is_never_written_over(self, tmp_path: Path) -> None:
        """By its own name, by another one, or as the journal of a folder."""
        recording = tmp_path / "a.csv"
        recording.write_text("t_s,rr_ms\n1,900\n")
        other_name = tmp_path / "b.csv"
        other_name.symlink_to(recording)
        session = tmp_path / "session"
        session.mkdir()
        (session / "events.jsonl").write_text("{}")
        for timeline, path in (
            (recording, recording),
            (other_name, recording),
            (session / "events.jsonl", session),
        ):
            with pytest.raises(click.UsageError, match="would overwrite"):
                check_timeline(timeline, [tmp_path / "missing.csv", path])
        check_timeline(tmp_path / "new.csv", [recording, session])
