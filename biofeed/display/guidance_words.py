"""Words of a training session: its questions, the reveal, its keys.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
- A question has no right answer; what was guessed is told beside what was measured.
"""

from biofeed.core.guidance import Asked
from biofeed.core.phase import PhaseKind
from biofeed.core.values import State
from biofeed.display.translated import tr
from biofeed.display.words import Sentence

RATING = tr("How stirred up do you feel, 0 to 10?")
RATING_ENDS = tr("0 is not at all, 10 as much as ever.")
RATING_NAME = tr("{value} of 10")
RATING_NAMES = {0: tr("0 of 10, not at all"), 10: tr("10 of 10, as much as ever")}
GUESS = tr("Do you feel settled?")
GUESSES = {True: tr("settled"), False: tr("not settled")}
QUESTIONS = {Asked.RATING: RATING, Asked.GUESS: GUESS}
SURENESS = tr("How sure are you?")
SURENESSES = {1: tr("a guess"), 2: tr("fairly sure"), 3: tr("certain")}
SKIP = tr("skip")
ANSWER_NAME = tr("{meaning}, key {key}")
RATED = tr("Noted: {value} of 10.")
GUESSED = tr("Noted: {guess}, {sureness}.")
SKIPPED = tr("Left open.")

REVEALS = {
    (True, True): tr("You felt settled; your body was back at rest."),
    (True, False): tr("You felt settled; your body was not back at rest yet."),
    (False, True): tr("You felt not settled; your body was back at rest."),
    (False, False): tr("You felt not settled; your body was not back at rest yet."),
}
"""By what was felt, and by what was measured."""
REVEALS_UNASKED = {
    True: tr("Your body was back at rest."),
    False: tr("Your body was not back at rest yet."),
}
REVEAL_UNKNOWN = Sentence(
    head=tr("This could not be read this time."),
    detail=tr("Too few heartbeats were clear at the end of the round."),
)
FELT_OTHERWISE = tr("What is felt and what is measured need not be the same.")

ROUND_OF = tr("round {number} of {count}")

SHAPE = tr("a shape over your rest")
SHAPE_PLACES = {
    State.UNUSUALLY_LOW: tr("below it"),
    State.SETTLED: tr("on it"),
    State.ABOVE_REST: tr("a little above it"),
    State.COMING_BACK: tr("above it, and lower than it was"),
    State.ACTIVATED: tr("high above it"),
}

ENOUGH = tr("enough")
GO_ON = tr("go on")
STAY_HERE = tr("stay here")
STAYING = tr("Staying here. Enter goes on.")
MARK = ("M", tr("mark"))
URGE = ("U", tr("urge"))
PACER = ("P", tr("pacer"))
STOP = ("Esc", tr("stop"))
STAY = ("L", STAY_HERE)
GO_ON_WORDS = {PhaseKind.ACTIVATE: ENOUGH}
"""What Enter does in a phase that the person ends, where it is not going on."""
