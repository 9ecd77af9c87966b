"""Whatever is given: a result or one line of error, within 10 s and 1 GB, never a traceback."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import environment

GIGABYTE = 2**30
SECONDS = 10.0
BUSY = 2.0
"""How much longer everything may take while the machine does other work as well."""

NEWS = (
    "Jakarta - Menteri Luar Negeri Mesir bertemu utusan Qatar di Kairo pada Senin (4/3), kata PBB. "
    "Serangan udara Israel menewaskan sedikitnya 12 orang di Rafah, menurut kementerian kesehatan. "
)
FILLER = (
    "Warga di pasar itu mengatakan harga beras naik sejak awal bulan dan toko buka lebih siang. "
    "Hujan turun hampir setiap sore, jalan ke pelabuhan berlubang, dan bus kota jarang lewat. "
) * 4
ENGLISH = "The army shelled the town on Monday, killing at least 12 people, the ministry said. "
SWAHILI = (
    "Waziri wa mambo ya nje alikutana na wajumbe wa pande zote mbili siku ya Jumatatu mjini "
    "Nairobi ili kuzungumzia amani, kwa mujibu wa taarifa ya serikali iliyotolewa jana jioni."
)

CASES: dict[str, tuple[str, bytes]] = {
    "empty": ("a.txt", b""),
    "blank": ("a.txt", b" \n\t\n \r\n"),
    "binary": ("a.txt", bytes(range(256)) * 400),
    "an executable": ("a.txt", Path(sys.executable).read_bytes()[:300_000]),
    "50 MB of text": ("a.txt", NEWS.encode() * (50_000_000 // len(NEWS))),
    "50 MB of page": ("a.html", b"<p>" + ENGLISH.encode() * (50_000_000 // len(ENGLISH))),
    "50 MB of JSON": ("a.json", b'{"text": "' + b"a " * 25_000_000 + b'"}'),
    "50 MB line of JSONL": ("a.jsonl", b'{"text": "' + b"a " * 25_000_000 + b'"}'),
    "Latin-1 that claims UTF-8": (
        "a.html",
        b'<html><meta charset="utf-8"><body><article><p>'
        + ("Café à Genève: " + ENGLISH * 5).encode("latin-1")
        + b"</p></article></body></html>",
    ),
    "Latin-1 text": ("a.txt", ("São Tomé: " + ENGLISH * 3).encode("latin-1")),
    "UTF-16": ("a.txt", (NEWS * 3).encode("utf-16")),
    "NUL": ("a.txt", NEWS.replace(" ", "\0 ").encode()),
    "lone surrogates": ("a.json", json.dumps({"id": "s\ud800", "text": NEWS + "\udc80"}).encode()),
    "bidi and zero width": (
        "a.txt",
        NEWS.replace("Israel", "\u202eIs\u200brael\u2066").encode(),
    ),
    "nested markup": ("a.html", b"<div>" * 100_000 + ENGLISH.encode() + b"</div>" * 100_000),
    "nested lists": ("a.json", b"[" * 100_000 + b"]" * 100_000),
    "nested objects": ("a.json", b'{"report":' * 100_000 + b"1" + b"}" * 100_000),
    "one long line": ("a.txt", ((NEWS + FILLER) * 400)[:200_000].encode()),
    "one long word": ("a.txt", b"serangan" * 25_000),
    "one long sentence": ("a.txt", ("Israel menyerang Rafah dan " * 8000)[:30_000].encode()),
    "brackets": ("a.txt", ("kata " + "(" * 50_000 + '"' * 50_000).encode()),
    "digits": ("a.txt", ("tewas " + "9" * 100_000 + " orang, kata polisi di Jakarta.").encode()),
    "unknown language": ("a.txt", SWAHILI.encode()),
    "language in the file": ("a.json", b'{"text": "x y z", "language": "tlh"}'),
    "impossible date": ("a.json", json.dumps({"text": NEWS, "published": "2024-02-31"}).encode()),
    "date of another age": ("a.json", json.dumps({"text": NEWS, "published": "0000"}).encode()),
    "fields of other kinds": ("a.json", b'{"id": [1], "text": {"a": 2}, "published": true}'),
    "a number": ("a.json", b"1e999"),
    "a list of nothing": ("a.json", b"[null, 1, {}]"),
}


def run(words: list[str]) -> tuple[int, str, str, float]:
    """Exit code, output, errors and processor seconds of a command that may use one gigabyte."""
    before = processor_seconds()
    process = subprocess.Popen(
        [sys.executable, "-m", "jalur", *words],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate(timeout=6 * SECONDS)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert used.ru_maxrss * 1024 < GIGABYTE
    return process.returncode, out.decode(), err.decode(), processor_seconds() - before


def processor_seconds() -> float:
    """Seconds that the commands run so far have kept a core busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("case", CASES)
def test_bad_input_gives_a_result_or_one_line(case: str, tmp_path: Path) -> None:
    name, data = CASES[case]
    (tmp_path / name).write_bytes(data)
    code, out, err, spent = run(["read", "--format", "json", str(tmp_path / name)])
    assert spent < SECONDS * BUSY
    assert "Traceback" not in err and "not understood" not in err
    if code == 0:
        for line in out.splitlines():
            check(json.loads(line))
    else:
        assert code == 1
        assert len(err.splitlines()) == (4 if case == "a list of nothing" else 1)
        assert len(err) < 2000


def check(coded: dict[str, object]) -> None:
    """Every passage of a coded report cuts the stored text."""
    text = str(coded["report"]["text"])  # type: ignore[index]
    for event in coded["events"]:  # type: ignore[attr-defined]
        for span in (event["trigger"], *event["evidence"]):
            assert 0 <= span["start"] < span["end"] <= len(text)


@pytest.mark.parametrize("case", ["NUL", "lone surrogates", "bidi and zero width", "binary"])
def test_nothing_that_steers_a_terminal_reaches_it(case: str, tmp_path: Path) -> None:
    name, data = CASES[case]
    (tmp_path / name).write_bytes(data)
    _, out, err, _ = run(["read", str(tmp_path / name)])
    assert not set(out + err) & set("\0\x1b\x07\u202e\u200b\u2066")


@pytest.mark.parametrize("name", ["none.txt", "", "a\nb\x1b[31m.txt", "x" * 5000])
def test_a_path_that_is_not_there_is_one_line(name: str) -> None:
    code, out, err, _ = run(["read", name])
    assert code == (1 if name else 2) and out == ""
    assert len(err.splitlines()) == 1 and "\x1b" not in err


def test_a_folder_without_reports_is_one_line(tmp_path: Path) -> None:
    code, _, err, _ = run(["read", str(tmp_path)])
    assert code == 1 and "holds no reports" in err and len(err.splitlines()) == 1
