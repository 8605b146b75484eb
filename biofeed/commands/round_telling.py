"""Tells a person, in a terminal, what the rounds of a protocol came to.

Rules
-----
- What was felt and what was measured stand one above the other. Where they differ that
  is one more fact, and neither corrects the other.
- A round that did not settle says what came back. No round is praised.
"""

from collections.abc import Iterable, Iterator

from biofeed.commands.durations import half_life, minutes
from biofeed.core.felt import Difference, differ
from biofeed.core.guidance import Guessed
from biofeed.core.phase import Feedback
from biofeed.core.rounds import LEAST_KNOWN_SHARE, PracticeRound, RoundOutcome
from biofeed.session.practice import Agreement, Practice

SHOWN = {
    Feedback.FULL: "with everything on screen",
    Feedback.SPARSE: "with less on screen",
    Feedback.BLIND: "with nothing on screen",
}

DIFFERENCES = {
    Difference.FELT_MORE: "the body was back, and activation was still felt",
    Difference.FELT_LESS: "little was felt, and the body was still on its way back",
    Difference.FELT_UNSEEN: "it was felt, and the heart showed no clear rise",
}

SURENESS = {1: "a guess", 2: "fairly sure", 3: "certain"}

AT_REST = {
    True: "the body was at rest",
    False: "the body was not at rest",
    None: "the body could not be read just then",
}


def tell_rounds(rounds: Iterable[PracticeRound]) -> Iterator[str]:
    """Tell each round, a line at a time."""
    for one in rounds:
        yield f"  Round {one.number}, {SHOWN[one.feedback]}{_felt(one)}"
        yield f"    {_measured(one)}"
        difference = differ(one)
        if difference is not None:
            yield f"    {DIFFERENCES[difference]}"
        if one.guess is not None:
            yield f"    {_guess(one.guess)}; {AT_REST[one.at_rest]}"


def tell_together(
    practice: Practice, start: int | None, end: int | None
) -> Iterator[str]:
    """Tell what they come to together, and how it felt before and after, 0 to 10."""
    yield f"  {_settled(practice)}"
    if practice.guesses.guessed:
        by_sureness = ", ".join(
            f"{SURENESS[sureness]}: {_of(found)}"
            for sureness, found in practice.guesses_by_sureness.items()
        )
        agreed = _of(practice.guesses)
        yield f"  Guesses that the body agreed with: {agreed} ({by_sureness})."
    if practice.swings.completed:
        yield f"  Swings up and back: {practice.swings.completed}."
    felt = [
        f"{value} at the {when}"
        for value, when in ((start, "start"), (end, "end"))
        if value is not None
    ]
    if felt:
        yield f"  Felt: {', '.join(felt)}."


def _measured(one: PracticeRound) -> str:
    if one.outcome is RoundOutcome.NO_ACTIVATION:
        return "no clear activation seen"
    if one.outcome is RoundOutcome.UNSCORED:
        return (
            "too little of it could be read"
            if one.known_share < LEAST_KNOWN_SHARE
            else "signal too irregular for this exercise"
        )
    height_z = 0.0 if one.episode is None else one.episode.peak_z
    return f"up to {height_z:.1f} times your resting spread, {_way_back(one)}"


def _way_back(one: PracticeRound) -> str:
    match one.outcome:
        case RoundOutcome.SETTLED:
            return f"back at rest{_after_turning(one)}{_halfway(one)}"
        case RoundOutcome.INTERRUPTED:
            return "coming back, then up again"
        case RoundOutcome.LOST:
            return "then the signal was gone"
        case _:
            share = one.came_back_share
            came = (
                "" if share is None else f"; {100.0 * share:.0f} % of it had come back"
            )
            return f"not back at rest by the end of the round{came}"


def _after_turning(one: PracticeRound) -> str:
    time_s = one.settling_time_s
    return "" if time_s is None else f" {minutes(time_s)} after turning"


def _halfway(one: PracticeRound) -> str:
    if one.half_life_s is None or one.episode is None:
        return ""
    return f", halfway in {half_life(one.half_life_s, one.episode.half_life_method)}"


def _felt(one: PracticeRound) -> str:
    words = [
        f"{value} {when}"
        for value, when in (
            (one.felt_after_activation, "after the activation"),
            (one.felt_after_settle, "after settling"),
        )
        if value is not None
    ]
    return f": felt {', '.join(words)}" if words else ""


def _guess(guess: Guessed) -> str:
    believed = "settled" if guess.settled else "not settled"
    return f"guessed {believed} ({SURENESS[guess.sureness]})"


def _settled(practice: Practice) -> str:
    """How many settled of those that were followed, by help."""
    counts = (
        ("with help", practice.settled_with_help, practice.followed_with_help),
        ("without help", practice.settled_without_help, practice.followed_without_help),
    )
    told = [
        f"{how}: {settled} of {followed}"
        for how, settled, followed in counts
        if followed
    ]
    if not told:
        return "No activation was followed to its end."
    return f"Settled {', '.join(told)}. Left unresolved: {practice.unresolved}."


def _of(found: Agreement) -> str:
    return f"{found.agreeing} of {found.guessed}"
