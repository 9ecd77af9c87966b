"""Builds the columns of a Doc from tokens, sentences and what the model says of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from jalur.doc import Doc
from jalur.knowledge.headlines import is_headline
from jalur.knowledge.lexicon import full_forms
from jalur.language.sentences import ends
from jalur.language.tokens import pieces
from jalur.model import Report

CHUNK = re.compile(r"\S+")


def split(report: Report) -> Doc:
    """The report's sentences and tokens, none of them parsed."""
    start: list[int] = []
    end: list[int] = []
    bounds: list[tuple[int, int]] = []
    paragraph: list[int] = []
    text, language = report.text, report.language
    for number, passage in enumerate(report.body):
        first = len(start)
        glued: list[bool] = []
        for chunk in CHUNK.finditer(text, passage.start, passage.end):
            base = chunk.start()
            for a, b in pieces(chunk.group(), language):
                start.append(base + a)
                end.append(base + b)
                glued.append(a > 0)
        words = [text[a:b] for a, b in zip(start[first:], end[first:], strict=True)]
        begin = 0
        for stop in ends(words, glued, language):
            bounds.append((first + begin, first + stop))
            paragraph.append(number)
            begin = stop
    return columns(report, start, end, bounds, paragraph)


def columns(
    report: Report,
    start: list[int],
    end: list[int],
    bounds: list[tuple[int, int]],
    paragraph: list[int],
) -> Doc:
    """A Doc of unparsed sentences."""
    words = tuple(report.text[a:b] for a, b in zip(start, end, strict=True))
    nothing = ("",) * len(words)
    return Doc(
        report=report,
        start=tuple(start),
        end=tuple(end),
        lemma=tuple(w.lower() for w in words),
        upos=nothing,
        head=tuple(range(len(words))),
        deprel=nothing,
        ner=nothing,
        bounds=tuple(bounds),
        parsed=(False,) * len(bounds),
        paragraph=tuple(paragraph),
        words=words,
    )


def parse(report: Report, worth: Callable[[Sequence[str]], bool]) -> Doc:
    """The report's sentences and tokens, with trees for the sentences that are worth it."""
    doc = split(report)
    chosen = [s for s, (a, b) in enumerate(doc.bounds) if worth(doc.lower[a:b])]
    if not chosen:
        return doc
    from jalur.language.parser import load

    sentences = [recased(doc.words[slice(*doc.bounds[s])], report.language) for s in chosen]
    trees = load(report.language).run(sentences, together=True)
    lemma, upos, head = list(doc.lemma), list(doc.upos), list(doc.head)
    deprel, ner, parsed = list(doc.deprel), list(doc.ner), list(doc.parsed)
    for s, tree in zip(chosen, trees, strict=True):
        a, b = doc.bounds[s]
        lemma[a:b], upos[a:b], deprel[a:b], ner[a:b] = tree.lemma, tree.upos, tree.deprel, tree.ner
        head[a:b] = [a + i if h < 0 else a + h for i, h in enumerate(tree.head)]
        parsed[s] = True
    return replace(
        doc,
        lemma=tuple(lemma),
        upos=tuple(upos),
        head=tuple(head),
        deprel=tuple(deprel),
        ner=tuple(ner),
        parsed=tuple(parsed),
    )


def recased(words: Sequence[str], language: str) -> tuple[str, ...]:
    """A sentence as the model is shown it: in a headline whose every word has a capital the bare
    verbs that tell events are written as in other sentences, lest they be taken for names ("ICJ
    Perintahkan Israel" as "ICJ memerintahkan Israel")."""
    if not is_headline(words):
        return tuple(words)
    known = full_forms(language)
    return tuple(known.get(w.lower(), w) if k and w.istitle() else w for k, w in enumerate(words))
