"""Which words of a sentence tell an event, and in which of their meanings."""

from __future__ import annotations

from dataclasses import dataclass

from jalur.doc import Doc, Sentence
from jalur.knowledge.lexicon import Match, Word, match
from jalur.syntax import head_of_span, is_passive, relation

NEAR = 8
"""How many tokens to either side count as beside the trigger, for `unless` and `near`."""

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
    around = neighbours(doc, sentence, hit)
    fitting = [w for w in hit.words if fits(doc, token, w, around)]
    if not fitting:
        return None
    word = max(fitting, key=lambda w: bool(w.entry.near))
    return Trigger(hit.first, hit.last, token, word, passive(doc, token, word))


def neighbours(doc: Doc, sentence: Sentence, hit: Match) -> set[str]:
    """The words beside the trigger, in lower case, as written and as lemmas."""
    first = max(sentence.first, hit.first - NEAR)
    stop = min(sentence.stop, hit.last + NEAR + 1)
    beside = [*range(first, hit.first), *range(hit.last + 1, stop)]
    words = {doc.lower[i] for i in beside} | {doc.lemma[i].lower() for i in beside}
    pairs = {f"{doc.lower[a]} {doc.lower[a + 1]}" for a in beside if a + 1 in set(beside)}
    return words | pairs


def fits(doc: Doc, token: int, word: Word, around: set[str]) -> bool:
    """Whether a meaning's guards hold and the tagger agrees with the kind of word."""
    entry = word.entry
    if entry.unless & around or (entry.near and not entry.near & around):
        return False
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
