"""No path exceeds the day's dose: sessions, kills, power cuts, restarts, midnights."""

import shutil
import tempfile
from datetime import timedelta
from math import floor
from pathlib import Path

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from biofeed.core.dosing import Dosing, Readiness
from biofeed.core.phase import ActivationKind, PhaseKind
from biofeed.core.safety import ACTIVATIONS, DAILY_DOSE_S
from biofeed.core.values import Output, PhaseChanged, SessionExit
from biofeed.session.carried_over import carried_over
from biofeed.session.dose_taken import UNSEEN_S
from tests.session.made_practice import NOON, calendar, second, write

ROUNDING_S = 1e-5
"""What sums of fractions and dates of microseconds may differ by, s."""

kinds = st.sampled_from(ActivationKind)
shares = st.floats(0.0, 1.0)


class Days(RuleBasedStateMachine):
    """One person's days; what they truly did is kept beside the journals."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.now = NOON
        self.cuts = 0
        self.did_s: dict[int, float] = {}
        """Seconds of activation by day of the year."""

    @override
    def teardown(self) -> None:
        shutil.rmtree(self.home)

    @rule(hours=st.floats(0.01, 15.0))
    def time_passes(self, hours: float) -> None:
        """Nothing is done."""
        self.now += timedelta(hours=hours)

    @rule(kind=kinds, rounds=st.integers(1, 6))
    def a_session_is_completed(self, kind: ActivationKind, rounds: int) -> None:
        """All its activations are as long as they may be."""
        self._practise(kind, rounds, ends_in=1.0, exit_=SessionExit.COMPLETED)

    @rule(kind=kinds, rounds=st.integers(1, 3), ends_in=shares)
    def a_session_is_stopped(
        self, kind: ActivationKind, rounds: int, ends_in: float
    ) -> None:
        """STOP in the middle of the last activation."""
        self._practise(kind, rounds, ends_in=ends_in, exit_=SessionExit.STOPPED)

    @rule(
        kind=kinds,
        rounds=st.integers(1, 3),
        ends_in=shares,
        lost_s=st.floats(0.0, 1.0),
    )
    def a_session_is_cut_off(
        self, kind: ActivationKind, rounds: int, ends_in: float, lost_s: float
    ) -> None:
        """A kill or a power cut: the last second may not have reached the disk."""
        self._practise(kind, rounds, ends_in=ends_in, exit_=None, lost_s=lost_s)

    @invariant()
    def no_day_had_too_much(self) -> None:
        """The claim, of what was done and not of what was counted."""
        most_s = max(self.did_s.values(), default=0.0)
        assert most_s <= DAILY_DOSE_S + ROUNDING_S

    @invariant()
    def what_is_counted_was_done_and_little_more(self) -> None:
        """Never less than was done; and a little more for each cut, at the most."""
        taken_s = carried_over(
            "otter", home=self.home, now=calendar(self.now)
        ).dose_taken_s
        done_s = self.did_s.get(self.now.timetuple().tm_yday, 0.0)
        assert done_s - ROUNDING_S <= taken_s
        assert taken_s <= done_s + self.cuts * UNSEEN_S + ROUNDING_S

    def _practise(
        self,
        kind: ActivationKind,
        rounds: int,
        *,
        ends_in: float,
        exit_: SessionExit | None,
        lost_s: float = 0.0,
    ) -> None:
        """Run a session as its dosing allows, and leave its journal as it would be."""
        began, t_s, told = self.now, 240.0, list[Output]()
        taken_s = carried_over(
            "otter", home=self.home, now=calendar(began)
        ).dose_taken_s
        dosing = Dosing(taken_s)
        for number in range(rounds):
            if dosing.readiness(kind, t_s, heart_rate_bpm=60.0, rest_bpm=60.0) is not (
                Readiness.NOW
            ):
                break
            longest_s = dosing.begin(kind, t_s, asked_s=120.0)
            is_last = number == rounds - 1
            lasted_s = longest_s * (ends_in if is_last else 1.0)
            told.append(PhaseChanged(t_s=t_s, kind=PhaseKind.ACTIVATE, step=1))
            self._live(t_s, t_s + lasted_s)
            t_s += lasted_s
            dosing.end(t_s)
            if is_last and exit_ is not SessionExit.COMPLETED:
                break
            told.append(PhaseChanged(t_s=t_s, kind=PhaseKind.SETTLE, step=2))
            t_s += ACTIVATIONS[kind].rest_s
        # A phase goes to the disk as it begins; of the seconds the last may be lost.
        last_s = t_s if exit_ is not None else float(floor(t_s - lost_s))
        told.append(second(max(0.0, last_s)))
        write(self.home, began, *told, exit_=exit_, dose_taken_s=taken_s)
        self.now += timedelta(seconds=t_s + 60.0)
        self.cuts += exit_ is None

    def _live(self, begun_s: float, ended_s: float) -> None:
        """Note what was done, each part on its day."""
        begun = self.now + timedelta(seconds=begun_s)
        ended = self.now + timedelta(seconds=ended_s)
        midnight = ended.replace(hour=0, minute=0, second=0, microsecond=0)
        days = (begun, min(ended, midnight)), (max(begun, midnight), ended)
        for start, end in days:
            if start < end:
                day = start.timetuple().tm_yday
                lasted_s = (end - start).total_seconds()
                self.did_s[day] = self.did_s.get(day, 0.0) + lasted_s


DaysTest = Days.TestCase
DaysTest.settings = hypothesis_settings(
    max_examples=25, stateful_step_count=15, deadline=None
)
