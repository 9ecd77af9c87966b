"""jalur beside two simple readers on the same reports: `python -m training.baselines [--gold DIR]`.

triples    verb, subject and object of every clause, typed by the lexicon of triggers alone; both
           sides by the actors named in them; happened, told by the report itself, nothing folded
words      TF-IDF of a sentence's words with logistic regression for the type, one event a
           sentence, with all actors that it names; learnt from gold/train, for a report of
           gold/train itself from the other four fifths of it
jalur      what the program reads; its own small models have seen gold/train

All get the same sentences and the same list of actors; `jalur.evaluate.score` scores them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jalur import language, reports
from jalur.doc import Doc, Sentence
from jalur.evaluate import Tally, load, score
from jalur.evaluate.predict import predict
from jalur.knowledge import actors
from jalur.knowledge.lexicon import matches
from jalur.model import Report

Json = dict[str, Any]
SHOWN = ("events", "tuples", "sourced events")
FOLDS = 5
NOTHING = "nothing"
"""The class of a sentence that tells no event."""

SUBJECTS = ("nsubj", "nsubj:outer")
OBJECTS = ("obj", "iobj", "nsubj:pass")
AGENTS = ("obl:agent",)


def measure(folder: Path, learn: Path) -> dict[str, Tally]:
    """The figures of each reader on one set of coded reports; `learn` holds those to learn from."""
    gold = load(folder)
    docs = parsed(folder)
    seen = docs if folder == learn else parsed(learn)
    return {
        "triples": score(gold, {key: coded(doc, triples(doc)) for key, doc in docs.items()}),
        "words": score(gold, by_words(docs, seen, load(learn))),
        "jalur": score(gold, predict(folder)),
    }


def parsed(folder: Path) -> dict[str, Doc]:
    """The reports of a folder, every sentence with its tree."""
    found = {}
    for file in sorted(folder.glob("*.json")):
        for report in reports.read(str(file)):
            if isinstance(report, Report):
                found[report.id] = language.parse(report, lambda lower: True)
    return found


def coded(doc: Doc, events: Iterator[Json]) -> Json:
    """Events as a coded report."""
    return {"report": {"id": doc.report.id}, "events": list(events), "tolls": []}


def event(type_: str, doers: Sequence[str], others: Sequence[str], where: Sentence) -> Json:
    """An event that the report itself tells as done."""
    return {
        "type": type_,
        "status": "happened",
        "actors": [{"code": c} for c in dict.fromkeys(doers)],
        "recipients": [{"code": c} for c in dict.fromkeys(others)],
        "sources": [{"kind": "outlet", "name": None, "code": None}],
        "evidence": [{"start": where.span.start, "end": where.span.end}],
    }


def named(doc: Doc) -> list[tuple[int, int, str]]:
    """First token, last token and code of every actor that a report names."""
    found = actors.find(doc.words, doc.language, doc.report.published)
    return [(hit.first, hit.last, hit.actor.code) for hit in found]


def triples(doc: Doc) -> Iterator[Json]:
    """An event for each verb of the lexicon whose subject or object names an actor."""
    hits = named(doc)
    for sentence in doc.sentences():
        for token in sentence:
            if token.upos != "VERB":
                continue
            known = matches(doc.lower[: sentence.stop], token.i, doc.language)
            if not known:
                continue
            passive = any(c.deprel == "nsubj:pass" for c in token.children)
            doers = codes_below(doc, hits, token.i, AGENTS if passive else SUBJECTS)
            others = codes_below(doc, hits, token.i, OBJECTS)
            if doers or others:
                yield event(known[0].words[0].entry.type, doers, others, sentence)


def codes_below(
    doc: Doc, hits: list[tuple[int, int, str]], verb: int, relations: tuple[str, ...]
) -> list[str]:
    """Codes of the actors named in the phrases that hang on a verb by some relation."""
    below: set[int] = set()
    for child in doc.children[verb]:
        if doc.deprel[child] in relations:
            below.update(doc.subtree(child))
    return [code for first, _, code in hits if first in below]


def by_words(
    docs: Mapping[str, Doc], seen: Mapping[str, Doc], gold: Mapping[str, Json]
) -> dict[str, Json]:
    """Coded reports by words alone, each read by a model that has not seen it."""
    keys = sorted(docs)
    parts = [keys[k::FOLDS] for k in range(FOLDS)] if set(keys) & set(seen) else [keys]
    found = {}
    for part in parts:
        type_of = {
            code: learnt([d for key, d in seen.items() if key not in part], gold, code)
            for code in sorted({docs[key].language for key in part})
        }
        for key in part:
            found[key] = coded(docs[key], told_by_words(docs[key], type_of[docs[key].language]))
    return found


def learnt(
    docs: Sequence[Doc], gold: Mapping[str, Json], language_: str
) -> Callable[[Sequence[str]], list[str]]:
    """A classifier of sentences, learnt from the reports of one language."""
    from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]
        TfidfVectorizer,
    )
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

    texts, types = [], []
    for doc in docs:
        if doc.language == language_:
            for sentence in doc.sentences():
                told = types_in(sentence, gold[doc.report.id]) or [NOTHING]
                texts += [sentence.span.cut(doc.text)] * len(told)
                types += told
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=500),
    )
    model.fit(texts, types)
    return lambda some: [str(t) for t in model.predict(some)]


def types_in(sentence: Sentence, gold: Json) -> list[str]:
    """Types of the gold events whose trigger, or else first evidence, stands in a sentence."""
    span = sentence.span
    spots = [
        (e["type"], e.get("trigger") or (e.get("evidence") or [None])[0]) for e in gold["events"]
    ]
    return sorted({t for t, spot in spots if spot and span.start <= spot["start"] < span.end})


def told_by_words(doc: Doc, type_of: Callable[[Sequence[str]], list[str]]) -> Iterator[Json]:
    """An event for each sentence that names an actor and is given a type."""
    hits = named(doc)
    sentences = [
        (s, [code for first, _, code in hits if s.first <= first < s.stop]) for s in doc.sentences()
    ]
    sentences = [(s, codes) for s, codes in sentences if codes]
    if sentences:
        types = type_of([s.span.cut(doc.text) for s, _ in sentences])
        for (sentence, codes), type_ in zip(sentences, types, strict=True):
            if type_ != NOTHING:
                yield event(type_, codes, [], sentence)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    given = options.parse_args()
    if not (given.gold / "train").is_dir():
        raise SystemExit(f"baselines: {given.gold}/train is not here; name its folder with --gold")
    for part in ("dev", "train"):
        found = measure(given.gold / part, given.gold / "train")
        print(f"gold/{part:8}" + "".join(f"{name:>18}" for name in SHOWN) + "   (F1)")
        for name, tally in found.items():
            print(f"  {name:11}" + "".join(f"{tally.figure(n)[2]:18.3f}" for n in SHOWN))


if __name__ == "__main__":
    main()
