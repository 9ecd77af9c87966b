"""How long the first view of every kind of page takes: `python -m training.firstviews PORT [SEED]`.

Asks a `jalur serve` that was just started for each page once, in an order of chance, and prints
how long the slowest took. Talks to 127.0.0.1 alone.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median
from typing import Any

import httpx2

LISTS = (
    *("/", "/?since=2026-03-01", "/?since=2020-01-01", "/add", "/map", "/map?region=middle-east"),
    *("/talks", "/talks?page=2", "/disputes", "/disputes?page=50", "/sources", "/sources?page=50"),
    *("/tolls", "/tolls?disputed=1", "/tolls?page=200", "/actors", "/actors?page=3"),
    *("/actors/IDN", "/actors/ISR", "/actors/USA"),
)
TIMELINES = (
    *("", "status=planned", "actor=ISR", "recipient=UKR", "page=1500", "place=Doha"),
    *("place=UKR", "source=israel", "outlet=Reuters", "type=CONSULT&status=denied"),
    "since=2022-01-01&until=2022-12-31",
)
SEARCHES = (
    *("", "q=talks", "q=gaza", "q=israel", "q=the+talks+in+doha", "q=talks&type=CONSULT"),
    *("q=zzz", "q=killed&year=2023", "status=denied&page=20"),
)
SHOWN = 12


def main() -> None:
    """Print the times."""
    base = f"http://127.0.0.1:{int(sys.argv[1])}"
    random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    lists = [*LISTS, *(f"/timeline?{q}" for q in TIMELINES), *(f"/search?{q}" for q in SEARCHES)]
    random.shuffle(lists)
    with httpx2.Client(base_url=base, trust_env=False, timeout=60) as client:
        taken = [asked(client, address) for address in lists]
        taken += [asked(client, address) for address in of_one(client)]
    times = [ms for ms, _, _ in taken]
    over = sum(ms > 200 for ms in times)
    print(
        f"{len(times)} pages, ms: median {median(times):.0f}, most {max(times):.0f}; {over} > 200"
    )
    for ms, size, address in sorted(taken, reverse=True)[:SHOWN]:
        print(f"{ms:6.0f} ms {size / 1000:6.0f} kB  {address}")


def asked(client: Any, address: str) -> tuple[float, int, str]:
    """Milliseconds, bytes before compression, and the address."""
    begun = time.perf_counter()
    answer = client.get(address, headers={"accept-encoding": "identity"})
    assert answer.status_code == 200, address
    return 1000 * (time.perf_counter() - begun), len(answer.content), address


def of_one(client: Any) -> list[str]:
    """The pages of the longest talks, of the events with most claims, and of one report."""
    talks = sorted(client.get("/talks.json").json()["talks"], key=lambda p: -len(p["rounds"]))[:3]
    events = client.get("/timeline.json").json()["events"]
    events = sorted(events, key=lambda e: -len(e["claims"]))[:3]
    (told, *_) = client.get(f"/event/{events[0]['id']}.json").json()["tellings"]
    found = [f"/event/{e['id']}" for e in events] + [f"/report/{told['telling']['report']}"]
    for one in talks:
        page = f"/talks/{one['id']}"
        found += [page, f"{page}?lanes=mediator", f"{page}/brief", f"{page}?page=3"]
        found += [f"/timeline?between={one['id']}", f"/timeline?process={one['id']}"]
        found += [f"/round/{r['id']}" for r in one["rounds"][:1]]
        found += [f"/proposal/{p['id']}" for p in one["proposals"][:1]]
    return found


if __name__ == "__main__":
    main()
