"""How far along a session is: its phases as bars, and the name of the current one.

Pure: a snapshot in, a value out. A share is no countdown: nothing here is a number of
seconds. A wait between two activations has no share of its own: nobody can say how far
along a heart is. The phase before it is over, and stays so.
"""

from dataclasses import dataclass

from biofeed.core.phase import ExitRule
from biofeed.core.values import PhaseChanged
from biofeed.display import guidance_words, words
from biofeed.display.between_rises import is_between_rises
from biofeed.display.reading import is_resumed_by_key, kind_of
from biofeed.session.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBars:
    """What the strip shows.

    Attributes
    ----------
    names
        Of all phases that are shown, in order; those to come are known for a protocol.
    current
        Which of them goes on.
    share
        How much of it is over, 0 to 1; None while it is held up: as much as before.
    word, round_words
        What stands above the bars.
    """

    names: tuple[str, ...] = ()
    current: int = 0
    share: float | None = 0.0
    word: str = ""
    round_words: str = ""

    @property
    def told(self) -> str:
        """The same, for a screen reader."""
        here = ", ".join(part for part in (self.word, self.round_words) if part)
        return f"{here}; {', '.join(self.names)}"


def phase_bars(snapshot: Snapshot) -> PhaseBars:
    """Return how far along a session is."""
    if snapshot.phase is None:
        return PhaseBars()
    share = _share(snapshot, snapshot.phase)
    word = words.PHASES[kind_of(snapshot)]
    if _is_open(snapshot):
        phases = _so_far(snapshot, snapshot.phase)
        names = tuple(words.PHASES[phase.kind] for phase in phases)
        current = len(names) - 1
        return PhaseBars(names=names, current=current, share=share, word=word)
    return PhaseBars(
        names=tuple(words.PHASES[phase.kind] for phase in snapshot.protocol.phases),
        current=_latest_step(snapshot),
        share=share,
        word=word,
        round_words=_round_words(snapshot),
    )


def _is_open(snapshot: Snapshot) -> bool:
    """Without a script nobody knows what comes: only what was is shown."""
    return any(ExitRule.STOP in phase.ends for phase in snapshot.protocol.phases)


def _so_far(snapshot: Snapshot, now: PhaseChanged) -> tuple[PhaseChanged, ...]:
    return (*(past for past in snapshot.phases_done if past != now), now)


def _latest_step(snapshot: Snapshot) -> int:
    """The step that goes on, or the one before what is in no script."""
    phases = (*snapshot.phases_done, snapshot.phase)
    steps = (phase.step for phase in reversed(phases) if phase is not None)
    return next((step for step in steps if step is not None), 0)


def _round_words(snapshot: Snapshot) -> str:
    scripted = snapshot.scripted
    if scripted is None or scripted.round is None:
        return ""
    return guidance_words.ROUND_OF.format(
        number=scripted.round, count=snapshot.protocol.rounds
    )


def _share(snapshot: Snapshot, phase: PhaseChanged) -> float | None:
    if is_resumed_by_key(snapshot):
        return None
    if is_between_rises(snapshot):
        return 1.0
    return _share_done(phase, snapshot.t_s)


def _share_done(phase: PhaseChanged, now_s: float) -> float:
    """Share of a phase that is over, 0 to 1; all of it where its end is open."""
    if phase.ends_s is None or phase.ends_s <= phase.t_s:
        return 1.0
    return min(1.0, max(0.0, (now_s - phase.t_s) / (phase.ends_s - phase.t_s)))
