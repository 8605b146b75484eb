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
from biofeed.display.translated import tr
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
    PhaseKind.ARRIVE: tr("arrive"),
    PhaseKind.CALIBRATE: tr("learn your rest"),
    PhaseKind.ACTIVATE: tr("rise"),
    PhaseKind.SETTLE: tr("settle"),
    PhaseKind.REST: tr("rest"),
    PhaseKind.PROBE: tr("on your own"),
    PhaseKind.CLOSE: tr("close"),
}

STATES = {
    State.CALIBRATING: tr("learning your rest"),
    State.SETTLED: tr("at your rest"),
    State.ABOVE_REST: tr("a little above rest"),
    State.ACTIVATED: tr("activated"),
    State.COMING_BACK: tr("coming back"),
    State.UNUSUALLY_LOW: tr("an unusual drop"),
    State.UNKNOWN: tr("not known"),
}

STATE_SENTENCES = {
    State.CALIBRATING: Sentence(head=tr("Learning your rest.")),
    State.SETTLED: Sentence(
        head=tr("At your rest."),
        detail=tr("There is nothing to reach. This is the place."),
    ),
    State.ABOVE_REST: Sentence(
        head=tr("A little above your rest."),
        detail=tr("Bodies move up and down all the time."),
    ),
    State.ACTIVATED: Sentence(
        head=tr("Activation is up."), detail=tr("Nothing needs to be done about it.")
    ),
    State.COMING_BACK: Sentence(
        head=tr("It is coming back."), detail=tr("Let the out-breath take its time.")
    ),
    State.UNUSUALLY_LOW: Sentence(
        head=tr("An unusual drop."),
        detail=tr("Well below your rest. It is not counted as settling."),
    ),
    State.UNKNOWN: Sentence(head=tr("Not known right now.")),
}

ACTIVATE_SENTENCE = Sentence(
    head=tr("Let it rise."),
    detail=tr("Only as far as you choose. Esc stops at any moment."),
)

CLOSE_SENTENCE = Sentence(
    head=tr("That is all for today."), detail=tr("Take a moment.")
)

ARRIVE_SENTENCE = Sentence(
    head=tr("Sit down, and arrive."),
    detail=tr("Press Enter when you would like to begin."),
)

QUIET_SENTENCES = {
    PhaseKind.ARRIVE: ARRIVE_SENTENCE,
    PhaseKind.CALIBRATE: Sentence(head=tr("Sit quietly for a while.")),
    PhaseKind.ACTIVATE: ACTIVATE_SENTENCE,
    PhaseKind.SETTLE: Sentence(head=tr("Notice where your body meets the chair.")),
    PhaseKind.REST: Sentence(head=tr("Rest for a while.")),
    PhaseKind.PROBE: Sentence(head=tr("This round is yours. The screen stays quiet.")),
    PhaseKind.CLOSE: CLOSE_SENTENCE,
}
"""Before the coach's first word: they do not give the state away."""

UNKNOWNS = {
    Unknown.NO_BEATS_YET: Sentence(
        head=tr("Waiting for the first heartbeats."),
        detail=tr("A strap needs moist electrodes, and a few seconds on the skin."),
    ),
    Unknown.NO_SIGNAL: Sentence(
        head=tr("No heartbeats are arriving."),
        detail=tr("The trace goes on as soon as they do."),
    ),
    Unknown.NO_CONTACT: Sentence(
        head=tr("The strap does not feel your skin."),
        detail=tr("Wet the electrodes, and pull the strap a little tighter."),
    ),
    Unknown.POOR_SIGNAL: Sentence(
        head=tr("Too many heartbeats are unclear to read."),
        detail=tr("Sitting still helps, and so do moist electrodes."),
    ),
    Unknown.NOT_ENOUGH_BEATS: Sentence(
        head=tr("Gathering heartbeats."),
        detail=tr("Half a minute of them is needed to read anything."),
    ),
    Unknown.NO_BASELINE_YET: Sentence(
        head=tr("Your rest is not learned yet."),
        detail=tr("Without it there is nothing to compare with."),
    ),
}

