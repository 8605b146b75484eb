"""A sentence in English that can be said in another language where it is shown.

Rules
-----
- It is an ordinary text: a terminal, a log and a file take it as it is, in English.
- It keeps what it was made of, its template and what was filled in, for who translates;
  what was filled in may be a phrase in its turn.
- A template is a literal where it is made: ``scripts/translate`` collects it there.
"""

from collections.abc import Mapping
from typing import Self

from typing_extensions import override


class Phrase(str):
    """A text, and what it was made of.

    Attributes
    ----------
    template
        As it is written in English, with named fields in braces.
    fields
        What was filled in, by name; empty where it has no fields, or waits for them.
    """

    __slots__ = ("fields", "template")

    template: str
    fields: Mapping[str, object]

    def __new__(cls, template: str, fields: Mapping[str, object]) -> Self:
        """Fill in what there is."""
        made = super().__new__(cls, template.format(**fields) if fields else template)
        made.template = template
        made.fields = fields
        return made

    @override
    def __reduce__(self) -> tuple[type[Self], tuple[str, Mapping[str, object]]]:
        """Return what a copy is made of."""
        return type(self), (self.template, self.fields)

    def filled(self, **fields: object) -> "Phrase":
        """Return the same template with these fields filled in.

        >>> phrase("is larger than {found}").filled(found="100 MB")
        'is larger than 100 MB'
        """
        return Phrase(self.template, fields)


def phrase(template: str, /, **fields: object) -> Phrase:
    """Make a phrase of a template and what is filled in.

    >>> phrase("is {kind}", kind=phrase("a folder")).fields
    {'kind': 'a folder'}
    """
    return Phrase(template, fields)


def phrase_of(failure: BaseException) -> str:
    """Return what an exception says, as a phrase where it was given one.

    >>> type(phrase_of(ValueError(phrase("is empty")))).__name__
    'Phrase'
    """
    said = failure.args[0] if failure.args else None
    return said if isinstance(said, Phrase) else str(failure)
