"""From packets to beats, and what is known of the strap's signal itself."""

import pytest

from biofeed.core.beat import BeatLabel
from biofeed.core.heartbeats import Heartbeats
from devices.source import LinkChanged, LinkState, Notification
from tests.core.making import TICKS_800_MS, notification, recorded_of


def beating(
    heartbeats: Heartbeats,
    first_s: float,
    seconds: int,
    *,
    contact: bool | None = None,
    epoch: int = 0,
) -> None:
    """One packet a second with one interval; their ticks differ a little."""
    for n in range(seconds):
        ticks = 1024 + 8 * (n % 3)
        event = notification(first_s + n, ticks, bpm=60, contact=contact, epoch=epoch)
        heartbeats.notification(event)


class TestArrival:
    def test_beats_have_an_age_from_their_arrival(self) -> None:
        """None before the first; then the time since the newest arrived."""
        heartbeats = Heartbeats()
        assert None is heartbeats.age_s(5.0)
        heartbeats.notification(notification(5.0, TICKS_800_MS))
        assert (2.5, 5.0) == (heartbeats.age_s(7.5), heartbeats.first_s)
        assert 0.0 == heartbeats.age_s(4.0)

    def test_packet_without_intervals_is_no_beat(self) -> None:
        """It arrives, and the newest beat grows older all the same."""
        heartbeats = Heartbeats()
        heartbeats.notification(notification(5.0, TICKS_800_MS))
        heartbeats.notification(notification(6.0))
        assert 2.0 == heartbeats.age_s(7.0)

    @pytest.mark.parametrize("payload", [b"", b"\x10", b"\x11\x40", b"\x18\x40\x00"])
    def test_malformed_packet_is_nothing(self, payload: bytes) -> None:
        """It is kept in the recording, and says nothing here."""
        heartbeats = Heartbeats()
        assert [] == heartbeats.notification(Notification(t_s=1.0, payload=payload))
        assert None is heartbeats.age_s(2.0)

    def test_duplicate_packet_is_used_once(self) -> None:
        """Twice the same bytes within 0.3 s are one packet."""
        heartbeats = Heartbeats()
        heartbeats.notification(notification(5.0, TICKS_800_MS))
        heartbeats.notification(notification(5.1, TICKS_800_MS))
        assert 1 == len(heartbeats.flush())
        assert 1.0 == heartbeats.age_s(6.0)

    def test_intervals_of_a_file_keep_their_times(self) -> None:
        """A file knows when its beats were."""
        heartbeats = Heartbeats()
        events = recorded_of([800.0, 810.0, 790.0])
        beats = [b for event in events for b in heartbeats.interval(event)]
        beats += heartbeats.flush()
        assert [event.t_s for event in events] == [beat.t_s for beat in beats]
        assert [800.0, 810.0, 790.0] == [beat.rr_ms for beat in beats]


class TestLink:
    @pytest.mark.parametrize(
        ("link", "breaks"),
        [
            (LinkState.LOST, True),
            (LinkState.CLOSED, True),
            (LinkState.STALE, False),
            (LinkState.LIVE, False),
        ],
    )
    def test_nothing_continues_across_a_broken_link(
        self, *, link: LinkState, breaks: bool
    ) -> None:
        """Silence alone breaks nothing, nor does its end: packets may only be late."""
        heartbeats = Heartbeats()
        heartbeats.link(LinkChanged(t_s=4.0, link=LinkState.LIVE))
        beating(heartbeats, 5.0, 20)
        heartbeats.link(LinkChanged(t_s=25.0, link=link))
        (beat,) = heartbeats.notification(notification(25.0, 1020))
        assert (breaks, not breaks) == (beat.breaks, beat.follows)

    def test_packet_of_a_new_connection_breaks_by_itself(self) -> None:
        """Whatever was said of the link between them, or not."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 20)
        (beat,) = heartbeats.notification(notification(25.0, 1020, epoch=1))
        assert (True, False) == (beat.breaks, beat.follows)

    def test_packet_that_is_held_at_the_end_is_not_lost(self) -> None:
        """A late packet right before the stop is handed out with the rest."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 20)
        assert [] == heartbeats.notification(notification(60.0, 1000))
        (beat,) = heartbeats.flush()
        assert (1000 * 1000 / 1024, True) == (beat.rr_ms, beat.breaks)
        assert [] == heartbeats.flush()


class TestCounts:
    def test_counts_are_of_final_labels_since_last_asked(self) -> None:
        """Twenty beats; then an early one and its pause; then nothing."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 20)
        assert (20, 20) == heartbeats.take_counts()
        heartbeats.notification(notification(25.0, 700))
        assert (0, 0) == heartbeats.take_counts()
        heartbeats.notification(notification(26.3, 1330, 1024))
        assert (3, 1) == heartbeats.take_counts()
        assert (0, 0) == heartbeats.take_counts()

    def test_window_holds_the_doubtful_beat_too(self) -> None:
        """It is there at once, with the label of the moment."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 20)
        heartbeats.notification(notification(25.0, 700))
        newest = heartbeats.windows.window(25.0, 60.0)[-1]
        assert BeatLabel.ECTOPIC is newest.label


