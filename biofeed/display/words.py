"""Every sentence a person reads on screen, in one place.

Rules
-----
- Say what the body did and what it did next. No diagnosis, no alarm, no shame, no
  praise for a number, no reassurance; the tests hold a list of words that stay out.
- Few words, one thing at a time: a head for a glance, a detail for who wants it.
- Every member of an enumeration that can reach the screen has its words here.
"""

from dataclasses import dataclass

from biofeed.core.episode import Outcome
from biofeed.core.phase import PhaseKind
from biofeed.core.values import Quality, State, Unknown
from biofeed.display.start_choice import SourceKind
from biofeed.display.theme import Motion, ThemeChoice
from biofeed.session.snapshot import RecordingState
from calibration.baseline import Reason
from devices.source import LinkReason, LinkState

PROGRAM = "biofeed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the screen says now: a head, and a detail beneath it."""

    head: str
    detail: str = ""


PHASES = {
    PhaseKind.ARRIVE: "arrive",
    PhaseKind.CALIBRATE: "learn your rest",
    PhaseKind.ACTIVATE: "rise",
    PhaseKind.SETTLE: "settle",
    PhaseKind.REST: "rest",
    PhaseKind.PROBE: "on your own",
    PhaseKind.CLOSE: "close",
}

STATES = {
    State.CALIBRATING: "learning your rest",
    State.SETTLED: "at your rest",
    State.ABOVE_REST: "a little above rest",
    State.ACTIVATED: "activated",
    State.COMING_BACK: "coming back",
    State.UNUSUALLY_LOW: "an unusual drop",
    State.UNKNOWN: "not known",
}

STATE_SENTENCES = {
    State.CALIBRATING: Sentence(head="Learning your rest."),
    State.SETTLED: Sentence(
        head="At your rest.", detail="There is nothing to reach. This is the place."
    ),
    State.ABOVE_REST: Sentence(
        head="A little above your rest.",
        detail="Bodies move up and down all the time.",
    ),
    State.ACTIVATED: Sentence(
        head="Activation is up.", detail="Nothing needs to be done about it."
    ),
    State.COMING_BACK: Sentence(
        head="It is coming back.", detail="Let the out-breath take its time."
    ),
    State.UNUSUALLY_LOW: Sentence(
        head="An unusual drop.",
        detail="Well below your rest. It is not counted as settling.",
    ),
    State.UNKNOWN: Sentence(head="Not known right now."),
}

ACTIVATE_SENTENCE = Sentence(
    head="Let it rise.", detail="Only as far as you choose. Esc stops at any moment."
)

CLOSE_SENTENCE = Sentence(head="That is all for today.", detail="Take a moment.")

ARRIVE_SENTENCE = Sentence(
    head="Sit down, and arrive.", detail="Press Enter when you would like to begin."
)

QUIET_SENTENCES = {
    PhaseKind.ARRIVE: ARRIVE_SENTENCE,
    PhaseKind.CALIBRATE: Sentence(head="Sit quietly for a while."),
    PhaseKind.ACTIVATE: ACTIVATE_SENTENCE,
    PhaseKind.SETTLE: Sentence(head="Notice where your body meets the chair."),
    PhaseKind.REST: Sentence(head="Rest for a while."),
    PhaseKind.PROBE: Sentence(head="This round is yours. The screen stays quiet."),
    PhaseKind.CLOSE: CLOSE_SENTENCE,
}
"""Before the coach's first word: they do not give the state away."""

UNKNOWNS = {
    Unknown.NO_BEATS_YET: Sentence(
        head="Waiting for the first heartbeats.",
        detail="A strap needs moist electrodes, and a few seconds on the skin.",
    ),
    Unknown.NO_SIGNAL: Sentence(
        head="No heartbeats are arriving.",
        detail="The trace goes on as soon as they do.",
    ),
    Unknown.NO_CONTACT: Sentence(
        head="The strap does not feel your skin.",
        detail="Wet the electrodes, and pull the strap a little tighter.",
    ),
    Unknown.POOR_SIGNAL: Sentence(
        head="Too many heartbeats are unclear to read.",
        detail="Sitting still helps, and so do moist electrodes.",
    ),
    Unknown.NOT_ENOUGH_BEATS: Sentence(
        head="Gathering heartbeats.",
        detail="Half a minute of them is needed to read anything.",
    ),
    Unknown.NO_BASELINE_YET: Sentence(
        head="Your rest is not learned yet.",
        detail="Without it there is nothing to compare with.",
    ),
}

