"""The tables of the link: each figure, and what may never happen."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from devices.deadlines import DEADLINES
from devices.link import Happened, Incident, Link, Step, announced, announcement
from devices.reconnect import TRANSITIONS, after, due_s
from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState

STRAP = DeviceIdentity(name="Strap", address="A0:9E:1A:00:00:01")


@dataclass
class Told:
    """A link, told incidents one by one, and what it announced."""

    link: Link
    said: list[LinkChanged]

    def tell(
        self,
        happened: Happened,
        t_s: float,
        *,
        reason: LinkReason | None = None,
        device: DeviceIdentity | None = None,
    ) -> None:
        before = self.link
        incident = Incident(t_s=t_s, happened=happened, reason=reason, device=device)
        self.link = after(before, incident)
        if news := announcement(before, self.link, t_s=t_s):
            self.said.append(news)

    def connect(self, t_s: float) -> None:
        for happened in (
            Happened.TRYING,
            Happened.FOUND,
            Happened.SUBSCRIBED,
            Happened.NOTIFIED,
        ):
            self.tell(happened, t_s)

    def attempt_fails(self, *, reason: LinkReason) -> float:
        """Fail at the earliest moment, and return how long the wait before it was."""
        began_s = self.link.began_s
        retry_s = self.link.retry_s
        self.tell(Happened.TRYING, retry_s)
        self.tell(Happened.FAILED, retry_s, reason=reason)
        return retry_s - began_s


@pytest.fixture
def told() -> Told:
    return Told(link=Link(device=STRAP), said=[])


class TestSilence:
    def test_f01_stale_after_three_seconds_and_lost_after_eight(
        self, told: Told
    ) -> None:
        """A strap that walks away is stale at 3 s and lost at 8 s, with the reason."""
        told.connect(10.0)
        for t_s in (12.99, 13.0, 17.99, 18.0):
            told.tell(Happened.TIME, t_s)
        expected = [
            (13.0, LinkState.STALE, LinkReason.SILENT),
            (18.0, LinkState.LOST, LinkReason.SILENT),
        ]
        assert expected == [(n.t_s, n.link, n.reason) for n in told.said[-2:]]

    def test_a_packet_makes_a_stale_link_live_in_the_same_epoch(
        self, told: Told
    ) -> None:
        """Silence that ends before 8 s is no new connection."""
        told.connect(10.0)
        told.tell(Happened.TIME, 14.0)
        told.tell(Happened.NOTIFIED, 15.0)
        assert (told.said[-1].link, told.said[-1].epoch) == (LinkState.LIVE, 0)

    def test_a_packet_read_late_keeps_the_link(self, told: Told) -> None:
        """A program held up for 10 s drops no link that lives."""
        told.connect(10.0)
        told.tell(Happened.NOTIFIED, 20.0)
        told.tell(Happened.TIME, 20.0)
        assert told.link.step is Step.LIVE

    def test_a_subscription_that_stays_silent_is_given_up(self, told: Told) -> None:
        """Eight seconds of silence after the subscription end the connection."""
        for happened in (Happened.TRYING, Happened.FOUND, Happened.SUBSCRIBED):
            told.tell(happened, 1.0)
        told.tell(Happened.TIME, 9.0)
        assert (told.link.step, told.link.reason) == (Step.WAITING, LinkReason.SILENT)


class TestAttempts:
    def test_a_new_link_is_tried_at_once(self) -> None:
        """Nothing was tried, nothing lost, nothing asked of anybody."""
        new = Link()
        assert (0.0, 0, 0) == (new.retry_s, new.failures, new.epoch)
        assert (None, False, False) == (new.lost_s, new.prompted, new.engaged)

    def test_back_off_grows_to_ten_seconds_and_stays(self, told: Told) -> None:
        """Waits are 0.5, 1, 2, 5, 10 s, then 10 s for ever."""
        told.connect(0.0)
        told.tell(Happened.DROPPED, 100.0)
        waits = [told.attempt_fails(reason=LinkReason.NOT_FOUND) for _ in range(8)]
        assert waits == [0.5, 1.0, 2.0, 5.0, 10.0, 10.0, 10.0, 10.0]

    @pytest.mark.parametrize("reason", LinkReason)
    def test_no_reason_ends_the_attempts(self, told: Told, reason: LinkReason) -> None:
        """After any failure there is a next attempt, at most 10 s away."""
        for _ in range(20):
            assert 0.0 <= told.attempt_fails(reason=reason) <= 10.0
        assert (told.said[-1].link, told.said[-1].reason) == (
            LinkState.SEARCHING,
            reason,
        )

    def test_a_link_that_was_live_begins_the_waits_anew(self, told: Told) -> None:
        """However often it drops: what has just delivered is tried again soon."""
        waits = []
        for _ in range(4):
            told.connect(told.link.retry_s)
            told.tell(Happened.DROPPED, told.link.heard_s + 1.0)
            waits.append(told.link.retry_s - told.link.began_s)
        assert waits == [0.5, 0.5, 0.5, 0.5]

    @pytest.mark.parametrize("last", [Happened.TRYING, Happened.FOUND])
    def test_f10_an_attempt_is_cut_at_twenty_seconds(
        self, told: Told, last: Happened
    ) -> None:
        """A stack that never answers has 20 s, counted from the search."""
        told.tell(Happened.TRYING, 1.0)
        told.tell(last, 15.0)
        told.tell(Happened.TIME, 20.9)
        assert told.link.engaged
        told.tell(Happened.TIME, 21.0)
        assert (told.link.engaged, told.link.reason) == (False, LinkReason.TIMED_OUT)


class TestAnnouncements:
    def test_a_loss_of_sixty_seconds_is_announced_once_more(self, told: Told) -> None:
        """At 60 s lost, the loss is said again with the newest reason, once."""
        told.connect(0.0)
        told.tell(Happened.DROPPED, 20.0)
        told.attempt_fails(reason=LinkReason.NOT_FOUND)
        for t_s in range(21, 200):
            told.tell(Happened.TIME, float(t_s))
        expected = [
            (20.0, LinkReason.DROPPED),
            (20.5, LinkReason.NOT_FOUND),
            (80.0, LinkReason.NOT_FOUND),
        ]
        assert expected == [
            (n.t_s, n.reason) for n in told.said if n.link is LinkState.LOST
        ]

    def test_attempts_during_a_loss_are_announced_as_lost(self, told: Told) -> None:
        """To the person a link that was live is lost until it is live again."""
        told.connect(0.0)
        told.tell(Happened.DROPPED, 1.0)
        told.connect(2.0)
        assert [news.link for news in told.said][-3:] == [
            LinkState.LIVE,
            LinkState.LOST,
            LinkState.LIVE,
        ]

    def test_who_it_is_is_told_once_known_and_kept(self, told: Told) -> None:
        """A strap found by its address gets its name, then its serial number."""
        named = replace(STRAP, name="Strap 42")
        known = replace(named, serial="42")
        told.tell(Happened.TRYING, 0.0)
        told.tell(Happened.FOUND, 1.0, device=named)
        told.tell(Happened.NOTIFIED, 2.0)
        told.tell(Happened.IDENTIFIED, 3.0, device=known)
        told.tell(Happened.DROPPED, 4.0)
        told.tell(Happened.IDENTIFIED, 5.0, device=STRAP)
        assert [named, named, known, known] == [news.device for news in told.said]
        assert known == told.link.device

    def test_the_table_knows_better_why_than_the_incident(self, told: Told) -> None:
        """A drop is a drop, whatever the system calls it; a failure has its reason."""
        told.connect(0.0)
        told.tell(Happened.DROPPED, 1.0, reason=LinkReason.FAILED)
        told.attempt_fails(reason=LinkReason.REFUSED)
        assert [LinkReason.DROPPED, LinkReason.REFUSED] == [
            news.reason for news in told.said[-2:]
        ]

    def test_f09_waking_up_begins_a_new_epoch(self, told: Told) -> None:
        """A sleep ends the connection, tries again soon, and counts a new epoch."""
        told.connect(0.0)
        told.tell(Happened.WOKE, 600.0)
        assert (told.said[-1].reason, 600.5) == (
            LinkReason.SUSPENDED,
            told.link.retry_s,
        )
        told.connect(600.5)
        assert (told.said[-1].link, told.said[-1].epoch) == (LinkState.LIVE, 1)

    def test_closed_is_the_end(self, told: Told) -> None:
        """Nothing happens to a closed link."""
        told.connect(0.0)
        told.tell(Happened.CLOSED, 1.0)
        for happened in Happened:
            told.tell(happened, 500.0)
        assert told.link.step is Step.CLOSED
        assert told.said[-1].link is LinkState.CLOSED


def test_every_step_but_closed_can_be_left_and_every_step_reached() -> None:
    """The table has no dead end and no orphan."""
    left = {step for step, _ in TRANSITIONS}
    reached = {row.step for row in TRANSITIONS.values()}
    assert set(Step) == reached
    assert set(Step) - {Step.CLOSED} == left


class AnyLink(RuleBasedStateMachine):
    """Whatever happens in whatever order, these hold."""

    def __init__(self) -> None:
        super().__init__()
        self.t_s = 0.0
        self.link = Link(device=STRAP)
        self.said = [announced(self.link, t_s=0.0)]
        self.prompts = 0

    def _tell(self, happened: Happened, reason: LinkReason | None = None) -> None:
        before = self.link
        incident = Incident(t_s=self.t_s, happened=happened, reason=reason)
        self.link = after(before, incident)
        self.prompts += self.link.prompted and not before.prompted
        if news := announcement(before, self.link, t_s=self.t_s):
            self.said.append(news)

    @rule(passed_s=st.floats(0.0, 70.0))
    def time_passes(self, passed_s: float) -> None:
        """Time passes, and the link is told of it as often as its shell does."""
        until_s = self.t_s + passed_s
        while self.t_s < until_s:
            self.t_s = min(self.t_s + DEADLINES.tick_s, until_s)
            self._tell(Happened.TIME)

    @rule(
        happened=st.sampled_from(
            sorted(set(Happened) - {Happened.TIME, Happened.CLOSED})
        ),
        reason=st.sampled_from(LinkReason),
    )
    def anything_happens(self, happened: Happened, reason: LinkReason) -> None:
        """Also what cannot happen now: it came too late."""
        self._tell(happened, reason)

    @precondition(lambda self: self.link.step is Step.WAITING)
    @rule()
    def it_comes_back(self) -> None:
        """The strap is there at the next attempt."""
        self.t_s = max(self.t_s, self.link.retry_s)
        for happened in (Happened.TRYING, Happened.FOUND, Happened.NOTIFIED):
            self._tell(happened)
        assert self.link.step is Step.LIVE

    @invariant()
    def live_means_heard_lately(self) -> None:
        """No value older than 3 s counts as current once time was told."""
        if self.link.step is Step.LIVE:
            now = after(self.link, Incident(t_s=self.t_s, happened=Happened.TIME))
            fresh = self.t_s - self.link.heard_s < DEADLINES.stale_s
            assert fresh == (now.step is Step.LIVE)

    @invariant()
    def no_silence_outlives_eight_seconds(self) -> None:
        """A connection that says nothing is never kept longer."""
        if self.link.step in {Step.LISTENING, Step.LIVE, Step.STALE}:
            told = after(self.link, Incident(t_s=self.t_s, happened=Happened.TIME))
            silent_s = self.t_s - self.link.heard_s
            assert silent_s < DEADLINES.dead_s or told.step is Step.WAITING

    @invariant()
    def an_attempt_is_never_more_than_ten_seconds_away(self) -> None:
        """It waits, works or listens; it never sits idle for ever."""
        if self.link.step is Step.WAITING:
            assert self.link.retry_s <= self.link.began_s + 10.0
        else:
            assert due_s(self.link) < float("inf")

    @invariant()
    def the_loss_is_prompted_once(self) -> None:
        """A prompt is for one loss, and a loss has one prompt."""
        losses = sum(
            before.link is not LinkState.LOST and now.link is LinkState.LOST
            for before, now in pairwise(self.said)
        )
        assert self.prompts <= losses

    @invariant()
    def announcements_are_in_order_and_have_reasons(self) -> None:
        """Epochs grow by one, a time never runs back, and a loss says why."""
        for before, now in pairwise(self.said):
            assert before.t_s <= now.t_s
            assert now.epoch - before.epoch in {0, 1}
            if now.epoch > before.epoch:
                assert now.link is LinkState.LIVE
            if now.link in {LinkState.STALE, LinkState.LOST}:
                assert now.reason is not None

    @invariant()
    def telling_the_time_twice_changes_nothing(self) -> None:
        """How often time is told does not matter."""
        tick = Incident(t_s=self.t_s, happened=Happened.TIME)
        once = after(self.link, tick)
        assert once == after(once, tick)


AnyLink.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
test_whatever_happens = AnyLink.TestCase
