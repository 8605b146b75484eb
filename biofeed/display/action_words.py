"""What an action is called where it was not done.

Rules
-----
- Those of ``biofeed.display.console_words``: it is the clinician who reads them.
"""

from biofeed.core.events import Action
from biofeed.display.translated import tr

ACTIONS = {
    Action.START: tr("start"),
    Action.MARK: tr("mark"),
    Action.NOTE: tr("a note"),
    Action.STOP: tr("stop"),
    Action.PACER_SHOWN: tr("pacer"),
    Action.PACER_HIDDEN: tr("pacer"),
    Action.RECALIBRATE: tr("learn the rest anew"),
    Action.URGE_CAME: tr("urge"),
    Action.URGE_PASSED: tr("urge"),
    Action.DONE: tr("go on"),
    Action.RATE: tr("rate"),
    Action.GUESS: tr("guess"),
    Action.SKIP: tr("skip"),
    Action.HOLD: tr("hold"),
    Action.RESUME: tr("resume"),
    Action.ADVANCE: tr("advance"),
    Action.EXTEND: tr("extend"),
    Action.FEEDBACK: tr("change what is shown"),
    Action.CEILING: tr("lower the ceiling"),
    Action.PACER: tr("pacer"),
}


def action(name: str) -> str:
    """Return what an action is called by its recorded name, which may be unknown."""
    return ACTIONS[Action(name)] if name in set(Action) else name
