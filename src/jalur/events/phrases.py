"""Phrases with a preposition around a trigger, and what a phrase is about."""

from __future__ import annotations

from collections.abc import Iterable

from jalur.doc import Doc
from jalur.syntax import PHRASES, cases, child, phrase, relation

HANGING = {*PHRASES, "obj", "iobj", "advmod", "dep"}
"""Relations of phrases with a preposition, those by mistake of the tree included."""

TIMES = {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"),
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "week", "weeks", "month", "months", "year", "years"),
    *("day", "days", "hours", "hour", "minutes", "weekend", "yesterday", "tomorrow", "night"),
    *("morning", "afternoon", "evening", "tonight", "decade", "decades", "century", "time"),
    *("senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "pekan", "bulan"),
    *("januari", "februari", "maret", "mei", "juni", "juli", "agustus", "oktober", "desember"),
    *("tahun", "hari", "jam", "pukul", "malam", "pagi", "siang", "sore", "kemarin", "besok"),
    *("waktu", "saat", "abad", "dekade", "pekan-pekan", "tanggal"),
}


def is_time(doc: Doc, i: int) -> bool:
    """Whether a phrase names a day, a year or a length of time."""
    word = doc.lower[i]
    number = doc.upos[i] == "NUM" and word.isdigit() and len(word) == 4
    return number or doc.deprel[i].endswith("tmod") or (word in TIMES and doc.ner[i] == "")


def names_somebody(doc: Doc, i: int) -> bool:
    """Whether a name, a people or a pronoun stands in the phrase, or people are its head."""
    first = doc.bounds[doc.sentence_of[i]][0]
    for k in phrase(doc, i):
        if doc.upos[k] in {"PROPN", "PRON"} or doc.ner[k]:
            return True
        if doc.words[k][:1].isupper() and k > first:
            return True
    return False


def with_case(doc: Doc, reach: Iterable[int], slot: str, outside: range) -> int | None:
    """The first dependent of the reachable tokens that stands after this preposition, outside of
    the trigger's own words; no time."""
    first, _, second = slot.partition(" ")
    for i in reach:
        for c in doc.children[i]:
            if c in outside or relation(doc, c) not in HANGING:
                continue
            own = cases(doc, c)
            if slot in own and not is_time(doc, c):
                return c
            if second and first in own and doc.lower[c] == second:
                inner = child(doc, c, "nmod", "compound", "flat")
                return c if inner is None else inner
    return None


def below(doc: Doc, tokens: Iterable[int]) -> list[int]:
    """The modifiers after a preposition of some tokens ("the sale *of missiles* by France")."""
    return [c for i in tokens for c in doc.children[i] if relation(doc, c) in {"nmod", "obl"}]
