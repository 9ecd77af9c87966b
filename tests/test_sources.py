"""Attributions are found in running text, whether it was parsed or not."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from jalur.doc import Doc
from jalur.knowledge.cues import cues
from jalur.language import split
from jalur.model import Attribution, Report, Span
from jalur.sources import answering, attribute

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "sources.yaml").read_text(encoding="utf-8")
)
EXAMPLES = [(code, *e) for code in ("id", "en") for e in cues(code).examples]


def read(text: str, language: str, outlet: str | None = None) -> Doc:
    body, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            body.append(Span(at, at + len(line)))
        at += len(line) + 1
    return split(Report("r", text, language, outlet=outlet, body=tuple(body)))


def facts(doc: Doc, a: Attribution) -> dict[str, Any]:
    def cut(span: Span | None) -> str | None:
        return span.cut(doc.text) if span else None

    before = [r.detail.split(":") for r in a.reasons if r.rule == "antecedent"]
    return {
        "kind": a.kind,
        "who": cut(a.who),
        "cue": cut(a.cue),
        "content": cut(a.content),
        "stance": a.stance,
        "via": list(a.via),
        "quoted": a.quoted,
        "antecedent": doc.text[int(before[0][0]) : int(before[0][1])] if before else None,
    }


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] for c in CASES])
def test_case_gives_its_attribution(case: dict[str, Any]) -> None:
    doc = read(case["text"], case["language"], case.get("outlet"))
    found = [facts(doc, a) for a in attribute(doc)]
    if case["expect"] is None:
        assert found == []
        return
    want = case["expect"].items()
    assert any(all(f[k] == v for k, v in want) for f in found), found


@pytest.mark.parametrize(("code", "frame", "stance", "example"), EXAMPLES)
def test_example_of_a_cue_gives_source_and_content(
    code: str, frame: str, stance: str, example: str
) -> None:
    plain = "".join(c for c in example if c not in "[]{}")
    doc = read(plain, code)
    found = [facts(doc, a) for a in attribute(doc)]
    source = example[example.index("[") + 1 : example.index("]")]
    right = [f for f in found if f["who"] == source]
    assert right, found
    assert stance in {f["stance"] for f in right}
    if "{" in example:
        told = example[example.index("{") + 1 : example.index("}")]
        told = "".join(c for c in told if c not in "[]")
        assert any(told.rstrip(".,") in (f["content"] or "") for f in right), found


def test_innermost_content_answers_for_a_passage() -> None:
    text = "Haaretz reported that the army said the bridge was hit."
    doc = read(text, "en")
    at = text.index("hit")
    who = [a.who.cut(text) for a in answering(attribute(doc), doc, Span(at, at + 3)) if a.who]
    assert who == ["the army"]


def test_nobody_answers_for_what_the_outlet_itself_tells() -> None:
    text = "The army said it had won. The bridge was hit at dawn."
    doc = read(text, "en")
    at = text.index("hit")
    assert answering(attribute(doc), doc, Span(at, at + 3)) == ()


def test_a_wish_answers_for_nothing() -> None:
    text = "Rebels want the army to leave the town."
    doc = read(text, "en")
    at = text.index("leave")
    assert answering(attribute(doc), doc, Span(at, at + 5)) == ()


def test_every_span_lies_in_the_text_and_cuts_whole_tokens() -> None:
    for case in CASES:
        doc = read(case["text"], case["language"])
        for a in attribute(doc):
            for span in (a.who, a.cue, a.content):
                assert span is None or (span.start in doc.start and span.end in doc.end)


def test_odd_texts_do_no_harm() -> None:
    for text in (
        '"',
        "” “",
        "said",
        "kata",
        "said:",
        "Menurut",
        '"""',
        "“kata”",
        "told Reuters,",
        "",
    ):
        for language in ("id", "en"):
            attribute(read(text, language))


def test_a_report_of_300_words_takes_little_time() -> None:
    text = " ".join(c["text"].replace("\n", " ") for c in CASES if c["language"] == "id")
    doc = read(" ".join(text.split()[:300]), "id")
    attribute(doc)
    begin = time.perf_counter()
    for _ in range(10):
        attribute(doc)
    assert (time.perf_counter() - begin) / 10 < 0.02
