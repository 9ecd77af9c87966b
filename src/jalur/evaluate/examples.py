"""The lexicon's own example sentences, read by the program: is each told as it is marked?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from jalur import events, language
from jalur.knowledge.lexicon import TWO_SIDED, Entry, entries
from jalur.model import Mention, Report, Span
from jalur.pipeline import worth_parsing


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an entry, its marks taken out: who acts, to whom, or that nothing happens."""

    entry: Entry
    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    negative: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an example; `fault` is None when it reads as it should."""

    example: Example
    fault: str | None


def examples(language_: str) -> list[Example]:
    """Every example of a language's lexicon."""
    return [unmarked(entry, text) for entry, _ in entries(language_) for text in entry.examples]


def unmarked(entry: Entry, text: str) -> Example:
    """An example with its marks read and removed."""
    negative = text.startswith("!")
    text = text.removeprefix("!").strip()
    spans: dict[str, list[Span]] = {"[": [], "{": []}
    plain, opened = "", [("", 0)]
    for part in re.split(r"([\[\]{}])", text):
        if part in {"[", "{"}:
            opened.append((part, len(plain)))
        elif part in {"]", "}"}:
            kind, start = opened.pop()
            spans.setdefault(kind, []).append(Span(start, len(plain)))
        else:
            plain += part
    return Example(entry, plain, tuple(spans["["]), tuple(spans["{"]), negative)


def outcomes(language_: str) -> list[Outcome]:
    """Read all examples of a language at once, one paragraph each."""
    known = examples(language_)
    text, body = "", []
    for example in known:
        body.append(Span(len(text), len(text) + len(example.text)))
        text += example.text + "\n"
    report = Report(id="examples", text=text, language=language_, body=tuple(body))
    doc = language.parse(report, partial(worth_parsing, language_))
    mentions = events.find(doc)
    return [Outcome(e, fault(e, span, mentions)) for e, span in zip(known, body, strict=True)]


def fault(example: Example, where: Span, mentions: tuple[Mention, ...]) -> str | None:
    """What is wrong in the reading of one example."""
    here = [m for m in mentions if where.overlaps(m.trigger)]
    told = [m for m in here if m.type == example.entry.type]
    if example.negative:
        return "tells an event" if told else None
    if not told:
        return f"not told, but {sorted({m.type for m in here})}" if here else "not told"
    if any(fits(m, example, where) for m in told):
        return None
    return "wrong sides"


def fits(mention: Mention, example: Example, where: Span) -> bool:
    """Whether a mention has the marked phrases, or what they are part of, on the marked sides."""
    for role, spans in (("actor", example.actors), ("recipient", example.recipients)):
        roles = {"actor", "recipient"} if mention.type in TWO_SIDED else {role}
        found = [a.span for a in mention.arguments if a.role in roles]
        for span in spans:
            marked = Span(where.start + span.start, where.start + span.end)
            if not any(marked.overlaps(phrase) for phrase in found):
                return False
    return True
