"""English words written as one: 's, n't and their like, "cannot", compounds with hyphens."""

from __future__ import annotations

from itertools import pairwise

from jalur.language.conventions import cuts, lists, pairing

APOSTROPHES = "'’‘ʼ`"


def cut(word: str) -> list[int]:
    """Places, in ascending order, at which `word` is cut."""
    lower = word.lower()
    if len(lower) != len(word):
        return []
    whole = cuts("en").get(lower)
    if whole is not None:
        return [whole]
    tail = clitic(lower)
    places = hyphens(word[:tail]) if "-" in word else []
    return places + ([tail] if tail < len(word) else [])


def clitic(lower: str) -> int:
    """Where the clitic at the end begins; the word's length when there is none."""
    if len(lower) > 3 and lower[-3] == "n" and lower[-1] == "t" and lower[-2] in APOSTROPHES:
        return len(lower) - 3
    for size in (2, 3):
        if len(lower) > size and lower[-size] in APOSTROPHES:
            if "'" + lower[-size + 1 :] in lists("en")["clitics"]:
                return len(lower) - size
            break
    return len(lower)


def hyphens(word: str) -> list[int]:
    """Cuts around the hyphens that join words of their own."""
    parts = word.split("-")
    places, at = [], 0
    for left, right in pairwise(parts):
        at += len(left)
        if joins_words(left, right):
            places += [at, at + 1]
        at += 1
    return places


def joins_words(left: str, right: str) -> bool:
    """Whether a hyphen between the two stands between words, not inside a name or a prefix."""
    low, high = left.lower(), right.lower()
    known = lists("en")
    if not left or not right:
        return False
    if low in known["prefixes"]:
        return False
    if left.isdigit() or right in known["second_parts"]:
        return True
    if low in pairing() or high in pairing():
        return True
    if any(c.isdigit() for c in right):  # COVID-19, F-16, M23-2
        return False
    if left[0].isupper():  # Al-Ansari, Ben-Gvir, Suk-yeol; but Iran-backed, Hezbollah-provoked
        return right[0].islower() and high.endswith(("ed", "ing"))
    return True
