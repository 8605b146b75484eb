"""Training protocols that hypothesis makes up, and what people do in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from biofeed.core.events import Action, Command, Event, Role
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.core.safety import ACTIVATIONS
from biofeed.core.settings import EngineSettings
from tests.property.streams import KNOWN_REST, SCENES, SEARCHED_REST, strung

TIME, KEY = ExitRule.TIME, ExitRule.KEY

ARRIVE = ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(KEY,))


def _timed(kind: PhaseKind, longest_s: float, *ends: ExitRule) -> ProtocolPhase:
    return ProtocolPhase(kind=kind, ends=(*ends, TIME), longest_s=longest_s)


def _settle(
    feedback: Feedback, longest_s: float, shortest_s: float, ends: tuple[ExitRule, ...]
) -> ProtocolPhase:
    is_blind = feedback is Feedback.BLIND
    ends = tuple(end for end in ends if not (is_blind and end is ExitRule.SETTLED))
    return ProtocolPhase(
        kind=PhaseKind.SETTLE,
        ends=(*ends, TIME),
        shortest_s=min(shortest_s, longest_s),
        longest_s=longest_s,
        feedback=feedback,
    )


def _activation(
    kind: ActivationKind, longest_s: float, ceiling_z: float
) -> ProtocolPhase:
    return ProtocolPhase(
        kind=PhaseKind.ACTIVATE,
        ends=(TIME, KEY),
        longest_s=min(longest_s, ACTIVATIONS[kind].longest_s),
        activation=kind,
        ceiling_z=ceiling_z,
    )


def _joined(
    calibrate_s: float,
    begins: tuple[ProtocolPhase, ...],
    rounds: Sequence[tuple[ProtocolPhase, ...]],
    closes: ProtocolPhase | None,
    longest_s: float,
    *,
    asks_ratings: bool,
) -> TrainingProtocol:
    """Join the parts, count the rounds, and let the last phase end as it has to."""
    calibrate = _timed(PhaseKind.CALIBRATE, calibrate_s, ExitRule.BASELINE)
    phases = [ARRIVE, calibrate, *begins]
    for number, parts in enumerate(rounds, start=1):
        phases += [
            replace(part, round=number) if index < 2 else part
            for index, part in enumerate(parts)
        ]
    if closes is not None:
        phases.append(closes)
    else:
        last = replace(phases[-1], ends=(ExitRule.STOP,), longest_s=None)
        phases[-1] = replace(last, shortest_s=0.0)
    return TrainingProtocol(
        name="drawn",
        title="Drawn",
        summary="",
        phases=tuple(phases),
        longest_s=longest_s,
        asks_ratings=asks_ratings,
    )


_lengths_s = st.integers(5, 240).map(float)
_settles = st.builds(
    _settle,
    st.sampled_from(Feedback),
    # Long enough for the rest that any activation asks for.
    st.integers(120, 240).map(float),
    st.integers(0, 60).map(float),
    st.sampled_from([(), (KEY,), (ExitRule.SETTLED,), (ExitRule.SETTLED, KEY)]),
)
_between = st.sampled_from([REST := PhaseKind.REST, PROBE := PhaseKind.PROBE])
_afterwards = st.one_of(
    st.just(()),
    st.builds(_timed, _between, _lengths_s).map(lambda phase: (phase,)),
    st.tuples(
        st.builds(_timed, st.just(PROBE), _lengths_s, st.just(KEY)),
        st.builds(_timed, st.just(REST), _lengths_s),
    ),
)
_rounds = st.builds(
    lambda activation, settle, after: (activation, settle, *after),
    st.builds(
        _activation,
        st.sampled_from(ActivationKind),
        st.integers(5, 120).map(float),
        st.floats(3.0, 15.0),
    ),
    _settles,
    _afterwards,
)
_begins = (
    st.just(()) | _afterwards | st.builds(lambda s, a: (s, *a), _settles, _afterwards)
)
PROTOCOLS = st.builds(
    _joined,
    st.integers(30, 480).map(float),
    _begins,
    st.lists(_rounds, max_size=4),
    st.none() | st.builds(_timed, st.just(PhaseKind.CLOSE), _lengths_s, st.just(KEY)),
    st.just(1800.0) | st.integers(60, 1800).map(float),
    asks_ratings=st.booleans(),
).filter(lambda protocol: not problems_of(protocol))
"""Any that may be practised, and that ends by itself."""

DOSES_S = st.just(0.0) | st.sampled_from(
    [300.0, 480.5, 560.25, 584.9, 590.0, 600.0, 1e4]
)
"""Had today already, s."""

ACTIONS = tuple(action for action in Action if action is not Action.STOP)
WORDS = ("", "settled", "not_settled", "full", "sparse", "blind", "nonsense")
NUMBERS = (
    None,
    -1.0,
    0.0,
    0.5,
    1.0,
    2.0,
    3.0,
    6.0,
    10.0,
    60.0,
    300.0,
    1e300,
    float("inf"),
    float("nan"),
)
"""What may be said with an action: what fits it, and what does not."""

NONSENSE = st.builds(
    Command,
    t_s=st.floats(0.0, 0.9),
    action=st.sampled_from(ACTIONS),
    role=st.sampled_from([Role.CLIENT, Role.CLINICIAN]),
    text=st.sampled_from(WORDS),
    value=st.sampled_from(NUMBERS),
)
_SENSE = (
    (Action.START, Role.CLIENT, "", None),
    (Action.DONE, Role.CLIENT, "", None),
    (Action.RATE, Role.CLIENT, "", 3.0),
    (Action.GUESS, Role.CLIENT, "settled", 2.0),
    (Action.SKIP, Role.CLIENT, "", None),
    (Action.HOLD, Role.CLIENT, "", None),
    (Action.RESUME, Role.CLIENT, "", None),
    (Action.RECALIBRATE, Role.CLIENT, "", None),
    (Action.ADVANCE, Role.CLINICIAN, "", None),
    (Action.EXTEND, Role.CLINICIAN, "", 60.0),
    (Action.FEEDBACK, Role.CLINICIAN, "blind", None),
    (Action.CEILING, Role.CLINICIAN, "", 5.0),
)
COMMANDS = NONSENSE | st.builds(
    lambda after_s, does: Command(
        t_s=after_s, action=does[0], role=does[1], text=does[2], value=does[3]
    ),
    st.floats(0.0, 0.9),
    st.sampled_from(_SENSE),
)
"""Anything but a stop, by anybody, so long after a second."""


def anybody(
    chance: Random, start_s: float, end_s: float, epoch: int
) -> Iterator[Event]:
    """Client and clinician do whatever comes to their mind, sense or not."""
    for share in sorted(chance.random() for _ in range(chance.randint(1, 8))):
        yield Command(
            t_s=start_s + share * (end_s - start_s),
            action=chance.choice(ACTIONS),
            role=chance.choice([Role.CLIENT, Role.CLINICIAN]),
            text=chance.choice(WORDS),
            value=chance.choice(NUMBERS),
        )


TRAINED_SESSIONS = st.builds(
    strung,
    st.lists(
        st.tuples(st.sampled_from((*SCENES, anybody, anybody)), st.integers(1, 150)),
        min_size=3,
        max_size=9,
    ),
    st.integers(0, 2**32),
)
"""Up to twenty minutes of a strap's life, and of people who do anything."""

TRAINED = st.builds(
    lambda how, protocol, taken_s: replace(
        how, protocol=protocol, dose_taken_s=taken_s
    ),
    st.sampled_from([KNOWN_REST, SEARCHED_REST, EngineSettings(waits_for_start=True)]),
    PROTOCOLS,
    DOSES_S,
)
"""Settings of a session that follows a protocol."""
