"""What ended a session, or cannot be begun, in the language of the screen."""

from biofeed.display import search_words
from biofeed.display.translated import translated
from devices.errors import BluetoothUnavailable, LinkFailed
from devices.phrase import phrase_of


def failure_told(failure: BaseException) -> str:
    """Return the sentence of a failure, as a window says it.

    Parameters
    ----------
    failure
        One that is raised with a sentence for a person.
    """
    if isinstance(failure, BluetoothUnavailable | LinkFailed):
        # The windows call it the strap; its name stands elsewhere.
        return search_words.explain(failure.reason)
    return translated(phrase_of(failure))
