"""News text does nothing, strangers get nothing, readers write nothing, a fault stays small."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from sqlalchemy import text
from starlette.testclient import TestClient

from jalur.model import JalurError
from jalur.record.viewing import Viewer
from jalur.views.web import guard
from jalur.views.web.guard import LARGEST, Rate, Serving, checked, known_host
from web import HOSTILE, addresses, hostile, make, reader, told

NASTY = ["'; DROP TABLE reports; --", "../../etc/passwd", "%00", "\u202e", "{{7*7}}", "A" * 9000]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    coded = [*list(told())[:12], (hostile(), f"={HOSTILE}")]
    return make(tmp_path_factory.mktemp("web") / "hostile.jalur", coded)


@pytest.fixture(scope="module")
def client(path: Path) -> TestClient:
    return reader(path)


def hostile_pages(client: TestClient) -> list[str]:
    report = client.get("/report/r000000000000bad.json").json()
    events = [f"/event/{e}" for e in report["events_of_the_record"].values()]
    return ["/report/r000000000000bad", *events, *addresses(client)]


def test_hostile_text_is_inert_on_every_page(client: TestClient) -> None:
    pages = hostile_pages(client)
    assert len(pages) > 20
    shown = 0
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert 'class="broken"' not in answer.text, address
        page = html.document_fromstring(answer.text)
        assert all(s.get("src", "").startswith("/static/") for s in page.xpath("//script"))
        assert not page.xpath("//img|//iframe|//object|//embed|//base"), address
        assert not page.xpath("//@*[starts-with(name(), 'on')]|//@style"), address
        links = list(page.xpath("//@href|//@src|//@action"))
        assert not [h for h in links if h.lower().startswith(("javascript:", "data:"))], address
        assert "\u202e" not in answer.text and "\u200b" not in answer.text, address
        shown += "⟨U+202E⟩" in answer.text
    assert shown


def test_formulas_in_tables_are_made_harmless(client: TestClient) -> None:
    event = next(a for a in hostile_pages(client) if a.startswith("/event/"))
    rows = list(csv.DictReader(io.StringIO(client.get(f"{event}.csv").text)))
    cells = [cell for row in rows for cell in row.values() if cell]
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]
    assert [c for c in cells if c.startswith("'=")]


def test_a_text_of_a_million_characters_is_shown_in_parts(tmp_path: Path) -> None:
    coded = hostile()
    coded["report"]["text"] += f"{'B' * 999} \n" * 1000
    long = reader(make(tmp_path / "long.jalur", [(coded, "long")]))
    for part in ("", "?part=2", "?part=40", "?at=900000"):
        answer = long.get(f"/report/r000000000000bad{part}")
        assert answer.status_code == 200
        assert len(answer.content) < 400_000


def test_every_answer_has_its_headers(client: TestClient) -> None:
    for address in ("/", "/nowhere", "/talks.json", "/static/jalur.css", "/event/x"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    for name in ("jalur_session", "jalur_language"):
        cookies = reader_cookies(client, name)
        assert "httponly" in cookies and "samesite=strict" in cookies


def reader_cookies(client: TestClient, name: str) -> str:
    client.cookies.clear()
    found = client.get("/?lang=id").headers.get_list("set-cookie")
    client.cookies.clear()
    return next(c for c in found if c.startswith(name)).lower()


def test_a_foreign_name_of_this_machine_is_refused(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8400"):
        assert client.get("/", headers={"host": host}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8400"}).status_code == 200
    open_ = Serving("r", "0.0.0.0", password="x" * 12, names=("desk.example",))
    assert known_host(open_, "192.168.1.7:8400") and known_host(open_, "desk.example")
    assert not known_host(open_, "evil.example")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "desk.example"])
def test_an_address_open_to_others_needs_a_password(host: str) -> None:
    for password in (None, "", "short"):
        with pytest.raises(JalurError, match="JALUR_PASSWORD"):
            checked(Serving("r", host, password=password))
    assert checked(Serving("r", host, password="x" * 12))
    assert checked(Serving("r", "127.0.0.1")) and checked(Serving("r", "::1"))


def test_the_command_refuses_an_open_address(jalur: Any, tmp_path: Path) -> None:
    done = jalur("serve", "--record", tmp_path / "r.jalur", "--host", "0.0.0.0")
    assert done.returncode == 2 and "JALUR_PASSWORD" in done.stderr
    assert not (tmp_path / "r.jalur").exists()


def test_a_password_is_asked_for_and_not_guessed(path: Path, monkeypatch: Any) -> None:
    locked = reader(path, password="correct horse battery")
    assert locked.get("/").status_code == 401
    assert locked.get("/static/jalur.css").status_code == 401
    assert locked.get("/", auth=("anybody", "correct horse battery")).status_code == 200
    assert locked.get("/", headers={"authorization": "Basic ???"}).status_code == 401
    codes = [locked.get("/", auth=("a", f"guess {k}")).status_code for k in range(12)]
    assert codes[-1] == 429
    monkeypatch.setattr(guard.time, "monotonic", lambda: 1e9)
    assert locked.get("/", auth=("a", "correct horse battery")).status_code == 200


def test_a_rate_gives_room_again() -> None:
    rate = Rate(2, 3600)
    assert rate.use() and rate.use() and not rate.use()


def test_readers_cannot_write(path: Path, client: TestClient) -> None:
    with sqlite3.connect(path) as file:
        before = list(file.iterdump())
    for address in addresses(client):
        client.get(address)
    with sqlite3.connect(path) as file:
        assert list(file.iterdump()) == before
    viewer = Viewer(str(path))
    with pytest.raises(JalurError), viewer.look() as connection:
        connection.execute(text("DELETE FROM reports"))
    viewer.close()


def test_what_is_not_there_is_said_in_plain_words(client: TestClient) -> None:
    for address in ("/event/x", "/report/x", "/round/x", "/talks/x", "/proposal/x", "/actors/X_Y"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Not in this record" in answer.text and "Traceback" not in answer.text
        assert client.get(f"{address}.json").json()["error"]
    assert client.get("/nowhere").status_code == 404
    assert client.get("/add/x").status_code == 404
    assert client.post("/timeline").status_code == 405


@pytest.mark.parametrize("value", NASTY)
def test_nasty_words_in_an_address_give_no_fault(client: TestClient, value: str) -> None:
    names = ("q", "type", "status", "since", "until", "page", "actor", "place", "source", "between")
    for page in ("/timeline", "/search", "/map", "/disputes", "/", "/talks", "/tolls"):
        for name in (*names, "region", "lang", "lanes", "disputed", "year", "state"):
            status = client.get(page, params={name: value}).status_code
            assert status in (200, 400, 404), f"{page} {name}"
    for page in ("/event/", "/report/", "/talks/", "/actors/", "/static/"):
        assert client.get(page + value.replace("/", "%2f")).status_code in (400, 404)
    talks = client.get("/talks.json").json()["talks"][0]["id"]
    for until in ("0001-01-01", "9999-12-31", "2024-W01-1", "20240224T1200", value):
        answer = client.get(f"/talks/{talks}/brief", params={"until": until, "days": "366"})
        assert answer.status_code in (200, 400)
    for page in ("99999999999999999999", "-1", "0", "1e9"):
        assert client.get(f"/timeline?page={page}").status_code in (200, 400)


def test_too_much_is_refused(client: TestClient) -> None:
    body = b"x" * (LARGEST + 1)
    assert client.post("/add", content=body).status_code == 413
    kind = {"content-type": "multipart/form-data; boundary=b"}
    begun = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    parts = iter([begun, *[b"x" * 100_000] * 30])
    assert client.post("/add", content=parts, headers=kind).status_code == 413
    assert client.post("/add", content=b"\xff", headers=kind).status_code in (400, 403)


def test_a_broken_row_breaks_a_cell_and_not_the_page(tmp_path: Path) -> None:
    path = make(tmp_path / "broken.jalur", list(told())[:12])
    with sqlite3.connect(path) as file:
        file.execute("UPDATE events SET json = '{\"id\": 5' WHERE rowid % 3 = 0")
        file.execute("UPDATE processes SET json = '[]' WHERE rowid = 1")
        file.execute("UPDATE series SET json = '' WHERE rowid = 1")
        file.execute("UPDATE coded SET json = 'x' WHERE rowid = 1")
        broken = file.execute("SELECT report FROM coded WHERE rowid = 1").fetchone()[0]
    client = reader(path)
    pages = ("/", "/timeline", "/talks", "/tolls", "/disputes", "/search", "/map", "/actors")
    for address in (*pages, f"/report/{broken}"):
        assert client.get(address).status_code == 200, address
    for address in ("/timeline", "/talks", "/tolls", f"/report/{broken}"):
        assert 'class="broken"' in client.get(address).text, address


def test_a_record_that_is_gone_is_said(tmp_path: Path) -> None:
    client = reader(make(tmp_path / "r.jalur", []))
    (tmp_path / "r.jalur").write_bytes(b"nothing like a record" * 500)
    for name in ("r.jalur-wal", "r.jalur-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    answer = client.get("/talks")
    assert answer.status_code == 503 and "cannot be read" in answer.text
