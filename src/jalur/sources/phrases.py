"""The words that name a source: from the tree where there is one, else from the words around it."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.knowledge.cues import cues
from jalur.sources.scene import Range

COMMAS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", "[", "]"})
# Words of manner and time that end a name before its verb ("X secara tegas mengatakan").
EDGES = frozenset({"dalam", "saat", "ketika", "usai", "secara"})
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
DROP = frozenset(
    {"case", "cc", "mark", "punct", "discourse", "advmod", "parataxis", "dep", "ccomp"}
)


def listed(doc: Doc, name: str) -> frozenset[str]:
    """A closed class of words of the report's language, from its cues.yaml."""
    return cues(doc.language).lists[name]


def noun_phrase(doc: Doc, head: int, cue: Range) -> Range:
    """The unbroken stretch of tokens below `head` around it, short of the cue."""
    below = set(doc.subtree(head))
    for child in doc.children[head]:
        relation = doc.deprel[child].partition(":")[0]
        left_over = relation in DROP and (child < head or relation in ("parataxis", "punct"))
        if left_over and not (relation == "parataxis" and child < head):
            below -= set(doc.subtree(child))
    for child in doc.children[head] if cue[0] in below else ():
        clause = doc.subtree(child)
        if cue[0] in clause:
            below -= set(clause)
    below.add(head)
    low, high = (0, cue[0] - 1) if head < cue[0] else (cue[1] + 1, len(doc) - 1)
    punct = doc.upos
    first = last = head
    while first - 1 >= low and (first - 1 in below or joins(doc, first - 1, below, low)):
        first -= 1
    while last + 1 <= high and (
        last + 1 in below or (punct[last + 1] == "PUNCT" and last + 2 in below)
    ):
        last += 1
    while last + 1 < cue[0] and doc.words[last + 1][:1].isupper() and doc.words[last][:1].isalnum():
        last += 1
    while last > first and doc.lower[last] in ("pun", "juga", "sendiri", "also"):
        last -= 1
    return trim(doc, first, last)


def joins(doc: Doc, i: int, below: set[int], low: int) -> bool:
    """Whether token `i` is punctuation between two stretches of the phrase."""
    return doc.upos[i] == "PUNCT" and i - 1 >= low and i - 1 in below


def trim(doc: Doc, first: int, last: int) -> Range:
    """The phrase without punctuation at its edges (closing brackets and marks stay with theirs)."""
    drop = COMMAS | MARKS | {".", "?", "!", "'", "’", "‘", "…"}
    while first < last and doc.words[first] in drop - {"("}:
        first += 1
    while last > first and doc.words[last] in drop:
        if doc.words[last] in (")", "]") and any(doc.words[j] in "([" for j in range(first, last)):
            break
        last -= 1
    return first, last


def right_phrase(doc: Doc, i: int, stop: int, opening: bool = False) -> Range | None:
    """The name of a source that begins at token `i`, right after its cue; no tree needed.

    `opening`: the cue opens the sentence, whose main clause follows the name.
    """
    after, within = listed(doc, "after"), listed(doc, "within")
    if i >= stop or not (doc.words[i][:1].isalnum() or doc.words[i] in ("@", "-")):
        return None
    if (
        doc.lower[i] in after
        or doc.lower[i] in listed(doc, "days")
        or doc.lower[i] in ("yang", "dan")
    ):
        return None
    if doc.lower[i] in ("nya", "dia", "ia", "beliau", "he", "she", "they", "it", "i", "we"):
        return i, i
    last = i
    for j in range(i + 1, stop):
        word = doc.lower[j]
        if word == "," and goes_on(doc, j, stop, opening):
            continue
        if (
            word in COMMAS - {"-", "("}
            or word in MARKS
            or word in listed(doc, "days")
            or word in ".?!"
        ):
            break
        if word == "(" and closes_soon(doc, j, stop) is None:
            break
        named = j + 1 < stop and doc.words[j + 1][:1].isupper()
        if word in after and not (word in within and named):
            break
        last = j
    return trim(doc, i, last)


def closes_soon(doc: Doc, j: int, stop: int) -> int | None:
    """Where a bracket within a name closes ("(PBB)"), None if it holds a date or more."""
    for k in range(j + 1, min(j + 4, stop)):
        if doc.words[k] == ")":
            return k if not any(c.isdigit() for w in doc.words[j:k] for c in w) else None
    return None


