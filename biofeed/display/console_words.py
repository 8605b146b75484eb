"""Every sentence of the clinician's window.

Rules
-----
- As dense as its reader can take: terms of the field, each with its unit.
- It tells what was seen; what it means is for the one who reads it.
- No exclamation marks, no colour words: a shape or a place carries what colour does.
"""

from biofeed.core.beat import BeatLabel
from biofeed.core.episode import Outcome
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.rounds import RoundOutcome
from biofeed.core.values import Quality
from biofeed.display.console_acts import Act, WhyNot
from biofeed.display.tile_widths import When
from biofeed.display.translated import tr
from biofeed.session.snapshot import RecordingState
from devices.source import LinkState

TITLE = tr("biofeed: clinician")
CLOSED = tr("The console is closed. K opens it again.")
NOTHING_YET = tr("The session is being prepared.")
NOT_KNOWN = "–"
BETWEEN = "  ·  "
CURRENT, NOT_CURRENT = "●", "○"

PHASES = {
    PhaseKind.ARRIVE: tr("arrive", "in a narrow row"),
    PhaseKind.CALIBRATE: tr("calibrate"),
    PhaseKind.ACTIVATE: tr("activate"),
    PhaseKind.SETTLE: tr("settle", "in a narrow row"),
    PhaseKind.REST: tr("rest"),
    PhaseKind.PROBE: tr("probe"),
    PhaseKind.CLOSE: tr("close", "in a narrow row"),
}
STAGES = {
    Stage.RUNNING: "",
    Stage.HELD: tr("settled, to be felt"),
    Stage.ASKING: tr("being asked"),
    Stage.WAITING: tr("held"),
    Stage.PAUSED: tr("paused by the heart rate"),
}
LEVELS = {
    Feedback.FULL: tr("full"),
    Feedback.SPARSE: tr("sparse"),
    Feedback.BLIND: tr("blind"),
}
ROUND_OF = tr("round {number} of {count}")
LEAST_REST = tr("least time between activations")
HEART_NOT_DOWN = tr("waiting for the heart to come down")
CLOSES_IN = tr("closes in {left}")
BESIDE_LEARNING = tr("learning the rest anew")
BESIDE_CLOSE = tr("closing early")
NEXT = tr("next: {phase}")
LAST_PHASE = tr("the last phase")
NO_SCRIPT = tr("no script: until it is stopped")
SCRIPT = tr("phases: what was, what is, what comes")
WHENS = {
    When.PAST: tr("past", "of a phase"),
    When.NOW: tr("now", "of a phase"),
    When.NEXT: tr("to come", "of a phase"),
}
LEFT = tr("{left} left")
OPEN_TIME = tr("open")
MORE_BEFORE = "‹ {count}"
MORE_AFTER = "{count} ›"

QUALITIES = {
    Quality.GOOD: tr("signal good"),
    Quality.FAIR: tr("signal fair"),
    Quality.POOR: tr("signal poor"),
    Quality.NONE: tr("no signal"),
}
QUALITY_SHARE = tr("{quality}, {share:.0f} % accepted")
LINKS = {
    LinkState.SEARCHING: tr("searching {age}"),
    LinkState.CONNECTING: tr("connecting {age}"),
    LinkState.LIVE: "",
    LinkState.STALE: tr("silent {age}"),
    LinkState.LOST: tr("link lost {age}"),
    LinkState.CLOSED: tr("link closed"),
}
NO_STRAP = tr("no strap")
BEAT = tr("last beat {age} s")
NO_BEAT = tr("no beat yet")
BATTERY = tr("battery {pct} %")
NO_BATTERY = tr("battery not told")
RECORDINGS = {
    RecordingState.OFF: tr("not recorded"),
    RecordingState.SAVED: tr("recording"),
    RecordingState.HELD_IN_MEMORY: tr("kept in memory: the disk does not take it"),
}
RECORDED = tr("recorded")
SPEED = tr("{speed} times as fast")
REPLAY_AT = tr("replay {speed}×")
REPLAY_PAUSED = tr("replay, paused")
OLD = tr("nothing new for {age:.0f} s")
NO_CONTACT = tr("no skin contact")
STOPPED = tr("the session is over")
SESSION_TIME = tr("session {time}")

