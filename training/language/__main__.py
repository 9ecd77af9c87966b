"""`python -m training.language id`: trains, exports and scores the model of one language."""

from __future__ import annotations

import argparse
import pickle
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from jalur.language.features import norm
from training.language import fit, glove, vectors
from training.language.batches import Labels, collect
from training.language.codes import code
from training.language.network import Network
from training.language.sets import Sets, load
from training.language.settings import OWN, Settings

LEAST_PLAIN = 4
LEAST_MARKED = 2


def words_of(sets: Sets, settings: Settings) -> tuple[dict[str, int], int, nn.Module]:
    """The vocabulary, how many of its first rows have trained vectors, and the plain vectors."""
    from collections import Counter

    marked = Counter(norm(w) for s in sets.train for w in s.words)
    if settings.language == "en":
        known, found = glove.learn()
    else:
        known, found = vectors.learn(sets.plain, LEAST_PLAIN, settings.static, settings.seed)
    rows = {w: found[i] for i, w in enumerate(known)}
    first = [w for w, n in marked.most_common() if n >= LEAST_MARKED]
    rest = [w for w in known if marked[w] < LEAST_MARKED]
    vocabulary = {w: i for i, w in enumerate(first + rest, start=3)}
    table = np.zeros((len(vocabulary) + 3, settings.static), dtype=np.float32)
    for w, i in vocabulary.items():
        if w in rows:
            table[i] = rows[w]
    if settings.pieces:
        return vocabulary, len(first) + 3, code(table, settings.pieces, settings.seed)
    static = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
    return vocabulary, len(first) + 3, static


def main() -> None:
    """Runs one language from the sets to the scores."""
    ask = argparse.ArgumentParser(prog="training.language")
    ask.add_argument("language", choices=["id", "en"])
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--cycles", type=int, nargs="+", help="epochs of each cycle")
    ask.add_argument("--hidden", type=int)
    ask.add_argument("--layers", type=int)
    ask.add_argument("--work", type=Path, default=Path("build/language"))
    ask.add_argument("--only-export", action="store_true", help="from the last trained network")
    ask.add_argument("--resume", action="store_true", help="the last cycle, from that network")
    told = ask.parse_args()
    settings = Settings(told.language, told.data, **OWN[told.language])
    if told.cycles:
        settings = replace(settings, cycles=tuple(told.cycles))
    for name in ("hidden", "layers"):
        if getattr(told, name):
            settings = replace(settings, **{name: getattr(told, name)})
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    told.work.mkdir(parents=True, exist_ok=True)
    kept = told.work / f"{settings.language}.pickle"
    sets = load(settings.language, told.data)
    if told.only_export or told.resume:
        net, vocabulary, labels = pickle.loads(kept.read_bytes())
    else:
        net, vocabulary, labels = begin(sets, settings)
    if not told.only_export:
        net.settings = settings

        def keep(trained: Network) -> None:
            kept.write_bytes(pickle.dumps((trained, vocabulary, labels)))

        net = fit.train(net, sets, vocabulary, labels, keep, told.resume)
    from training.language.export import export
    from training.language.score import score

    export(net, vocabulary, labels)
    score(settings, sets)


def begin(sets: Sets, settings: Settings) -> tuple[Network, dict[str, int], Labels]:
    """A network that has learnt nothing yet, with its vocabulary and labels."""
    vocabulary, trained, static = words_of(sets, settings)
    labels = collect(sets.train)
    sizes = {k: len(v) for k, v in labels.classes.items()}
    count = sum(len(s.words) for s in sets.train)
    print(
        f"{len(sets.train)} sentences, {count} words, {len(vocabulary)} forms, {sizes}", flush=True
    )
    net = Network(settings, static, trained, sizes, len(labels.styles))
    return net, vocabulary, labels


if __name__ == "__main__":
    main()