UNKNOWN_TIPS = {
    Unknown.NO_BEATS_YET: "no heartbeats yet",
    Unknown.NO_SIGNAL: "no heartbeats",
    Unknown.NO_CONTACT: "no skin contact",
    Unknown.POOR_SIGNAL: "signal unclear",
    Unknown.NOT_ENOUGH_BEATS: "gathering heartbeats",
    Unknown.NO_BASELINE_YET: "rest not learned yet",
}

LINKS = {
    LinkState.SEARCHING: Sentence(
        head="Looking for your strap.",
        detail="Wear it, wet the electrodes, and close other apps that use it.",
    ),
    LinkState.CONNECTING: Sentence(head="Connecting to your strap."),
    LinkState.LIVE: Sentence(head="The strap is connected."),
    LinkState.STALE: Sentence(
        head="The strap has gone quiet.",
        detail="The trace goes on as soon as heartbeats arrive.",
    ),
    LinkState.LOST: Sentence(
        head="The connection to the strap is gone.",
        detail="It is being looked for. The trace goes on when it is back.",
    ),
    LinkState.CLOSED: Sentence(head="The strap is let go."),
}

STRAP_LOST = Sentence(
    head="The strap is lost. Have a look at it.",
    detail="Is it worn, moist, near, and free of other apps? "
    "It is looked for as long as you wait.",
)
BATTERY_WAS_LOW = "Its battery was at {pct} %: it may be empty."
WITHOUT_STRAP = Sentence(
    head="On without the strap.",
    detail="It is still being looked for. The trace goes on when it is back.",
)

LINK_REASONS = {
    LinkReason.NOT_FOUND: "No strap answers yet. Wear it, and wet the electrodes.",
    LinkReason.NO_ADAPTER: "This computer has no Bluetooth that can be used.",
    LinkReason.POWERED_OFF: "Bluetooth is off on this computer. Turn it on.",
    LinkReason.PERMISSION: "This computer does not let the program use Bluetooth. "
    "Allow it in the system's privacy settings.",
    LinkReason.SILENT: "It is connected, and sends nothing. Check that it is worn.",
    LinkReason.DROPPED: "It is being looked for. The trace goes on when it is back.",
    LinkReason.REFUSED: "It does not accept the connection. Another app or a watch "
    "may hold it: close that one.",
    LinkReason.TIMED_OUT: "It did not answer in time, and is tried again. If that "
    "goes on, switch Bluetooth off and on.",
    LinkReason.SUSPENDED: "The computer was asleep. The strap is being looked for.",
    LinkReason.OTHER_DEVICE: "Another strap answered. This session stays with yours.",
    LinkReason.UNSUPPORTED: "This device does not offer the Heart Rate Service.",
    LinkReason.FAILED: "The connection broke off, and is tried again.",
}

DISTURBANCES = {
    Reason.TOO_SHORT: "A little longer is needed.",
    Reason.TOO_MANY_ARTEFACTS: "Too many heartbeats are unclear. "
    "Moist electrodes and sitting still help.",
    Reason.SOME_ARTEFACTS: "A few heartbeats are unclear. Sitting still helps.",
    Reason.GAP: "Heartbeats were missing for a moment. It goes on by itself.",
    Reason.HEART_RATE_DRIFTS: "Your heart rate is still on its way. Give it time.",
    Reason.HEART_RATE_UNSTEADY: "Your heart rate moves a lot. "
    "Sit comfortably, and let your hands rest.",
    Reason.SLOW_BREATHING: "You breathe slowly just now. "
    "Your everyday breath is what is wanted here.",
    Reason.IRREGULAR_RHYTHM: "The rhythm varies too much for variability to be read. "
    "Heart rate alone is used.",
    Reason.FAR_FROM_HISTORY: "This rest is far from your earlier ones.",
    Reason.NO_VARIABILITY: "Variability cannot be read. Heart rate alone is used.",
}

QUALITIES = {
    Quality.GOOD: "signal good",
    Quality.FAIR: "signal fair",
    Quality.POOR: "signal unclear",
    Quality.NONE: "no signal",
}

HEART_RATE = "{bpm} bpm"
BATTERY = "battery {pct} %"
SPEED = "{speed:g} times as fast"
CURRENT = "●"
OLD = "○"
BETWEEN = "  ·  "
NO_BEAT = "no heartbeat yet"
BEAT_NOW = "last beat just now"
BEAT_AGE = "last beat {age}"

RECORDINGS = {
    RecordingState.OFF: "not recorded",
    RecordingState.SAVED: "",
    RecordingState.HELD_IN_MEMORY: "kept in memory",
}

