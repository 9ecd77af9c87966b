"""Reads the sets of `../shared/data` into sentences; leaves the test sentences out of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

Row = list[str]


@dataclass
class Sentence:
    """One sentence with whatever is marked in it; None where nothing is.

    `head` counts from 1, 0 being the root. `aux` holds the tags of a set with guidelines of its
    own, under the name of the head that learns them.
    """

    words: list[str]
    source: str
    head: list[int] | None = None
    rel: list[str] | None = None
    upos: list[str] | None = None
    lemma: list[str] | None = None
    ner: list[str] | None = None
    aux: dict[str, list[str]] = field(default_factory=dict)
    text: str = ""
    glued: list[bool] | None = None
    """No blank before the word."""

    def key(self) -> str:
        """The sentence without case, blanks and signs, to find doubles."""
        return re.sub(r"[\W_]+", "", "".join(self.words).lower())


def blocks(path: Path) -> Iterator[list[str]]:
    """Groups of lines between blank lines."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines:
            yield lines


def treebank(path: Path, source: str, names: bool = False) -> list[Sentence]:
    """A CoNLL-U file; with `names`, GUM's entities as PER, ORG, LOC."""
    found, document, open_names = [], "", {}
    for lines in blocks(path):
        for line in lines:
            if line.startswith("# newdoc id ="):
                document, open_names = line.split("=")[1].strip(), {}
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [r for r in rows if r[0].isdigit()]
        sentence = Sentence(
            words=[r[1].replace(" ", "") for r in words],
            source=source,
            head=[int(r[6]) for r in words],
            rel=[r[7] for r in words],
            upos=[r[3] for r in words],
            lemma=None if all(r[2] == "_" for r in words) else [r[2] for r in words],
            text=document,
            glued=gluing(rows),
        )
        if names:
            sentence.ner = gum_names(words, open_names)
        found.append(sentence)
    return found


def gluing(rows: list[Row]) -> list[bool]:
    """For each word, whether no blank stands before it."""
    found, glued, inside = [], False, (0, 0)
    for r in rows:
        if "-" in r[0]:
            a, b = (int(x) for x in r[0].split("-"))
            inside = (a, b)
            last = "SpaceAfter=No" in r[9]
        elif r[0].isdigit():
            i = int(r[0])
            found.append(glued or inside[0] < i <= inside[1])
            glued = last if i == inside[1] else "SpaceAfter=No" in r[9]
    if found:
        found[0] = False
    return found


KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"} | dict.fromkeys(
    ("abstract", "event", "object", "animal", "plant", "substance"), "MISC"
)
"""GUM's kinds of entities; the network is shown MISC to tell it from the three it answers."""
RANKS = frozenset(
    [
        "president",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "prof.",
        "professor",
        "minister",
        "senator",
        "sen.",
        "rep.",
        "gov.",
        "governor",
        "general",
        "gen.",
        "col.",
        "colonel",
        "captain",
        "capt.",
        "lt.",
        "sgt.",
        "sir",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "judge",
        "justice",
        "chairman",
        "ceo",
        "director",
        "secretary",
        "ambassador",
        "chancellor",
        "prime",
        "vice",
        "mayor",
        "sheriff",
    ]
)


def gum_names(words: list[Row], unclosed: dict[str, tuple[str, int]]) -> list[str]:
    """PER, ORG, LOC where the named part of an entity is made of proper nouns around its head."""
    unclosed.clear()
    tags = ["O"] * len(words)
    spans = []
    for i, r in enumerate(words):
        mark = re.search(r"(?:^|\|)Entity=([^|]*)", r[9])
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", mark.group(1)) if mark else []:
            number, *rest = part.strip("()").split("-")
            if part.startswith("("):
                unclosed[number] = (rest[0] if rest else "", i)
            if part.endswith(")") and number in unclosed:
                kind, begin = unclosed.pop(number)
                spans.append((begin, i, kind))
    for begin, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        if kind in KINDS:
            put_name(words, tags, (begin, end), KINDS[kind])
    return tags


def put_name(words: list[Row], tags: list[str], span: tuple[int, int], kind: str) -> None:
    """Marks the run of proper nouns around the head of an entity, titles of persons left off."""
    a, b = span
    proper = [r[3] == "PROPN" or r[4].startswith("NNP") for r in words]
    heads = [i for i in range(a, b + 1) if not a <= int(words[i][6]) - 1 <= b]
    if not heads or not proper[heads[0]]:
        return
    first = last = heads[0]
    joins = {"PER": {"-", "al"}, "LOC": {"-", "of"}}.get(kind, {"of", "for", "and", "&", "-"})
    while first > a and (proper[first - 1] or (words[first - 1][1] == "-" and proper[first - 2])):
        first -= 1
    while last < b:
        joined = words[last + 1][1] in joins and last + 2 <= b and proper[last + 2]
        if not (proper[last + 1] or joined):
            break
        last += 2 if joined else 1
    while kind == "PER" and first <= last and words[first][1].lower() in RANKS:
        first += 1
    if all(tags[i] == "O" for i in range(first, last + 1)):
        for i in range(first, last + 1):
            tags[i] = ("B-" if i == first else "I-") + kind


KIND_OF = {
    "PER": ("PERSON", "PPL", "PER"),
    "ORG": ("ORGANIZATION", "ORGANISATION", "IND", "ORG"),
    "LOC": ("LOCATION", "PLACE", "PLC", "LOC"),
    "MISC": ("MISC",),
}
MAP = {word: kind for kind, words in KIND_OF.items() for word in words}


