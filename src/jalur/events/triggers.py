"""Which words of a sentence tell an event, and in which of their meanings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

from jalur.doc import Doc, Sentence
from jalur.events.carriers import Carrier, carrier_of
from jalur.events.fitting import fits, is_name_part
from jalur.knowledge.lexicon import Match, Word, matches
from jalur.syntax import child, head_of_span, is_passive, relation

BESIDE = 3
"""How many tokens to either side count as beside the trigger, for `unless`."""

NAME = 4
"""How many tokens to either side a name may stand that `near` asks for."""

NEAR = 12
"""How many tokens to either side count as its clause, for `near`."""

ATTRIBUTES = {"DET", "ADJ", "ADV", "NUM"}
"""What may stand between the parts of a verb: "voiced their deep concern", "fired two rockets"."""

NAMED = {"LOC": "<place>", "PER": "<person>", "ORG": "<body>"}
"""How `near` asks for a name of a kind instead of a word."""

THINGS = {"en": {"it"}, "id": {"nya"}}
"""Pronouns that take up a thing."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that tell an event: the lexicon's word, how it stands in the sentence, and
    the light verb that carries it if it is a noun."""

    first: int
    last: int
    token: int
    word: Word
    passive: bool
    carrier: Carrier | None = None

    @property
    def own(self) -> range:
        """The trigger's own tokens."""
        return range(self.first, self.last + 1)

    @property
    def nominal(self) -> bool:
        """Whether a noun tells it."""
        return self.word.kind == "noun"


def triggers_in(doc: Doc, sentence: Sentence) -> list[list[Trigger]]:
    """The triggers of one sentence, none inside another: for each place the meanings that fit it,
    those first that the words around speak for most."""
    found: list[list[Trigger]] = []
    i = sentence.first
    while i < sentence.stop:
        meanings = meanings_at(doc, sentence, i) if doc.upos[i] != "PUNCT" else []
        if meanings:
            found += [meanings, *inside(doc, sentence, meanings[0])]
        i = (meanings[0].last if meanings else i) + 1
    return found


def inside(doc: Doc, sentence: Sentence, outer: Trigger) -> list[list[Trigger]]:
    """The request among the words of its refusal ("rejected calls", "menolak permintaan")."""
    if outer.word.entry.type != "REJECT":
        return []
    found = [meanings_at(doc, sentence, i) for i in range(outer.first + 1, outer.last + 1)]
    return [ms for ms in found if ms and ms[0].nominal and ms[0].word.entry.type == "REQUEST"]


def meanings_at(doc: Doc, sentence: Sentence, i: int) -> list[Trigger]:
    """The meanings of the longest words at token `i` that have one that fits."""
    skip = partial(is_attribute, doc)
    for hit in matches(doc.lower, i, doc.language, sentence.stop, skip):
        if is_name_part(doc, hit, head_of_span(doc, hit.first, hit.last)):
            continue
        fitting = [w for w in hit.words if fits(doc, hit, head_of(doc, hit, w), w)]
        around = Around(doc, sentence, hit)
        weighed = [(guarded(around, w), w) for w in fitting]
        kept = [(weight, w) for weight, w in weighed if weight is not None]
        if kept:
            most = max(weight for weight, _ in kept)
            best = [w for weight, w in kept if weight == most]
            return [trigger_of(doc, hit, w) for w in best]
    return []


def is_attribute(doc: Doc, i: int) -> bool:
    """Whether a token may stand between the parts of a verb: no name or people, but a thing that a
    pronoun takes up ("turned *it* down"), and a measure ("ended a *three-day* ceasefire")."""
    if is_hyphened(doc, i) or is_thing(doc, i):
        return True
    attribute = doc.upos[i] in ATTRIBUTES or doc.deprel[i] == "nmod:poss"
    return attribute and doc.words[i] == doc.lower[i] and not doc.ner[i]


def is_hyphened(doc: Doc, i: int) -> bool:
    """Whether a token is a hyphen after a number, or what is counted by it: "three-day"."""
    hyphen = i if doc.words[i] == "-" else i - 1
    return hyphen > 0 and doc.words[hyphen] == "-" and doc.upos[hyphen - 1] == "NUM"


def is_thing(doc: Doc, i: int) -> bool:
    """Whether a token is a pronoun that takes up a thing, and is no subject."""
    return doc.lower[i] in THINGS[doc.language] and relation(doc, i) != "nsubj"


