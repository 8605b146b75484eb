"""Settings are kept whole, and never stop the program."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from biofeed.display.start_choice import SourceKind
from biofeed.display.theme import Motion, ThemeChoice
from biofeed.settings import (
    CHOICES,
    SETTINGS_NAME,
    Settings,
    load_settings,
    remember_details,
    remember_strap,
    save_settings,
)
from devices.source import DeviceIdentity
from tests.strategies import json_values

CHOSEN = Settings(
    theme="dark",
    motion="reduced",
    text_scale=1.5,
    last_source="strap",
    last_strap=DeviceIdentity(name="Strap", address="00:11"),
    pseudonym="otter",
    protocol="settling",
)


def test_they_come_back(tmp_path: Path) -> None:
    """What was chosen last is chosen at the next start."""
    save_settings(CHOSEN, tmp_path / "home")
    assert CHOSEN == load_settings(tmp_path / "home")


def test_the_first_start(tmp_path: Path) -> None:
    """Without a file everything has its default."""
    assert Settings() == load_settings(tmp_path)


def test_a_strap_is_remembered_beside_the_rest(tmp_path: Path) -> None:
    """Using another strap changes no other choice."""
    save_settings(CHOSEN, tmp_path)
    strap = DeviceIdentity(name="Other", address="22:33")
    remember_strap(strap, tmp_path)
    assert replace(CHOSEN, last_strap=strap) == load_settings(tmp_path)


def test_one_bad_setting_costs_only_itself(tmp_path: Path) -> None:
    """A file edited by hand, or by another version, keeps what makes sense."""
    entries = {
        "theme": "plaid",
        "motion": "reduced",
        "text_scale": 40.0,
        "last_source": "seance",
        "last_strap": {"name": 7},
        "last_file": None,
        "pseudonym": "otter",
        "added_later": [1],
    }
    (tmp_path / SETTINGS_NAME).write_text(json.dumps(entries))
    expected = Settings(motion="reduced", pseudonym="otter")
    assert expected == load_settings(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_nonsense_is_no_settings(tmp_path: Path, content: bytes) -> None:
    """A damaged file is as good as none."""
    (tmp_path / SETTINGS_NAME).write_bytes(content)
    assert Settings() == load_settings(tmp_path)


@given(
    entries=st.fixed_dictionaries(
        {}, optional=dict.fromkeys(Settings.__dataclass_fields__, json_values)
    )
)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_is_total(tmp_path: Path, entries: dict[str, object]) -> None:
    """Whatever the file says, the program starts, with choices that exist."""
    (tmp_path / SETTINGS_NAME).write_text(json.dumps(entries))
    read = load_settings(tmp_path)
    ThemeChoice(read.theme)
    Motion(read.motion)
    assert 1.0 <= read.text_scale <= 2.0


def test_a_place_that_cannot_be_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Settings that cannot be kept are forgotten with a word in the log."""
    (tmp_path / "file").write_bytes(b"")
    save_settings(CHOSEN, tmp_path / "file")
    assert "settings are not kept" in caplog.text
    assert "otter" not in caplog.text


def test_nothing_is_left_beside(tmp_path: Path) -> None:
    """The file that is written first and moved into place leaves no trace."""
    save_settings(CHOSEN, tmp_path)
    save_settings(Settings(), tmp_path)
    assert [tmp_path / SETTINGS_NAME] == list(tmp_path.iterdir())


def test_the_choices_are_the_windows(tmp_path: Path) -> None:
    """What may be kept is what can be chosen."""
    assert {choice.value for choice in ThemeChoice} == CHOICES["theme"]
    assert {choice.value for choice in Motion} == CHOICES["motion"]
    assert {kind.value for kind in SourceKind} == CHOICES["last_source"]


def test_what_the_last_strap_told_of_itself_is_kept(tmp_path: Path) -> None:
    """Serial number and firmware of the strap that is remembered, and of no other."""
    strap = DeviceIdentity(name="Strap", address="00:11")
    remember_strap(strap, tmp_path)
    told = replace(strap, serial="0042", firmware="5.0.0")
    remember_details(replace(told, address="00:22"), tmp_path)
    assert strap == load_settings(tmp_path).last_strap
    remember_details(told, tmp_path)
    assert told == load_settings(tmp_path).last_strap
