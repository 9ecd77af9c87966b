"""Kinds of sites in words, and the English name of a site whose own name no table knows."""

from __future__ import annotations

from functools import cache

from jalur.knowledge.data import load_yaml


@cache
def forms(kind: str) -> dict[str, str]:
    """The words of one kind ("before", "after", "towns") and the English name that each makes."""
    return {str(w): str(form) for w, form in load_yaml("places/kinds.yaml")[kind].items()}


def site(name: str) -> tuple[str, str] | None:
    """The English name and the own name of a site: "RS Al-Amal" is Al-Amal Hospital, Al-Amal."""
    low = name.lower()
    for word, form in longest("before"):
        if low.startswith(word + " ") and is_name(own := name[len(word) + 1 :].strip()):
            return form.format(own), own
    for word, form in longest("after"):
        if low.endswith(" " + word) and is_name(own := name[: -len(word) - 1].strip()):
            return form.format(own), own
    return None


def settlement(name: str) -> str | None:
    """The own name of a village, quarter or district: "Kelurahan Karang Anyar", "village of X"."""
    low = name.lower()
    for word, form in longest("towns"):
        if form == "{} after" and low.endswith(" " + word):
            own = name[: -len(word) - 1].strip()
        elif form == "{}" and low.startswith(word + " "):
            own = name[len(word) + 1 :].strip()
        else:
            continue
        return own if is_name(own) else None
    return None


def is_kind(words: str, where: str) -> bool:
    """Whether words are a kind of site that stands before, or after, its name."""
    return words in forms(where)


def is_name(words: str) -> bool:
    """Whether words are a name: more than two letters, the first a capital."""
    return len(words) > 2 and words[:1].isupper()


@cache
def longest(kind: str) -> tuple[tuple[str, str], ...]:
    """The words of a kind, the longest first."""
    return tuple(sorted(forms(kind).items(), key=lambda f: -len(f[0])))
