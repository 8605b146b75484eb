"""Follows activations from their rise to their return: the state machine.

Rules
-----
- Decided on the smoothed activation alone, once a grid second.
- Unknown seconds freeze every counter. After a gap of more than 15 s nothing opens or
  settles until 30 s of new data have been seen; after 60 s the activation is lost.
- An activation always ends in one of four ways: settled, interrupted by the next one,
  unresolved, or lost with the signal or with the rest that it was measured against.

Theory
------
::

    CALM --- 2.5 z·s above k_on ----------------------------> ACTIVE (onset looked up)
    ACTIVE - at rest for 20 s -----------------------------> CALM, settled
    CALM --- above k_on again within 30 s of settling -----> ACTIVE, the same episode
    ACTIVE - 2 z up from its lowest after 60 s of decline -> ACTIVE, a new episode;
                                                             the old one interrupted
    ACTIVE - 600 s after the turn -------------------------> WORN, unresolved
    WORN --- at rest for 20 s, or up again     by 2 z -----> CALM, or a new episode
"""

from enum import Enum
from math import isnan

import numpy as np

from biofeed.core.activation import Activation
from biofeed.core.episode import Episode, Outcome
from biofeed.core.evidence import UNUSUALLY_LOW_Z, EpisodeRule, Evidence
from biofeed.core.returns import PendingReturns, with_return
from biofeed.core.trace import Trace

ONSET_WITHIN_S = 90.0
"""How far back an onset is looked for, s."""

REOPEN_WITHIN_S = 30.0
"""A rise sooner after settling belongs to the same activation, s."""

LOST_AFTER_S = 60.0
"""A longer hole loses the activation, s."""

UNRESOLVED_AFTER_S = 600.0
"""Ten minutes after the turn a return is no longer waited for, s."""

RESIDUAL_S = 30.0
"""Seconds over which what is left of an unresolved activation is read, s."""


class _Phase(Enum):
    CALM = "calm"
    ACTIVE = "active"
    WORN = "worn"


