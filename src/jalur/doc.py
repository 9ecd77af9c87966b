"""A parsed report: columns to keep, views to read rules by.

`Doc` owns one tuple per kind of value, one entry per token; `Sentence` and `Token` are light views
into it. A sentence that was not worth parsing has tokens but no tree: its `parsed` is False and
its tokens' `upos`, `deprel`, `ner` are "" and their `head` is their own index.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jalur.model import Report, Span


@dataclass(frozen=True)
class Doc:
    """One report's tokens in columns.

    `head[i]` is the index *in the Doc* of token i's head; a root is its own head. `ner[i]` is
    "" or B-/I- with PER, ORG or LOC. Tokens tile the body: nothing but white space lies between
    them, and `text[start[i]:end[i]]` is the token exactly as written. Clitics (-nya, 's, n't) are
    tokens of their own.
    """

    report: Report
    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    upos: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    ner: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]
    """First token and one past the last of each sentence."""
    parsed: tuple[bool, ...]
    """Whether each sentence has a tree."""
    paragraph: tuple[int, ...] = ()
    """Index into `report.body` of the passage that each sentence stands in."""
    words: tuple[str, ...] = field(default=())
    """The tokens as written."""

    @property
    def text(self) -> str:
        """The report's text as read."""
        return self.report.text

    @property
    def language(self) -> str:
        """ISO 639-1 code of the report's language."""
        return self.report.language

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, i: int) -> Token:
        return Token(self, i)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in text order."""
        below: list[list[int]] = [[] for _ in self.head]
        for i, h in enumerate(self.head):
            if h != i:
                below[h].append(i)
        return tuple(tuple(b) for b in below)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Index of the sentence that each token stands in."""
        return tuple(s for s, (a, b) in enumerate(self.bounds) for _ in range(a, b))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(w.lower() for w in self.words)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order."""
        return (Sentence(self, s) for s in range(len(self.bounds)))

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.start[first], self.end[last])

    def subtree(self, i: int) -> list[int]:
        """Token i and everything below it, in text order."""
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(self.children[j])
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A view of one sentence."""

    doc: Doc
    index: int

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.doc.bounds[self.index][0]

    @property
    def stop(self) -> int:
        """One past the index of the last token."""
        return self.doc.bounds[self.index][1]

    @property
    def parsed(self) -> bool:
        """Whether the sentence has a tree."""
        return self.doc.parsed[self.index]

    @property
    def span(self) -> Span:
        """The characters of the sentence."""
        return self.doc.span(self.first, self.stop - 1)

    def __iter__(self) -> Iterator[Token]:
        return (Token(self.doc, i) for i in range(self.first, self.stop))


@dataclass(frozen=True, slots=True)
class Token:
    """A view of one token."""

    doc: Doc
    i: int

    @property
    def text(self) -> str:
        """The token as written."""
        return self.doc.words[self.i]

    @property
    def lower(self) -> str:
        """The token in lower case."""
        return self.doc.lower[self.i]

    @property
    def lemma(self) -> str:
        """The lemma, lower-cased unless it is a name."""
        return self.doc.lemma[self.i]

    @property
    def upos(self) -> str:
        """The universal part of speech, "" in a sentence that was not parsed."""
        return self.doc.upos[self.i]

    @property
    def deprel(self) -> str:
        """The universal dependency relation to the head, with subtype."""
        return self.doc.deprel[self.i]

    @property
    def ner(self) -> str:
        """Empty, or B-/I- with PER, ORG or LOC."""
        return self.doc.ner[self.i]

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.doc.start[self.i], self.doc.end[self.i])

    @property
    def head(self) -> Token:
        """The token that this one depends on; a root is its own head."""
        return Token(self.doc, self.doc.head[self.i])

    @property
    def children(self) -> list[Token]:
        """The tokens that depend on this one, in text order."""
        return [Token(self.doc, j) for j in self.doc.children[self.i]]
