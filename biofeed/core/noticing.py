"""Says once what is worth saying: each circumstance when it begins."""

from biofeed.core.values import Notice, Second
from devices.source import BatteryLevel

LOW_BATTERY_PCT = 20
"""Coin cells fall fast from here, %."""

AWAY_S = 60.0
"""A circumstance that was away for less goes on, s: the window that most are read from
forgets nothing sooner, and one at its threshold would be told 40 times an hour."""


class Noticing:
    """Remembers when each circumstance was last there."""

    def __init__(self) -> None:
        self._seen_s: dict[str, float] = {}
        self._battery_told = False

    def step(
        self, second: Second, doubts: frozenset[str] = frozenset()
    ) -> list[Notice]:
        """Notices of circumstances, and of doubts, that began at this grid point."""
        present = doubts | {
            code
            for code, holds in (
                ("slow_breathing", second.slow_breathing),
                ("irregular_rhythm", second.irregular_rhythm),
                ("movement_like", second.movement_like),
                ("heart_rate_only", second.heart_rate_only),
            )
            if holds
        }
        t_s = second.t_s
        before = {code for code, at_s in self._seen_s.items() if t_s - at_s <= AWAY_S}
        self._seen_s.update(dict.fromkeys(present, t_s))
        return [Notice(t_s=t_s, code=code) for code in sorted(present - before)]

    def battery(self, level: BatteryLevel) -> list[Notice]:
        """Notice of a battery that runs low, the first time it does."""
        if level.level_pct > LOW_BATTERY_PCT or self._battery_told:
            return []
        self._battery_told = True
        return [Notice(t_s=level.t_s, code="battery_low", detail=str(level.level_pct))]