class TestHeartRateOnly:
    def test_strap_without_intervals_is_known_after_14_seconds(self) -> None:
        """Its reported rate then is what there is, averaged over 30 s."""
        heartbeats = Heartbeats()
        for t_s in range(5, 19):
            heartbeats.notification(notification(float(t_s), bpm=60))
        assert not heartbeats.is_heart_rate_only(18.9)
        assert None is heartbeats.age_s(18.9)
        heartbeats.notification(notification(19.0, bpm=75))
        assert heartbeats.is_heart_rate_only(19.0)
        assert 61.0 == heartbeats.reported_bpm(19.0)
        assert 0.0 == heartbeats.age_s(19.0)

    def test_only_the_last_thirty_seconds_are_averaged(self) -> None:
        """A rate of a minute ago says nothing of now."""
        heartbeats = Heartbeats()
        for t_s in range(5, 65):
            bpm = 60 if t_s < 35 else 90
            heartbeats.notification(notification(float(t_s), bpm=bpm))
        assert 90.0 == heartbeats.reported_bpm(64.5)

    def test_fewer_than_14_reports_are_too_few(self) -> None:
        """45 % of the window, as for beats."""
        heartbeats = Heartbeats()
        for t_s in range(14):
            heartbeats.notification(notification(2.0 * t_s, bpm=60))
        assert 60.0 == heartbeats.reported_bpm(26.0)
        assert None is heartbeats.reported_bpm(30.0)

    def test_rate_of_nought_is_none(self) -> None:
        """A strap that lost the heart reports 0; that is no rate."""
        heartbeats = Heartbeats()
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=0))
        assert heartbeats.is_heart_rate_only(40.0)
        assert None is heartbeats.reported_bpm(40.0)
        assert None is heartbeats.age_s(40.0)

    def test_one_interval_ends_it(self) -> None:
        """A strap that sends intervals is read by them alone."""
        heartbeats = Heartbeats()
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=60))
        heartbeats.notification(notification(40.0, 1000, bpm=60))
        assert not heartbeats.is_heart_rate_only(40.0)

    def test_few_packets_without_intervals_are_ordinary(self) -> None:
        """A slow heart leaves every other packet empty."""
        heartbeats = Heartbeats()
        for t_s in range(60):
            ticks = (1890 + t_s % 9,) if t_s % 2 else ()
            heartbeats.notification(notification(float(t_s), *ticks, bpm=32))
            assert not heartbeats.is_heart_rate_only(float(t_s))

    def test_new_connection_starts_the_waiting_anew(self) -> None:
        """Another strap may send intervals."""
        heartbeats = Heartbeats()
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=60))
        heartbeats.link(LinkChanged(t_s=40.0, link=LinkState.LIVE, epoch=1))
        assert not heartbeats.is_heart_rate_only(41.0)

    def test_live_link_told_again_starts_nothing_anew(self) -> None:
        """The same connection after a silence is the same strap."""
        heartbeats = Heartbeats()
        heartbeats.link(LinkChanged(t_s=0.0, link=LinkState.LIVE, epoch=1))
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=60, epoch=1))
        heartbeats.link(LinkChanged(t_s=40.0, link=LinkState.LIVE, epoch=1))
        assert heartbeats.is_heart_rate_only(40.0)


class TestContact:
    def test_contact_is_the_newest_word(self) -> None:
        """None where the strap has no word on it."""
        heartbeats = Heartbeats()
        for t_s, contact in enumerate([None, True, False]):
            heartbeats.notification(notification(float(t_s), 1000, contact=contact))
            assert contact is heartbeats.contact

    def test_contact_is_lost_after_three_seconds_of_denial(self) -> None:
        """A flicker is none."""
        heartbeats = Heartbeats()
        heartbeats.link(LinkChanged(t_s=0.0, link=LinkState.LIVE))
        beating(heartbeats, 5.0, 5, contact=True)
        beating(heartbeats, 10.0, 3, contact=False)
        assert not heartbeats.is_contact_lost(12.9)
        assert heartbeats.is_contact_lost(13.0)
        beating(heartbeats, 13.0, 1, contact=True)
        assert not heartbeats.is_contact_lost(13.0)

    def test_denial_in_the_first_seconds_of_a_connection_is_not_believed(self) -> None:
        """Electrodes that were just put on say no before they say yes."""
        heartbeats = Heartbeats()
        heartbeats.link(LinkChanged(t_s=100.0, link=LinkState.LIVE))
        beating(heartbeats, 100.5, 3, contact=False)
        assert not heartbeats.is_contact_lost(103.4)
        beating(heartbeats, 103.5, 4, contact=False)
        assert not heartbeats.is_contact_lost(106.4)
        assert heartbeats.is_contact_lost(106.5)

    def test_broken_link_forgets_the_word_on_contact(self) -> None:
        """What a strap said of its electrodes before it was lost is old."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 9, contact=False)
        heartbeats.link(LinkChanged(t_s=14.0, link=LinkState.LOST))
        assert None is heartbeats.contact
        assert not heartbeats.is_contact_lost(30.0)

    def test_strap_without_contact_bits_never_loses_contact(self) -> None:
        """What cannot be told is not claimed."""
        heartbeats = Heartbeats()
        beating(heartbeats, 5.0, 60)
        assert not heartbeats.is_contact_lost(65.0)


def test_filler_counts_for_nothing_also_at_the_end() -> None:
    """Two fillers in one interval are no missed beat of a heart."""
    heartbeats = Heartbeats()
    for t_s in range(40):
        heartbeats.notification(notification(0.5 + t_s, 512, 512, bpm=70))
    heartbeats.notification(notification(40.5, 1024, bpm=70))
    assert not heartbeats.are_intervals_believed
    assert [0.0] == [beat.beats for beat in heartbeats.flush()]
