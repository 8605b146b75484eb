"""Puts a sentence into the language of the screen, by Qt's own means.

Sentences are put into words once, when their module is imported: the language has to be
chosen before (``biofeed.display.language``), and changes with the next start. Without a
translator they stay English. ``scripts/translate`` collects them for the translators.

What is raised or told below the display is a ``Phrase`` there, in English, and is
translated here when it is shown.
"""

from PySide6.QtCore import QCoreApplication

from devices.phrase import Phrase

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


def translated(text: str) -> str:
    """Return a text in the language of the screen, with all that is filled into it.

    Parameters
    ----------
    text
        A phrase; what is none (a name, a note) stays as it was written.
    """
    if not isinstance(text, Phrase):
        return text
    template = QCoreApplication.translate(CONTEXT, text.template)
    if not text.fields:
        return template
    fields = {name: _filled_in(value) for name, value in text.fields.items()}
    return template.format(**fields)


def _filled_in(value: object) -> object:
    return translated(value) if isinstance(value, str) else value
