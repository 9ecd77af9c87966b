"""Makes the pictures of the pages: `make screenshots`, or `python -m training.pictures [FOLDER]`.

Reads stories of our own into a record, serves it on this machine and has Debian's Chromium
(`apt-get install chromium`) take the pictures of `docs/pictures/`.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from jalur.record import open_record
from jalur.views.web.app import application
from jalur.views.web.guard import Serving
from training.stories import stories

FOLDER = Path("docs/pictures")
WIDE, NARROW = (1200, 860), (360, 700)


@contextmanager
def served(record: Path) -> Iterator[str]:
    """A record's pages, for as long as the pictures take."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    app = application(Serving(str(record), port=port))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def make(path: Path) -> None:
    """A record of all our stories."""
    record = open_record(str(path))
    record.add([(c, n) for story in stories() for n, c in story.coded.items()], "pictures")
    record.refresh()
    record.close()


def shots(site: str, browser: Browser) -> list[tuple[str, str, tuple[int, int], str]]:
    """Each picture: its name, its address, the window, light or dark."""
    talks = asked(site, browser, "/talks.json")["talks"]
    richest = max(talks, key=lambda p: (len(p["rounds"]) + len(p["positions"]), p["id"]))
    events = asked(site, browser, "/disputes.json")["events"]
    disputed = next(e for e in events if any(d["field"] == "status" for d in e["disputes"]))
    report = report_with_most(site, browser, events)
    return [
        ("process", f"/talks/{richest['id']}", WIDE, "light"),
        ("report", report, WIDE, "light"),
        ("event", f"/event/{disputed['id']}", WIDE, "light"),
        ("today", "/?since=2026-03-01", WIDE, "light"),
        ("talks", "/talks", WIDE, "light"),
        ("tolls", "/tolls", WIDE, "light"),
        ("map", "/map", WIDE, "light"),
        ("phone", f"/talks/{richest['id']}", NARROW, "dark"),
    ]


def report_with_most(site: str, browser: Browser, events: list[Any]) -> str:
    """The address of the English report among those of some events of which most was read."""
    best = ("", 0)
    for event in events[:12]:
        for one in asked(site, browser, f"/event/{event['id']}.json")["tellings"]:
            report = asked(site, browser, f"/report/{one['telling']['report']}.json")
            coded = report["coded"]
            number = len(coded["events"]) + 3 * len(coded["tolls"])
            if report["language"] == "en" and number > best[1]:
                best = (f"/report/{report['id']}#e-{coded['events'][0]['id']}", number)
    return best[0]


def asked(site: str, browser: Browser, address: str) -> Any:
    """The values of a page."""
    context = browser.new_context(base_url=site)
    found = context.request.get(address).json()
    context.close()
    return found


def main() -> None:
    """Take every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("no Chromium on this machine: apt-get install chromium")
    with TemporaryDirectory() as place, sync_playwright() as driver:
        make(Path(place) / "stories.jalur")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(Path(place) / "stories.jalur") as site:
            for name, address, (width, height), scheme in shots(site, browser):
                context = browser.new_context(
                    base_url=site,
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,  # type: ignore[arg-type]
                    locale="en-GB",
                )
                page = context.new_page()
                page.goto(address)
                page.evaluate("document.fonts.ready")
                page.evaluate(
                    "scrollTo(0, 0)"
                )  # a fragment marks its words, the head stays in view
                page.screenshot(path=folder / f"{name}.png")
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
