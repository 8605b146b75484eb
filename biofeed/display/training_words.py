"""Every sentence of where a training begins and ends on screen.

Rules
-----
- As in ``biofeed.display.words``: what the body did, and what it did next.
- What was felt and what was measured are told as two facts. Neither corrects the other.
- What belongs to a clinician is named by ``biofeed.session.screening`` alone.
"""

from biofeed.core.felt import Difference
from biofeed.core.phase import Feedback
from biofeed.core.rounds import RoundOutcome
from biofeed.display.words import Sentence
from biofeed.session.screening import QUESTION

TRAINING = "Training"
OWN_FILE = "A file of your own"
OWN_FILE_PROMPT = "Path of a training"
OWN_FILE_TITLE = "A training"
OWN_FILE_HELP = "A training is a file that ends in .toml."
OWN_FILES = "Trainings (*.toml)"
LENGTH = "Up to {minutes} min"
LENGTH_OPEN = "It has no end of its own."
ONE_ROUND = "one round"
SOME_ROUNDS = "{count} rounds"
COUNTS = ("no", "one", "two", "three", "four", "five", "six")

SCREENING = Sentence(
    head="Before you go on.",
    detail=f"This training asks your body to rise for a short while. {QUESTION}",
)
CONDITION = "–  {condition}"
SCREENING_KEPT = "Only your answer is kept, never which."
NONE_OF_THESE = "None of these"
ONE_OR_MORE = "One or more"
SPEAK_FIRST = Sentence(
    head="Speak with your clinician before going on.",
    detail="Open practice is there for you in the meantime: your rest, and following "
    "your body, with nothing that asks it to rise.",
)
OPEN_PRACTICE = "Open practice"
CLINICIAN_AGREED = "My clinician has agreed"
REASON = "What was agreed"
REASON_PROMPT = "In a few words: this is kept"
LONGEST_REASON = 200
BACK = "Back"

ROUND = "Round {number}"
PLACE = "Round {number} of {count}, {shown}."
SHOWN = {
    Feedback.FULL: "with everything on screen",
    Feedback.SPARSE: "with less on screen",
    Feedback.BLIND: "with nothing on screen",
}

COLUMNS = ("round", "on screen", "felt", "measured", "halfway", "your guess")
SHOWN_SHORT = {
    Feedback.FULL: "everything",
    Feedback.SPARSE: "less",
    Feedback.BLIND: "nothing",
}
FELT = "{risen} → {after}"
FELT_READ = "{risen} after the activation, {after} after settling"
NOT_SAID = "–"
NOT_SAID_READ = "not said"
TABLE = "the rounds: what was felt, and what was measured"
ROUND_KEYS = "Up and down show another round."

MEASURED = {
    RoundOutcome.SETTLED: "back at rest after {time}",
    RoundOutcome.UNRESOLVED: "{share} % had come back",
    RoundOutcome.INTERRUPTED: "coming back, and rose again",
    RoundOutcome.LOST: "the signal was gone",
    RoundOutcome.NO_ACTIVATION: "no clear activation seen",
    RoundOutcome.UNSCORED: "too little could be read",
}
MEASURED_WITHOUT_TIME = "back at rest"
MEASURED_WITHOUT_SHARE = "part of the way back"
HEADS = {
    RoundOutcome.SETTLED: "It rose, and it came back.",
    RoundOutcome.UNRESOLVED: "It rose, and part of the way came back.",
    RoundOutcome.INTERRUPTED: "It rose, it was coming back, and it rose again.",
    RoundOutcome.LOST: "It rose. Then the signal was gone.",
    RoundOutcome.NO_ACTIVATION: "No clear activation seen.",
    RoundOutcome.UNSCORED: "Too little of this round could be read.",
}
STILL_UP = "It rose, and was still up at the end of the round."
BACK_LATER = "It was back at rest later, {time} after it turned."

DIFFERENCES = {
    Difference.FELT_MORE: "Your body was back at rest; it still felt like {felt}.",
    Difference.FELT_LESS: "It felt like {felt}; the body was still on its way back.",
    Difference.FELT_UNSEEN: "It felt like {felt}; the heart showed no clear rise.",
}
GUESSES = {True: "settled", False: "not settled"}
SURENESS = {1: "a guess", 2: "fairly sure", 3: "certain"}
GUESS = "{guess}, {sureness}"
GUESSED_AND_BODY = {
    (True, True): "You guessed settled, and it was.",
    (True, False): "You guessed settled; the body was not at rest yet.",
    (False, True): "You guessed not settled; the body was at rest.",
    (False, False): "You guessed not settled, and the body was not at rest yet.",
}
"""By what was guessed, and by whether the body was at rest."""
GUESSED_UNREAD = "You guessed {guess}. The body could not be read just then."


RATED = "It felt like {start} at the start, and like {end} at the end."
RATED_START = "It felt like {start} at the start."
RATED_END = "It felt like {end} at the end."
TRANSFER = (
    "With nothing on screen it was back at rest after {time}; in the rounds with "
    "help, after {trained}."
)
TRANSFER_NOT_BACK = (
    "With help it was back at rest after {trained}. This time it was still on its way."
)
BEGAN = "began"
LET_GO = "let go"