class EpisodeTracker:
    """The activations of one session.

    Attributes
    ----------
    rule
        The thresholds; a protocol may change them between seconds.
    """

    def __init__(self, rule: EpisodeRule) -> None:
        self.rule = rule
        self._trace = Trace()
        self._pending = PendingReturns(self._trace)
        self._phase = _Phase.CALM
        self._activation: Activation | None = None
        self._settled: tuple[Activation, float] | None = None
        self._free_from_s = float("-inf")
        self._count = 0
        self._evidence = Evidence()

    @property
    def current(self) -> Activation | None:
        """The activation that goes on now, if any."""
        return self._activation if self._phase is _Phase.ACTIVE else None

    @property
    def has_stayed_at_rest(self) -> bool:
        """Whether no activation goes on, and rest has lasted for long enough."""
        stayed = self._evidence.settled_since_s(self.rule) is not None
        return self._activation is None and self._evidence.is_trusted and stayed

    def is_about_rest(self, t_s: float) -> bool:
        """Whether no activation goes on, and the last seconds were those of a rest.

        Unlike ``has_stayed_at_rest`` a single second beyond the band does not refute
        it: what a person is asked about is how they are, and not one beat.
        """
        since_s = t_s - self.rule.settle_after_s + 1.0
        recent_z = self._trace.between(since_s, t_s).smoothed_z
        recent_z = recent_z[np.isfinite(recent_z)]
        if self._activation is not None or recent_z.size == 0:
            return False
        typical_z = float(np.median(recent_z))
        in_band = UNUSUALLY_LOW_Z <= typical_z < self.rule.k_off_z
        return in_band and self._evidence.is_trusted

    def step(
        self,
        t_s: float,
        arousal_z: float | None,
        smoothed_z: float | None,
        smoothed0_z: float | None = None,
        *,
        may_open: bool,
        tags: frozenset[str] = frozenset(),
    ) -> list[Episode]:
        """Take one grid second.

        Parameters
        ----------
        t_s
            The grid point, s.
        arousal_z, smoothed_z, smoothed0_z
            Activation, its 5 s median, and that of activation against the rest as
            calibrated, z; None where unknown.
        may_open
            False while the signal is too poor to open an activation on.
        tags
            Circumstances of this second, kept with the activation.

        Returns
        -------
        Activations that changed, in their new form.
        """
        self._trace.append(t_s, arousal_z, smoothed_z)
        changed = self._pending.due(t_s)
        if smoothed_z is None:
            return changed + self._miss(t_s)
        after_gap = self._evidence.end_hole()
        self._evidence.weigh(t_s, smoothed_z, smoothed0_z, self.rule)
        if self._activation is not None:
            self._activation.tags |= tags | ({"gap"} if after_gap else set())
            self._activation.follow(t_s, smoothed_z, k_off_z=self.rule.k_off_z)
        if not self._evidence.is_trusted:
            return changed
        return changed + self._transition(t_s, smoothed_z, may_open=may_open)

    def begin_anew(self, t_s: float) -> list[Episode]:
        """Take another rest as the zero: no return is measured across the change."""
        changed = self._pending.close(t_s)
        if self._phase is _Phase.ACTIVE:
            changed.append(self._leave(Outcome.LOST, ended_s=t_s))
        self._phase, self._activation, self._settled = _Phase.CALM, None, None
        self._evidence = Evidence()
        self._free_from_s = t_s
        return changed

    def finish(self, t_s: float) -> list[Episode]:
        """Close what is open at the end of the session."""
        changed = self._pending.close(t_s)
        if self._phase is _Phase.ACTIVE:
            changed.append(self._leave(Outcome.UNRESOLVED, ended_s=t_s))
        return changed

    def _miss(self, t_s: float) -> list[Episode]:
        self._evidence.miss()
        hole_s = self._evidence.unknown_s
        if hole_s <= LOST_AFTER_S or self._activation is None:
            return []
        was_active = self._phase is _Phase.ACTIVE
        lost = [self._leave(Outcome.LOST, ended_s=t_s - hole_s)] if was_active else []
        self._phase, self._activation = _Phase.CALM, None
        return lost

    def _transition(
        self, t_s: float, smoothed_z: float, *, may_open: bool
    ) -> list[Episode]:
        crossed_s = self._evidence.risen_since_s(self.rule) if may_open else None
        activation = self._activation
        if activation is None:
            return [] if crossed_s is None else self._open(t_s, crossed_s)
        settled_s = self._evidence.settled_since_s(self.rule)
        if settled_s is not None:
            return self._settle(activation, t_s, settled_s)
        anew = crossed_s is not None and crossed_s > activation.lowest_s
        if anew and activation.rises_again(smoothed_z):
            return self._interrupt(t_s, activation.lowest_s)
        waited_s = t_s - activation.turned_s
        if self._phase is _Phase.ACTIVE and waited_s >= UNRESOLVED_AFTER_S:
            unresolved = self._leave(Outcome.UNRESOLVED, ended_s=t_s)
            self._phase = _Phase.WORN
            return [unresolved]
        return []

    def _open(self, t_s: float, crossed_s: float) -> list[Episode]:
        if self._settled is not None:
            activation, settled_s = self._settled
            if crossed_s - settled_s <= REOPEN_WITHIN_S:
                return self._reopen(activation, settled_s, t_s)
        onset_s = self._trace.last_at_or_below(
            self.rule.k_off_z, before_s=crossed_s, within_s=ONSET_WITHIN_S
        )
        if onset_s is None:
            onset_s = self._trace.earliest_known(
                before_s=crossed_s, within_s=ONSET_WITHIN_S
            )
        return self._begin(t_s, onset_s)

    def _begin(self, t_s: float, onset_s: float) -> list[Episode]:
        onset_s = max(onset_s, self._free_from_s)
        earlier = self._pending.close(onset_s)
        self._count += 1
        self._activation = Activation(self._count, onset_s=onset_s, confirmed_s=t_s)
        self._catch_up(onset_s, t_s)
        return [*earlier, self._activation.as_it_stands()]

    def _reopen(
        self, activation: Activation, settled_s: float, t_s: float
    ) -> list[Episode]:
        self._activation = activation
        activation.reopen(settled_s)
        self._catch_up(settled_s, t_s)
        episode = activation.as_it_stands()
        self._pending.withdraw(episode.number)
        return [episode]

    def _catch_up(self, from_s: float, t_s: float) -> None:
        """Have the activation follow the seconds before it was confirmed."""
        assert self._activation is not None
        self._phase, self._settled = _Phase.ACTIVE, None
        seen = self._trace.between(from_s, t_s)
        for at_s, smoothed_z in zip(seen.t_s, seen.smoothed_z, strict=True):
            if not isnan(smoothed_z):
                self._activation.follow(
                    float(at_s), float(smoothed_z), k_off_z=self.rule.k_off_z
                )

    def _settle(
        self, activation: Activation, t_s: float, settled_s: float
    ) -> list[Episode]:
        closed: list[Episode] = []
        if self._phase is _Phase.ACTIVE:
            episode = self._leave(Outcome.SETTLED, ended_s=t_s, settled_s=settled_s)
            self._pending.add(episode)
            self._settled = (activation, settled_s)
            closed = [episode]
        self._phase, self._activation = _Phase.CALM, None
        return closed

    def _interrupt(self, t_s: float, onset_s: float) -> list[Episode]:
        closed: list[Episode] = []
        if self._phase is _Phase.ACTIVE:
            closed = [self._leave(Outcome.INTERRUPTED, ended_s=onset_s)]
        return closed + self._begin(t_s, onset_s)

    def _leave(
        self, outcome: Outcome, *, ended_s: float, settled_s: float | None = None
    ) -> Episode:
        assert self._activation is not None
        self._free_from_s = ended_s if settled_s is None else settled_s
        episode = self._activation.ended(
            outcome,
            ended_s=ended_s,
            settled_s=settled_s,
            residual_z=None if settled_s is not None else self._residual_z(ended_s),
        )
        return with_return(self._trace, episode, until_s=ended_s)

    def _residual_z(self, ended_s: float) -> float | None:
        left = self._trace.between(ended_s - RESIDUAL_S + 1.0, ended_s).smoothed_z
        left = left[np.isfinite(left)]
        return float(np.median(left)) if left.size else None
