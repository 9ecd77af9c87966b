"""Parsed sentences made by hand: `word UPOS head relation`, one token a line, heads from 1."""

from __future__ import annotations

from datetime import date

from jalur.doc import Doc
from jalur.model import Report, Span


def tree(rows: str, language: str = "en", published: date | None = None) -> Doc:
    """A Doc of one sentence from rows of `word UPOS head relation [ner]`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words = [c[0] for c in cells]
    starts, text = [], ""
    for word in words:
        text += " " if text else ""
        starts.append(len(text))
        text += word
    report = Report("hand", text, language, published, body=(Span(0, len(text)),))
    return Doc(
        report=report,
        start=tuple(starts),
        end=tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        lemma=tuple(w.lower() for w in words),
        upos=tuple(c[1] for c in cells),
        head=tuple(int(c[2]) - 1 if c[2] != "0" else i for i, c in enumerate(cells)),
        deprel=tuple(c[3] for c in cells),
        ner=tuple(c[4] if len(c) > 4 else "" for c in cells),
        bounds=((0, len(words)),),
        parsed=(True,),
        paragraph=(0,),
        words=tuple(words),
    )
