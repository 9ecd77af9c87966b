"""What the rules of this room look at: the parsed report, its quotations, drafts in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from jalur.doc import Doc
from jalur.knowledge.cues import Cue, Cues, cues
from jalur.model import Reason
from jalur.sources.quotes import DOUBLE, SINGLE, Quotation, quotations

Range = tuple[int, int]
"""First and last token, both included."""


VERBS = frozenset({"say", "tell", "vouch", "think", "wish", "act", "show"})
MARKS = DOUBLE | SINGLE


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue met in the text: its tokens and the stretch it can reach (first, stop)."""

    cue: Cue
    first: int
    last: int
    begin: int
    stop: int


@dataclass
class Draft:
    """An attribution in the making, in tokens; `frame` is the frame the cue was read in."""

    frame: str
    stance: str
    cue: Range
    who: Range | None
    head: int | None
    content: list[Range] = field(default_factory=list)
    quoted: bool = False
    kind: str = "named"
    via: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    outlet: str | None = None
    """The outlet's name when the source is one."""
    quotes: list[int] = field(default_factory=list)
    """Indices of the quotations among its content."""

    def group(self) -> Range:
        """The tokens of cue and source together."""
        if self.who is None:
            return self.cue
        return min(self.cue[0], self.who[0]), max(self.cue[1], self.who[1])


@dataclass(frozen=True)
class Scene:
    """A report with what is looked up over and over."""

    doc: Doc

    @cached_property
    def cues(self) -> Cues:
        """The cues of the report's language."""
        return cues(self.doc.language)

    @cached_property
    def quotes(self) -> tuple[Quotation, ...]:
        """The quotations of the report."""
        return quotations(self.doc)

    @cached_property
    def inside(self) -> tuple[int, ...]:
        """For each token the quotation it stands in (its marks included), or -1."""
        where = [-1] * len(self.doc)
        for q, quote in enumerate(self.quotes):
            for i in range(quote.open, quote.close + 1):
                where[i] = q
        return tuple(where)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Every cue of the report in text order, the longest at each place."""
        found = []
        lower = self.doc.lower
        first = self.cues.first
        for begin, stop in self.doc.bounds:
            i = begin
            while i < stop:
                if hidden := self.hiding_at(i, stop):
                    i += hidden
                    continue
                cue = self.cues.match(lower, i, stop) if lower[i] in first else None
                if cue is None:
                    i += 1
                    continue
                found.append(Hit(cue, i, i + len(cue.words) - 1, *self.field(i, begin, stop)))
                i += len(cue.words)
        return tuple(found)

    def hiding_at(self, i: int, stop: int) -> int:
        """How many tokens from `i` on say that a source hides ("asked not to be named")."""
        for phrase in self.cues.hiding.get(self.doc.lower[i], ()):
            if len(phrase) > 1 and self.doc.lower[i : min(i + len(phrase), stop)] == phrase:
                return len(phrase)
        return 0

    def field(self, i: int, begin: int, stop: int) -> Range:
        """The tokens that a cue at `i` can reach: its sentence, within its quotation."""
        q = self.inside[i]
        if q < 0:
            return begin, stop
        quote = self.quotes[q]
        closed = self.doc.words[quote.close] in MARKS
        return max(begin, quote.open + 1), min(stop, quote.close + (not closed))

    def told_until(self, hit: Hit) -> int:
        """One past the last verb of telling before a cue in its sentence, else its beginning."""
        until = hit.begin
        relative = self.cues.lists["relative"] - {"that"}
        for other in self.hits:
            if other.first >= hit.first:
                break
            if any(self.doc.lower[i] in relative for i in range(other.first - 2, other.first)):
                continue
            if self.doc.deprel[other.first].startswith(("acl", "amod")):
                continue
            finite = other.cue.shape not in ("noun", "base") or self.doc.language == "id"
            if finite and other.first >= hit.begin and other.cue.frames & VERBS:
                until = other.last + 1
        return until

    def is_parsed(self, i: int) -> bool:
        """Whether token `i` stands in a sentence with a tree."""
        return self.doc.parsed[self.doc.sentence_of[i]]

    def sentence(self, i: int) -> Range:
        """First token and one past the last of the sentence around token `i`."""
        return self.doc.bounds[self.doc.sentence_of[i]]

    def quote_closing(self, i: int) -> int:
        """The quotation of speech whose closing mark is token `i`, or -1."""
        if 0 <= i < len(self.doc) and (q := self.inside[i]) >= 0 and self.quotes[q].close == i:
            return q
        return -1

    def quote_opening(self, i: int) -> int:
        """The quotation whose opening mark is token `i`, or -1."""
        if 0 <= i < len(self.doc) and (q := self.inside[i]) >= 0 and self.quotes[q].open == i:
            return q
        return -1
