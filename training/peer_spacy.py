"""A spaCy pipeline on the sentences of `training.language`, measured on the same tests.

    OMP_NUM_THREADS=1 python -m training.peer_spacy id|en [--minutes 8] [--data DIR]

Trains tok2vec (HashEmbedCNN, width 96, depth 4, no vectors) with tagger, parser and names on gold
tokens, on one core for so many minutes of its time, and prints what `training.language` prints.
Sentences marked only under guidelines of their own (`Sentence.aux`) teach nothing here: our network
has heads for them, this one has not. Everything else is as `spacy init config` sets it, with the
averaged weights of spaCy's published pipelines. Both parsers are told where the sentences end.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy import blank
from spacy.about import __version__
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, Optimizer, compounding, fix_random_seed

from jalur.language.parser import Tree
from training.language.corpora import Sentence
from training.language.score import name_figures, tree_figures
from training.language.sets import Sets, load

SEED = 1
WIDTH, DEPTH = 96, 4
WATCHED = "watched part"
SHARED_LAYER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
EMBEDDING = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "width": WIDTH,
    "depth": DEPTH,
    "embed_size": 2000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
    "pretrained_vectors": None,
}


@dataclass(frozen=True)
class Taught:
    """How long a pipeline was trained: minutes of the core and of the clock, passes, steps."""

    minutes: float
    clock: float
    passes: float
    steps: int
    sentences: int
    words: int


def plain(nlp: Language, words: list[str]) -> Doc:
    """One sentence without marks; the parser may not cut it, as ours cannot."""
    begins: list[bool | int | None] = [i == 0 for i in range(len(words))]
    return Doc(nlp.vocab, words=words, sent_starts=begins)


def marked(nlp: Language, s: Sentence) -> Example:
    """A sentence with what is marked in it; what is not marked is unknown, not absent."""
    facts: dict[str, Any] = {}
    if s.head is not None and s.rel is not None and s.upos is not None:
        facts["heads"] = [i if h == 0 else h - 1 for i, h in enumerate(s.head)]
        facts["deps"] = ["ROOT" if r == "root" else r for r in s.rel]
        facts["tags"] = s.upos
    if s.ner is not None:
        facts["ents"] = s.ner
    return Example(plain(nlp, s.words), Doc(nlp.vocab, words=s.words, **facts))


def pipeline(language: str) -> Language:
    """An untrained pipeline whose three parts share one layer."""
    nlp = blank(language)
    nlp.add_pipe("tok2vec", config={"model": EMBEDDING})
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {"tok2vec": SHARED_LAYER}})
    return nlp


def rounds(examples: list[Example], luck: random.Random) -> Iterator[list[Example]]:
    """Batches without end, of 100 words at first and 1,000 later, shuffled at each pass."""
    sizes: Any = compounding(100.0, 1000.0, 1.001)  # taken, though the type says numbers only
    while True:
        luck.shuffle(examples)
        yield from minibatch_by_words(examples, size=sizes, tolerance=0.2)


def teach(nlp: Language, sets: Sets, minutes: float) -> tuple[Taught, Optimizer]:
    """Trains until the core has worked so many minutes."""
    examples = [marked(nlp, s) for s in sets.train if s.head is not None or s.ner is not None]
    words = sum(len(e.reference) for e in examples)
    nlp.initialize(lambda: examples)
    adam = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    core, clock = time.process_time(), time.perf_counter()
    seen = steps = 0
    losses: dict[str, float] = {}
    for batch in rounds(examples, random.Random(SEED)):
        spent = (time.process_time() - core) / 60
        if spent >= minutes:
            break
        nlp.update(batch, drop=0.1, sgd=adam, losses=losses)
        seen += len(batch)
        steps += 1
        if steps % 200 == 0:
            told = " ".join(f"{k} {v / 200:.0f}" for k, v in losses.items())
            print(f"{spent:.1f} min, {seen / len(examples):.2f} passes: {told}", flush=True)
            losses = {}
    passed = (time.perf_counter() - clock) / 60
    return Taught(spent, passed, seen / len(examples), steps, len(examples), words), adam


def tree(doc: Doc) -> Tree:
    """What the pipeline says of a sentence, in the shape of our own parser's answer."""
    return Tree(
        lemma=[""] * len(doc),
        upos=[t.tag_ for t in doc],
        head=[-1 if t.head.i == t.i else t.head.i for t in doc],
        deprel=["root" if t.dep_ == "ROOT" else t.dep_ for t in doc],
        ner=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )


def figures(nlp: Language, test: list[Sentence]) -> dict[str, float]:
    """The figures of one test, in percent, on its own tokens; lemmas are not asked for."""
    trees = [tree(d) for d in nlp.pipe((plain(nlp, s.words) for s in test), batch_size=64)]
    found: dict[str, float] = {}
    if test[0].head is not None:
        found |= {k: v for k, v in tree_figures(test, trees).items() if k != "lemma"}
        roots = sum(t.head.count(-1) != 1 for t in trees)
        found["many_roots"] = round(100 * roots / len(trees), 2)
    if any(s.ner is not None for s in test):
        found |= name_figures(test, trees)
    return found


def speed(nlp: Language, test: list[Sentence], size: int) -> float:
    """Words a second of one core, so many sentences at a time."""
    run(nlp, test[:50])
    began = time.process_time()
    for i in range(0, len(test), size):
        run(nlp, test[i : i + size])
    return sum(len(s.words) for s in test) / (time.process_time() - began)


def run(nlp: Language, sentences: Iterable[Sentence]) -> None:
    """Reads the sentences and forgets them."""
    for _ in nlp.pipe(plain(nlp, s.words) for s in sentences):
        pass


def megabytes(nlp: Language) -> float:
    """What the pipeline takes on disk."""
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        return sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file()) / 1e6


def main() -> None:
    """Trains, measures and prints one language."""
    ask = argparse.ArgumentParser(prog="training.peer_spacy")
    ask.add_argument("language", choices=["id", "en"])
    ask.add_argument("--minutes", type=float, default=8.0, help="of one core, for training alone")
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    told = ask.parse_args()
    fix_random_seed(SEED)
    sets = load(told.language, told.data)
    nlp = pipeline(told.language)
    taught, adam = teach(nlp, sets, told.minutes)
    print(
        f"spaCy {__version__}: {taught.sentences} sentences, {taught.words} words, "
        f"{taught.minutes:.1f} minutes of one core ({taught.clock:.1f} on the clock), "
        f"{taught.passes:.2f} passes, {taught.steps} steps"
    )
    with nlp.use_params(adam.averages):
        for name, test in ({WATCHED: sets.dev} | sets.tests).items():
            row = figures(nlp, test)
            print(f"{name:22}", " ".join(f"{k} {v}" for k, v in row.items()), flush=True)
        test = next(iter(sets.tests.values()))
        print(f"words a second: {speed(nlp, test, 7):.0f} seven sentences at a time, ", end="")
        print(f"{speed(nlp, test, 256):.0f} with 256; {megabytes(nlp):.1f} MB")


if __name__ == "__main__":
    main()