def clean_tags(tags: Iterable[str]) -> list[str]:
    """IOB tags of three kinds, every name beginning with B-."""
    found: list[str] = []
    before = "O"
    for tag in tags:
        kind = MAP.get(tag.split("-")[-1].upper(), "")
        if not kind or tag == "O":
            found.append("O")
        elif tag.startswith("B") or before[2:] != kind:
            found.append("B-" + kind)
        else:
            found.append("I-" + kind)
        before = found[-1]
    return found


def names(path: Path, source: str, aux: str = "", column: int = -1) -> list[Sentence]:
    """A file of tokens with name tags; under `aux` when its guidelines are its own."""
    found, document = [], 0
    for lines in blocks(path):
        document += lines[0].startswith("-DOCSTART-")
        rows = [re.split(r"[\t ]+", line.strip()) for line in lines if not line.startswith("#")]
        rows = [r for r in rows if len(r) >= 2 and r[0] != "-DOCSTART-"]
        if not rows:
            continue
        shift = 1 if column > 0 else 0
        tags = clean_tags(r[column] for r in rows)
        text = f"{source} {document}" if document else ""
        sentence = Sentence([r[shift] for r in rows], source, text=text)
        if aux:
            sentence.aux[aux] = tags
        else:
            sentence.ner = tags
        found.append(sentence)
    return found


def speech(path: Path, source: str) -> list[Sentence]:
    """Kumparan's part-of-speech corpus, under its own tags."""
    found = []
    for lines in blocks(path):
        rows = [line.split("\t") for line in lines if "\t" in line]
        if 3 <= len(rows) <= 80:
            found.append(
                Sentence([r[0] for r in rows], source, aux={"pos": [r[1].upper() for r in rows]})
            )
    return found


def re3d(folder: Path) -> list[Sentence]:
    """Entities of re3d, cut with our own tokenizer, under the tags of their own."""
    from jalur.language import split
    from jalur.model import Report, Span

    found = []
    for documents in sorted(folder.glob("*/documents.json")):
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for line in (documents.parent / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            kind = MAP.get(entity["type"].upper())
            if kind:
                spans.setdefault(entity["documentId"], []).append(
                    (entity["begin"], entity["end"], kind)
                )
        for line in documents.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            text = document["text"]
            doc = split(Report(document["_id"], text, "en", body=(Span(0, len(text)),)))
            tags = ["O"] * len(doc)
            for a, b, kind in sorted(spans.get(document["_id"], []), key=lambda s: s[0] - s[1]):
                inside = [i for i in range(len(doc)) if a <= doc.start[i] < b]
                for n, i in enumerate(inside):
                    tags[i] = ("I-" if n else "B-") + kind
            for a, b in doc.bounds:
                found.append(
                    Sentence(list(doc.words[a:b]), "re3d", aux={"re3d": clean_tags(tags[a:b])})
                )
    return found


def without(sentences: list[Sentence], tests: Iterable[Sentence]) -> list[Sentence]:
    """The sentences that stand in none of the tests; short ones that anybody may say are kept."""
    keys = {s.key() for s in tests}
    return [s for s in sentences if len(s.key()) < 20 or s.key() not in keys]


def joined(sentence: Sentence, language: str) -> Sentence:
    """The sentence cut as our tokenizer cuts it, where that joins words of the treebank."""
    if sentence.head is None or sentence.glued is None or "-" not in sentence.words:
        return sentence
    groups: list[list[int]] = []
    chunk: list[int] = []
    count = len(sentence.words)
    for i in range(count + 1):
        if chunk and (i == count or not sentence.glued[i]):
            groups += regroup([sentence.words[j] for j in chunk], chunk, language)
            chunk = []
        if i < count:
            chunk.append(i)
    if len(groups) == count:
        return sentence
    return merge(sentence, groups)


def regroup(words: list[str], places: list[int], language: str) -> list[list[int]]:
    """The words of one chunk, put together where the tokenizer does not cut."""
    from jalur.language.tokens import pieces

    if "-" not in words:
        return [[p] for p in places]
    stops = {b for _, b in pieces("".join(words), language)}
    groups: list[list[int]] = [[]]
    at = 0
    for word, place in zip(words, places, strict=True):
        groups[-1].append(place)
        at += len(word)
        if at in stops:
            groups.append([])
    return [g for g in groups if g]


def merge(s: Sentence, groups: list[list[int]]) -> Sentence:
    """The sentence with each group of words as one; unchanged if a group has not one head."""
    assert s.head is not None and s.rel is not None and s.upos is not None
    new = {old: n for n, g in enumerate(groups) for old in g}
    tops = []
    for g in groups:
        outside = [i for i in g if s.head[i] == 0 or new[s.head[i] - 1] != new[i]]
        if len(outside) != 1:
            return s
        tops.append(outside[0])
    return replace(
        s,
        words=["".join(s.words[i] for i in g) for g in groups],
        head=[0 if s.head[t] == 0 else new[s.head[t] - 1] + 1 for t in tops],
        rel=[s.rel[t] for t in tops],
        upos=[
            "PROPN" if len(g) > 1 and any(s.upos[i] == "PROPN" for i in g) else s.upos[t]
            for g, t in zip(groups, tops, strict=True)
        ],
        lemma=s.lemma and ["".join(s.lemma[i] for i in g) for g in groups],
        ner=s.ner and [s.ner[g[0]] for g in groups],
        glued=None,
    )
