"""Words of a training session: its questions, the reveal, its keys.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
- A question has no right answer; what was guessed is told beside what was measured.
"""

from biofeed.core.guidance import Asked
from biofeed.core.phase import PhaseKind
from biofeed.core.values import State
from biofeed.display.words import Sentence

RATING = "How stirred up do you feel, 0 to 10?"
RATING_ENDS = "0 is not at all, 10 as much as ever."
RATING_NAME = "{value} of 10"
RATING_NAMES = {0: "0 of 10, not at all", 10: "10 of 10, as much as ever"}
GUESS = "Do you feel settled?"
GUESSES = {True: "settled", False: "not settled"}
QUESTIONS = {Asked.RATING: RATING, Asked.GUESS: GUESS}
SURENESS = "How sure are you?"
SURENESSES = {1: "a guess", 2: "fairly sure", 3: "certain"}
SKIP = "skip"
ANSWER_NAME = "{meaning}, key {key}"
RATED = "Noted: {value} of 10."
GUESSED = "Noted: {guess}, {sureness}."
SKIPPED = "Left open."

REVEALS = {
    (True, True): "You felt settled; your body was back at rest.",
    (True, False): "You felt settled; your body was not back at rest yet.",
    (False, True): "You felt not settled; your body was back at rest.",
    (False, False): "You felt not settled; your body was not back at rest yet.",
}
"""By what was felt, and by what was measured."""
REVEALS_UNASKED = {
    True: "Your body was back at rest.",
    False: "Your body was not back at rest yet.",
}
REVEAL_UNKNOWN = Sentence(
    head="This could not be read this time.",
    detail="Too few heartbeats were clear at the end of the round.",
)
FELT_OTHERWISE = "What is felt and what is measured need not be the same."

ROUND_OF = "round {number} of {count}"

SHAPE = "a shape over your rest"
SHAPE_PLACES = {
    State.UNUSUALLY_LOW: "below it",
    State.SETTLED: "on it",
    State.ABOVE_REST: "a little above it",
    State.COMING_BACK: "above it, and lower than it was",
    State.ACTIVATED: "high above it",
}

ENOUGH = "enough"
GO_ON = "go on"
STAY_HERE = "stay here"
STAYING = "Staying here. Enter goes on."
MARK = ("M", "mark")
URGE = ("U", "urge")
PACER = ("P", "pacer")
STOP = ("Esc", "stop")
STAY = ("L", STAY_HERE)
GO_ON_WORDS = {PhaseKind.ACTIVATE: ENOUGH}
"""What Enter does in a phase that the person ends, where it is not going on."""
