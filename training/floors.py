"""Re-pins the floors of `tests/floors.toml`: `python -m training.floors [--lower]`.

Scores each set of coded reports with the program as it is and raises its floors to what is reached
now; none is lowered without `--lower`. A set whose folder is not here stays as it is.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from jalur.evaluate import load, score
from jalur.evaluate.corpus import corpus_hash
from jalur.evaluate.floors import Floors, below, raised, read_floors, value_of, write_floors
from jalur.evaluate.predict import predict

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "tests" / "floors.toml"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--lower", action="store_true", help="pin what is reached, even if it fell")
    lower = args.parse_args().lower
    sets = read_floors(FILE)
    write_floors(FILE, {name: repinned(one, lower=lower) for name, one in sets.items()})


def repinned(one: Floors, *, lower: bool) -> Floors:
    """A set with its floors measured anew, the change printed."""
    folder = ROOT / one.folder
    if not folder.is_dir():
        print(f"{one.name}: {one.folder} is not here; its floors stay")
        return one
    gold = load(folder)
    tally = score(gold, predict(folder))
    floors = raised(tally, one, lower=lower)
    print(f"{one.name}: {len(gold)} reports of {one.folder}")
    for name, floor in floors.items():
        was = one.floors.get(name, 0.0)
        aim = f"  aim {one.aims[name]:.3f}" if name in one.aims else ""
        print(f"  {name:20} now {value_of(tally, name):.3f}  floor {was:.3f} → {floor:.3f}{aim}")
    for line in below(tally, floors):
        print(f"  below its floor: {line}; mend it, or say --lower")
    reached = {name: value_of(tally, name) for name in floors}
    return replace(
        one, corpus=corpus_hash(folder), reports=len(gold), floors=floors, reached=reached
    )


if __name__ == "__main__":
    main()