UNKNOWN_TIPS = {
    Unknown.NO_BEATS_YET: tr("no heartbeats yet"),
    Unknown.NO_SIGNAL: tr("no heartbeats"),
    Unknown.NO_CONTACT: tr("no skin contact"),
    Unknown.POOR_SIGNAL: tr("signal unclear"),
    Unknown.NOT_ENOUGH_BEATS: tr("gathering heartbeats"),
    Unknown.NO_BASELINE_YET: tr("rest not learned yet"),
}

LINKS = {
    LinkState.SEARCHING: Sentence(
        head=tr("Looking for your strap."),
        detail=tr("Wear it, wet the electrodes, and close other apps that use it."),
    ),
    LinkState.CONNECTING: Sentence(head=tr("Connecting to your strap.")),
    LinkState.LIVE: Sentence(head=tr("The strap is connected.")),
    LinkState.STALE: Sentence(
        head=tr("The strap has gone quiet."),
        detail=tr("The trace goes on as soon as heartbeats arrive."),
    ),
    LinkState.LOST: Sentence(
        head=tr("The connection to the strap is gone."),
        detail=tr("It is being looked for. The trace goes on when it is back."),
    ),
    LinkState.CLOSED: Sentence(head=tr("The strap is let go.")),
}

STRAP_LOST = Sentence(
    head=tr("The strap is lost. Have a look at it."),
    detail=tr(
        "Is it worn, moist, near, and free of other apps? "
        "It is looked for as long as you wait."
    ),
)
BATTERY_WAS_LOW = tr("Its battery was at {pct} %: it may be empty.")
WITHOUT_STRAP = Sentence(
    head=tr("On without the strap."),
    detail=tr("It is still being looked for. The trace goes on when it is back."),
)

LINK_REASONS = {
    LinkReason.NOT_FOUND: tr("No strap answers yet. Wear it, and wet the electrodes."),
    LinkReason.NO_ADAPTER: tr("This computer has no Bluetooth that can be used."),
    LinkReason.POWERED_OFF: tr("Bluetooth is off on this computer. Turn it on."),
    LinkReason.PERMISSION: tr(
        "This computer does not let the program use Bluetooth. "
        "Allow it in the system's privacy settings."
    ),
    LinkReason.SILENT: tr("It is connected, and sends nothing. Check that it is worn."),
    LinkReason.DROPPED: tr(
        "It is being looked for. The trace goes on when it is back."
    ),
    LinkReason.REFUSED: tr(
        "It does not accept the connection. Another app or a watch "
        "may hold it: close that one."
    ),
    LinkReason.TIMED_OUT: tr(
        "It did not answer in time, and is tried again. If that "
        "goes on, switch Bluetooth off and on."
    ),
    LinkReason.SUSPENDED: tr("The computer was asleep. The strap is being looked for."),
    LinkReason.OTHER_DEVICE: tr(
        "Another strap answered. This session stays with yours."
    ),
    LinkReason.UNSUPPORTED: tr("This device does not offer the Heart Rate Service."),
    LinkReason.FAILED: tr("The connection broke off, and is tried again."),
}

DISTURBANCES = {
    Reason.TOO_SHORT: tr("A little longer is needed."),
    Reason.TOO_MANY_ARTEFACTS: tr(
        "Too many heartbeats are unclear. Moist electrodes and sitting still help."
    ),
    Reason.SOME_ARTEFACTS: tr("A few heartbeats are unclear. Sitting still helps."),
    Reason.GAP: tr("Heartbeats were missing for a moment. It goes on by itself."),
    Reason.HEART_RATE_DRIFTS: tr("Your heart rate is still on its way. Give it time."),
    Reason.HEART_RATE_UNSTEADY: tr(
        "Your heart rate moves a lot. Sit comfortably, and let your hands rest."
    ),
    Reason.SLOW_BREATHING: tr(
        "You breathe slowly just now. Your everyday breath is what is wanted here."
    ),
    Reason.IRREGULAR_RHYTHM: tr(
        "The rhythm varies too much for variability to be read. "
        "Heart rate alone is used."
    ),
    Reason.FAR_FROM_HISTORY: tr("This rest is far from your earlier ones."),
    Reason.NO_VARIABILITY: tr("Variability cannot be read. Heart rate alone is used."),
}

