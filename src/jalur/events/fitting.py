"""Whether the tagger and the tree agree that words are of the kind that the lexicon gives them."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.phrases import is_time
from jalur.knowledge.headlines import is_headline
from jalur.knowledge.lexicon import Match, Word
from jalur.syntax import relation

NAME_PARTS = {"flat", "fixed", "goeswith"}


def fits(doc: Doc, hit: Match, token: int, word: Word) -> bool:
    """Whether the tagger agrees with the kind of word."""
    upos, shape = doc.upos[token], word.form.shape
    if len(word.form.words) > 1:
        return shape != "stem" or doc.upos[hit.first] in {"VERB", ""}
    if word.kind == "noun":
        if upos == "PROPN" and is_time(doc, token):
            return False
        if upos == "VERB" and doc.language == "en":
            return is_noun_after_all(doc, token)
        return upos in {"NOUN", "PROPN", "X", "", "VERB"}
    if word.kind == "adjective":
        return upos in {"ADJ", "VERB", "NOUN", "ADV", ""}
    if shape == "stem":
        capital = doc.words[token][:1].isupper()
        return upos == "VERB" and (not capital or in_headline(doc, token))
    if shape == "base" and doc.language == "en":
        return upos == "VERB"
    return upos in {"VERB", "AUX", "ADJ", ""} or (shape != "base" and upos == "PROPN")


def is_noun_after_all(doc: Doc, token: int) -> bool:
    """Whether an English word that the tagger takes for a verb is a noun: by its relation, by what
    stands before it ("the Doha *talks*"), or by the verb after it ("US-Iran *talks* resumed")."""
    before = {relation(doc, c) for c in doc.children[token] if c < token}
    follows = doc.upos[token + 1 : token + 2]
    nominal = relation(doc, token) in {"nsubj", "obj", "obl", "nmod"}
    return nominal or bool(before & {"det", "compound"}) or follows in (("VERB",), ("AUX",))


def in_headline(doc: Doc, token: int) -> bool:
    """Whether a word has its capital from a headline that writes nearly all words so."""
    first, stop = doc.bounds[doc.sentence_of[token]]
    return token > first and is_headline(doc.words[first:stop])


def is_name_part(doc: Doc, hit: Match, token: int) -> bool:
    """Whether the words stand inside a name ("Meeting Street", "Komisi Pemberantasan …")."""
    capital = doc.words[token][:1].isupper()
    inside = capital and relation(doc, token) in NAME_PARTS and doc.upos[token] == "PROPN"
    return inside or all(doc.ner[i][-3:] == "PER" for i in range(hit.first, hit.last + 1))
