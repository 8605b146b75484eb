"""Opens a recording, whichever kind it is, as events to be folded."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.session.reading import JOURNAL_NAME, Journal, read_journal
from devices.rr_files import read_rr_file
from devices.rr_recording import RrRecording


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A recording, ready to be folded from the start as often as one likes.

    Attributes
    ----------
    name
        The file as it was named.
    content
        A foreign file's intervals, or a session of ours.
    """

    name: str
    content: RrRecording | Journal

    def events(self) -> Iterable[Event]:
        """What happened, in order."""
        if isinstance(self.content, Journal):
            return self.content.events
        return self.content.events()

    @property
    def settings(self) -> EngineSettings:
        """The settings it was recorded with, or the usual ones."""
        if isinstance(self.content, Journal):
            return self.content.header.settings
        return EngineSettings()

    @property
    def end_s(self) -> float:
        """Time of its last event, s."""
        if isinstance(self.content, Journal):
            return self.content.end_s
        return float(self.content.t_s[-1])

    @property
    def beats(self) -> int:
        """About how many intervals it holds; for a progress bar."""
        if isinstance(self.content, Journal):
            return len(self.content.events)
        return len(self.content)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know before trusting it."""
        if isinstance(self.content, Journal):
            return self.content.remarks
        return tuple(warning.sentence for warning in self.content.warnings)


def open_recording(path: Path) -> Recording:
    """Open a session folder, its journal, or any RR file that is known.

    Raises
    ------
    RrFileError, RecordingError
        If it is none of these, or cannot be read.
    """
    is_session = path.is_dir() or path.name == JOURNAL_NAME
    content = read_journal(path) if is_session else read_rr_file(path)
    return Recording(name=str(path), content=content)
