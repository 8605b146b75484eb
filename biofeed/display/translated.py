"""Puts a sentence into the language of the screen, by Qt's own means.

Sentences are put into words once, when their module is imported: the language has to be
chosen before (``biofeed.display.language``), and changes with the next start. Without a
translator they stay English. ``scripts/translate`` collects them for the translators.
"""

from PySide6.QtCore import QCoreApplication

CONTEXT = ""
"""Under which translators know the sentences: the one that Qt's ``lupdate`` gives a
plain ``tr``."""


def tr(text: str, meaning: str = "") -> str:
    """Return a sentence in the language of the screen.

    Parameters
    ----------
    text
        As it is written in English; named fields in braces are kept.
    meaning
        What tells it from the same English words elsewhere; a literal, too.
    """
    return QCoreApplication.translate(CONTEXT, text, meaning or None)
