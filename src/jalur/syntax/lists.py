"""Names in a row, read without the tree, which loses the members of long lists: "Saudi Arabia,
Egypt, Bahrain and the UAE", "Mesir, bersama Qatar", "as did Uganda"."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.syntax.phrases import NOMINAL, head_of_span, phrase_head

JOINERS = {"and", "or", "dan", "serta", "&", "atau", "maupun", "beserta"}

NAMED = {"PROPN", "X"}

TOGETHER = (
    *(("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",)),
    *(("joined", "by"), ("backed", "by"), ("bersama", "dengan"), ("bersama",), ("beserta",)),
    *(("bersama-sama",), ("dengan", "dukungan"), ("didampingi",)),
)
"""Words that bring in who does the same as the subject before them."""

LIKEWISE = (
    *(("as", v) for v in ("did", "does", "do", "has", "have", "had", "will", "was", "were")),
    *(("so", v) for v in ("did", "does", "do", "has", "have", "had", "will")),
    *((a, b) for a in ("begitu", "demikian") for b in ("pula", "juga")),
)
"""Words that bring in who does what was just told."""

REACH = 25
"""Most tokens between a verb and "as did X"."""

APART = 5
"""Most tokens between a subject and "along with X"."""


def listed(doc: Doc, i: int) -> list[int]:
    """The heads of all names in the list that a name stands in, itself among them, in order; only
    itself where it stands in none. A list has commas and ends with "and"."""
    own = name_around(doc, i)
    if own is None:
        return [i]
    chain = [own, *names_after(doc, own[1])]
    if len(chain) == 1 and not joined_before(doc, own[0]):
        return [head_of_span(doc, *own)]
    while (before := name_before(doc, chain[0][0])) is not None:
        name, last = before
        if last and len(chain) > 1:
            break
        chain.insert(0, name)
    if len(chain) > 1 and joined_before(doc, chain[0][0]):
        chain.pop(0)  # "and" ended another list before the comma
    return [head_of_span(doc, a, b) for a, b in chain]


Span = tuple[int, int]


def name_around(doc: Doc, i: int) -> Span | None:
    """The first and last token of the name that covers a token."""
    if doc.upos[i] not in NAMED:
        return None
    first, stop = doc.bounds[doc.sentence_of[i]]
    a = b = i
    while a > first and doc.upos[a - 1] in NAMED:
        a -= 1
    while b + 1 < stop and doc.upos[b + 1] in NAMED:
        b += 1
    return a, b


def joined_before(doc: Doc, first: int) -> bool:
    """Whether "and" stands before a name."""
    at = first - 1
    if at >= 0 and doc.lower[at] == "the":
        at -= 1
    return at >= 0 and (doc.lower[at] in JOINERS or doc.lower[at - 2 : at] == ("as", "well"))


def name_before(doc: Doc, first: int) -> tuple[Span, bool] | None:
    """The name before one in a list, and whether "and" joins the two."""
    begin = doc.bounds[doc.sentence_of[first]][0]
    at, last = first - 1, False
    if at >= begin and doc.lower[at] == "the":
        at -= 1
    if at >= begin and doc.lower[at] in JOINERS:
        at, last = at - 1, True
        if at >= begin and doc.words[at] == ",":
            at -= 1
    elif doc.lower[max(begin, at - 2) : at + 1] == ("as", "well", "as"):
        at, last = at - 3, True
    elif at >= begin and doc.words[at] == ",":
        at -= 1
    else:
        return None
    name = name_around(doc, at) if at >= begin else None
    if name is None or placed(doc, name[0]):
        return None
    return name, last


def names_after(doc: Doc, last: int) -> list[Span]:
    """The names after one in a list, up to the one after "and"; none where no "and" follows."""
    found: list[Span] = []
    while (after := name_after(doc, last)) is not None:
        name, ends = after
        found.append(name)
        last = name[1]
        if ends:
            return found
    return []


def name_after(doc: Doc, last: int) -> tuple[Span, bool] | None:
    """The name after one in a list, and whether "and" joins the two."""
    stop = doc.bounds[doc.sentence_of[last]][1]
    at, ended = last + 1, False
    if at < stop and doc.words[at] == ",":
        at += 1
    if at < stop and doc.lower[at] in JOINERS:
        at, ended = at + 1, True
    if at == last + 1:
        return None
    if at < stop and doc.lower[at] == "the":
        at += 1
    name = name_around(doc, at) if at < stop else None
    return None if name is None else (name, ended)


def placed(doc: Doc, first: int) -> bool:
    """Whether a preposition stands before a name: "In Paris, Qatar and Egypt agreed"."""
    begin = doc.bounds[doc.sentence_of[first]][0]
    return first > begin and doc.upos[first - 1] == "ADP"


def together(doc: Doc, subject: int, verb: int) -> list[int]:
    """Who does something with its subject: "Egypt, *together with Qatar*, urged …"."""
    stop = min(verb, subject + APART)
    for k in range(subject + 1, stop):
        for form in TOGETHER:
            if doc.lower[k : k + len(form)] == form and k + len(form) < verb:
                return nominal(doc, k + len(form), verb)
    return []


def likewise(doc: Doc, verb: int) -> list[int]:
    """Who does what a verb tells as well: "Kenya condemned it, *as did Uganda*"."""
    stop = doc.bounds[doc.sentence_of[verb]][1]
    for k in range(verb + 1, min(stop - 2, verb + REACH)):
        if doc.lower[k : k + 2] in LIKEWISE:
            after = k + 2 + (doc.lower[k + 2] in {"dengan", "halnya"})
            return nominal(doc, after, stop)
    return []


def nominal(doc: Doc, first: int, stop: int) -> list[int]:
    """The heads of the phrase that begins at a token, and of the names listed with it."""
    named = next((k for k in range(first, min(first + 4, stop)) if doc.upos[k] in NOMINAL), None)
    if named is None:
        return []
    head = phrase_head(doc, named, first, stop)
    return list(dict.fromkeys([head, *listed(doc, head)]))
