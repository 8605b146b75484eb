"""Every sentence of the drawer, in which a person sees more of their own session.

Rules
-----
- As in ``biofeed.display.words``: what the body did, and what it did next.
"""

from biofeed.display.translated import tr

MORE_KEY = ("D", tr("more"))
DRAWER = tr("more of this session")
NOW = tr("just now")
NOT_SHOWN = tr("Not shown in this phase.")
PHASES = tr("phases")
PAST = tr("{word}, {time}")
CURRENT = tr("{word}, now")
NEXT = tr("{word}, up to {time}")
ROUNDS = tr("rounds")
NO_ROUNDS = tr("No round is over yet.")
NOTE = tr("a note")
NOTE_PROMPT = tr("For yourself, then Enter")
LONGEST_NOTE = 500
NOT_KEPT = tr("The session ended before this was kept: {text}")
CLOSE = tr("D closes this.")
