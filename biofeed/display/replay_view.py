"""What a replay shows of a moment: what the person saw then, or all of it.

Rules
-----
- A session that is over may be seen whole by the person whose it is: by default nothing
  that a phase withheld then is withheld now.
- What a clinician wrote stays between them and their own window, here too.
- Pure: a snapshot in, a snapshot out.
"""

from dataclasses import replace

from biofeed.core.phase import Feedback
from biofeed.display.client_view import client_view, own_view
from biofeed.session.snapshot import Snapshot

MOST_PACED_SPEED = 2.0
"""Beyond this the pacer is left out: a breath that is hurried leads nobody, and at
sixteen times its pace a light that comes and goes would be too quick for the eye."""


def replay_view(snapshot: Snapshot, *, as_client_saw: bool) -> Snapshot:
    """Return what is shown of a moment of a recording."""
    # Nobody can answer what was asked then.
    asked = replace(snapshot, question=None)
    return client_view(asked) if as_client_saw else _whole(own_view(asked))


def _whole(snapshot: Snapshot) -> Snapshot:
    if snapshot.phase is None or snapshot.phase.feedback is Feedback.FULL:
        return snapshot
    return replace(snapshot, phase=replace(snapshot.phase, feedback=Feedback.FULL))


def shows_pacer(snapshot: Snapshot) -> bool:
    """Whether the pacer that was shown then is shown now."""
    return snapshot.is_paced and snapshot.speed <= MOST_PACED_SPEED
