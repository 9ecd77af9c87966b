"""Runs the trained network: the only place that touches a model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from jalur.language import lemmas, names
from jalur.language.features import COLUMNS, norm, rows
from jalur.language.tree import heads
from jalur.model import UnknownLanguage

BATCH_WORDS = 1500
"""Words with padding in one run; more does not speed up one core (measured with 300 to 6,000)."""
SPREAD = 1.25
"""The longest sentence of a batch is at most this many times the shortest, plus four words."""
KINDS = ("PER", "ORG", "LOC")
"""Kinds of names that are answered; a model may tell more of them apart."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What the model says of one sentence; `head` counts from 0, -1 is the root."""

    lemma: list[str]
    upos: list[str]
    head: list[int]
    deprel: list[str]
    ner: list[str]


@cache
def load(language: str) -> Model:
    """The model of a language, read once.

    Raises UnknownLanguage when there is none.
    """
    folder = files("jalur") / "data" / "models"
    if language not in ("id", "en"):
        raise UnknownLanguage(f"no model of the language {language!r}: jalur reads id and en")
    network = (folder / f"{language}.onnx").read_bytes()
    facts = json.loads((folder / f"{language}.json").read_text(encoding="utf-8"))
    return Model(network, facts)


class Model:
    """A network with its vocabulary and classes."""

    def __init__(self, network: bytes, facts: dict[str, Any]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )
        self.vocabulary = {w: i for i, w in enumerate(facts["vocabulary"].split("\n"), start=3)}
        self.classes: dict[str, list[str]] = facts["classes"]
        self.styles: list[str] = facts["styles"]
        self.style: str = facts["style"]
        self.follows = names.follows(self.classes["ner"], facts.get("follows", 0.0))
        self.tags = [t if t[2:] in KINDS else "" for t in self.classes["ner"]]
        self.known: int = facts.get("known", len(self.vocabulary))

    def run(
        self,
        sentences: Sequence[Sequence[str]],
        style: str | None = None,
        *,
        together: bool = False,
    ) -> list[Tree]:
        """A tree for each sentence (at least one word each).

        `style` names the treebank in whose style to answer, the model's own choice if None.
        Sentences that stand `together` in one report agree on the kind of a name.
        """
        chosen = self.styles.index(style if style in self.styles else self.style)
        out: list[list[Any]] = [[] for _ in sentences]
        for group in grouped([len(s) for s in sentences]):
            answers = self.run_batch([sentences[i] for i in group], chosen)
            for i, answer in zip(group, answers, strict=True):
                out[i] = answer
        scores = [o[-1][1 : len(s) + 1] for o, s in zip(out, sentences, strict=True)]
        tags = [names.best(s, self.follows) for s in scores]
        if together:
            tags = names.agreed(self.classes["ner"], sentences, scores, tags)
        return [self.tree(*one) for one in zip(sentences, out, tags, strict=True)]

    def run_batch(self, sentences: Sequence[Sequence[str]], style: int) -> Iterator[list[Any]]:
        """The network's answers for sentences of like length."""
        longest = 1 + max(len(s) for s in sentences)
        ids = np.zeros((len(sentences), longest, COLUMNS), dtype=np.int32)
        for b, s in enumerate(sentences):
            ids[b, : len(s) + 1] = rows(s, self.vocabulary)
        lengths = np.array([len(s) + 1 for s in sentences], dtype=np.int32)
        out = self.session.run(
            ["arc", "rel", "upos", "lemma", "ner"],
            {"ids": ids, "lengths": lengths, "style": np.array([style], dtype=np.int32)},
        )
        for b in range(len(sentences)):
            yield [o[b] for o in out]

    def tree(self, words: Sequence[str], out: list[Any], tags: Sequence[int]) -> Tree:
        """One sentence's answers in words."""
        n = len(words)
        arc, rel, upos, lemma, _ = out
        head = heads(arc[1 : n + 1, : n + 1])
        relations = self.classes["rel"]
        kinds = [self.classes["upos"][upos[i + 1]] for i in range(n)]
        return Tree(
            lemma=[self.lemma(w, kinds[i], lemma[i + 1]) for i, w in enumerate(words)],
            upos=kinds,
            head=[h - 1 for h in head],
            deprel=[settle(relations[rel[i + 1, h]], h) for i, h in enumerate(head)],
            ner=[self.tags[t] for t in tags],
        )

    def lemma(self, word: str, upos: str, scripts: Sequence[int]) -> str:
        """The first lemma that is a known word, else the first; a name as it is written.

        A plural name loses its ending ("Israelis").
        """
        rules = self.classes["lemma"]
        made = [lemmas.apply(rules[k], word) for k in scripts]
        made = [m for m in made if lemmas.plausible(m, word)] or [word.lower()]
        if upos == "PROPN":
            short = made[0].lower()
            plural = self.knows(short) and word.lower() == short + "s"
            return word[:-1] if plural else word
        return next((m for m in made if self.knows(m)), made[0])

    def knows(self, word: str) -> bool:
        """Whether the word is common enough to be trusted as a word."""
        return self.vocabulary.get(norm(word), self.known + 3) < self.known + 3


def settle(relation: str, head: int) -> str:
    """The relation, "root" on the root and nowhere else."""
    if head == 0:
        return "root"
    return "dep" if relation == "root" else relation


def grouped(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Sentences by number in groups of like length, each group small enough for one run."""
    group: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if group and (
            lengths[i] > lengths[group[0]] * SPREAD + 4
            or (lengths[i] + 1) * (len(group) + 1) > BATCH_WORDS
        ):
            yield group
            group = []
        group.append(i)
    if group:
        yield group
