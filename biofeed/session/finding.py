"""One thing about this computer that was looked at, and how it is."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How well a thing is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at.

    Attributes
    ----------
    name
        What, in one or two words; stable.
    verdict
        ``fail`` where no session is possible because of it.
    sentence
        How it is.
    remedy
        What to do; empty where it is well.
    """

    name: str
    verdict: Verdict
    sentence: str
    remedy: str = ""


def worst(findings: tuple[Finding, ...]) -> Verdict:
    """Return the gravest verdict among the findings."""
    gravity = list(Verdict)
    return max((f.verdict for f in findings), key=gravity.index, default=Verdict.OK)