ACTIVATION = tr("activation, relative to own rest")
ACTIVATION_UNIT = tr("z  ·  line: tracked rest  ·  dots: rest as calibrated")
NO_ACTIVATION_YET = tr("The rest is not learned yet: nothing to compare with.")
TACHOGRAM = tr("RR intervals")
TACHOGRAM_UNIT = "ms"
NO_BEATS_YET = tr("No beats in view.")
NO_RATE_YET = tr("No heart rate in view.")
HEART_RATE = tr("heart rate", "a quantity")
HEART_RATE_UNIT = tr("bpm  ·  30 s mean")
K_ON = tr("{z} opens an episode")
K_OFF = tr("below {z} for 20 s: settled")
CEILING_LINE = tr("ceiling {z}")
REST_BPM = tr("rest {bpm:.0f}")
GAP = tr("gap {length:.0f} s")
PEAK = "{z}"
ROSE = tr("rose")
HALF = "½ {s:.0f} s"
HALF_ABOUT = "½ ~{s:.0f} s"
SETTLED = tr("settled {time}")
URGE = tr("urge")
URGE_PASSED = tr("passed")
NOW = tr("now")
THE_END = tr("the end")
MINUTES_AGO = "−{minutes:g} min"
SECONDS_AGO = "−{seconds:g} s"
LABELS = {
    BeatLabel.NORMAL: tr("accepted"),
    BeatLabel.ECTOPIC: tr("ectopic"),
    BeatLabel.PAUSE: tr("pause"),
    BeatLabel.MISSED: tr("missed"),
    BeatLabel.EXTRA: tr("extra"),
    BeatLabel.IMPLAUSIBLE: tr("implausible"),
    BeatLabel.OVERLAP: tr("overlap"),
}
LABEL_COUNT = "{label} {count}"
GAPS = tr("gaps {count}")
SPANS = (tr("2 min"), tr("5 min"), tr("10 min"), tr("all"))

CLIENT_SEES = tr("client sees")
ALL_OF_IT = tr("all of it")
NO_CLIENT = tr("The client's window is closed.")

ROUNDS = tr("rounds")
ROUND_COLUMNS = (
    "",
    tr("shown"),
    tr("peak z"),
    tr("settled"),
    tr("half"),
    tr("back"),
    tr("felt"),
    tr("guess"),
)
EPISODE_COLUMNS = (
    "",
    tr("rose at"),
    tr("peak z"),
    tr("settled"),
    tr("half"),
    tr("back at 60 s"),
)
NO_ROUNDS = tr("No round is over yet.")
NO_EPISODES = tr("No activation was seen yet.")
NO_ROUNDS_AT_ALL = tr("No round was finished.")
NO_EPISODES_AT_ALL = tr("No activation was seen.")
OUTCOMES = {
    RoundOutcome.SETTLED: tr("settled"),
    RoundOutcome.UNRESOLVED: tr("not back"),
    RoundOutcome.INTERRUPTED: tr("rose again"),
    RoundOutcome.LOST: tr("signal lost"),
    RoundOutcome.NO_ACTIVATION: tr("no rise seen"),
    RoundOutcome.UNSCORED: tr("not counted"),
}
EPISODE_OUTCOMES = {
    Outcome.SETTLED: tr("settled"),
    Outcome.UNRESOLVED: tr("unresolved"),
    Outcome.INTERRUPTED: tr("rose again"),
    Outcome.LOST: tr("signal lost"),
    None: tr("goes on"),
}
SECONDS = "{s:.0f} s"
SECONDS_ABOUT = "~{s:.0f} s"
PERCENT = "{pct:.0f} %"
FELT = "{risen} → {after}"
GUESSES = {True: tr("yes"), False: tr("no")}
GUESS = "{guess} {sureness}/3 {agrees}"
AGREES = {True: "=", False: "≠", None: ""}
ROUND_FACTS = tr("not back {unresolved}")
RATED_START = tr("felt at the start {value}")
GUESSES_AGREEING = tr("guesses agreeing {agreeing} of {count}")

VARIABILITY = tr("variability")
VARIABILITY_BY = tr("NeuroKit2  ·  decides nothing")
WINDOW = tr("{window} s")
AGE = tr("ended before")
INDICES = {
    ("HRV_RMSSD",): "RMSSD, ms",
    ("HRV_SDNN",): "SDNN, ms",
    ("HRV_pNN50",): "pNN50, %",
    ("HRV_MeanNN",): tr("mean RR, ms"),
    ("HRV_SD1", "HRV_SD2"): "SD1 / SD2, ms",
    ("HRV_HF",): "HF, ms²",
    ("HRV_LF",): "LF, ms²",
    ("HRV_CSI",): "CSI (SD2/SD1)",
    ("HRV_LFHF",): "LF/HF",
}
BEATS_ARTEFACTS = tr("beats / artefacts")
NO_PANEL = tr("NeuroKit2 has not answered yet")
PROXIES_RISE = tr(
    "CSI and LF/HF rise with slow breathing, with no change in arousal; LF is not "
    "sympathetic tone."
)
PROXIES_SLOW = tr(
    "Breathing is slow now: greyed numbers cannot be compared with rest; slow "
    "breathing raises them."
)

