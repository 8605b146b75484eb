"""Rounds, NeuroKit2's numbers and the log as lines of text. Pure.

Rules
-----
- Each of NeuroKit2's windows is named with its age; a number it does not carry is "–".
- CSI and LF/HF stand last, greyed while breathing is slow: they rise with it.
"""

from collections.abc import Iterator

from biofeed.core.episode import Episode, HalfLifeMethod
from biofeed.core.events import Role
from biofeed.core.guidance import RatingPoint
from biofeed.core.permissions import NOT_ALLOWED
from biofeed.core.rounds import PracticeRound, RoundOutcome
from biofeed.display import console_words as said
from biofeed.display import durations
from biofeed.display.action_words import action
from biofeed.display.console_table import Row, Rows
from biofeed.display.figures import figure
from biofeed.session.snapshot import HrvPanel, Mark, Snapshot
from devices.plain_text import one_line

PROXIES = frozenset({"HRV_CSI", "HRV_LFHF"})
"""Called sympathetic, and raised by a slow breath alone (Toichi 1997; Eckberg 1997)."""

MOST_LOGGED = 40
BACK_AT_S = 60
"""Lines of the log, and after how many seconds a return is told of an episode."""

WINDOWS_S = (60, 120, 300)


def round_rows(snapshot: Snapshot) -> Rows:
    """Lay out the rounds that are over; of a session without any, its episodes."""
    if snapshot.protocol.rounds:
        rows = tuple(Row(cells=_of_round(each)) for each in snapshot.practised)
        return Rows(head=said.ROUND_COLUMNS, rows=rows)
    rows = tuple(Row(cells=_of_episode(each)) for each in snapshot.episodes)
    return Rows(head=said.EPISODE_COLUMNS, rows=rows)


def no_rounds(snapshot: Snapshot) -> str:
    """Say that none is over; after the end none is to be waited for."""
    if snapshot.protocol.rounds:
        return said.NO_ROUNDS_AT_ALL if snapshot.ended else said.NO_ROUNDS
    return said.NO_EPISODES_AT_ALL if snapshot.ended else said.NO_EPISODES


def round_facts(snapshot: Snapshot) -> str:
    """Say what the rounds come to together."""
    rounds = snapshot.practised
    facts = []
    if rounds:
        left = sum(each.outcome is RoundOutcome.UNRESOLVED for each in rounds)
        facts.append(said.ROUND_FACTS.format(unresolved=left))
    agrees = [each.guess_agrees for each in rounds if each.guess_agrees is not None]
    if agrees:
        agreeing, count = sum(agrees), len(agrees)
        told = said.GUESSES_AGREEING.format(agreeing=agreeing, count=count)
        facts.append(told)
    facts += [
        said.RATED_START.format(value=rated.value)
        for rated in snapshot.ratings
        if rated.point is RatingPoint.START
    ]
    return said.BETWEEN.join(facts)


def panel_rows(snapshot: Snapshot) -> Rows:
    """NeuroKit2's newest numbers, a column for each window.

    The rows are the same before it has answered: what is below them does not jump.
    """
    panels = {panel.window_s: panel for panel in snapshot.panels}
    is_slow = snapshot.second is not None and snapshot.second.slow_breathing
    head = ("", *(said.WINDOW.format(window=each) for each in WINDOWS_S))
    ages = (_age(panels.get(each), snapshot.t_s) for each in WINDOWS_S)
    rows = [Row(cells=(said.AGE, *ages))]
    for names, word in said.INDICES.items():
        values = (_indices(panels.get(each), names) for each in WINDOWS_S)
        is_grey = is_slow and bool(PROXIES.intersection(names))
        rows.append(Row(cells=(word, *values), is_grey=is_grey))
    counts = (_beats(panels.get(each)) for each in WINDOWS_S)
    rows.append(Row(cells=(said.BEATS_ARTEFACTS, *counts)))
    return Rows(head=head, rows=tuple(rows))


def panel_by(snapshot: Snapshot) -> str:
    """Say who computes the numbers; before the first, that they are waited for."""
    return said.VARIABILITY_BY if snapshot.panels else said.NO_PANEL


def panel_caveat(snapshot: Snapshot) -> str:
    """Return the sentence that the sympathetic proxies are never without."""
    is_slow = snapshot.second is not None and snapshot.second.slow_breathing
    return said.PROXIES_SLOW if is_slow else said.PROXIES_RISE


