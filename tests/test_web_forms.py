"""What persons write through the pages: a report, a judgement; with name, reason and token."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from jalur.record import open_record
from jalur.views.web import forms
from jalur.views.web.guard import Rate
from jalur.views.web.pages.add import LONGEST_TEXT
from jalur.views.web.reader import READER, understood
from web import make, reader, token, told

REPORT = (
    "DOHA, March 5 (Reuters) - Israel and Hamas held talks in Doha on Monday, Qatar's foreign"
    " ministry said. Hamas rejected a proposal for a truce, its spokesman said."
)


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return reader(make(tmp_path / "r.jalur", list(told())[:16]))


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads in this very process: the models are loaded already; and with room to try often."""
    monkeypatch.setattr(READER, "read", understood)
    monkeypatch.setattr(forms, "READINGS", Rate(50, 60))
    monkeypatch.setattr(forms, "JUDGEMENTS", Rate(50, 60))


def several(client: TestClient) -> dict[str, Any]:
    """An event with more than one claim."""
    events = client.get("/timeline.json").json()["events"]
    found: dict[str, Any] = next(e for e in events if len(e["claims"]) > 1)
    return found


def test_a_report_is_read_shown_kept(client: TestClient) -> None:
    given = {"token": token(client), "text": REPORT, "published": "2024-03-05", "outlet": "Reuters"}
    draft = client.post("/add", data=given)
    assert draft.status_code == 303
    shown = client.get(draft.headers["location"])
    assert "k-trigger" in shown.text and "Keep it" in shown.text
    before = client.get("/today.json").json()["record"]["reports"]
    form = {"token": token(client), "draft": draft.headers["location"].rpartition("/")[2]}
    kept = client.post("/add/keep", data=form)
    assert kept.status_code == 303
    assert client.get(kept.headers["location"]).status_code == 200
    assert client.get("/today.json").json()["record"]["reports"] == before + 1
    assert client.post("/add/keep", data=form).status_code == 410


def test_a_file_is_read(client: TestClient) -> None:
    files = {"file": ("../../news.txt", REPORT.encode(), "text/plain")}
    given = {"token": token(client), "published": "2024-03-05"}
    assert client.post("/add", data=given, files=files).status_code == 303
    broken = {"file": ("news.json", b"\x00\xff{", "application/json")}
    answer = client.post("/add", data=given, files=broken)
    assert answer.status_code == 422 and "could not be read" in answer.text
    assert "/tmp" not in answer.text


def test_nothing_and_too_much_are_refused(client: TestClient) -> None:
    for text, status in (("", 400), ("  \n", 400), ("x" * (LONGEST_TEXT + 1), 413)):
        data = {"token": token(client), "text": text}
        assert client.post("/add", data=data).status_code == status


def test_a_form_from_elsewhere_is_refused(client: TestClient) -> None:
    event = several(client)
    data = {"event": event["id"], "act": "confirm", "by": "A", "why": "B"}
    own = token(client)
    for bad in ("", "x", own[:-1]):
        assert client.post("/judge", data={**data, "token": bad}).status_code == 403
    foreign = {"origin": "http://evil.example"}
    assert client.post("/judge", data={**data, "token": own}, headers=foreign).status_code == 403
    crossed = {"sec-fetch-site": "cross-site"}
    assert client.post("/judge", data={**data, "token": own}, headers=crossed).status_code == 403
    other = reader(Path(client.app.state.house.serving.record))  # type: ignore[attr-defined]
    assert client.post("/judge", data={**data, "token": token(other)}).status_code == 403
    client.cookies.clear()
    assert client.post("/judge", data={**data, "token": own}).status_code == 403


def test_a_split_is_kept_with_name_and_reason_and_survives_a_rebuild(client: TestClient) -> None:
    event = several(client)
    part, rest = event["claims"][-1], event["claims"][:-1]
    page = f"/event/{event['id']}"
    data = {"event": event["id"], "act": "split", "claim": [part], "token": token(client, page)}
    assert client.post("/judge", data={**data, "by": "", "why": "x"}).status_code == 400
    done = client.post("/judge", data={**data, "by": "Sari", "why": "two towns"})
    assert done.status_code == 303 and done.headers["location"] == page
    assert part not in client.get(f"{page}.json").json()["claims"]
    assert "two towns" in client.get(page).text
    record = open_record(client.app.state.house.serving.record)  # type: ignore[attr-defined]
    record.rebuild()
    record.refresh()
    record.close()
    assert client.get(f"{page}.json").json()["claims"] == rest
    assert client.get(f"/event/e{part}.json").json()["claims"] != event["claims"]
    time.sleep(1.1)  # judgements are put in order by the second
    merge = {"event": event["id"], "act": "merge", "other": f"e{part}", "by": "Adi", "why": "one"}
    client.post("/judge", data={**merge, "token": token(client, page)})
    assert part in client.get(f"{page}.json").json()["claims"]


def test_a_judgement_can_be_taken_back(client: TestClient) -> None:
    event = several(client)
    page = f"/event/{event['id']}"
    own = {"event": event["id"], "token": token(client, page), "by": "Sari", "why": "seen both"}
    assert client.post("/judge", data={**own, "act": "confirm"}).status_code == 303
    text = client.get(page).text
    assert "seen both" in text
    judgement = text.partition('name="judgement" value="')[2].partition('"')[0]
    back = {**own, "act": "withdraw", "judgement": judgement, "why": "wrong"}
    assert client.post("/judge", data=back).status_code == 303
    assert 'name="judgement"' not in client.get(page).text


@pytest.mark.parametrize(
    "given",
    [
        {"act": "split", "claim": []},
        {"act": "split", "claim": ["0" * 16]},
        {"act": "merge", "other": "e0000000000000000"},
        {"act": "withdraw", "judgement": "j0"},
        {"act": "burn"},
    ],
)
def test_what_cannot_be_judged_is_refused(client: TestClient, given: dict[str, Any]) -> None:
    event = several(client)
    data = {"event": event["id"], "token": token(client), "by": "A", "why": "B", **given}
    answer = client.post("/judge", data=data)
    assert 400 <= answer.status_code < 500
    assert client.get("/timeline.json").json()["events"]


def test_forms_have_a_rate(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "READINGS", Rate(1, 60))
    data = {"token": token(client), "text": REPORT}
    assert client.post("/add", data=data).status_code == 303
    assert client.post("/add", data=data).status_code == 429
