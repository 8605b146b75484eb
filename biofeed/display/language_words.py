"""Words about the language of the screen: each language says them in its own.

Rules
-----
- Who is looking for their language may not read the one on screen: what is said about a
  language is not translated, but written in that language.
"""

from biofeed.display.language import Language
from biofeed.display.translated import tr

LANGUAGE = tr("Language")
LANGUAGES = {
    Language.SYSTEM: tr("System"),
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
}
FROM_NEXT_START = {
    Language.ENGLISH: "From the next start on, biofeed speaks English.",
    Language.GERMAN: "Ab dem nächsten Start spricht biofeed Deutsch.",
}
"""Each window is put into words once; all that is open stays as it is."""

SPOKEN = tr("en")
"""The code of the language on screen: a translation gives its own (``de``)."""
