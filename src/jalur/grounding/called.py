"""Armed groups that no table lists, by what the report itself calls armed: "milisi GATIA"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jalur.doc import Doc
from jalur.knowledge import actors
from jalur.knowledge.actors import Hit, roles
from jalur.knowledge.actors.model import Actor

ARMED = {"REB", "UAF", "PRM"}
"""Sectors of armed groups."""

SHORT = re.compile(r"[A-Z][A-Z0-9]{2,8}(?:-[A-Z0-9]+)?")
"""A name made of first letters: "GATIA", "M23", "FARC-EP"."""

KINDS = {"group", "faction", "movement", "kelompok", "faksi", "gerakan"}
"""Nouns that a word for armed people makes armed: "rebel group X"."""

LONGEST = 3
"""Words of the longest noun for armed people."""


def called(doc: Doc, known: Collection[int]) -> Iterator[Hit]:
    """Every place of a name that stands beside a word for armed people at least once, where no
    known actor is named; `known` are the tokens of known actors."""
    short = [k for k, word in enumerate(doc.words) if k not in known and SHORT.fullmatch(word)]
    sectors: dict[str, str] = {}
    for k in short:
        if sector := armed_before(doc, k) or armed_after(doc, k):
            sectors.setdefault(doc.words[k], sector)
    for k in short:
        name = doc.words[k]
        if name in sectors:
            code = name.replace("-", "_")
            own = Actor(code, sectors[name], "group", name, None)
            yield Hit(k, k, actors.by_code(code) or own, name)


def armed_before(doc: Doc, k: int) -> str | None:
    """The sector of the armed people whose noun stands right before a name."""
    at = k - 1 if k and doc.lower[k - 1] not in KINDS else k - 2
    for j in range(at, max(-1, at - LONGEST), -1):
        found = armed_at(doc, j)
        if found is not None and j + found.length - 1 == at:
            return found.sector
    return None


def armed_after(doc: Doc, k: int) -> str | None:
    """The sector of the armed people whose noun stands right after a name, as in English."""
    found = armed_at(doc, k + 1) if doc.language == "en" and k + 1 < len(doc) else None
    return found.sector if found is not None else None


def armed_at(doc: Doc, j: int) -> roles.Role | None:
    """The noun for armed people that begins at a token, unless all is in capitals there."""
    if j < 0 or doc.words[j].isupper():
        return None
    found = roles.role(doc.lower, j, doc.language)
    return found if found is not None and found.sector in ARMED else None
