"""Lemmas as scripts: what to take off a word's ends and what to put there.

A script is made from a word and its lemma in training ("menyerang" to "serang" is "meny|s||"),
predicted by the model, and applied here.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

SAME = "0||0||"


@lru_cache(maxsize=50_000)
def script(word: str, lemma: str) -> str:
    """The script that makes `lemma` of `word`: cut, put before; cut, put after; capital kept."""
    capital = "^" if lemma[:1].isupper() else ""
    low, goal = word.lower(), lemma.lower()
    match = SequenceMatcher(None, low, goal, autojunk=False).find_longest_match()
    if match.size < min(2, len(low)) or len(low) != len(word):
        return f"={goal}"
    front, back = match.a, len(low) - match.a - match.size
    return f"{front}|{goal[: match.b]}|{back}|{goal[match.b + match.size :]}|{capital}"


def apply(rule: str, word: str) -> str:
    """The lemma of `word` by a script; its lower-cased form where the script does not fit."""
    low = word.lower()
    if rule.startswith("="):
        return rule[1:]
    front, before, back, after, capital = rule.split("|")
    a, b = int(front), len(low) - int(back)
    if a >= b:
        return word if capital else low
    if capital and not before and a == 0:
        low = word
    made = before + low[a:b] + after
    return made if made else low


def plausible(lemma: str, word: str) -> bool:
    """Whether enough is left of `word`: a long beginning is not cut off before a stump."""
    place = word.lower().rfind(lemma)
    return not ((place >= 2 and len(lemma) < 3) or (place >= 4 and len(lemma) < 4))
