"""What is to be heard now: decided from what the person's window may know.

Rules
-----
- It hears nothing but ``client_view``: where a phase shows nothing of the body, no tone
  tells of it. A change of phase is on screen as well, and may be heard.
- The tone that follows activation goes down, and never up: a rise is met with silence,
  and so is rest. It is help that belongs to full feedback alone.
- Being settled is felt without a task: nothing sounds in the held moment.
- What is too old to be shown as current is not played as current.
- Pure: no clock, no device.
"""

from dataclasses import dataclass, field

from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import State
from biofeed.display import reading
from biofeed.display.breath import BreathMoment
from biofeed.display.bridge import Received
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.tones import Cue, Voice
from biofeed.session.snapshot import Snapshot

LOW_HZ, HIGH_HZ = 196.0, 261.6
"""Empty and full of breath, Hz (g and c'): a fourth that laptops can play."""

SHORTEST_BREATH_S = 1.0
"""With less than this left of a breath, its tone waits for the next, s."""

TURN_S = 2.5
UP_HZ, LEVEL_HZ, DOWN_HZ = 349.2, 293.7, 261.6
"""A change of phase: how long, s, and between which pitches, Hz (f', d', c')."""

TURNS = {
    PhaseKind.ACTIVATE: (DOWN_HZ, UP_HZ),
    PhaseKind.SETTLE: (UP_HZ, DOWN_HZ),
}
"""Where a rise begins the pitch goes up, and where a settle begins, down."""

CALLING_STAGES = frozenset({Stage.ASKING, Stage.PAUSED})
"""Stages that have something on screen for eyes that are closed."""

FOLLOWED_PHASES = frozenset({PhaseKind.SETTLE, PhaseKind.REST})
FOLLOWED_STAGES = frozenset({Stage.RUNNING, Stage.WAITING})

FOLLOW_EVERY_S, FOLLOW_S = 6.0, 5.0
"""The following tone swells about as often as one breathes at rest with a pacer, and
is silent between, s."""

REST_HZ = 164.8
OCTAVE_Z = 6.0
"""At rest it would be at e, Hz; as many swings of the person's own rest above it are
one octave, z: most activations of a session lie within."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Tones that begin now, and voices that fade."""

    cues: tuple[Cue, ...] = ()
    hushed: frozenset[Voice] = field(default_factory=frozenset)


NOTHING_NEW = Decision()


class Sounding:
    """Remembers what was heard last, and decides what is heard next.

    Parameters
    ----------
    choice
        Which tones are wanted.
    """

    def __init__(self, choice: SoundChoice) -> None:
        self.choice = choice
        self._snapshot: Snapshot | None = None
        self._is_in: bool | None = None
        self._descent = _Descent()

    def hear(
        self, received: Received, breath: BreathMoment | None, now_s: float
    ) -> Decision:
        """Decide what begins, and what fades.

        Parameters
        ----------
        received
            What the window shows, and when it arrived.
        breath
            The pacer's; None where none is on screen.
        now_s
            The display's steady clock, s.
        """
        before, self._snapshot = self._snapshot, received.snapshot
        if self.choice is SoundChoice.OFF:
            return NOTHING_NEW
        parts = [Decision(cues=_turn(before, received.snapshot))]
        if self.choice is SoundChoice.PACER:
            parts.append(self._breathe(breath))
        else:
            height_z = _height_z(received, now_s)
            parts.append(self._descent.follow(_state(received), height_z, now_s))
        return Decision(
            cues=tuple(cue for part in parts for cue in part.cues),
            hushed=frozenset().union(*(part.hushed for part in parts)),
        )

    def _breathe(self, breath: BreathMoment | None) -> Decision:
        before, self._is_in = self._is_in, None if breath is None else breath.is_in
        if self._is_in == before:
            return NOTHING_NEW
        if breath is None:
            return Decision(hushed=frozenset({Voice.BREATH}))
        if breath.left_s < SHORTEST_BREATH_S:
            return NOTHING_NEW
        from_hz, to_hz = (LOW_HZ, HIGH_HZ) if breath.is_in else (HIGH_HZ, LOW_HZ)
        cue = Cue(
            voice=Voice.BREATH, length_s=breath.left_s, from_hz=from_hz, to_hz=to_hz
        )
        return Decision(cues=(cue,))


class _Descent:
    """One way down, as far as it has come."""

    def __init__(self) -> None:
        self._lowest_z: float | None = None
        self._heard_hz = REST_HZ
        self._last_s = 0.0

    def follow(self, state: State, height_z: float | None, now_s: float) -> Decision:
        """Let the tone go down with activation; it ends at rest, or with a rise."""
        if height_z is None or state not in {State.COMING_BACK, State.ABOVE_REST}:
            return self._end()
        if self._lowest_z is None:
            if state is not State.COMING_BACK:
                return NOTHING_NEW
            self._lowest_z, self._heard_hz = height_z, pitch_hz(height_z)
            self._last_s = now_s - FOLLOW_EVERY_S
        self._lowest_z = min(self._lowest_z, height_z)
        if now_s - self._last_s < FOLLOW_EVERY_S:
            return NOTHING_NEW
        from_hz, self._heard_hz = self._heard_hz, pitch_hz(self._lowest_z)
        self._last_s = now_s
        cue = Cue(
            voice=Voice.FOLLOW,
            length_s=FOLLOW_S,
            from_hz=from_hz,
            to_hz=self._heard_hz,
        )
        return Decision(cues=(cue,))

    def _end(self) -> Decision:
        if self._lowest_z is None:
            return NOTHING_NEW
        self._lowest_z = None
        return Decision(hushed=frozenset({Voice.FOLLOW}))


def pitch_hz(height_z: float) -> float:
    """Pitch of the following tone for a height above rest, Hz.

    >>> pitch_hz(0.0), pitch_hz(6.0), pitch_hz(60.0)
    (164.8, 329.6, 329.6)
    """
    share = min(max(height_z, 0.0), OCTAVE_Z) / OCTAVE_Z
    return float(REST_HZ * 2.0**share)


def _turn(before: Snapshot | None, now: Snapshot) -> tuple[Cue, ...]:
    """A tone where another phase begins, or where something waits on screen."""
    if before is None or now.ended is not None:
        return ()
    if before.phase is not None and _place(before) != _place(now):
        from_hz, to_hz = TURNS.get(reading.kind_of(now), (LEVEL_HZ, LEVEL_HZ))
    elif now.stage in CALLING_STAGES and now.stage is not before.stage:
        from_hz = to_hz = LEVEL_HZ
    else:
        return ()
    return (Cue(voice=Voice.TURN, length_s=TURN_S, from_hz=from_hz, to_hz=to_hz),)


def _place(snapshot: Snapshot) -> tuple[PhaseKind, int | None]:
    """Which phase it is; more time for it, or another level, make no other one."""
    step = None if snapshot.phase is None else snapshot.phase.step
    return reading.kind_of(snapshot), step


def _state(received: Received) -> State:
    second = received.snapshot.second
    return State.UNKNOWN if second is None else second.state


def _height_z(received: Received, now_s: float) -> float | None:
    """How far up the body is, where that is helped with and known as of now, z."""
    snapshot = received.snapshot
    is_helped = (
        reading.feedback(snapshot) is Feedback.FULL
        and reading.kind_of(snapshot) in FOLLOWED_PHASES
        and snapshot.stage in FOLLOWED_STAGES
        and snapshot.ended is None
        and reading.freshness(received, now_s).is_current
    )
    if not is_helped or snapshot.second is None:
        return None
    return snapshot.second.smoothed_z
