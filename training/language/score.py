"""Measures the shipped model on the tests: trees, parts of speech, lemmas, names, speed."""

from __future__ import annotations

import json
import time
from itertools import groupby
from pathlib import Path

from jalur.language import parser
from jalur.language.parser import KINDS, Model, Tree
from training.language.corpora import Sentence
from training.language.export import MODELS
from training.language.sets import Sets
from training.language.settings import Settings

SCORES = Path("training/scores")


def score(settings: Settings, sets: Sets) -> None:
    """Prints the scores and writes them to `training/scores/<language>.json`."""
    parser.load.cache_clear()
    began = time.perf_counter()
    model = parser.load(settings.language)
    loading = time.perf_counter() - began
    table = {name: of(test, model) for name, test in sets.tests.items()}
    table |= {
        f"{name} in the style of {model.style}": of(test, model, model.style)
        for name, test in sets.tests.items()
        if test[0].head is not None and "names" not in name and name != model.style
    }
    table |= {
        f"{name}, by report": name_figures(test, by_report(test, model))
        for name, test in sets.tests.items()
        if "names" in name and all(s.text for s in test)
    }
    size = sum(p.stat().st_size for p in MODELS.glob(f"{settings.language}.*"))
    table["model"] = {
        "words_per_second": round(speed(next(iter(sets.tests.values())), model)),
        "load_seconds": round(loading, 2),
        "megabytes": round(size / 1e6, 1),
    }
    for name, row in table.items():
        print(f"{name:22}", " ".join(f"{k} {v}" for k, v in row.items()))
    SCORES.mkdir(parents=True, exist_ok=True)
    text = json.dumps(table, indent=1)
    (SCORES / f"{settings.language}.json").write_text(text + "\n", encoding="utf-8")


def of(test: list[Sentence], model: Model, style: str | None = None) -> dict[str, float]:
    """The figures of one test, in percent, on its own tokens, in its own style if none is given."""
    trees = model.run([s.words for s in test], style or test[0].source)
    found: dict[str, float] = {}
    if test[0].head is not None and any(s.head is not None for s in test):
        found |= tree_figures(test, trees)
    if any(s.ner is not None for s in test):
        found |= name_figures(test, trees)
    return found


def by_report(test: list[Sentence], model: Model) -> list[Tree]:
    """What is found when the sentences of a report are read together, as in use."""
    return [
        tree
        for _, report in groupby(test, lambda s: s.text)
        for tree in model.run([s.words for s in report], together=True)
    ]


def tree_figures(test: list[Sentence], trees: list[Tree]) -> dict[str, float]:
    """UAS, LAS with subtypes, CLAS-free basic LAS, UPOS, lemma; punctuation counted."""
    n = uas = las = basic = upos = lemma = lemmas = 0
    for s, t in zip(test, trees, strict=True):
        assert s.head is not None and s.rel is not None and s.upos is not None
        for i, (head, rel) in enumerate(zip(s.head, s.rel, strict=True)):
            hit = t.head[i] + 1 == head
            n += 1
            uas += hit
            las += hit and t.deprel[i] == rel
            basic += hit and t.deprel[i].split(":")[0] == rel.split(":")[0]
            upos += t.upos[i] == s.upos[i]
            if s.lemma is not None:
                lemmas += 1
                lemma += t.lemma[i].lower() == s.lemma[i].lower()
    figures = {"uas": uas, "las": las, "las_basic": basic, "upos": upos}
    found = {k: round(100 * v / n, 2) for k, v in figures.items()}
    return found | ({"lemma": round(100 * lemma / lemmas, 2)} if lemmas else {})


def name_figures(test: list[Sentence], trees: list[Tree]) -> dict[str, float]:
    """Precision, recall and F1 of whole names with their kind."""
    gold: set[tuple[int, int, int, str]] = set()
    found: set[tuple[int, int, int, str]] = set()
    for k, (s, t) in enumerate(zip(test, trees, strict=True)):
        if s.ner is not None:
            gold |= {(k, *span) for span in spans(s.ner) if span[2] in KINDS}
            found |= {(k, *span) for span in spans([x or "O" for x in t.ner])}
    right = len(gold & found)
    p, r = right / max(1, len(found)), right / max(1, len(gold))
    f = 2 * p * r / max(1e-9, p + r)
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(100 * f, 2)}


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """First word, one past the last, kind of each name."""
    found: list[tuple[int, int, str]] = []
    begin = -1
    for i, tag in enumerate([*tags, "O"]):
        if begin >= 0 and not tag.startswith("I-"):
            found.append((begin, i, tags[begin][2:]))
            begin = -1
        if tag.startswith("B-"):
            begin = i
    return found


def speed(test: list[Sentence], model: Model) -> float:
    """Words a second of one core, in reports of which seven sentences are parsed."""
    words = [s.words for s in test]
    reports = [words[i : i + 7] for i in range(0, len(words), 7)]
    model.run(words[:50])
    began = time.process_time()
    for report in reports:
        model.run(report)
    return sum(len(w) for w in words) / (time.process_time() - began)