NOTICES = {
    "heart_rate_pause": "Your heart is faster than this exercise is made for. Sit, "
    "and let it be.",
    "heart_rate_stop": "The exercise stops here: the heart rate was outside what it "
    "is made for.",
    "battery_low": "The strap's battery is at {detail} %. Have a new one at hand.",
    "disk_nearly_full": "The disk is nearly full. This session still fits.",
    "heart_rate_jump": "The strap's heart rate leapt: it is left out for half "
    "a minute.",
    "signal_irregular": "The signal is too irregular for this exercise: this round is "
    "not measured.",
    "rest_not_learned": "Your rest could not be learned this time. The session closes.",
    "not_back_yet": "Your heart takes its time. No other rise is asked of it today.",
    "dose_is_reached": "That is enough of rising for today. The session closes.",
    "ceiling_reached": "That is far enough. Now the way back.",
    "cannot_follow": "The strap cannot be read. Now the way back.",
    "first_session": "A first session is short: ten minutes at most.",
    "owed_settle": "The last session broke off in the middle: first, a settle.",
    "less_help": "Less is shown than at first: your body came back without it.",
    "no_help": "Nothing is shown while you settle: your body came back with less.",
    "not_allowed": "That is not possible just now.",
}
"""What is said once, when it begins, by its code. What lasts is said by the trace; what
concerns numbers that are not on this screen is left to the report."""
HELD_IN_MEMORY = "The disk is full or away: make room. The session goes on."
HELD_AT_THE_END = (
    "Its last part is not on disk yet: make room, and leave this open for a minute."
)

SLOW_BREATHING = "Slow breathing: heart rate alone is read."
UNEVEN_RHYTHM = "Uneven rhythm: heart rate alone is read."
MOVEMENT_LIKE = "This looks like movement."
HEART_RATE_ONLY = "The strap sends heart rate only: no variability."
FILLER = "The strap's intervals are no heart's: heart rate only, no variability."

PHASES_SO_FAR = "phases of this session"
WHOLE_SESSION = "the whole session"
TRACE = "activation, relative to your own rest"
SIGNAL = "signal"
YOUR_REST = "your rest"
NOW = "now"
WAITING = Sentence(head="One moment.", detail="The session is being prepared.")
STALE_SCREEN = Sentence(
    head="Nothing new is arriving.", detail="What you see is from a moment ago."
)
VIEW_FAILED = Sentence(
    head="This view cannot be drawn.",
    detail="The session goes on and is recorded. Esc stops it, as always.",
)
CALIBRATION_WAIT = Sentence(
    head="Sit quietly for a moment.", detail="Learning your rest begins in {left}."
)
CALIBRATION_LEFT = "{left} to go. Just sit; nothing else is asked."
CALIBRATION_REFUSED = "No rest could be read yet."
CALIBRATION_GOES_ON = "{why} Learning goes on; R begins it anew."

PACER = "breathing pacer"
BREATHE_IN = "in"
BREATHE_OUT = "out"
BREATHE_GENTLY = "Small, soft breaths. Light-headed? Leave the pacer."
PACER_LATER = "The pacer comes once your rest is learned."
NO_PACER = "There will be no pacer."
PACER_KEYS = "Arrow keys up and down change its pace."
PACE = "Pacer: {pace:g} breaths a minute."
PACE_LATER = "Pacer: {pace:g} breaths a minute. P shows it."
HEART_RATE_SHOWN = "The heart rate is shown."
HEART_RATE_HIDDEN = "The heart rate is hidden."
LEARN_ANEW_ASKED = "Press R again to learn your rest anew: three quiet minutes."
LEARN_ANEW_BEGUN = "Your rest is learned anew."
LEARN_ANEW_UNDER_WAY = "Your rest is being learned."

KEYS_WAITING = (
    ("Enter", "begin"),
    ("P", "pacer"),
    ("H", "heart rate"),
    ("Esc", "stop"),
)
KEYS_RUNNING = (
    ("Esc", "stop"),
    ("M", "mark"),
    ("U", "urge"),
    ("P", "pacer"),
    ("H", "heart rate"),
)
KEYS_LEARNED = (*KEYS_RUNNING, ("R", "rest anew"))
KEYS_LOST = (("W", "wait"), ("G", "go on without it"), ("Esc", "end"))
STOP = "Stop"
MARKED = "Marked. Shift+M marks with a word."
MARKED_WORD = "Marked: {word}"
LONGEST_MARK = 80
MARK_PROMPT = "A word for this moment, then Enter"
URGE_CAME = "Noted: an urge came. U again when it has passed."
URGE_PASSED = "Noted: it has passed."

STOPPED = Sentence(head="Stopped.", detail="Nothing is asked of you now.")
GROUNDING = (
    "Feel your feet on the floor.",
    "Look around, and find three things you can see.",
    "Let your breath do what it does.",
)
GO_ON = "Go on"
CLOSE_WINDOW = "Close"

