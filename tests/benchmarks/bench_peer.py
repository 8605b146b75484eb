"""What moving the breath costs, beside the way OpenHRV draws it.

``python tests/benchmarks/bench_peer.py [--seconds S] [--peer-python PYTHON]``

OpenHRV (github.com/JanCBrammer/OpenHRV) shows its pacer as a Qt chart: a filled spline
of forty points, each replaced for itself, eight times a second, in a square half as
high as its window; two more charts take a new line at each beat. The same is drawn
here, in a window of the same size as ours, and once more sixty times a second, which
is how often ours moves. All in turn, each in a process of its own; medians of three
turns are told. Exits 1 where ours costs more than 7 % of a core, which is what theirs
was seen to take elsewhere, or more than their way does at our pace.

QtCharts comes with PySide6-Addons, which biofeed does not need: name a Python that has
it, in an environment of its own, with ``--peer-python``.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TURNS = 3

BAR_PCT = 7.0

THEIRS_HZ = 8
OURS_HZ = 60

SHARE = re.compile(r"CPU share of a core\D*([\d.]+)")


def main() -> int:
    """Measure, print, and return 1 where ours costs more."""
    asked = arguments()
    seconds = str(asked.seconds)
    chart = [asked.peer_python, str(HERE / "peer_chart.py"), seconds]
    display = [sys.executable, str(HERE / "bench_display.py")]
    ways = {
        "ours, 60 a second": [*display, "--minutes", str(asked.seconds / 60.0)],
        "as OpenHRV does, 8 a second": [*chart, str(THEIRS_HZ)],
        "as OpenHRV does, 60 a second": [*chart, str(OURS_HZ)],
    }
    shares_pct: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(TURNS):
        for way, command in ways.items():
            shares_pct[way].append(share_pct(command))
    for way, each in shares_pct.items():
        told = ", ".join(f"{share:.1f}" for share in each)
        line = f"{way:30} {statistics.median(each):5.1f} % of a core  (of {told})"
        sys.stdout.write(line + "\n")
    ours, _, as_often = (statistics.median(each) for each in shares_pct.values())
    return int(ours > min(BAR_PCT, as_often))


def share_pct(command: list[str]) -> float:
    """What a program says it took, % of a core."""
    ran = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found = SHARE.search(ran.stdout)
    if found is None:
        raise SystemExit(f"{command[1]} could not be measured")
    return float(found[1])


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--peer-python", default=sys.executable)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
