"""Which words of a sentence tell an event, and in which of their meanings."""

from __future__ import annotations

from dataclasses import dataclass

from jalur.doc import Doc, Sentence
from jalur.knowledge.lexicon import Match, Word, match
from jalur.syntax import head_of_span, is_passive, relation

BESIDE = 3
"""How many tokens to either side count as beside the trigger, for `unless`."""

NEAR = 12
"""How many tokens to either side count as its clause, for `near`."""

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
    def nominal(self) -> bool:
        """Whether a noun tells it."""
        return self.word.kind == "noun"


def triggers_in(doc: Doc, sentence: Sentence) -> list[Trigger]:
    """The triggers of one sentence, longest words first, none inside another."""
    found: list[Trigger] = []
    i = sentence.first
    while i < sentence.stop:
        hit = match(doc.lower[: sentence.stop], i, doc.language) if doc.upos[i] != "PUNCT" else None
        trigger = choose(doc, sentence, hit) if hit else None
        if trigger:
            found.append(trigger)
        i = (trigger.last if trigger else i) + 1
    return found


def choose(doc: Doc, sentence: Sentence, hit: Match) -> Trigger | None:
    """The meaning of matched words that fits their place, if any does."""
    token = head_of_span(doc, hit.first, hit.last)
    if is_name_part(doc, hit, token):
        return None
    fitting = [w for w in hit.words if guarded(doc, sentence, hit, w) and fits(doc, token, w)]
    if not fitting:
        return None
    word = max(fitting, key=lambda w: bool(w.entry.near))
    return Trigger(hit.first, hit.last, token, word, passive(doc, token, word))


def guarded(doc: Doc, sentence: Sentence, hit: Match, word: Word) -> bool:
    """Whether a meaning's `unless` words are absent and one of its `near` words is there."""
    entry = word.entry
    if entry.unless and entry.unless & neighbours(doc, sentence, hit, BESIDE):
        return False
    return not entry.near or bool(entry.near & neighbours(doc, sentence, hit, NEAR))


def neighbours(doc: Doc, sentence: Sentence, hit: Match, reach: int) -> set[str]:
    """The words and pairs of words around the trigger, in lower case, as written and as lemmas."""
    first = max(sentence.first, hit.first - reach)
    stop = min(sentence.stop, hit.last + reach + 1)
    found: set[str] = set()
    for low, high in ((first, hit.first), (hit.last + 1, stop)):
        found.update(doc.lower[low:high])
        found.update(lemma.lower() for lemma in doc.lemma[low:high])
        found.update(" ".join(doc.lower[i : i + 2]) for i in range(low, high - 1))
    return found


def fits(doc: Doc, token: int, word: Word) -> bool:
    """Whether the tagger agrees with the kind of word."""
    upos, shape = doc.upos[token], word.form.shape
    if len(word.form.words) > 1:
        return True
    if word.kind == "noun":
        return upos in {"NOUN", "PROPN", "X", ""} or (upos == "VERB" and doc.language == "id")
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
    """The voice in which a verb stands; reduced relatives of participles are passive."""
    if word.kind != "verb" or word.form.voice == "active":
        return False
    if word.form.voice == "passive" or is_passive(doc, token):
        return True
    auxiliaries = [c for c in doc.children[token] if relation(doc, c) in {"aux", "nsubj", "obj"}]
    if doc.language == "id":
        return False
    return not auxiliaries and relation(doc, token) in {"acl", "advcl", "amod", "root"}
