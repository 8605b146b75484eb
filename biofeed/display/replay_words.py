"""Words of a replay: its time line, its buttons, its keys.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
"""

from biofeed.display.translated import tr

TITLE = tr("biofeed: a recording")
TIME_LINE = tr("Time line of the recording")
AT_OF = tr("{at} of {end}")
PLAY = tr("Play")
PAUSE = tr("Pause")
ROUND_BACK = tr("Previous round")
ROUND_ON = tr("Next round")
RISE_BACK = tr("Previous rise")
RISE_ON = tr("Next rise")
SLOWER = tr("Slower")
FASTER = tr("Faster")
SPEED = tr("{speed}×")
SPEED_NAME = tr("{speed} times as fast as it was")
CLIENT_SAW = tr("What the client saw")
CLIENT_SAW_SHORT = tr("as seen then")
CLOSE = tr("Close")
KEYED = tr("{meaning}, key {key}")
SPACE_KEY = tr("Space")

ROUND = tr("round {number}")
GAP = tr("no signal")
MARK = tr("a mark")
STILL_READING = tr("reading the recording")

SHOWING_ALL = tr("All of it is shown now.")
SHOWING_WHAT_WAS_SEEN = tr("Shown as it was shown then.")

REPLAYED = tr("a recording")
"""What stands with the facts about the signal, where nothing happens now."""