def goes_on(doc: Doc, comma: int, stop: int, opening: bool) -> bool:
    """Whether the comma opens an apposition with a name or an office, no adjunct or clause."""
    if comma + 1 >= stop:
        return False
    first = doc.lower[comma + 1]
    if first in listed(doc, "after") | listed(doc, "days") or first in listed(doc, "before"):
        return False
    end = comma + 1
    while end < min(comma + 12, stop) and doc.words[end] not in COMMAS | {"."}:
        if doc.lower[end] in listed(doc, "after") - listed(doc, "within"):
            break
        end += 1
    if opening:
        return end < stop and doc.words[end] == "," and end - comma <= 9
    named = doc.words[comma + 1][:1].isupper() or first in listed(doc, "determiners")
    closed = end >= stop or doc.words[end] in ",.();" or doc.lower[end] in listed(doc, "adjuncts")
    verbs = listed(doc, "within_verb") & set(doc.lower[comma + 1 : end])
    return named and closed and not verbs and end - comma <= 11


def left_phrase(doc: Doc, cue: int, begin: int) -> Range | None:
    """The name of a source that ends right before its cue at token `cue`; no tree needed."""
    last = cue - 1
    while last >= begin and doc.lower[last] in listed(doc, "within_verb"):
        last -= 1
    closed = last >= begin and doc.words[last] == ","
    if closed:
        last -= 1
    if (
        last >= begin
        and doc.lower[last] in (listed(doc, "one") | listed(doc, "many")) - {"nya"}
        and (last == begin or doc.lower[last] != "it")
    ):
        return last, last
    parts: list[Range] = []
    end = last
    before = listed(doc, "before")
    first = begin
    for i in range(last, begin - 1, -1):
        if doc.words[i] in MARKS or doc.words[i] in (";", ":", "–", "—", "--"):
            first = i + 1
            break
        if doc.words[i] == ",":
            parts.append((i + 1, end))
            end = i - 1
            if not closed:
                first = i + 1
                end = -1
                break
    parts.append((first, end))
    parts = [p for p in parts if p[0] <= p[1]]
    while len(parts) > 1 and (
        doc.lower[parts[-1][0]] in before | listed(doc, "days") or not has_name(doc, parts[-1])
    ):
        parts.pop()
    if not parts:
        return None
    start = parts[-1][0]
    while start < last and doc.lower[start] in before | listed(doc, "days"):
        start += 1
    return shorten(doc, start, last)


def has_name(doc: Doc, part: Range) -> bool:
    """Whether a capital or a number of words shows that the part can name somebody."""
    first, last = part
    opens = first == doc.bounds[doc.sentence_of[first]][0]
    named = any(w[:1].isupper() for w in doc.words[first + opens : last + 1])
    return first == last or (named and "VERB" not in doc.upos[first : last + 1])


def timely(doc: Doc, i: int) -> bool:
    """Whether a token tells a day or a date."""
    return doc.lower[i] in listed(doc, "days") or doc.words[i][:1].isdigit()


def shorten(doc: Doc, first: int, last: int) -> Range | None:
    """Cut a time that stands between the source and its cue ("the army on Monday said")."""
    for i in range(first + 1, last + 1):
        timed = i < last and doc.lower[i] in ("on", "pada") and timely(doc, i + 1)
        if timed or doc.lower[i] in listed(doc, "days") | EDGES:
            last = i - 1
            break
    if last - first > 24 or last < first:
        return None
    return trim(doc, first, last)


def phrase_head(doc: Doc, phrase: Range) -> int:
    """The head token of a phrase: by the tree, else by the order of words."""
    first, last = phrase
    if doc.parsed[doc.sentence_of[first]]:
        nominal = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        out = [
            i
            for i in range(first, last + 1)
            if not first <= doc.head[i] <= last or doc.head[i] == i
        ]
        for i in out:
            if doc.upos[i] in nominal:
                return i
    if doc.language == "id":
        i = first
        while i < last and (
            doc.lower[i] in listed(doc, "determiners") or not doc.words[i][:1].isalnum()
        ):
            i += 1
        return i
    stop = last
    for i in range(first + 1, last + 1):
        if doc.lower[i] in listed(doc, "after") | {"of", "for", ",", "("}:
            stop = i - 1
            break
    return max(stop, first)