def trigger_of(doc: Doc, hit: Match, word: Word) -> Trigger:
    """Matched words in one of their meanings."""
    token = head_of(doc, hit, word)
    carrier = carrier_of(doc, token, word.entry.type) if word.kind == "noun" else None
    return Trigger(hit.first, hit.last, token, word, passive(doc, token, word), carrier)


def head_of(doc: Doc, hit: Match, word: Word) -> int:
    """The word that the others hang on; the verb itself where the tree hangs it on its object."""
    first = hit.first
    if word.kind == "verb" and doc.upos[first] == "VERB" and doc.head[first] in hit_range(hit):
        return first
    return head_of_span(doc, hit.first, hit.last)


def hit_range(hit: Match) -> range:
    """The tokens of matched words."""
    return range(hit.first, hit.last + 1)


@dataclass
class Around:
    """The words around matched ones, as written and as lemmas, looked up only when asked for."""

    doc: Doc
    sentence: Sentence
    hit: Match

    @cached_property
    def beside(self) -> set[str]:
        """The words that stand beside."""
        return self.within(BESIDE)

    @cached_property
    def clause(self) -> set[str]:
        """The words of the clause, and the kinds of the names that stand beside."""
        ner, first, last = self.doc.ner, self.hit.first, self.hit.last
        low, high = max(self.sentence.first, first - NAME), min(self.sentence.stop, last + NAME + 1)
        named = {NAMED[ner[i][2:]] for i in range(low, high) if ner[i]}
        return self.within(NEAR) | named | self.taken_up

    @cached_property
    def taken_up(self) -> set[str]:
        """The words of the sentence before, where a pronoun is the object of the matched ones:
        "Egypt tabled a plan. Israel accepted *it* on the spot."
        """
        doc, sentence = self.doc, self.sentence
        after = range(self.hit.first, min(self.hit.last + 2, sentence.stop))
        if sentence.index == 0 or not any(is_thing(doc, k) for k in after):
            return set()
        first, stop = doc.bounds[sentence.index - 1]
        return {*doc.lower[first:stop], *map(str.lower, doc.lemma[first:stop])}

    def within(self, reach: int) -> set[str]:
        """The words, pairs of words and words with hyphens within some tokens to either side."""
        lower, lemma = self.doc.lower, self.doc.lemma
        first = max(self.sentence.first, self.hit.first - reach)
        stop = min(self.sentence.stop, self.hit.last + reach + 1)
        found: set[str] = set()
        for low, high in ((first, self.hit.first), (self.hit.last + 1, stop)):
            words = lower[low:high]
            found.update(words, map(str.lower, lemma[low:high]), map(" ".join, pairwise(words)))
            hyphens = [k for k in range(1, len(words) - 1) if words[k] == "-"]
            found.update(f"{words[k - 1]}-{words[k + 1]}" for k in hyphens)
        return found


def guarded(around: Around, word: Word) -> int | None:
    """How many of a meaning's `near` words stand in the clause; None where it asks for one in
    vain, or where an `unless` word undoes it."""
    entry = word.entry
    if entry.unless and not entry.unless.isdisjoint(around.beside):
        return None
    if entry.unless_clause and not entry.unless_clause.isdisjoint(around.clause):
        return None
    return (len(entry.near & around.clause) or None) if entry.near else 0


def passive(doc: Doc, token: int, word: Word) -> bool:
    """The voice in which a verb stands; participles without subject or object are passive."""
    if word.kind != "verb":
        return False
    stands = is_passive(doc, token)
    if word.form.voice == "active":
        return stands and doc.language == "en"  # "set" is its own participle
    if word.form.voice == "passive" or stands:
        return True
    if doc.language == "id":
        return False
    rel = relation(doc, token)
    if any(relation(doc, c) in {"aux", "nsubj", "obj"} for c in doc.children[token]):
        return False
    if child(doc, token, "obl:agent") is not None:
        return True
    if rel == "conj":
        return is_passive(doc, doc.head[token])
    return rel in {"acl", "advcl", "amod", "root", "xcomp"} and takes_object(word)


def takes_object(word: Word) -> bool:
    """Whether a verb has an object in the lexicon, and so a passive ("intervened" has none)."""
    return "obj" in (*word.entry.actor, *word.entry.to)
