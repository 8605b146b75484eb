"""Tells at the start which sessions were cut off, and that they are not lost."""

from biofeed.commands.asides import aside
from biofeed.commands.failures import Failed
from biofeed.session.recording_errors import RecordingError
from biofeed.session.recovery import recover_cut_off
from devices.phrase import phrase_of


def tell_recovered() -> tuple[str, ...]:
    """Recover what was cut off since the program last ran, and say so.

    Returns
    -------
    The sentences, for a window to show as well.

    Raises
    ------
    Failed
        If the place where sessions are kept cannot be looked at.
    """
    try:
        sentences = tuple(found.sentence for found in recover_cut_off())
    except RecordingError as refused:
        raise Failed(phrase_of(refused)) from refused
    for sentence in sentences:
        aside(sentence)
    return sentences
