"""Whatever is given to read, a result or one line comes back, soon and in bounded memory."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from jalur.model import JalurError, Report, UnknownLanguage, UnreadableReport
from jalur.reports import Failure, Given, read

STORY = (
    "Pemerintah dan kelompok bersenjata itu sepakat untuk bertemu lagi di Jenewa pekan depan,"
    " kata seorang mediator pada Jumat. Kedua pihak tidak memberikan rincian."
)


def one(path: Path | str, given: Given | None = None) -> Report:
    [found] = read(str(path), given or Given())
    assert isinstance(found, Report), found
    return found


def failure(path: Path | str, given: Given | None = None) -> JalurError:
    [found] = read(str(path), given or Given())
    assert isinstance(found, Failure), found
    assert "\n" not in str(found.error)
    assert 10 < len(str(found.error)) < 400
    return found.error


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_text_is_kept_exactly_apart_from_a_byte_order_mark(tmp_path: Path) -> None:
    text = f"\u200b{STORY}\r\n\r\n\tSaksi\u00a0mata \u202emelihat\u202c asap.\x00\r"
    assert one(put(tmp_path, "a.txt", text)).text == text
    assert one(put(tmp_path, "b.txt", b"\xef\xbb\xbf" + text.encode())).text == text
    assert one(put(tmp_path, "c.json", json.dumps({"text": text}))).text == text


def test_id_is_the_stem_or_the_files_own_or_the_callers(tmp_path: Path) -> None:
    assert one(put(tmp_path, "jenewa.txt", STORY)).id == "jenewa"
    record = put(tmp_path, "x.json", json.dumps({"report": {"id": "r7", "text": STORY}}))
    assert one(record).id == "r7"
    assert one(record, Given(id="mine")).id == "mine"


def test_file_tells_what_the_text_does_not_and_the_caller_wins(tmp_path: Path) -> None:
    record = {
        "text": STORY,
        "published": "2024-02-24T20:35:00+07:00",
        "language": "id-ID",
        "url": "https://www.tempo.co/dunia/x-1",
        "title": "Perundingan Dilanjutkan",
        "byline": "Rina Sari",
    }
    path = put(tmp_path, "x.json", json.dumps(record))
    report = one(path)
    assert (str(report.published), report.outlet, report.language) == ("2024-02-24", "Tempo", "id")
    assert report.published_at is not None
    assert report.published_at.isoformat() == "2024-02-24T20:35:00+07:00"
    assert (report.title, report.byline) == ("Perundingan Dilanjutkan", "Rina Sari")
    given = one(path, Given(published="2024-03-01", outlet="Kantor Kami", language="id"))
    assert (str(given.published), given.outlet) == ("2024-03-01", "Kantor Kami")


def test_utc_moment_is_told_in_the_outlets_own_day(tmp_path: Path) -> None:
    record = {"text": STORY, "published": "2024-02-23T18:00:00Z", "outlet": "Kompas.com"}
    assert str(one(put(tmp_path, "x.json", json.dumps(record))).published) == "2024-02-24"


def test_one_bad_line_stops_no_other(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY, "id": "a"}), "{broken", "", json.dumps({"no": 1})]
    lines += [json.dumps({"text": STORY, "id": "b"}), json.dumps({"text": "  "})]
    found = list(read(str(put(tmp_path, "x.jsonl", "\n".join(lines)))))
    assert [type(item).__name__ for item in found] == [
        *("Report", "Failure", "Failure", "Report", "Failure")
    ]
    assert [item.path[-7:] for item in found if isinstance(item, Failure)] == [
        *("jsonl:2", "jsonl:4", "jsonl:6")
    ]


def test_folder_is_read_in_order_and_in_depth(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    put(tmp_path, "b.txt", STORY)
    put(tmp_path, "a.txt", STORY)
    put(tmp_path / "sub", "c.json", json.dumps({"text": STORY}))
    put(tmp_path, "ignored.pdf", b"%PDF-1.7")
    put(tmp_path, "empty.txt", b"")
    found = list(read(str(tmp_path)))
    assert [item.id for item in found if isinstance(item, Report)] == ["a", "b", "c"]
    assert [Path(item.path).name for item in found if isinstance(item, Failure)] == ["empty.txt"]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (STORY, 1),
        (json.dumps({"text": STORY}), 1),
        (json.dumps([{"text": STORY}, {"text": STORY}]), 2),
        ("\n".join([json.dumps({"text": STORY})] * 3), 3),
        (f"<!doctype html><html><body><p>{STORY}</p><p>{STORY}</p></body></html>", 1),
        (json.dumps({"text": STORY}, indent=2), 1),
    ],
)
def test_kind_of_standard_input_is_guessed(
    content: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    found = list(read("-"))
    assert [type(item) for item in found] == [Report] * count
    assert all(isinstance(item, Report) and len(item.id) == 12 for item in found)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\r\n \xc2\xa0"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("noise.txt", bytes(range(256)) * 40),
        ("zeros.txt", b"\x00" * 5000),
        ("report.pdf", b"%PDF-1.7 x"),
        ("huge.txt", b"kata " * 10_000_000),
        ("huge.json", b'{"text": "' + b"kata " * 10_000_000 + b'"}'),
        ("long.txt", STORY * 5000),
        ("lines.txt", b"baris\n" * 60_000),
        ("huge.html", b"<p>kata</p>" * 1_000_000),
        ("none.json", b"[1, 2"),
        ("number.json", b"17"),
        ("list.json", b"[]"),
        ("notext.json", b'{"title": "x"}'),
        ("wrong.json", b'{"text": 17}'),
        ("deep.json", b"[" * 100_000),
        ("deep2.json", b'{"text":' * 100_000),
        ("digits.json", b'{"text": ' + b"9" * 10_000 + b"}"),
        ("empty.jsonl", b"\n\n"),
        ("empty.html", b"<html><body></body></html>"),
        ("furniture.txt", b"Advertisement\nBaca juga:\n(*)"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes | str
) -> None:
    started = time.monotonic()
    assert isinstance(failure(put(tmp_path, name, content)), UnreadableReport)
    assert time.monotonic() - started < 10


def test_missing_file_empty_folder_and_forbidden_file_are_refused(tmp_path: Path) -> None:
    assert "does not exist" in str(failure(tmp_path / "nothing.txt"))
    assert "holds no reports" in str(failure(tmp_path))
    assert isinstance(failure("x\x00y.txt"), UnreadableReport)
    path = put(tmp_path, "secret.txt", STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert "permission denied" in str(failure(path))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_wrong_encoding_gives_readable_text(tmp_path: Path, encoding: str) -> None:
    text = f"{STORY} “Kami menunggu,” kata José Ramírez di São Paulo."
    page = f'<html><head><meta charset="utf-8"></head><body><p>{text}</p><p>{STORY}</p></body>'
    for name, content in (("a.txt", text), ("b.html", page)):
        assert (
            "“Kami menunggu,” kata José Ramírez"
            in one(put(tmp_path, name, content.encode(encoding))).text
        )


def test_damaged_utf8_is_still_read_as_utf8(tmp_path: Path) -> None:
    data = "Kata José: “ya” – “tidak”. ".encode() * 3 + STORY.encode() + b"\xe2\x80"
    assert "José: “ya”" in one(put(tmp_path, "a.txt", data)).text


def test_lone_surrogates_become_one_replacement_character_each(tmp_path: Path) -> None:
    report = one(put(tmp_path, "a.json", '{"text": "\\ud800' + STORY + '\\udfff"}'))
    assert report.text == f"\ufffd{STORY}\ufffd"
    report.text.encode("utf-8")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + f"<p>{STORY}</p>" + "</div>" * 100_000,
        "<html><body>" + "<table><tr><td>" * 3_000 + f"<p>{STORY}</p>",
        "<html><body><div " + " ".join(f'a{i}="{i}"' for i in range(50_000)) + f"><p>{STORY}</p>",
        "<html><body>" + "<" * 300_000 + f"<p>{STORY}</p>",
        "<html><body>" + "<script" * 50_000 + f"</script><p>{STORY}</p>",
        "<html><body>" + "<!--" * 50_000 + f"--><p>{STORY}</p>",
        "<html><head>" + "<meta " * 50_000 + f"></head><p>{STORY}</p>",
        "<html><body>" + "<b><i>" * 20_000 + f"<p>{STORY}</p>",
        f"<html><body><p>{STORY}</p>" + "<p>Kata saksi mata itu. </p>" * 100_000,
        f'<script type="application/ld+json">{"[" * 100_000}</script><p>{STORY}</p>',
        f"<p>{STORY}</p>" + "&#x41;" * 10_000 + "&#999999999;",
        f"<html><head><nav><header><p>{STORY}",
        "<html><body>" + "<" * 4_900_000,
        "<html><head>" + "<time datetime>" * 300_000 + f"<p>{STORY}</p>",
        "<html><body>" + f"<p>{STORY}" * 11_000,
    ],
)
def test_hostile_page_gives_a_result_or_a_line_in_time(tmp_path: Path, page: str) -> None:
    started = time.monotonic()
    [found] = read(str(put(tmp_path, "x.html", page)))
    assert time.monotonic() - started < 10
    if isinstance(found, Report):
        assert "sepakat untuk bertemu" in found.text or "saksi mata" in found.text
    else:
        assert isinstance(found, Failure)


def test_line_of_two_hundred_thousand_characters_is_read(tmp_path: Path) -> None:
    started = time.monotonic()
    report = one(put(tmp_path, "x.txt", (STORY + " ") * 1200))
    assert time.monotonic() - started < 10
    assert sum(span.end - span.start for span in report.body) > 190_000


@pytest.mark.parametrize(
    "day", ["2024-02-31", "1715-05-07", "2099-01-01", "kemarin", "31 Februari 2024"]
)
def test_impossible_day_is_an_error_from_the_caller_and_unknown_from_a_file(
    tmp_path: Path, day: str
) -> None:
    path = put(tmp_path, "x.json", json.dumps({"text": STORY, "published": day}))
    assert one(path).published is None
    with pytest.raises(JalurError, match="cannot be"):
        read(str(path), Given(published=day))


def test_unknown_language_is_named(tmp_path: Path) -> None:
    malay = "Pusingan kedua rundingan damai bermula di Doha kerana tekanan antarabangsa."
    error = failure(put(tmp_path, "a.txt", malay))
    assert isinstance(error, UnknownLanguage)
    assert "looks Malay (ms)" in str(error)
    french = "Le gouvernement et les rebelles ont repris les pourparlers, selon un diplomate."
    assert "looks French (fr)" in str(failure(put(tmp_path, "b.txt", french)))
    assert one(tmp_path / "a.txt", Given(language="id")).language == "id"
    with pytest.raises(UnknownLanguage, match="give id or en"):
        read(str(tmp_path / "a.txt"), Given(language="fr"))
    filed = put(tmp_path, "c.json", json.dumps({"text": STORY, "language": "ms"}))
    assert isinstance(failure(filed), UnknownLanguage)
