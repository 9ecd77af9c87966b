"""What the tests of the web pages share: a record of some of our own stories, and readers of it."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from starlette.testclient import TestClient

from conftest import ROOT
from jalur import coding
from jalur.pipeline import understand
from jalur.record import keepable, open_record
from jalur.reports import Given, compose
from jalur.reports.records import Raw
from jalur.views.web.app import application
from jalur.views.web.guard import Serving

STORIES = ("01", "06", "16", "20", "23")
"""Stories with rounds, proposals, positions, agreements, disputes, tolls and copies."""

HERE = "http://127.0.0.1:8400"
HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>'
STEERING = "Amir\u202egpj.exe\u200b\x07"


def read(text: str, outlet: str, published: str, language: str = "en") -> dict[str, Any]:
    """A text as coded."""
    raw = Raw(text=text, id="r", language=language, published=published, outlet=outlet)
    return coding.write(understand(keepable(compose.report_of(raw, compose.checked(Given())))))


def told() -> Iterator[tuple[dict[str, Any], str]]:
    """The reports of some stories, as coded."""
    for path in sorted((ROOT / "tests/cases/stories").glob("*.yaml")):
        if path.name.startswith(STORIES):
            story = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            for one in story["reports"]:
                day = str(one["published"].isoformat())
                yield read(one["text"], one["outlet"], day, one["language"]), one["id"]


def hostile() -> dict[str, Any]:
    """A report whose every text tries to be more than text."""
    text = (
        "GENEVA, March 5 (AFP) - The Israeli army killed at least 12 people in Rafah on Monday, "
        f"{HOSTILE} said. Hamas condemned the attack, {STEERING} said. {'A' * 5000}"
    )
    coded = read(text, "AFP", "2024-03-05")
    head = coded["report"]
    head.update(
        id="r000000000000bad",
        outlet=f"={HOSTILE}",
        title=f'=HYPERLINK("http://evil.example"){HOSTILE}{STEERING}',
        byline=f"@{STEERING}",
        url="javascript:alert(3)",
    )
    for event in coded["events"]:
        for source in event["sources"]:
            source.update(name=f"+{HOSTILE}{STEERING}", kind="named", via=[HOSTILE])
        for person in (*event["actors"], *event["recipients"]):
            person["name"] = f"-{HOSTILE}"
        if event["place"]:
            event["place"]["name"] = HOSTILE
    return coded


def make(path: Path, coded: list[tuple[dict[str, Any], str]]) -> Path:
    """A record of some coded reports."""
    record = open_record(str(path))
    if coded:
        record.add(coded, "test")
    record.refresh()
    record.close()
    return path


def reader(path: Path | str, **more: Any) -> TestClient:
    """A client of a record's pages."""
    app = application(Serving(str(path), **more))
    client = TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)
    weakref.finalize(client, app.state.house.viewer.close)
    return client


def addresses(client: TestClient) -> list[str]:
    """One address of every kind of page that a record has."""
    every = [
        *("/", "/talks", "/timeline", "/disputes", "/map", "/tolls", "/actors", "/sources"),
        *(
            "/search",
            "/search?q=talks",
            "/add",
            "/map?region=middle-east",
            "/timeline?status=denied",
        ),
    ]
    talks = client.get("/talks.json").json()["talks"]
    for process in [*talks[:4], *(p for p in talks[4:] if p["proposals"])]:
        every += [f"/talks/{process['id']}", f"/talks/{process['id']}/brief?days=60"]
        every += [f"/talks/{process['id']}?lanes=mediator", f"/timeline?between={process['id']}"]
        every += [f"/round/{r['id']}" for r in process["rounds"][:2]]
        every += [f"/proposal/{p['id']}" for p in process["proposals"][:1]]
    for event in client.get("/disputes.json").json()["events"][:3]:
        every.append(f"/event/{event['id']}")
        told_ = client.get(f"/event/{event['id']}.json").json()["tellings"]
        every += [f"/report/{t['telling']['report']}" for t in told_[:2]]
    every += [f"/actors/{d['code']}" for d in client.get("/actors.json").json()[:3]]
    return every


def token(client: TestClient, page: str = "/add") -> str:
    """The token that a form of a page carries."""
    text = client.get(page).text
    return text.partition('name="token" value="')[2].partition('"')[0]
