"""Sentences to tensors: batches of like length, with capitals and final stops varied."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from jalur.language.features import COLUMNS, rows
from jalur.language.lemmas import script
from training.language.corpora import Sentence
from training.language.settings import Settings

NOT_MARKED = -100


@dataclass
class Labels:
    """The classes of each head, by name, and the treebanks' styles."""

    classes: dict[str, list[str]]
    styles: list[str]

    def __post_init__(self) -> None:
        self.index = {k: {c: i for i, c in enumerate(v)} for k, v in self.classes.items()}

    def find(self, kind: str, label: str) -> int:
        """The number of a class; of its basic relation; or not marked."""
        table = self.index[kind]
        if label in table:
            return table[label]
        if kind == "rel":
            return table.get(label.split(":")[0], table["dep"])
        return 0 if kind == "lemma" else NOT_MARKED


NER = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]


def collect(sentences: list[Sentence]) -> Labels:
    """The classes that the training sentences have."""
    rel: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    pos: Counter[str] = Counter()
    aux: dict[str, set[str]] = {}
    styles: Counter[str] = Counter()
    named = {tag for s in sentences for tag in s.ner or []}
    for s in sentences:
        if s.head is not None:
            styles[s.source] += 1
            rel.update(s.rel or [])
            pos.update(s.upos or [])
        if s.lemma is not None:
            scripts.update(script(w, m) for w, m in zip(s.words, s.lemma, strict=True))
        for name, tags in s.aux.items():
            aux.setdefault(name, set()).update(tags)
    classes = {
        "rel": sorted({r for r, n in rel.items() if n >= 8} | {"dep", "root"}),
        "upos": sorted(pos),
        "lemma": [k for k, n in scripts.most_common() if n >= 3],
        "ner": [tag for tag in NER if tag in named],
    }
    classes |= {name: sorted(tags) for name, tags in sorted(aux.items())}
    return Labels(classes, sorted(styles))


@dataclass
class Batch:
    """One batch; labels are NOT_MARKED where nothing is known."""

    ids: Tensor
    lengths: Tensor
    style: Tensor
    labels: dict[str, Tensor]


def make(
    sentences: list[Sentence], vocabulary: Mapping[str, int], labels: Labels, luck: random.Random
) -> Batch:
    """The tensors of some sentences."""
    size, longest = len(sentences), 1 + max(len(s.words) for s in sentences)
    ids = np.zeros((size, longest, COLUMNS), dtype=np.int64)
    kinds = ["head", *labels.classes]
    out = {k: np.full((size, longest), NOT_MARKED, dtype=np.int64) for k in kinds}
    style = []
    for b, s in enumerate(sentences):
        n = len(s.words)
        ids[b, : n + 1] = rows(s.words, vocabulary)
        known = labels.styles.index(s.source) if s.source in labels.styles else -1
        style.append(known if known >= 0 else luck.randrange(len(labels.styles)))
        marks: dict[str, list[str] | None] = {
            "rel": s.rel, "upos": s.upos, "ner": s.ner, **s.aux,
            "lemma": s.lemma and [script(w, m) for w, m in zip(s.words, s.lemma, strict=True)],
        }  # fmt: skip
        for kind, values in marks.items():
            if values is not None:
                out[kind][b, 1 : n + 1] = [labels.find(kind, v) for v in values]
        if s.head is not None:
            out["head"][b, 1 : n + 1] = s.head
    return Batch(
        torch.from_numpy(ids),
        torch.tensor([len(s.words) + 1 for s in sentences]),
        torch.tensor(style),
        {k: torch.from_numpy(v) for k, v in out.items()},
    )


def varied(s: Sentence, luck: random.Random, settings: Settings) -> Sentence:
    """Now and then the sentence as a headline, in capitals, in small letters, without its stop."""
    chance = luck.random()
    if "pos" in s.aux or "nerp" in s.aux:
        return s
    if chance < settings.upper:
        return replace(s, words=[w.upper() for w in s.words])
    chance -= settings.upper
    if 0 <= chance < settings.title:
        return replace(s, words=[w[:1].upper() + w[1:] if len(w) > 2 else w for w in s.words])
    chance -= settings.title
    if 0 <= chance < settings.lower:
        return replace(s, words=[w.lower() for w in s.words])
    chance -= settings.lower
    if 0 <= chance < settings.no_stop:
        return unstopped(s)
    return s


def unstopped(s: Sentence) -> Sentence:
    """The sentence without its final stop."""
    n = len(s.words)
    if n < 3 or s.words[-1] != "." or (s.head is not None and n in s.head):
        return s
    return replace(
        s,
        words=s.words[:-1],
        head=s.head and s.head[:-1],
        rel=s.rel and s.rel[:-1],
        upos=s.upos and s.upos[:-1],
        lemma=s.lemma and s.lemma[:-1],
        ner=s.ner and s.ner[:-1],
        aux={k: v[:-1] for k, v in s.aux.items()},
    )


def epoch(
    sentences: list[Sentence], settings: Settings, luck: random.Random
) -> Iterator[list[Sentence]]:
    """The sentences of one round in batches, shuffled; a share of the further sets."""
    kept = [
        varied(s, luck, settings)
        for s in sentences
        for _ in range(settings.repeats.get(s.source, 1))
        if luck.random() < min((settings.shares.get(k, 1.0) for k in s.aux), default=1.0)
    ]
    kept.sort(key=lambda s: len(s.words) * (0.9 + 0.2 * luck.random()))
    groups: list[list[Sentence]] = [[]]
    widest = 0
    for s in kept:
        widest = max(widest, len(s.words) + 1)
        if groups[-1] and widest * (len(groups[-1]) + 1) > settings.batch_words:
            groups.append([])
            widest = len(s.words) + 1
        groups[-1].append(s)
    luck.shuffle(groups)
    yield from groups
