"""Says once what is worth saying: each circumstance when it begins."""

from biofeed.core.values import Notice, Second
from devices.source import BatteryLevel

LOW_BATTERY_PCT = 20
"""Coin cells fall fast from here, %."""


class Noticing:
    """Remembers which circumstances have been told."""

    def __init__(self) -> None:
        self._present: frozenset[str] = frozenset()
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
        began = sorted(present - self._present)
        self._present = present
        return [Notice(t_s=second.t_s, code=code) for code in began]

    def battery(self, level: BatteryLevel) -> list[Notice]:
        """Notice of a battery that runs low, the first time it does."""
        if level.level_pct > LOW_BATTERY_PCT or self._battery_told:
            return []
        self._battery_told = True
        return [Notice(t_s=level.t_s, code="battery_low", detail=str(level.level_pct))]
