"""Fifty readers at once on this machine: `python -m training.readers PORT [SECONDS]`.

Each opens a page of `jalur serve`, reads for two to six seconds and opens the next. Prints how long
pages took. Talks to 127.0.0.1 alone and stops by itself.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections import defaultdict
from statistics import median
from typing import Any

import httpx2

READERS = 50
LONGEST = 120.0
"""Seconds that it may go on."""

PLAIN = (
    *("/", "/talks", "/timeline", "/disputes", "/tolls", "/map", "/actors", "/sources"),
    *("/search?q=talks", "/search?q=gaza", "/timeline?status=planned", "/actors/IDN"),
)
SHARES = ((0.4, "plain"), (0.7, "event"), (0.85, "report"), (1.0, "talks"))
"""How often a page of each kind is opened, summed up."""


def addresses(base: str) -> dict[str, list[str]]:
    """Pages of every kind that the record has."""
    with httpx2.Client(base_url=base, trust_env=False, timeout=60) as client:

        def values(address: str) -> Any:
            return client.get(address).json()

        events = [e["id"] for p in (1, 2, 3) for e in values(f"/timeline.json?page={p}")["events"]]
        told = [values(f"/event/{e}.json")["tellings"][0]["telling"] for e in events[:20]]
        talks = [p["id"] for p in values("/talks.json")["talks"][:30]]
    return {
        "plain": list(PLAIN),
        "event": [f"/event/{e}" for e in events],
        "report": [f"/report/{t['report']}" for t in told],
        "talks": [f"/talks/{p}" for p in talks],
    }


async def reader(client: Any, pages: dict[str, list[str]], stop: float, took: Any) -> None:
    """One reader, until it is time to stop."""
    await asyncio.sleep(random.uniform(0, 5))
    while time.monotonic() < stop:
        draw = random.random()
        kind = next(k for share, k in SHARES if draw <= share)
        address = random.choice(pages[kind])
        begun = time.perf_counter()
        answer = await client.get(address)
        took[address if kind == "plain" else kind].append(time.perf_counter() - begun)
        assert answer.status_code == 200, address
        await asyncio.sleep(random.uniform(2, 6))


async def all_readers(base: str, seconds: float) -> dict[str, list[float]]:
    """Seconds that each page took, by kind."""
    pages = addresses(base)
    took: dict[str, list[float]] = defaultdict(list)
    stop = time.monotonic() + seconds
    async with httpx2.AsyncClient(base_url=base, trust_env=False, timeout=60) as client:
        await asyncio.gather(*(reader(client, pages, stop, took) for _ in range(READERS)))
    return took


def main() -> None:
    """Print the times."""
    seconds = min(float(sys.argv[2]) if len(sys.argv) > 2 else 20.0, LONGEST)
    took = asyncio.run(all_readers(f"http://127.0.0.1:{int(sys.argv[1])}", seconds))
    every = sorted(1000 * t for times in took.values() for t in times)
    marks = {f"p{q}": round(every[int(q / 100 * (len(every) - 1))]) for q in (50, 95, 99, 100)}
    print(len(every), "pages, ms:", marks)
    for kind, times in sorted(took.items(), key=lambda kv: -median(kv[1])):
        print(f"{kind:28s} {len(times):4d}  median {1000 * median(times):5.0f}")


if __name__ == "__main__":
    main()
