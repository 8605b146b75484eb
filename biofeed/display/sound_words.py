"""Words for tones and screens, in the first dialog and in a session.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
"""

from biofeed.display.sound_choice import SoundChoice
from biofeed.display.translated import tr

TONES_KEY = ("T", tr("tones"))
TONES_ON = {
    SoundChoice.PACER: tr("Tones, with the pacer. T ends them."),
    SoundChoice.FOLLOW: tr("Tones, as activation comes down. T ends them."),
}
TONES_OFF = tr("No tones.")
NO_DEVICE = tr("This computer has nothing to play tones on. All else goes on.")
NOT_INSTALLED = tr("Tones are an extra that is not installed: biofeed[sound].")

SOUND = tr("Tones")
SOUNDS = {
    SoundChoice.OFF: tr("None"),
    SoundChoice.PACER: tr("With the pacer"),
    SoundChoice.FOLLOW: tr("As it comes down"),
}
SCREENS = tr("Windows")
ONE_WINDOW = tr("One, for the person")
WITH_CONSOLE = tr("Two, one for a clinician")
