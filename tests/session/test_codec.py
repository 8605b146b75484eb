"""Every event and output survives the way into a file and back."""

import dataclasses
import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.episode import Episode
from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import EpisodeChanged, Output
from biofeed.session.codec import (
    EVENT_KINDS,
    OUTPUT_KINDS,
    PANEL_KIND,
    Unreadable,
    decode,
    encode_event,
    encode_output,
    encode_panel,
)
from biofeed.session.json_values import Json, object_of
from biofeed.session.snapshot import HrvPanel
from calibration.reference import Reference, Scale
from devices.source import BatteryLevel, Notification
from tests.strategies import engine_settings, events, json_values, outputs, panels


def through_a_file(entries: dict[str, object]) -> dict[str, object]:
    """What a reader of the written text gets."""
    read: dict[str, object] = json.loads(json.dumps(entries, allow_nan=False))
    return read


def decode_event(entries: Json) -> Event | Unreadable:
    return decode(EVENT_KINDS, entries)


def decode_output(entries: Json) -> Output | Unreadable:
    return decode(OUTPUT_KINDS, entries)


def decode_panel(entries: Json) -> HrvPanel | Unreadable:
    return decode({PANEL_KIND: HrvPanel}, entries)


def decode_settings(entries: Json) -> EngineSettings | Unreadable:
    """Settings stand in a header, and are no record by themselves."""
    return decode({"settings": EngineSettings}, {"record": "settings", **entries})


class TestRoundTrip:
    @given(event=events)
    def test_events(self, event: Event) -> None:
        """Every input comes back as it was, to the last bit of its floats."""
        read = decode_event(through_a_file(encode_event(event)))
        assert (event, repr(event)) == (read, repr(read))

    @given(output=outputs)
    def test_outputs(self, output: Output) -> None:
        """Everything derived comes back as it was."""
        read = decode_output(through_a_file(encode_output(output)))
        assert (output, repr(output)) == (read, repr(read))

    @given(panel=panels)
    def test_panels(self, panel: HrvPanel) -> None:
        """NeuroKit2's numbers come back as they were."""
        assert panel == decode_panel(through_a_file(encode_panel(panel)))

    @given(settings=engine_settings)
    def test_settings(self, settings: EngineSettings) -> None:
        """A replay is told exactly what the session's engine was told."""
        assert settings == decode_settings(through_a_file(object_of(settings)))


class TestLayout:
    def test_payload_is_hexadecimal(self) -> None:
        """The raw bytes of a strap can be read by eye, and by any program."""
        heard = Notification(t_s=1.25, payload=bytes([0x10, 61, 0, 4]), epoch=2)
        expected = {
            "record": "notification",
            "t_s": 1.25,
            "payload": "103d0004",
            "epoch": 2,
        }
        assert expected == encode_event(heard)

    def test_unknown_is_null(self) -> None:
        """What is not finite is unknown, and unknown is null; moments stay keys."""
        episode = Episode(
            number=1,
            onset_s=1.0,
            confirmed_s=2.0,
            peak_s=3.0,
            peak_z=4.5,
            residual_z=float("nan"),
            recovered_pct={30: 12.5, 60: None, 120: float("inf")},
        )
        written = encode_output(EpisodeChanged(t_s=9.0, episode=episode))["episode"]
        assert isinstance(written, dict)
        assert None is written["residual_z"]
        assert {"30": 12.5, "60": None, "120": None} == written["recovered_pct"]

    def test_nested_settings(self) -> None:
        """A known rest inside the settings comes back as one."""
        rest = Reference(heart_rate_bpm=Scale(centre=61.5, spread=1.5), ln_rmssd=None)
        settings = EngineSettings(reference=rest, rest_s=(60.0, 240.0))
        read = decode_settings(through_a_file(object_of(settings)))
        assert isinstance(read, EngineSettings)
        assert (rest, (60.0, 240.0)) == (read.reference, read.rest_s)

    def test_every_kind_has_a_name(self) -> None:
        """No event and no output is left without a name in files."""
        assert set(get_args(Event)) == set(EVENT_KINDS.values())
        assert set(get_args(Output)) == set(OUTPUT_KINDS.values())

    @pytest.mark.parametrize(
        "kind", [*EVENT_KINDS.values(), *OUTPUT_KINDS.values(), HrvPanel]
    )
    def test_no_field_hides_a_key_of_the_record(self, kind: Any) -> None:
        """A value's fields lie beside the record's own keys and must not cover them."""
        own = {"seq", "record", "derived", "algorithm", "schema", "crc32"}
        assert set() == own & {field.name for field in dataclasses.fields(kind)}


class TestTolerance:
    def test_unknown_fields_are_passed_over(self) -> None:
        """A later version may say more of a battery; this one still reads its level."""
        entries = {**encode_event(BatteryLevel(t_s=1.0, level_pct=50)), "volts": 2.9}
        assert BatteryLevel(t_s=1.0, level_pct=50) == decode_event(entries)

    def test_missing_fields_have_their_default(self) -> None:
        """A record from before a field existed is read as if it had said nothing."""
        entries = {"record": "command", "t_s": 4.0, "action": "mark"}
        assert Command(t_s=4.0, action=Action.MARK) == decode_event(entries)

    def test_unknown_kind_is_a_value(self) -> None:
        """A kind of a later version is named, and nothing is raised."""
        assert Unreadable(kind="aura") == decode_event({"record": "aura", "t_s": 1.0})

    @pytest.mark.parametrize(
        ("entries", "why"),
        [
            ({"level_pct": 5}, "t_s is missing"),
            ({"t_s": 1.0, "level_pct": True}, "level_pct: True is no whole number"),
            ({"t_s": 1.0, "level_pct": 5.5}, "level_pct: 5.5 is no whole number"),
            ({"t_s": "1", "level_pct": 5}, "t_s: '1' is no number"),
            ({"t_s": None, "level_pct": 5}, "t_s: None is no number"),
            ({"t_s": 10**400, "level_pct": 5}, "t_s: a number too large"),
            ({"t_s": float("inf"), "level_pct": 5}, "t_s: a number that is not finite"),
        ],
    )
    def test_misfit_says_where(self, entries: dict[str, object], why: str) -> None:
        """What does not fit is said with the field's name."""
        expected = Unreadable(kind="battery_level", why=why)
        assert expected == decode_event({"record": "battery_level", **entries})

    def test_whole_seconds_are_seconds(self) -> None:
        """A number written by hand without a decimal point is a time all the same."""
        assert Tick(t_s=3.0) == decode_event({"record": "tick", "t_s": 3})

    @given(
        record=st.sampled_from([*EVENT_KINDS, *OUTPUT_KINDS, "settings", "x"]),
        entries=st.dictionaries(
            st.sampled_from(
                ["t_s", "payload", "epoch", "episode", "baseline", "rest_s", "tags"]
            ),
            json_values,
        ),
    )
    def test_reading_is_total(self, record: str, entries: dict[str, object]) -> None:
        """Whatever JSON says, a reader gets a value."""
        for read in (decode_event, decode_output, decode_panel):
            read({"record": record, **entries})
        decode_settings(entries)

    @given(entries=st.dictionaries(st.text(), json_values))
    def test_no_record_name_is_no_crash(self, entries: dict[str, object]) -> None:
        """An object that is no record is unreadable."""
        assert isinstance(decode_event({**entries, "record": None}), Unreadable)