QUALITIES = {
    Quality.GOOD: tr("signal good"),
    Quality.FAIR: tr("signal fair"),
    Quality.POOR: tr("signal unclear"),
    Quality.NONE: tr("no signal"),
}

HEART_RATE = tr("{bpm} bpm")
BATTERY = tr("battery {pct} %")
SPEED = tr("{speed} times as fast")
CURRENT = "●"
OLD = "○"
BETWEEN = "  ·  "
NO_BEAT = tr("no heartbeat yet")
BEAT_NOW = tr("last beat just now")
BEAT_AGE = tr("last beat {age}")

RECORDINGS = {
    RecordingState.OFF: tr("not recorded"),
    RecordingState.SAVED: "",
    RecordingState.HELD_IN_MEMORY: tr("kept in memory"),
}

NOTICES = {
    "heart_rate_pause": tr(
        "Your heart is faster than this exercise is made for. Sit, and let it be."
    ),
    "heart_rate_stop": tr(
        "The exercise stops here: the heart rate was outside what it is made for."
    ),
    "battery_low": tr("The strap's battery is at {detail} %. Have a new one at hand."),
    "disk_nearly_full": tr("The disk is nearly full. This session still fits."),
    "heart_rate_jump": tr(
        "The strap's heart rate leapt: it is left out for half a minute."
    ),
    "signal_irregular": tr(
        "The signal is too irregular for this exercise: this round is not measured."
    ),
    "rest_not_learned": tr(
        "Your rest could not be learned this time. The session closes."
    ),
    "not_back_yet": tr(
        "Your heart takes its time. No other rise is asked of it today."
    ),
    "dose_is_reached": tr("That is enough of rising for today. The session closes."),
    "ceiling_reached": tr("That is far enough. Now the way back."),
    "cannot_follow": tr("The strap cannot be read. Now the way back."),
    "first_session": tr("A first session is short: ten minutes at most."),
    "owed_settle": tr("The last session broke off in the middle: first, a settle."),
    "less_help": tr("Less is shown than at first: your body came back without it."),
    "no_help": tr("Nothing is shown while you settle: your body came back with less."),
    "not_allowed": tr("That is not possible just now."),
}
"""What is said once, when it begins, by its code. What lasts is said by the trace; what
concerns numbers that are not on this screen is left to the report."""
HELD_IN_MEMORY = tr("The disk is full or away: make room. The session goes on.")
HELD_AT_THE_END = tr(
    "Its last part is not on disk yet: make room, and leave this open for a minute."
)

SLOW_BREATHING = tr("Slow breathing: heart rate alone is read.")
UNEVEN_RHYTHM = tr("Uneven rhythm: heart rate alone is read.")
MOVEMENT_LIKE = tr("This looks like movement.")
HEART_RATE_ONLY = tr("The strap sends heart rate only: no variability.")
FILLER = tr("The strap's intervals are no heart's: heart rate only, no variability.")

PHASES_SO_FAR = tr("phases of this session")
WHOLE_SESSION = tr("the whole session")
TRACE = tr("activation, relative to your own rest")
YOUR_REST = tr("your rest")
NOW = tr("now")
WAITING = Sentence(head=tr("One moment."), detail=tr("The session is being prepared."))
STALE_SCREEN = Sentence(
    head=tr("Nothing new is arriving."), detail=tr("What you see is from a moment ago.")
)
VIEW_FAILED = Sentence(
    head=tr("This view cannot be drawn."),
    detail=tr("The session goes on and is recorded. Esc stops it, as always."),
)
CALIBRATION_WAIT = Sentence(
    head=tr("Sit quietly for a moment."),
    detail=tr("Learning your rest begins in {left}."),
)
CALIBRATION_LEFT = tr("{left} to go. Just sit; nothing else is asked.")
CALIBRATION_REFUSED = tr("No rest could be read yet.")
CALIBRATION_GOES_ON = tr("{why} Learning goes on; R begins it anew.")

