"""The words of a length of time."""

from biofeed.display.translated import tr

SECONDS = tr("{seconds} s")
MINUTES = tr("{minutes} min")
MINUTES_AND_SECONDS = tr("{minutes} min {seconds} s")
A_FEW_SECONDS = tr("a few seconds")
ABOUT = tr("about {time}")
AGO = tr("{time} ago")
