"""One activation while it goes on: its peak, its turn, its load."""

from dataclasses import replace

from biofeed.core.episode import Episode, Outcome

TURN_SHARE = 0.85
"""The turn is the last second at this share of the peak or more."""

RISE_AGAIN_Z = 2.0
"""A rise by this much out of a decline is a new activation, z."""

DECLINE_S = 60.0
"""How long the decline must have gone on, s."""


class Activation:
    """Accumulates an episode second by second.

    Attributes
    ----------
    turned_s
        The last second near the peak.
    lowest_s, lowest_z
        The lowest point of the present decline.
    tags
        Circumstances met on the way.
    """

    def __init__(self, number: int, *, onset_s: float, confirmed_s: float) -> None:
        self._number = number
        self._onset_s = onset_s
        self._confirmed_s = confirmed_s
        self._peak_s = onset_s
        self._peak_z = float("-inf")
        self._load_z_s = 0.0
        self._seen_s = float("-inf")
        self._height_z = float("-inf")
        self._declines_from_s = onset_s
        self.turned_s = onset_s
        self.lowest_s = onset_s
        self.lowest_z = float("inf")
        self.tags: set[str] = set()

    def follow(self, t_s: float, smoothed_z: float, *, k_off_z: float) -> None:
        """Take one known second; one that was taken before changes nothing.

        A new rise out of a long decline belongs to the next activation: it moves
        neither the peak nor the turn of this one.
        """
        if t_s <= self._seen_s:
            return
        self._seen_s = t_s
        self._load_z_s += max(0.0, smoothed_z - k_off_z)
        if self.rises_again(smoothed_z):
            return
        if smoothed_z > self._peak_z:
            self._peak_s, self._peak_z = t_s, smoothed_z
        if smoothed_z >= TURN_SHARE * self._peak_z:
            self.turned_s = t_s
        self._height_z = max(self._height_z, smoothed_z)
        if smoothed_z >= TURN_SHARE * self._height_z:
            self._declines_from_s = self.lowest_s = t_s
            self.lowest_z = smoothed_z
        elif smoothed_z <= self.lowest_z:
            self.lowest_s, self.lowest_z = t_s, smoothed_z

    def reopen(self, settled_s: float) -> None:
        """Go on after settling: what is up again has a height and a decline anew."""
        self._height_z = float("-inf")
        self._declines_from_s = self.lowest_s = settled_s
        self.tags.add("reopened")

    @property
    def is_coming_back(self) -> bool:
        """Whether it has turned and gone down since."""
        return self.lowest_s > self._declines_from_s

    def rises_again(self, smoothed_z: float) -> bool:
        """Whether the present value is a new rise out of a long decline."""
        began_s = max(self._declines_from_s, self._confirmed_s)
        declined = self.lowest_s - began_s >= DECLINE_S
        return declined and smoothed_z - self.lowest_z > RISE_AGAIN_Z

    def as_it_stands(self) -> Episode:
        """The episode so far; without an outcome."""
        return Episode(
            number=self._number,
            onset_s=self._onset_s,
            confirmed_s=self._confirmed_s,
            peak_s=self._peak_s,
            peak_z=self._peak_z,
            release_s=self.turned_s if self.is_coming_back else None,
            load_z_s=self._load_z_s,
            tags=tuple(sorted(self.tags)),
        )

    def ended(
        self,
        outcome: Outcome,
        *,
        ended_s: float,
        settled_s: float | None = None,
        residual_z: float | None = None,
    ) -> Episode:
        """The episode with its end; its return is still to be measured.

        One that ended at its height has not turned, whatever ended it.
        """
        has_turned = settled_s is not None or self.is_coming_back
        settling_time_s = None if settled_s is None else settled_s - self.turned_s
        return replace(
            self.as_it_stands(),
            release_s=self.turned_s if has_turned else None,
            outcome=outcome,
            settled_s=settled_s,
            ended_s=ended_s,
            settling_time_s=settling_time_s,
            residual_z=residual_z,
        )
