"""The ceiling of activations, as far as a clinician has lowered it. Pure."""

from biofeed.core.steering import LEAST_CEILING_Z
from biofeed.display.console_acts import CEILING_STEP_Z, ceiling_of
from biofeed.session.snapshot import Snapshot


class Ceiling:
    """Follows the ceiling; it only falls.

    Attributes
    ----------
    z
        As it stands, z; None where no activation comes.
    """

    def __init__(self) -> None:
        self.z: float | None = None
        self._asked_z: float | None = None

    def look(self, snapshot: Snapshot) -> None:
        """Take note of what the protocol says now."""
        coming_z = ceiling_of(snapshot)
        known = [each for each in (coming_z, self._asked_z) if each is not None]
        self.z = None if coming_z is None else min(known)

    def lower(self) -> float | None:
        """Take a step off; return what it is then, None where it cannot be lower."""
        if self.z is None or self.z - CEILING_STEP_Z < LEAST_CEILING_Z:
            return None
        self.z = self._asked_z = self.z - CEILING_STEP_Z
        return self.z
