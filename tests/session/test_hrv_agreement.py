"""The core's numbers against NeuroKit2's, live."""

import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.session.hrv_agreement import DISAGREES, AgreementWatch, disagreement
from biofeed.session.hrv_windows import INDICES
from biofeed.session.snapshot import HrvPanel


def alternating(count: int, *, label_of_last: BeatLabel) -> tuple[Beat, ...]:
    """Intervals of 990 and 1010 ms in turn: RMSSD 20 ms, 60 bpm."""
    return tuple(
        Beat(
            t_s=k + 1.0,
            rr_ms=990.0 + 20.0 * (k % 2),
            label=label_of_last if k == count - 1 else BeatLabel.NORMAL,
            beats=1.0,
            follows=0 < k < count - 1,
            breaks=k == 0,
        )
        for k in range(count)
    )


def panel(**indices: float) -> HrvPanel:
    known: dict[str, float | None] = {**dict.fromkeys(INDICES), **indices}
    return HrvPanel(window_s=60, end_s=60.0, beats=60, artefacts=0, indices=known)


@pytest.mark.parametrize(
    ("ours", "theirs", "differ"),
    [
        (100.0, 100.0, False),
        (100.0, 99.0, False),
        (100.0, 98.9, True),
        (98.9, 100.0, True),
        (0.0, 0.0, False),
        (0.0, 0.1, True),
    ],
)
def test_more_than_one_percent_is_a_disagreement(
    ours: float, theirs: float, *, differ: bool
) -> None:
    """One percent of the larger is the limit, whichever is larger."""
    assert differ == (disagreement("RMSSD", ours, theirs, t_s=7.0) is not None)


def test_notice_says_what_differs_and_by_how_much() -> None:
    """The notice names the quantity and both values, at the window's end."""
    notice = disagreement("RMSSD over 60 s, ms", 31.25, 40.0, t_s=7.0)
    assert notice is not None
    assert (notice.t_s, notice.code) == (7.0, DISAGREES)
    assert notice.detail == "RMSSD over 60 s, ms: 31.25 here, 40 by NeuroKit2"


def test_same_numbers_raise_no_notice() -> None:
    """RMSSD and heart rate that agree are passed over in silence."""
    beats = alternating(60, label_of_last=BeatLabel.NORMAL)
    same = panel(HRV_RMSSD=20.0, HRV_MeanNN=1000.0)
    assert AgreementWatch().news([same], beats) == []


def test_each_quantity_raises_its_own_notice() -> None:
    """Two quantities that differ make two notices."""
    beats = alternating(60, label_of_last=BeatLabel.NORMAL)
    other = panel(HRV_RMSSD=30.0, HRV_MeanNN=900.0)
    assert [
        notice.detail.split()[0] for notice in AgreementWatch().news([other], beats)
    ] == [
        "RMSSD",
        "heart",
    ]


def test_heart_rate_is_not_compared_across_an_artefact() -> None:
    """The core counts an artefact's time and NeuroKit2 does not: no disagreement."""
    beats = alternating(60, label_of_last=BeatLabel.ECTOPIC)
    other = panel(HRV_RMSSD=20.0, HRV_MeanNN=900.0)
    assert AgreementWatch().news([other], beats) == []


def test_unknown_is_not_compared() -> None:
    """Where either side knows nothing there is nothing to say."""
    assert AgreementWatch().news([panel()], ()) == []
    beats = alternating(60, label_of_last=BeatLabel.NORMAL)
    assert AgreementWatch().news([panel()], beats) == []


def test_a_lasting_disagreement_is_told_once() -> None:
    """Not at every panel for eight hours; anew once the two had agreed again."""
    watch = AgreementWatch()
    beats = alternating(60, label_of_last=BeatLabel.NORMAL)
    same, other = panel(HRV_RMSSD=20.0), panel(HRV_RMSSD=30.0)
    told = [len(watch.news([each], beats)) for each in (other, other, same, other)]
    assert [1, 0, 0, 1] == told
