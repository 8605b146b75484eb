"""Chooses the language of the screen, and has Qt speak it.

Rules
-----
- Sentences are put into words when their module is imported, so ``speak`` comes before
  the first of them: this module, and what imports it at its top, imports no words.
- A language that lacks its file leaves the screen in English, and the log says so.
"""

import logging
from collections.abc import Iterable
from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_log = logging.getLogger(__name__)


class Language(StrEnum):
    """What a person chooses; ``system`` follows the desktop, the others are codes."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


def spoken(choice: Language, wishes: Iterable[str]) -> Language:
    """Return the language that a choice means.

    Parameters
    ----------
    wishes
        The languages of the desktop, the dearest first, as ``"de-AT"``. The first that
        the program speaks is taken, English where it speaks none.
    """
    if choice is not Language.SYSTEM:
        return choice
    codes = {each.value: each for each in Language if each is not Language.SYSTEM}
    for wish in wishes:
        code = wish.replace("_", "-").partition("-")[0].lower()
        if code in codes:
            return codes[code]
    return Language.ENGLISH


def spoken_here(choice: Language) -> Language:
    """Return the language that a choice means on this desktop."""
    return spoken(choice, QLocale.system().uiLanguages())


def speak(application: QCoreApplication, choice: Language) -> Language:
    """Have the screen speak a language from now on; return which.

    Parameters
    ----------
    application
        Whose windows they are. The sentences of Qt's own buttons come along.
    """
    language = spoken_here(choice)
    QLocale.setDefault(QLocale(language))
    if language is not Language.ENGLISH:
        _install(application, f"qtbase_{language}", _folder_of_qt())
        _install(application, f"biofeed_{language}", str(files("biofeed") / "texts"))
    return language


def _folder_of_qt() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
    else:
        _log.warning("no translation %s", name)