PACER = tr("breathing pacer")
BREATHE_IN = tr("in")
BREATHE_OUT = tr("out")
BREATHE_GENTLY = tr("Small, soft breaths. Light-headed? Leave the pacer.")
PACER_LATER = tr("The pacer comes once your rest is learned.")
NO_PACER = tr("There will be no pacer.")
PACER_KEYS = tr("Arrow keys up and down change its pace.")
PACE = tr("Pacer: {pace} breaths a minute.")
PACE_LATER = tr("Pacer: {pace} breaths a minute. P shows it.")
HEART_RATE_SHOWN = tr("The heart rate is shown.")
HEART_RATE_HIDDEN = tr("The heart rate is hidden.")
LEARN_ANEW_ASKED = tr("Press R again to learn your rest anew: three quiet minutes.")
LEARN_ANEW_BEGUN = tr("Your rest is learned anew.")
LEARN_ANEW_UNDER_WAY = tr("Your rest is being learned.")

KEYS_WAITING = (
    ("Enter", tr("begin")),
    ("P", tr("pacer")),
    ("H", tr("heart rate")),
    ("Esc", tr("stop")),
)
KEYS_RUNNING = (
    ("Esc", tr("stop")),
    ("M", tr("mark")),
    ("U", tr("urge")),
    ("P", tr("pacer")),
    ("H", tr("heart rate")),
)
KEYS_LEARNED = (*KEYS_RUNNING, ("R", tr("rest anew")))
KEYS_LOST = (("W", tr("wait")), ("G", tr("go on without it")), ("Esc", tr("end")))
STOP = tr("Stop")
MARKED = tr("Marked. Shift+M marks with a word.")
MARKED_WORD = tr("Marked: {word}")
LONGEST_MARK = 80
MARK_PROMPT = tr("A word for this moment, then Enter")
URGE_CAME = tr("Noted: an urge came. U again when it has passed.")
URGE_PASSED = tr("Noted: it has passed.")

STOPPED = Sentence(head=tr("Stopped."), detail=tr("Nothing is asked of you now."))
GROUNDING = (
    tr("Feel your feet on the floor."),
    tr("Look around, and find three things you can see."),
    tr("Let your breath do what it does."),
)
GO_ON = tr("Go on")
CLOSE_WINDOW = tr("Close")

