"""Words of the client's scene around the arc of a round.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
"""

from biofeed.display.translated import tr

TO_TRACE = tr("to now")
"""What Enter does while the arc of a round is on screen: back to what the body does."""
