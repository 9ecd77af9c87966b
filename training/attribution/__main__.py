"""Measures who is said to tell what.

python -m training.attribution gold     [--gold DIR]     sources and via of the coded reports
python -m training.attribution polnear  [--data DIR]     PolNeAR dev, exact spans
python -m training.attribution pfsa     [--data DIR]     PFSA-ID test, direct quotations
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attribution import coded, pfsa, polnear


def main() -> None:
    """Run one measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["gold", "polnear", "pfsa"])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    parser.add_argument("--show", type=int, default=0, help="how many wrong ones to print")
    chosen = parser.parse_args()
    if chosen.what == "gold":
        coded.measure(chosen.gold, chosen.show)
    elif chosen.what == "polnear":
        polnear.measure(chosen.data, chosen.show).show()
    else:
        score, met = pfsa.measure(chosen.data, chosen.show)
        score.show()
        print({k: f"{met[k]}/{met['all']}" for k in ("overlap", "speaker")})


if __name__ == "__main__":
    main()