ARCS = {
    Outcome.SETTLED: tr("It rose, and it came back."),
    Outcome.INTERRUPTED: tr("It rose, it was coming back, and it rose again."),
    Outcome.UNRESOLVED: tr("It rose, and part of the way came back."),
    Outcome.LOST: tr("It rose. Then the signal was gone."),
}
ARC_STILL_UP = tr("It rose, and was still up at the end.")
NO_ARC = Sentence(
    head=tr("No clear activation seen."),
    detail=tr("Nothing rose far or long enough above your rest to be told from it."),
)
NO_REST = Sentence(
    head=tr("Your rest was not learned."),
    detail=tr(
        "So there was nothing to compare with. It takes a minute to arrive, and "
        "three quiet ones."
    ),
)
REST_REFUSED = tr("So there was nothing to compare with. {why}")
REST_REASONS = {
    Reason.TOO_SHORT: tr("It takes a minute to arrive, and three quiet ones."),
    Reason.TOO_MANY_ARTEFACTS: tr(
        "Too many heartbeats were unclear: moist electrodes and sitting still help."
    ),
    Reason.SOME_ARTEFACTS: tr("Some heartbeats were unclear."),
    Reason.GAP: tr("Heartbeats were missing for some seconds: a tighter strap helps."),
    Reason.HEART_RATE_DRIFTS: tr(
        "The heart rate was still on its way: some more minutes "
        "of sitting before the start help."
    ),
    Reason.HEART_RATE_UNSTEADY: tr(
        "The heart rate moved a lot: sitting comfortably, with "
        "the hands at rest, helps."
    ),
    Reason.SLOW_BREATHING: tr(
        "Breathing was slow: an everyday breath is wanted there."
    ),
    Reason.IRREGULAR_RHYTHM: tr(
        "The rhythm varied too much for variability to be read."
    ),
    Reason.FAR_FROM_HISTORY: tr("It was far from earlier ones."),
    Reason.NO_VARIABILITY: tr("Variability could not be read."),
}
BROKE_OFF = Sentence(
    head=tr("The session broke off."),
    detail=tr("What was recorded until then is kept."),
)
NOT_BEGUN = tr("The session could not begin.")
ROSE = tr("rose")
TURNED = tr("turned")
HALFWAY = tr("halfway back")
BACK = tr("back at rest")
BACK_AFTER = tr("Back at rest {time} after it turned.")
AFTER_TURNING = tr("{time} after turning")
SHARE_BACK = tr("{share} % of it had come back.")
SHARE_BACK_AFTER = tr("{share} % of it had come back after {time}.")
HOW_FAR = tr("At its height it was {times} times as far up as your rest itself swings.")
MORE_EPISODES = tr("It is one of {count}; others are drawn faint.")
URGE_LASTED = tr("An urge came, and passed after {time}.")
URGE_OPEN = tr("An urge came, and was still there at the end.")
UNDER_RESOLUTION = tr("under 20 s")
EPISODE_TAGS = {
    "movement_like": tr("It looks like movement."),
    "fair_signal": tr("The signal was only fair."),
    "slow_breathing": tr("You breathed slowly: heart rate alone was read."),
    "gap": tr("Some heartbeats are missing in it."),
}


SETUP = Sentence(
    head=tr("Begin a session."),
    detail=tr("Where do the heartbeats come from?"),
)
SOURCES = {
    SourceKind.STRAP: tr("A strap"),
    SourceKind.SIMULATED: tr("A simulated person"),
    SourceKind.FILE: tr("A recording"),
}
SOURCE_HELP = (
    tr(
        "No strap is needed: a simulated person goes through the training you choose. "
        "It is the whole program, to look at and to try."
    ),
    tr("A recorded session, or a file of RR intervals, plays as if it happened now."),
)
STRAPS_IN_REACH = tr("straps in reach")
SEARCHING_STRAPS = tr("Looking for straps. Wear yours, with moist electrodes.")
PICK_YOURS = tr("Pick the one you wear. Its last four signs stand on its back.")
NO_STRAP_FOUND = tr("No strap was found. {help} Then look again.")
LOOK_AGAIN = tr("Look again")
STRAP_HELD = tr("in use by another program here")
STRAP_HEART_RATE = tr("{bpm} bpm when asked")
STRAP_STRONG = tr("strong signal")
STRAP_FAIR = tr("fair signal")
STRAP_WEAK = tr("weak signal")
STRAP_UNKNOWN = tr("signal not known")
PATH_PROMPT = tr("Path of a recording")
NO_SUCH_FILE = tr("There is no such file or folder.")
BROWSE = tr("Browse")
BROWSE_TITLE = tr("A recording")
PSEUDONYM = tr("Goes by")
PSEUDONYM_PROMPT = tr("A name for here only, not your own")
THEMES = {
    ThemeChoice.SYSTEM: tr("As the desktop"),
    ThemeChoice.DARK: tr("Dark"),
    ThemeChoice.LIGHT: tr("Light"),
}
THEME = tr("Theme")
TEXT_SIZE = tr("Text")
MOTION = tr("Motion")
MOTIONS = {Motion.FULL: tr("Full"), Motion.REDUCED: tr("Less")}
BEGIN = tr("Begin")
