"""Every sentence of where a training begins and ends on screen.

Rules
-----
- As in ``biofeed.display.words``: what the body did, and what it did next.
- What was felt and what was measured are told as two facts. Neither corrects the other.
- What belongs to a clinician is named as in ``biofeed.session.screening``, word by
  word: the tests compare the two.
"""

from biofeed.core.felt import Difference
from biofeed.core.phase import Feedback
from biofeed.core.rounds import RoundOutcome
from biofeed.display.translated import tr
from biofeed.display.words import Sentence

TRAINING = tr("Training")
OWN_FILE = tr("A file of your own")
OWN_FILE_PROMPT = tr("Path of a training")
OWN_FILE_TITLE = tr("A training")
OWN_FILE_HELP = tr("A training is a file that ends in .toml.")
OWN_FILES = tr("Trainings (*.toml)")
LENGTH = tr("Up to {minutes} min")
ONE_ROUND = tr("one round")
SOME_ROUNDS = tr("{count} rounds")
COUNTS = (
    tr("no", "no rounds"),
    tr("one"),
    tr("two"),
    tr("three"),
    tr("four"),
    tr("five"),
    tr("six"),
)

SCREENING = Sentence(
    head=tr("Before you go on."),
    detail=tr(
        "This training asks your body to rise for a short while. "
        "Does one of these apply to you, or might it?"
    ),
)
CONDITION = "–  {condition}"
CONDITIONS = (
    tr("an irregular heart rhythm, or a device for the heart"),
    tr("fainting"),
    tr("epilepsy"),
    tr("a pregnancy"),
    tr("panic attacks"),
    tr("medicines that were changed lately"),
    tr("low blood pressure"),
    tr("a kidney disease, or diabetes"),
)
SCREENING_KEPT = tr("Only your answer is kept, never which.")
NONE_OF_THESE = tr("None of these")
ONE_OR_MORE = tr("One or more")
SPEAK_FIRST = Sentence(
    head=tr("Speak with your clinician before going on."),
    detail=tr(
        "Open practice is there for you in the meantime: your rest, and following "
        "your body, with nothing that asks it to rise."
    ),
)
OPEN_PRACTICE = tr("Open practice")
CLINICIAN_AGREED = tr("My clinician has agreed")
REASON = tr("What was agreed")
REASON_PROMPT = tr("In a few words: this is kept")
LONGEST_REASON = 200
BACK = tr("Back")

ROUND = tr("Round {number}")
PLACE = tr("Round {number} of {count}, {shown}.")
SHOWN = {
    Feedback.FULL: tr("with everything on screen"),
    Feedback.SPARSE: tr("with less on screen"),
    Feedback.BLIND: tr("with nothing on screen"),
}

COLUMNS = (
    tr("round"),
    tr("on screen"),
    tr("felt"),
    tr("measured"),
    tr("halfway"),
    tr("your guess"),
)
SHOWN_SHORT = {
    Feedback.FULL: tr("everything"),
    Feedback.SPARSE: tr("less"),
    Feedback.BLIND: tr("nothing"),
}
FELT = "{risen} → {after}"
FELT_READ = tr("{risen} after the activation, {after} after settling")
NOT_SAID = "–"
NOT_SAID_READ = tr("not said")
TABLE = tr("the rounds: what was felt, and what was measured")
ROUND_KEYS = tr("Up and down show another round.")

MEASURED = {
    RoundOutcome.SETTLED: tr("back at rest after {time}"),
    RoundOutcome.UNRESOLVED: tr("{share} % had come back"),
    RoundOutcome.INTERRUPTED: tr("coming back, and rose again"),
    RoundOutcome.LOST: tr("the signal was gone"),
    RoundOutcome.NO_ACTIVATION: tr("no clear activation seen"),
    RoundOutcome.UNSCORED: tr("too little could be read"),
}
MEASURED_WITHOUT_TIME = tr("back at rest")
MEASURED_WITHOUT_SHARE = tr("part of the way back")
HEADS = {
    RoundOutcome.SETTLED: tr("It rose, and it came back."),
    RoundOutcome.UNRESOLVED: tr("It rose, and part of the way came back."),
    RoundOutcome.INTERRUPTED: tr("It rose, it was coming back, and it rose again."),
    RoundOutcome.LOST: tr("It rose. Then the signal was gone."),
    RoundOutcome.NO_ACTIVATION: tr("No clear activation seen."),
    RoundOutcome.UNSCORED: tr("Too little of this round could be read."),
}
STILL_UP = tr("It rose, and was still up at the end of the round.")
BACK_LATER = tr("It was back at rest later, {time} after it turned.")

DIFFERENCES = {
    Difference.FELT_MORE: tr("Your body was back at rest; it still felt like {felt}."),
    Difference.FELT_LESS: tr(
        "It felt like {felt}; the body was still on its way back."
    ),
    Difference.FELT_UNSEEN: tr("It felt like {felt}; the heart showed no clear rise."),
}
GUESSES = {True: tr("settled"), False: tr("not settled")}
SURENESS = {1: tr("a guess"), 2: tr("fairly sure"), 3: tr("certain")}
GUESS = "{guess}, {sureness}"
GUESSED_AND_BODY = {
    (True, True): tr("You guessed settled, and it was."),
    (True, False): tr("You guessed settled; the body was not at rest yet."),
    (False, True): tr("You guessed not settled; the body was at rest."),
    (False, False): tr("You guessed not settled, and the body was not at rest yet."),
}
"""By what was guessed, and by whether the body was at rest."""
GUESSED_UNREAD = tr("You guessed {guess}. The body could not be read just then.")


RATED = tr("It felt like {start} at the start, and like {end} at the end.")
RATED_START = tr("It felt like {start} at the start.")
RATED_END = tr("It felt like {end} at the end.")
TRANSFER = tr(
    "With nothing on screen it was back at rest after {time}; in the rounds with "
    "help, after {trained}."
)
TRANSFER_NOT_BACK = tr(
    "With help it was back at rest after {trained}. This time it was still on its way."
)
BEGAN = tr("began")
LET_GO = tr("let go")
