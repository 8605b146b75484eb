"""Decides what the coach says, and when: few words, by what the body is doing.

Rules
-----
- With everything shown, a settle speaks of the body. With one calm shape its words only
  say where attention may go, and with nothing shown they are one sentence a phase: in
  neither do they, or when they come, depend on the body.
- A sentence stays long enough to be read and followed. Only a phase that goes on in
  another way, and a body that cannot be read any more, cut in.
- Words are keys here, numbered by how often each was said; the texts belong to the
  display.
"""

from collections import Counter
from dataclasses import dataclass

from biofeed.core.body_reading import NO_STEP_S, BodyReading, BodyState
from biofeed.core.guidance import Prompted
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import Second

INSTRUCTION = "instruction"
"""Key of what the protocol's phase says itself."""

UNKNOWN = "settle.unknown"

STAY_S = 10.0
SETTLE_STAY_S = 12.0
"""How long a sentence stays, s: its 30 words take 8 s to read, and in a settle a breath
more to be followed."""

RENEW_S = 40.0
"""After so long what still holds is said in other words, s."""

OFFER_AT_S = NO_STEP_S + 30
"""How long a body has not moved when an end is offered, s: half a minute after it was
said that it stays, and before a settle's time is over, which is 150 s as a rule. With
one calm shape, how long the settle has gone on, whatever the body."""

STAGES = {Stage.ASKING: "asking", Stage.WAITING: "waiting", Stage.PAUSED: "paused"}
"""What is said whatever the phase."""

STUCK = frozenset({BodyState.STUCK, BodyState.PARTLY_BACK})

RENEWED = frozenset(
    {
        "rest",
        "settle.rising",
        "settle.height",
        "settle.easing",
        "settle.stuck",
        "settle.partly_back",
        "settle.offer_end",
        "settle.offer_stop",
        "sparse.settle",
    }
)
"""What is said in other words while it lasts; a body at its rest needs no new ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """What goes on, as far as the coach asks.

    Attributes
    ----------
    kind, feedback, stage
        What the phase is for, how much is shown in it, what it is doing.
    began_s
        When it began, s.
    has_instruction
        Whether the protocol's phase says something itself.
    ends_by_key
        Whether the person's key ends it.
    """

    kind: PhaseKind
    feedback: Feedback
    stage: Stage
    began_s: float
    has_instruction: bool
    ends_by_key: bool = False


class Coach:
    """Speaks to one person through one session."""

    def __init__(self) -> None:
        self._body = BodyReading()
        self._view: CourseView | None = None
        self._said: Prompted | None = None
        self._times_said: Counter[str] = Counter()

    def step(self, second: Second, view: CourseView) -> Prompted | None:
        """Take a grid second of what goes on; what is said anew, if anything."""
        before, self._view = self._view, view
        begins = before is None or _phase_of(before) != _phase_of(view)
        if begins:
            self._body.let_go()
        body = self._body.read(second)
        key = key_of(
            view,
            body,
            into_s=second.t_s - view.began_s,
            still_s=self._body.still_s,
        )
        said = self._said
        if begins or said is None:
            return self._say(key, second.t_s)
        stood_s = second.t_s - said.t_s
        if key == said.key:
            is_worn = key in RENEWED and stood_s >= RENEW_S
            return self._say(key, second.t_s) if is_worn else None
        cuts_in = before != view or key == UNKNOWN
        return (
            self._say(key, second.t_s) if cuts_in or stood_s >= _stay_s(view) else None
        )

    def _say(self, key: str, t_s: float) -> Prompted:
        self._said = Prompted(t_s=t_s, key=key, variant=self._times_said[key])
        self._times_said[key] += 1
        return self._said


def key_of(view: CourseView, body: BodyState, *, into_s: float, still_s: int) -> str:
    """Return what there is to say, as a key of the texts.

    Parameters
    ----------
    view, body
        What goes on, and what the body is doing.
    into_s
        How long the phase has gone on, s.
    still_s
        How long the body has not moved along its way, s.
    """
    if view.stage in STAGES:
        return STAGES[view.stage]
    if view.kind is PhaseKind.SETTLE and view.feedback is not Feedback.BLIND:
        return _settle_key(view, body, into_s, still_s)
    if view.has_instruction:
        return INSTRUCTION
    return "blind.settle" if view.kind is PhaseKind.SETTLE else view.kind.value


def _settle_key(view: CourseView, body: BodyState, into_s: float, still_s: int) -> str:
    is_full = view.feedback is Feedback.FULL
    if view.stage is Stage.HELD:
        return "settle.held" if is_full else "sparse.held"
    if view.has_instruction and into_s < SETTLE_STAY_S:
        return INSTRUCTION
    return _telling_key(view, body, still_s) if is_full else _sparse_key(view, into_s)


def _telling_key(view: CourseView, body: BodyState, still_s: int) -> str:
    if body in STUCK and still_s >= OFFER_AT_S:
        return "settle.offer_end" if view.ends_by_key else "settle.offer_stop"
    return f"settle.{body.value}"


def _sparse_key(view: CourseView, into_s: float) -> str:
    """Offer an end once, by time alone: whoever is asked to stay knows that much."""
    is_time = OFFER_AT_S <= into_s < OFFER_AT_S + RENEW_S
    return "sparse.offer_end" if is_time and view.ends_by_key else "sparse.settle"


def _phase_of(view: CourseView) -> tuple[PhaseKind, float]:
    return view.kind, view.began_s


def _stay_s(view: CourseView) -> float:
    return SETTLE_STAY_S if view.kind is PhaseKind.SETTLE else STAY_S