LOG = tr("log")
LOG_UNIT = tr("newest first")
NOTHING_LOGGED = tr("Marks, notes and notices stand here.")
NOTICES = {
    "heart_rate_pause": tr("Paused: the heart rate is above its limit."),
    "heart_rate_stop": tr("Stopped: the heart rate is outside its limits."),
    "battery_low": tr("The strap's battery is at {detail} %."),
    "disk_nearly_full": tr("The disk is nearly full. This session still fits."),
    "heart_rate_jump": tr("The strap's heart rate leapt: left out for 30 s."),
    "implausible_intervals": tr("The strap's intervals are no heart's: rate alone."),
    "signal_irregular": tr("The rhythm is irregular: this round is not counted."),
    "rest_not_learned": tr("The rest could not be learned. The session closes."),
    "not_back_yet": tr("Not back within 5 min: no further rise today."),
    "dose_is_reached": tr("The day's dose is reached. The session closes."),
    "ceiling_reached": tr("The ceiling ended the activation."),
    "cannot_follow": tr("The signal could not be followed: the activation ended."),
    "first_session": tr("A first session: ten minutes at most."),
    "owed_settle": tr("The last session broke off in the middle: first, a settle."),
    "less_help": tr("Less is shown, after how the last sessions went."),
    "no_help": tr("Nothing is shown in settles, after how the last sessions went."),
    "not_allowed": tr("Not done: {detail}."),
    "neurokit_disagrees": tr("NeuroKit2 and the core differ: {detail}"),
}
MARKED_BY_CLIENT = tr("client marked {text}")
MARKED = tr("mark {text}")
NOTED = tr("note: {text}")
URGED = tr("an urge came")
URGE_LASTED = tr("an urge came and passed after {time}")

ACTS = {
    Act.START: tr("Start"),
    Act.ADVANCE: tr("Advance"),
    Act.EXTEND: tr("+30 s"),
    Act.HOLD: tr("Hold"),
    Act.RESUME: tr("Resume"),
    Act.FULL: tr("Full"),
    Act.SPARSE: tr("Sparse"),
    Act.BLIND: tr("Blind"),
    Act.CEILING: tr("Lower ceiling"),
    Act.PACER: tr("Pacer"),
    Act.MARK: tr("Mark"),
    Act.NOTE: tr("Note"),
    Act.STOP: tr("Stop"),
}
CEILING_AT = tr("Ceiling {z} → {lower}")
FEEDBACK = tr("client is shown")
MARKS = (
    tr("touched"),
    tr("sigh"),
    tr("spoke"),
    tr("moved"),
    tr("tears"),
    tr("smile"),
    tr("yawn"),
    tr("noise"),
)
NOTE_PROMPT = tr("A note, then Enter")
LONGEST_NOTE = 500
NOTE_NOT_KEPT = tr("The session is over: this note is not kept.")
WHY_NOT = {
    WhyNot.NOT_THERE: tr("the session is being prepared"),
    WhyNot.OVER: tr("the session is over"),
    WhyNot.REPLAYED: tr("this is a recording"),
    WhyNot.BEGUN: tr("it has begun"),
    WhyNot.ARRIVING: tr("the client is arriving"),
    WhyNot.LEARNING: tr("the rest is being learned"),
    WhyNot.RISING: tr("a rise is never made longer"),
    WhyNot.CLOSING: tr("the session closes"),
    WhyNot.ASKING: tr("the client is being asked"),
    WhyNot.HELD: tr("it is held"),
    WhyNot.NOT_HELD: tr("nothing is held"),
    WhyNot.OPEN_END: tr("this phase has no set end"),
    WhyNot.LEAST_REST: tr("it goes on after the least time between activations"),
    WhyNot.HEART_COMES_DOWN: tr("it goes on once the heart is down"),
    WhyNot.LOWEST: tr("it is as low as it goes"),
    WhyNot.NO_RISE: tr("no activation comes"),
    WhyNot.NO_PACER_HERE: tr("no breath is led in this phase"),
}
REASON = "{acts}: {reason}"
BUTTON_READ = tr("{word}, key {key}")
BUTTON_REFUSED = tr("{word}: not now, {reason}")
