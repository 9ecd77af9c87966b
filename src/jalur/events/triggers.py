"""Which words of a sentence tell an event, and in which of their meanings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from jalur.doc import Doc, Sentence
from jalur.events.phrases import is_time
from jalur.knowledge.lexicon import Match, Word, matches
from jalur.syntax import head_of_span, is_passive, relation

BESIDE = 3
"""How many tokens to either side count as beside the trigger, for `unless`."""

NEAR = 12
"""How many tokens to either side count as its clause, for `near`."""

ATTRIBUTES = {"DET", "ADJ", "ADV"}
"""What may stand between the parts of a verb ("voiced their deep concern")."""

NAMED = {"LOC": "<place>", "PER": "<person>", "ORG": "<body>"}
"""How `near` asks for a name of a kind instead of a word."""

KINDS = frozenset(NAMED.values())

NAME_PARTS = {"flat", "fixed", "goeswith"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that tell an event: the lexicon's word, and how it stands in the sentence."""

    first: int
    last: int
    token: int
    word: Word
    passive: bool

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
    for hit in matches(doc.lower[: sentence.stop], i, doc.language, partial(is_attribute, doc)):
        if is_name_part(doc, hit, head_of_span(doc, hit.first, hit.last)):
            continue
        fitting = [w for w in hit.words if fits(doc, hit, head_of(doc, hit, w), w)]
        weighed = [(guarded(doc, sentence, hit, w), w) for w in fitting]
        kept = [(weight, w) for weight, w in weighed if weight is not None]
        if kept:
            most = max(weight for weight, _ in kept)
            best = [w for weight, w in kept if weight == most]
            return [trigger_of(doc, hit, w) for w in best]
    return []


def is_attribute(doc: Doc, i: int) -> bool:
    """Whether a token may stand between the parts of a verb: no name, people or number."""
    attribute = doc.upos[i] in ATTRIBUTES or doc.deprel[i] == "nmod:poss"
    return attribute and doc.words[i].islower() and not doc.ner[i]


def trigger_of(doc: Doc, hit: Match, word: Word) -> Trigger:
    """Matched words in one of their meanings."""
    token = head_of(doc, hit, word)
    return Trigger(hit.first, hit.last, token, word, passive(doc, token, word))


def head_of(doc: Doc, hit: Match, word: Word) -> int:
    """The word that the others hang on; the verb itself where the tree hangs it on its object."""
    first = hit.first
    if word.kind == "verb" and doc.upos[first] == "VERB" and doc.head[first] in hit_range(hit):
        return first
    return head_of_span(doc, hit.first, hit.last)


def hit_range(hit: Match) -> range:
    """The tokens of matched words."""
    return range(hit.first, hit.last + 1)


def guarded(doc: Doc, sentence: Sentence, hit: Match, word: Word) -> int | None:
    """How many of a meaning's `near` words stand in the clause; None where it asks for one in
    vain, or where an `unless` word undoes it."""
    entry = word.entry
    if entry.unless and not entry.unless.isdisjoint(neighbours(doc, sentence, hit, BESIDE)):
        return None
    if not entry.near and not entry.unless_clause:
        return 0
    around = neighbours(doc, sentence, hit, NEAR)
    if not entry.unless_clause.isdisjoint(around):
        return None
    if not KINDS.isdisjoint(entry.near):
        around -= KINDS - neighbours(doc, sentence, hit, BESIDE + 1)
    return (len(entry.near & around) or None) if entry.near else 0


def neighbours(doc: Doc, sentence: Sentence, hit: Match, reach: int) -> set[str]:
    """The words and pairs of words around the trigger, in lower case, as written and as lemmas."""
    first = max(sentence.first, hit.first - reach)
    stop = min(sentence.stop, hit.last + reach + 1)
    found: set[str] = set()
    for low, high in ((first, hit.first), (hit.last + 1, stop)):
        found.update(doc.lower[low:high])
        found.update(lemma.lower() for lemma in doc.lemma[low:high])
        found.update(" ".join(doc.lower[i : i + 2]) for i in range(low, high - 1))
        kinds = (NAMED.get(doc.ner[i][2:], "") for i in range(low, high))
        found.update(kinds)
        hyphens = [i for i in range(low + 1, high - 1) if doc.lower[i] == "-"]
        found.update(f"{doc.lower[i - 1]}-{doc.lower[i + 1]}" for i in hyphens)
    return found


def fits(doc: Doc, hit: Match, token: int, word: Word) -> bool:
    """Whether the tagger agrees with the kind of word."""
    upos, shape = doc.upos[token], word.form.shape
    if len(word.form.words) > 1:
        return shape != "stem" or doc.upos[hit.first] in {"VERB", ""}
    if word.kind == "noun":
        if upos == "PROPN" and is_time(doc, token):
            return False
        if upos == "VERB" and doc.language == "en":
            return relation(doc, token) in {"nsubj", "obj", "obl", "nmod"}
        return upos in {"NOUN", "PROPN", "X", "", "VERB"}
    if word.kind == "adjective":
        return upos in {"ADJ", "VERB", "NOUN", "ADV", ""}
    if shape == "stem":
        return upos == "VERB" and not doc.words[token][:1].isupper()
    if shape == "base" and doc.language == "en":
        return upos == "VERB"
    return upos in {"VERB", "AUX", "ADJ", ""} or (shape != "base" and upos == "PROPN")


def is_name_part(doc: Doc, hit: Match, token: int) -> bool:
    """Whether the words stand inside a name ("Meeting Street", "Komisi Pemberantasan …")."""
    inside = relation(doc, token) in NAME_PARTS and doc.upos[token] == "PROPN"
    return inside or all(doc.ner[i][-3:] == "PER" for i in range(hit.first, hit.last + 1))


def passive(doc: Doc, token: int, word: Word) -> bool:
    """The voice in which a verb stands; participles without subject or object are passive."""
    if word.kind != "verb" or word.form.voice == "active":
        return False
    if word.form.voice == "passive" or is_passive(doc, token):
        return True
    if doc.language == "id":
        return False
    rel = relation(doc, token)
    if any(relation(doc, c) in {"aux", "nsubj", "obj"} for c in doc.children[token]):
        return False
    if rel == "conj":
        return is_passive(doc, doc.head[token])
    return rel in {"acl", "advcl", "amod", "root", "xcomp"}
