"""`jalur read` as its users meet it: formats, several reports, failures, exit codes, Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import EXAMPLES, ROOT, Run, environment

PARIS = EXAMPLES / "paris.txt"
SHORT = (
    "Jakarta - Menteri Luar Negeri Mesir bertemu utusan Qatar di Kairo pada Senin (4/3), kata PBB."
)
FRENCH = (
    "Le ministre des Affaires étrangères a rencontré hier les représentants des deux parties à "
    "Genève, où les discussions ont repris après une longue interruption de plusieurs semaines."
)


def record(name: str, text: str = SHORT) -> str:
    return json.dumps({"id": name, "text": text, "published": "2024-03-05"}) + "\n"


def test_text_is_the_default_and_plain_in_a_pipe(process: Run) -> None:
    done = process("read", PARIS)
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.startswith("paris · ")
    assert "CONSULT" in done.stdout and "Tolls" in done.stdout
    assert "\x1b" not in done.stdout
    assert not [line for line in done.stdout.split("\n") if line != line.rstrip()]
    assert max(map(len, done.stdout.split("\n"))) <= 80


def test_columns_sets_the_width_of_a_pipe(jalur: Run) -> None:
    assert 80 < max(map(len, jalur("read", PARIS, COLUMNS="110").stdout.split("\n"))) <= 110


def test_json_of_one_report_is_one_object_of_the_codebook(jalur: Run) -> None:
    found = json.loads(jalur("read", PARIS, "--format", "json").stdout)
    assert list(found) == ["report", "events", "tolls"]
    text = found["report"]["text"]
    assert text.encode() == PARIS.read_bytes()  # exactly as read
    for event in found["events"]:
        assert event["trigger"]["text"] == cut(text, event["trigger"])
        assert all(cut(text, span).strip() for span in event["evidence"])
        assert {"type", "mode", "status", "actors", "recipients", "date", "place"} <= set(event)
        assert all("reason" in one for one in (*event["actors"], *event["sources"]))
        for source in event["sources"]:
            assert {"kind", "code", "name", "via", "stance", "cue", "quoted"} <= set(source)
            assert source["cue"] is None or source["cue"]["text"] == cut(text, source["cue"])


def cut(text: str, span: dict[str, int]) -> str:
    return text[span["start"] : span["end"]]


def test_json_of_several_reports_is_one_line_each(jalur: Run) -> None:
    done = jalur("read", PARIS, EXAMPLES / "batch.jsonl", "--format", "json")
    ids = [json.loads(line)["report"]["id"] for line in done.stdout.splitlines()]
    assert ids[0] == "paris" and len(ids) == 7


def test_standard_input_is_read_and_what_is_given_wins(jalur: Run) -> None:
    words = ["--published", "2024-02-24", "--outlet", "Harian Uji", "--language", "id"]
    done = jalur("read", "-", "--format", "json", *words, given=PARIS.read_bytes())
    found = json.loads(done.stdout)["report"]
    assert (found["published"], found["outlet"]) == ("2024-02-24", "Harian Uji")


def test_a_folder_takes_one_whole_file_per_report(jalur: Run, tmp_path: Path) -> None:
    done = jalur("read", EXAMPLES / "batch.jsonl", "--out", tmp_path / "new" / "coded")
    assert done.returncode == 0 and done.stdout == ""
    files = sorted((tmp_path / "new" / "coded").iterdir())
    assert len(files) == 6
    assert all(json.loads(file.read_text("utf-8"))["report"]["id"] == file.stem for file in files)


def test_reports_of_one_id_do_not_overwrite_each_other(jalur: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(record("a/b") + record("A_B") + record("a/b") + record("c"))
    done = jalur("read", tmp_path / "in.jsonl", "--out", tmp_path / "out")
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["A_B-2.json", "a_b-3.json", "a_b.json", "c.json"]
    assert done.stderr.count("several reports have this id") == 2
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["../../escape", ".hidden", "", "x" * 5000, "con\x00\n\u202e"])
def test_an_id_names_a_file_inside_the_folder_only(jalur: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "in.jsonl").write_text(record(name))
    done = jalur("read", tmp_path / "in.jsonl", "--out", tmp_path / "deep" / "out")
    assert done.returncode == 0, done.stderr
    [file] = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix == ".json"]
    assert file.parent == tmp_path / "deep" / "out" and not file.name.startswith(".")


def test_broken_and_foreign_reports_are_named_and_the_others_go_on(
    jalur: Run, tmp_path: Path
) -> None:
    (tmp_path / "a-broken.json").write_text("{")
    (tmp_path / "b-french.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "c-good.txt").write_text(PARIS.read_text("utf-8"), encoding="utf-8")
    done = jalur("read", tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("c-good · ")
    first, second, last = done.stderr.splitlines()
    assert "a-broken.json" in first and "b-french.txt" in second and "French" in second
    assert last == "jalur: 1 read, 2 failed"


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", "x.txt", "--format", "xml"],
        ["read", "x.txt", "--language", "fr"],
        ["read", "x.txt", "--published", "2024-02-30"],
        ["read", "x.txt", "--published", "soon"],
        ["read", "x.txt", "--nonsense"],
        ["nonsense"],
    ],
)
def test_wrong_use_is_said_and_is_exit_code_2(jalur: Run, words: list[str]) -> None:
    done = jalur(*words)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr and "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_said(jalur: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = jalur("read", PARIS, "--out", tmp_path / "file" / "below")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert "cannot be made" in done.stderr


def test_a_pipe_that_closes_early_is_quiet() -> None:
    line = f"{sys.executable} -m jalur read {EXAMPLES} --format json | true"
    done = subprocess.run(
        ["bash", "-c", line], env=environment(), capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""


def test_interruption_is_quiet_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(record(f"r{k}") for k in range(5000)))
    words = ["read", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(
        [sys.executable, "-m", "jalur", *words], env=environment(), stderr=subprocess.PIPE
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob("out/r*.json")) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130 and said == b""
    for file in (tmp_path / "out").iterdir():
        assert file.suffix == ".json"
        json.loads(file.read_text("utf-8"))


def on_terminal(words: list[str], **more: str) -> str:
    """What a command shows on a terminal."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "jalur", *words],
        env=environment(TERM="xterm-256color", COLUMNS="100", **more),
        stdout=child,
        stderr=child,
        stdin=subprocess.DEVNULL,
    )
    os.close(child)
    shown = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(parent)
    process.wait(60)
    return shown.decode("utf-8")


def test_a_terminal_gets_colour_and_progress(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(record(f"r{k}") for k in range(60)))
    shown = on_terminal(["read", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out")])
    assert "reports read" in shown and shown.endswith("\r\x1b[K")
    assert "\x1b[32mhappened" in on_terminal(["read", str(PARIS)])
    assert "\x1b[32m" not in on_terminal(["read", str(PARIS)], NO_COLOR="1")


def test_the_module_and_the_command_are_one(process: Run) -> None:
    assert process("--version").stdout.startswith("jalur, version ")
    assert (ROOT / "pyproject.toml").read_text("utf-8").count('jalur = "jalur.views.cli:main"') == 1
