"""All that is resolved once for a whole report and asked by every mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jalur.doc import Doc
from jalur.expressions import times
from jalur.grounding.cast import Cast
from jalur.grounding.participants import Resolver
from jalur.knowledge.genres import density
from jalur.knowledge.pronouns import is_a
from jalur.model import Attribution, Mention, Participant, TimeExpression
from jalur.syntax import cases

AT = {"di", "ke", "dari", "in", "at", "near", "from", "to"}
"""Prepositions before a town."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with its tokens."""

    time: TimeExpression
    first: int
    last: int


@dataclass
class Scene:
    """A parsed report with its cast, its times and its attributions."""

    doc: Doc
    cast: Cast
    resolver: Resolver
    attributions: tuple[Attribution, ...]
    triggers: frozenset[int] = frozenset()
    """The tokens of the nouns that tell the report's events."""
    types: dict[int, str] = field(default_factory=dict)
    """The token of every mention with its type of event."""
    memo: dict[str, object] = field(default_factory=dict)
    """What other rooms have worked out for the whole report."""

    @classmethod
    def of(
        cls, doc: Doc, attributions: Sequence[Attribution], mentions: Sequence[Mention] = ()
    ) -> Scene:
        """The scene of a parsed report."""
        cast = Cast.of(doc)
        for mention in mentions:
            if is_no_place(cast, mention.token):
                del cast.places[mention.token]
        nouns = frozenset(m.token for m in mentions if doc.upos[m.token] == "NOUN")
        types = {m.token: m.type for m in mentions}
        return cls(doc, cast, Resolver(cast), tuple(attributions), nouns, types)

    def owned_by_another(self, mention: Mention, first: int, last: int) -> bool:
        """Whether some words hang directly on a noun that tells another event."""
        heads = {self.doc.head[k] for k in range(first, last + 1)} - set(range(first, last + 1))
        return bool(heads & self.triggers) and mention.token not in heads

    @cached_property
    def times(self) -> dict[int, tuple[Timed, ...]]:
        """The resolved times of each sentence."""
        doc, found = self.doc, {}
        for sentence in doc.sentences():
            if not sentence.parsed:
                continue
            here = times(doc.text, sentence.span, doc.language, doc.report.published)
            found[sentence.index] = tuple(
                Timed(t, self.token_at(t.span.start), self.token_at(t.span.end - 1)) for t in here
            )
        return found

    @cached_property
    def genres(self) -> dict[str, float]:
        """The share of words that are typical of other kinds of news."""
        return density(self.doc.lower, self.doc.language)

    @cached_property
    def cue_tokens(self) -> dict[int, tuple[int, ...]]:
        """The tokens of attributing words, by sentence."""
        found: dict[int, list[int]] = {}
        for attribution in self.attributions:
            if attribution.cue:
                token = self.token_at(attribution.cue.start)
                found.setdefault(self.doc.sentence_of[token], []).append(token)
        return {k: tuple(v) for k, v in found.items()}

    def participant(self, head: int, by: Sequence[Attribution]) -> Participant | None:
        """Who a phrase is; "we" and "I" are the speaker of the words."""
        if not is_a("speaker", self.doc.lower[head], self.doc.language) or self.is_state(head):
            return self.resolver.resolve(head)
        for attribution in (*by, *self.beside(head)):
            if attribution.head is not None and attribution.head != head:
                found = self.resolver.resolve(attribution.head)
                if found:
                    return found
        return self.publisher(head)

    def is_state(self, head: int) -> bool:
        """Whether a word that looks like a pronoun is a state's name: "the US"."""
        return self.doc.words[head].isupper() and head in self.cast.hits

    def speaker_of(self, attribution: Attribution) -> str | None:
        """A name for who answers, the same for every attribution of one person or body."""
        head = attribution.head
        for reason in attribution.reasons:
            if reason.rule == "antecedent" and ":" in reason.detail:
                head = self.token_at(int(reason.detail.split(":")[0]))
        return None if head is None else self.name_of(head)

    def cues_of(self, mention: Mention, by: Sequence[Attribution]) -> Iterator[int]:
        """The cues of all that the speaker of a mention said in this report."""
        heads = [a.head for a in mention.arguments if a.role == "actor"]
        speakers = ({self.speaker_of(a) for a in by} - {None}) or {self.name_of(h) for h in heads}
        for attribution in self.attributions:
            if attribution.cue is not None and self.speaker_of(attribution) in speakers:
                yield self.token_at(attribution.cue.start)

    def name_of(self, head: int) -> str:
        """A name for whom a word names, the same for every mention of one person."""
        person = self.cast.person_at(head)
        return (person.name if person else self.doc.words[head]).casefold()

    def beside(self, head: int) -> list[Attribution]:
        """The attributions whose cue stands in the sentence of a token, or next to it."""
        here = self.doc.sentence_of[head]
        found = []
        for attribution in self.attributions:
            if attribution.cue:
                there = self.doc.sentence_of[self.token_at(attribution.cue.start)]
                if abs(there - here) <= 1:
                    found.append((abs(there - here), attribution))
        return [a for _, a in sorted(found, key=lambda f: f[0])]

    def publisher(self, head: int) -> Participant | None:
        """The body that publishes the report itself, where it speaks as "we" in its own words."""
        hit = self.cast.publisher
        if hit is None:
            return None
        why = "who publishes the report"
        return self.resolver.made(head, hit.actor.code, hit.actor.sector, hit.form, why)

    def token_at(self, character: int) -> int:
        """The token that covers a character, or the last one before it."""
        return max(0, bisect_right(self.doc.start, character) - 1)

    def tokens_in_range(self, start: int, end: int) -> range:
        """The tokens of the characters `start` to `end`."""
        return range(self.token_at(start), self.token_at(end - 1) + 1)


def path_length(doc: Doc, a: int, b: int) -> int:
    """How many steps apart two tokens of one sentence stand in the tree."""
    up: dict[int, int] = {}
    at, steps = a, 0
    while at not in up:
        up[at] = steps
        at, steps = doc.head[at], steps + 1
    at, steps = b, 0
    while at not in up and steps < 60:
        if doc.head[at] == at:
            return 99
        at, steps = doc.head[at], steps + 1
    return up.get(at, 99) + steps


def is_no_place(cast: Cast, token: int) -> bool:
    """Whether a word that tells an event was taken for the town of its name: "Hamas *Serang*
    Israel", where Serang is a town in Banten; "di" makes it the town."""
    first, last, _ = cast.places.get(token, (-1, -1, ""))
    return first == last == token and not AT & set(cases(cast.doc, token))
