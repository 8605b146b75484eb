"""A whole training, lived by a simulated person, and cut off at any byte."""

import asyncio
import re
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.phase import PhaseKind
from biofeed.core.values import PhaseChanged
from biofeed.session.carried_over import CarriedOver, carried_over
from biofeed.session.clock import LocalTime
from biofeed.session.dose_taken import UNSEEN_S
from biofeed.session.journal_line import seal, unseal
from biofeed.session.json_values import object_of
from biofeed.session.plan import AS_FAST_AS_POSSIBLE, make_runner, plan_simulated
from biofeed.session.protocols import load_protocol
from biofeed.session.reading import JOURNAL_NAME, Journal, read_journal
from biofeed.session.store import HOME_VARIABLE, sessions_folder
from tests.session.made_practice import NOON, calendar

LEFT_OPEN = {PhaseKind.ACTIVATE, PhaseKind.SETTLE}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lived:
    """A training that was recorded, whole."""

    content: bytes
    journal: Journal

    def reached_s(self, cut: int) -> float:
        """Time of the last line before a cut, of those that bear one."""
        times = re.findall(rb'"t_s":([\d.e+-]+)[^\n]*\n', self.content[:cut])
        return max(map(float, times[-20:]), default=0.0)

    @property
    def began(self) -> datetime:
        """When."""
        return datetime.fromisoformat(self.journal.header.started.utc)

    @property
    def phases(self) -> list[PhaseChanged]:
        """What it went through."""
        found = self.journal.outputs
        return [each for each in found if isinstance(each, PhaseChanged)]

    def activated_s(self, until_s: float) -> float:
        """Seconds of activation until a time."""
        spans = pairwise([*((p.t_s, p.kind) for p in self.phases), (1e9, None)])
        return sum(
            max(0.0, min(end_s, until_s) - begun_s)
            for (begun_s, kind), (end_s, _) in spans
            if kind is PhaseKind.ACTIVATE
        )

    def afterwards(self, home: Path, hours: float = 2.0) -> CarriedOver:
        """What is carried over from it, or from what is left of it."""
        now: LocalTime = calendar(self.began + timedelta(hours=hours))
        return carried_over("otter", simulated=True, home=home, now=now)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """The settling training from its beginning to its end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("home")))
        plan = plan_simulated(
            "settles-quickly",
            seed=3,
            speed=AS_FAST_AS_POSSIBLE,
            pseudonym="otter",
            records=True,
            protocol=load_protocol("settling"),
        )

        async def session() -> None:
            await make_runner(plan, with_panel=False).run()

        asyncio.run(session())
    assert plan.folder is not None
    path = plan.folder / JOURNAL_NAME
    path.write_bytes(at_noon(path.read_bytes()))
    return Lived(content=path.read_bytes(), journal=read_journal(plan.folder))


def at_noon(content: bytes) -> bytes:
    """Have a session begin at noon: none of it is of the next day."""
    first, rest = content.split(b"\n", 1)
    header = unseal(first)
    assert header is not None
    header |= {"started": object_of(calendar(NOON))}
    return seal(header) + rest


def left_of(content: bytes, home: Path) -> Path:
    """Put what is left of a journal where sessions are kept."""
    folder = sessions_folder(home) / "20260301T120000Z-0a1b2c"
    folder.mkdir(parents=True)
    (folder / JOURNAL_NAME).write_bytes(content)
    return folder


def test_a_whole_training_is_carried_over(lived: Lived, tmp_path: Path) -> None:
    """Its dose is that of its phases; nothing is owed, and a second is no first."""
    left_of(lived.content, tmp_path)
    carried = lived.afterwards(tmp_path)
    assert lived.activated_s(1e9) == pytest.approx(carried.dose_taken_s)
    assert carried.dose_taken_s > 0.0
    assert not carried.owes_settle
    assert not carried.is_first


@settings(max_examples=40, deadline=None)
@given(share=st.floats(0.0, 1.0))
def test_wherever_it_is_cut_off_the_dose_is_not_lost(
    lived: Lived, share: float
) -> None:
    """What was done until the last record counts, and at most two seconds more."""
    header = lived.content.index(b"\n") + 1
    cut = header + round(share * (len(lived.content) - header))
    with tempfile.TemporaryDirectory() as home:
        left_of(lived.content[:cut], Path(home))
        carried = lived.afterwards(Path(home))
    done_s = lived.activated_s(lived.reached_s(cut))
    assert done_s - 1e-6 <= carried.dose_taken_s <= done_s + UNSEEN_S + 1e-6


@settings(max_examples=40, deadline=None)
@given(share=st.floats(0.0, 1.0))
def test_wherever_it_is_cut_off_what_is_owed_is_known(
    lived: Lived, share: float
) -> None:
    """A settle is owed exactly where an activation, or the settle after it, went on."""
    header = lived.content.index(b"\n") + 1
    last = lived.content.rindex(b"\n", 0, -1)
    cut = header + round(share * (last - header))
    with tempfile.TemporaryDirectory() as home:
        left_of(lived.content[:cut], Path(home))
        soon = lived.afterwards(Path(home))
        late = lived.afterwards(Path(home), hours=26.0)
    lines = re.findall(rb'"record":"phase_changed"[^\n]*\n', lived.content[:cut])
    begun = [each.kind for each in lived.phases[: len(lines)]]
    assert soon.owes_settle == (begun[-1:] != [] and begun[-1] in LEFT_OPEN)
    assert not late.owes_settle
