"""Remembers from one start to the next what a person chose."""

from dataclasses import replace
from pathlib import Path

from biofeed.display.language import Language
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.settings import load_settings, save_settings


class Memory:
    """The last choice, kept in the settings; a ``StartMemory``."""

    @property
    def look(self) -> Look:
        """How the screen shall be."""
        settings = load_settings()
        return Look(
            theme=ThemeChoice(settings.theme),
            text_scale=settings.text_scale,
            motion=Motion(settings.motion),
        )

    @property
    def sound(self) -> SoundChoice:
        """Which tones are wanted."""
        return SoundChoice(load_settings().sound)

    @property
    def language(self) -> Language:
        """What the screen shall speak."""
        return Language(load_settings().language)

    def keep_language(self, language: Language) -> None:
        """Keep what the screen shall speak from the next start on."""
        save_settings(replace(load_settings(), language=language.value))

    def keep_sound(self, sound: SoundChoice) -> None:
        """Keep which tones are wanted, as it changes in a session."""
        save_settings(replace(load_settings(), sound=sound.value))

    def last(self) -> StartChoice | None:
        """Return the last choice, None before the first."""
        settings = load_settings()
        if settings.last_source is None:
            return None
        return StartChoice(
            source=SourceKind(settings.last_source),
            strap=settings.last_strap,
            path=None if settings.last_file is None else Path(settings.last_file),
            pseudonym=settings.pseudonym,
            look=self.look,
            protocol=settings.protocol,
            console=settings.console,
            sound=self.sound,
            language=self.language,
        )

    def remember(self, choice: StartChoice) -> None:
        """Keep a choice."""
        settings = load_settings()
        save_settings(
            replace(
                settings,
                last_source=choice.source.value,
                last_strap=choice.strap or settings.last_strap,
                last_file=str(choice.path) if choice.path else settings.last_file,
                pseudonym=choice.pseudonym,
                theme=choice.look.theme.value,
                text_scale=choice.look.text_scale,
                motion=choice.look.motion.value,
                protocol=choice.protocol,
                console=choice.console,
                sound=choice.sound.value,
                language=choice.language.value,
            )
        )
