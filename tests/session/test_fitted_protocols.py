"""A protocol stays practicable, and within its limits, however it is fitted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.fading import faded, with_owed_settle, within
from biofeed.core.phase import LEVELS, Feedback
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.core.safety import FIRST_SESSION_S, LONGEST_SESSION_S, USUAL_SESSION_S
from biofeed.session.carried_over import CarriedOver
from biofeed.session.preparing import adapted
from biofeed.session.protocols import bundled_protocols

every_protocol = pytest.mark.parametrize(
    "protocol", bundled_protocols(), ids=lambda protocol: protocol.name
)


@pytest.mark.parametrize("level", LEVELS)
@every_protocol
def test_a_fitted_protocol_may_be_practised(
    protocol: TrainingProtocol, level: Feedback
) -> None:
    """At any level of help, with a settle that is owed, and cut to a first session."""
    fading = replace(protocol, fades=True)
    fitted = within(with_owed_settle(faded(fading, level)), FIRST_SESSION_S)
    assert () == problems_of(fitted)


@given(st.none() | st.floats(1.0, 1e5), st.booleans())
def test_no_session_is_longer_than_it_may_be(
    longest_s: float | None,
    is_first: bool,  # noqa: FBT001 (drawn by position)
) -> None:
    """Whatever a protocol says; one that says nothing has the usual length."""
    protocol = replace(OPEN, longest_s=longest_s)
    fitted = adapted(protocol, CarriedOver(is_first=is_first))
    assert fitted.longest_s is not None
    assert fitted.longest_s <= (longest_s or USUAL_SESSION_S)
    assert fitted.longest_s <= LONGEST_SESSION_S


@every_protocol
def test_a_first_session_is_short(protocol: TrainingProtocol) -> None:
    """Also where the protocol is longer."""
    fitted = adapted(protocol, CarriedOver(is_first=True))
    assert fitted.longest_s is not None
    assert fitted.longest_s <= FIRST_SESSION_S
