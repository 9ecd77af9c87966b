"""A classifier of event types by words alone: what `training.zsp` falls back on.

TF-IDF of lemmas and pairs of lemmas with logistic regression, learnt from the words and examples
of the English lexicon and from the English reports of gold/train. It never sees a public set, so it
may ship. Names are left out: it shall learn no actors.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from jalur import language
from jalur.doc import Doc
from jalur.evaluate.examples import examples
from jalur.knowledge.lexicon import entries
from jalur.model import Report, Span
from training.plover import COOPERATION

TELLING = {"VERB", "NOUN", "ADJ", "ADV", "ADP", "PART", "AUX", "SCONJ"}
"""Parts of speech whose lemmas tell a type."""
STRENGTH = 10.0
"""Inverse of the regularisation."""
OF_A_WORD = 0.5
"""What a bare word of the lexicon weighs beside a sentence."""

Sample = tuple[str, str, float]
"""Lemmas, code and weight."""


@dataclass(frozen=True)
class Words:
    """The trained classifier."""

    model: Any
    codes: tuple[str, ...]

    def chances(self, doc: Doc, sentences: Sequence[Sequence[int]]) -> list[Mapping[str, float]]:
        """For each list of tokens the log-probability of every code."""
        rows = self.model.predict_proba([lemmas(doc, tokens) for tokens in sentences])
        return [{c: log(p + 1e-6) for c, p in zip(self.codes, row, strict=True)} for row in rows]

    @staticmethod
    def tokens(doc: Doc, span: Span) -> range:
        """The tokens that begin within some characters."""
        return range(bisect_left(doc.start, span.start), bisect_left(doc.start, span.end))


def lemmas(doc: Doc, tokens: Sequence[int]) -> str:
    """The lemmas that can tell a type."""
    return " ".join(doc.lemma[i].lower() for i in tokens if doc.upos[i] in TELLING)


def learn(gold: Path) -> Words:
    """Train on the lexicon and, where they are here, on the coded reports of a folder."""
    from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]
        TfidfVectorizer,
    )
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

    samples = [*lexicon_words(), *sentences(gold)]
    totals: Counter[str] = Counter()
    for _, code, weight in samples:
        totals[code] += weight  # type: ignore[assignment]
    mean = sum(totals.values()) / len(totals)
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[^ ]+"),
        LogisticRegression(C=STRENGTH, max_iter=500),
    )
    weights = [w * (mean / totals[code]) ** 0.5 for _, code, w in samples]
    model.fit(
        [s[0] for s in samples],
        [s[1] for s in samples],
        logisticregression__sample_weight=weights,
    )
    return Words(model, tuple(str(c) for c in model.classes_))


def lexicon_words() -> Iterator[Sample]:
    """Every word of the English lexicon by itself."""
    for entry, raw in entries("en"):
        for kind in ("verbs", "nouns", "adjectives"):
            for word in raw.get(kind) or ():
                yield str(word).lower(), code_of(entry.type, "happened"), OF_A_WORD


def sentences(gold: Path) -> Iterator[Sample]:
    """The lexicon's examples, and the evidence of every event of the English reports."""
    texts = [(e.text, code_of(e.entry.type, "happened")) for e in examples("en") if not e.negative]
    for file in sorted(gold.glob("*.json")):
        coded = json.loads(file.read_text(encoding="utf-8"))
        if coded["report"]["language"] == "en":
            for event in coded["events"]:
                spot = event["evidence"][0]
                words = coded["report"]["text"][spot["start"] : spot["end"]].replace("\n", " ")
                texts.append((words, code_of(event["type"], event["status"])))
    body, text = [], ""
    for words, _ in texts:
        body.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    doc = language.parse(Report("words", text, "en", body=tuple(body)), lambda lower: True)
    for span, (_, code) in zip(body, texts, strict=True):
        yield lemmas(doc, Words.tokens(doc, span)), code, 1.0


def code_of(type_: str, status: str) -> str:
    """The root code of a type and status (`training.plover`)."""
    if status == "denied":
        return "REJECT"
    if status == "planned" and type_ in COOPERATION:
        return "AGREE"
    return "YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_