def log_lines(snapshot: Snapshot) -> tuple[str, ...]:
    """Marks, notes, urges and notices, newest first, each with its time."""
    timed = sorted(_logged(snapshot), key=lambda line: line[0], reverse=True)
    return tuple(f"{durations.clock(t_s)}  {text}" for t_s, text in timed[:MOST_LOGGED])


def _of_round(one: PracticeRound) -> tuple[str, ...]:
    episode, share = one.episode, one.came_back_share
    is_settled = one.settling_time_s is not None
    return (
        str(one.number),
        said.LEVELS[one.feedback],
        said.NOT_KNOWN
        if episode is None
        else said.PEAK.format(z=figure(episode.peak_z, ".1f")),
        durations.clock(one.settling_time_s or 0.0)
        if is_settled
        else said.OUTCOMES[one.outcome],
        _half(one.half_life_s, episode),
        _or_dash(said.PERCENT, None if share is None else 100.0 * share),
        _felt(one),
        _guess(one),
    )


def _felt(one: PracticeRound) -> str:
    risen, after = one.felt_after_activation, one.felt_after_settle
    if risen is None and after is None:
        return said.NOT_KNOWN
    told = (said.NOT_KNOWN if value is None else str(value) for value in (risen, after))
    return said.FELT.format(**dict(zip(("risen", "after"), told, strict=True)))


def _guess(one: PracticeRound) -> str:
    guess = one.guess
    if guess is None:
        return said.NOT_KNOWN
    return said.GUESS.format(
        guess=said.GUESSES[guess.settled],
        sureness=guess.sureness,
        agrees=said.AGREES[one.guess_agrees],
    ).strip()


def _of_episode(episode: Episode) -> tuple[str, ...]:
    back = episode.recovered_pct.get(BACK_AT_S)
    time_s = episode.settling_time_s
    outcome = said.EPISODE_OUTCOMES[episode.outcome]
    return (
        str(episode.number),
        durations.clock(episode.onset_s),
        said.PEAK.format(z=figure(episode.peak_z, ".1f")),
        outcome if time_s is None else durations.clock(time_s),
        _half(episode.half_life_s, episode),
        _or_dash(said.PERCENT, back),
    )


def _half(half_s: float | None, episode: Episode | None) -> str:
    """A half-life as its chart has it: one that is only about so long says so."""
    method = None if episode is None else episode.half_life_method
    is_about = method is HalfLifeMethod.ABOUT
    return _or_dash(said.SECONDS_ABOUT if is_about else said.SECONDS, half_s)


def _or_dash(words: str, value: float | None) -> str:
    if value is None:
        return said.NOT_KNOWN
    return words.format(s=value, pct=value)


def _age(panel: HrvPanel | None, now_s: float) -> str:
    if panel is None:
        return said.NOT_KNOWN
    return said.SECONDS.format(s=max(0.0, now_s - panel.end_s))


def _indices(panel: HrvPanel | None, names: tuple[str, ...]) -> str:
    return " / ".join(_index(panel, name) for name in names)


def _index(panel: HrvPanel | None, name: str) -> str:
    value = None if panel is None else panel.indices.get(name)
    if value is None:
        return said.NOT_KNOWN
    return figure(value, ".1f" if abs(value) < 100.0 else ".0f")


def _beats(panel: HrvPanel | None) -> str:
    if panel is None:
        return said.NOT_KNOWN
    return f"{panel.beats} / {panel.artefacts}"


def _logged(snapshot: Snapshot) -> Iterator[tuple[float, str]]:
    for mark in snapshot.marks:
        yield mark.t_s, _words_of(mark)
    for note in snapshot.notes:
        yield note.t_s, said.NOTED.format(text=one_line(note.text))
    for urge in snapshot.urges:
        lasted = urge.duration_s
        told = said.URGED
        if lasted is not None:
            told = said.URGE_LASTED.format(time=durations.span(lasted))
        yield urge.came_s, told
    for notice in snapshot.notices:
        detail = one_line(notice.detail)
        if notice.code == NOT_ALLOWED:
            detail = action(detail)
        words = said.NOTICES.get(notice.code)
        unknown = one_line(notice.code).replace("_", " ")
        yield notice.t_s, unknown if words is None else words.format(detail=detail)


def _words_of(mark: Mark) -> str:
    words = said.MARKED if mark.role is Role.CLINICIAN else said.MARKED_BY_CLIENT
    return words.format(text=one_line(mark.text)).strip()