ARCS = {
    Outcome.SETTLED: "It rose, and it came back.",
    Outcome.INTERRUPTED: "It rose, it was coming back, and it rose again.",
    Outcome.UNRESOLVED: "It rose, and part of the way came back.",
    Outcome.LOST: "It rose. Then the signal was gone.",
}
ARC_STILL_UP = "It rose, and was still up at the end."
NO_ARC = Sentence(
    head="No clear activation seen.",
    detail="Nothing rose far or long enough above your rest to be told from it.",
)
NO_REST = Sentence(
    head="Your rest was not learned.",
    detail="So there was nothing to compare with. It takes a minute to arrive, and "
    "three quiet ones.",
)
REST_REFUSED = "So there was nothing to compare with. {why}"
REST_REASONS = {
    Reason.TOO_SHORT: "It takes a minute to arrive, and three quiet ones.",
    Reason.TOO_MANY_ARTEFACTS: "Too many heartbeats were unclear: moist electrodes "
    "and sitting still help.",
    Reason.SOME_ARTEFACTS: "Some heartbeats were unclear.",
    Reason.GAP: "Heartbeats were missing for some seconds: a tighter strap helps.",
    Reason.HEART_RATE_DRIFTS: "The heart rate was still on its way: some more minutes "
    "of sitting before the start help.",
    Reason.HEART_RATE_UNSTEADY: "The heart rate moved a lot: sitting comfortably, with "
    "the hands at rest, helps.",
    Reason.SLOW_BREATHING: "Breathing was slow: an everyday breath is wanted there.",
    Reason.IRREGULAR_RHYTHM: "The rhythm varied too much for variability to be read.",
    Reason.FAR_FROM_HISTORY: "It was far from earlier ones.",
    Reason.NO_VARIABILITY: "Variability could not be read.",
}
BROKE_OFF = Sentence(
    head="The session broke off.", detail="What was recorded until then is kept."
)
NOT_BEGUN = "The session could not begin."
ROSE = "rose"
TURNED = "turned"
HALFWAY = "halfway back"
BACK = "back at rest"
BACK_AFTER = "Back at rest {time} after it turned."
AFTER_TURNING = "{time} after turning"
SHARE_BACK = "{share} % of it had come back."
SHARE_BACK_AFTER = "{share} % of it had come back after {time}."
EPISODE_NAME = "no. {number}"
HOW_FAR = "At its height it was {times} times as far up as your rest itself swings."
MORE_EPISODES = "It is one of {count}; others are drawn faint."
URGE_LASTED = "An urge came, and passed after {time}."
URGE_OPEN = "An urge came, and was still there at the end."
UNDER_RESOLUTION = "under 20 s"
ABOUT = "about {time}"
EPISODE_TAGS = {
    "movement_like": "It looks like movement.",
    "fair_signal": "The signal was only fair.",
    "slow_breathing": "You breathed slowly: heart rate alone was read.",
    "gap": "Some heartbeats are missing in it.",
}


SETUP = Sentence(
    head="Begin a session.",
    detail="Where do the heartbeats come from?",
)
SOURCES = {
    SourceKind.STRAP: "A strap",
    SourceKind.SIMULATED: "A simulated person",
    SourceKind.FILE: "A recording",
}
SOURCE_HELP = (
    "No strap is needed: a simulated person goes through the training you choose. "
    "It is the whole program, to look at and to try.",
    "A recorded session, or a file of RR intervals, plays as if it happened now.",
)
STRAPS_IN_REACH = "straps in reach"
SEARCHING_STRAPS = "Looking for straps. Wear yours, with moist electrodes."
PICK_YOURS = "Pick the one you wear. Its last four signs stand on its back."
NO_STRAP_FOUND = "No strap was found. {help} Then look again."
LOOK_AGAIN = "Look again"
STRAP_HELD = "in use by another program here"
STRAP_HEART_RATE = "{bpm} bpm when asked"
STRAP_STRONG = "strong signal"
STRAP_FAIR = "fair signal"
STRAP_WEAK = "weak signal"
STRAP_UNKNOWN = "signal not known"
PATH_PROMPT = "Path of a recording"
NO_SUCH_FILE = "There is no such file or folder."
BROWSE = "Browse"
BROWSE_TITLE = "A recording"
PSEUDONYM = "Goes by"
PSEUDONYM_PROMPT = "A name for here only, not your own"
THEMES = {
    ThemeChoice.SYSTEM: "As the desktop",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.LIGHT: "Light",
}
THEME = "Theme"
TEXT_SIZE = "Text"
MOTION = "Motion"
MOTIONS = {Motion.FULL: "Full", Motion.REDUCED: "Less"}
BEGIN = "Begin"
