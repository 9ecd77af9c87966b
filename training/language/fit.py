"""Trains a network: seeded, in 16-bit arithmetic where it is as good, with averaged weights."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn

from training.language.batches import NOT_MARKED, Batch, Labels, epoch, make
from training.language.network import Network
from training.language.sets import Sets

FAR = -1e4


def losses(net: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that has something marked in the batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = net.read(batch.ids, batch.lengths, batch.style)
        found = {}
        head = batch.labels["head"]
        if bool((head >= 0).any()):
            tree = (head >= 0).any(1)
            x_tree, head = x[tree], head[tree]
            arcs = net.arcs(x_tree).float()
            steps = torch.arange(arcs.size(2))
            beyond = steps[None, None] >= batch.lengths[tree][:, None, None]
            arcs = arcs.masked_fill(beyond, FAR)
            found["arc"] = cross(arcs, head)
            rels = net.relations(x_tree, head.clamp(min=0)).float()
            found["rel"] = cross(rels, batch.labels["rel"][tree])
        for name, layer in net.heads.items():
            gold = batch.labels[name]
            known = gold != NOT_MARKED
            if name == "ner" and bool(known.any()):
                marked = known.any(1)
                scores = layer(x[marked, 1:]).float()
                found[name] = chain(scores, gold[marked, 1:], net.follows)
            elif bool(known.any()):
                found[name] = nn.functional.cross_entropy(layer(x[known]).float(), gold[known])
    return found


def cross(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy where something is marked."""
    return nn.functional.cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=NOT_MARKED
    )


def chain(scores: Tensor, gold: Tensor, follows: Tensor) -> Tensor:
    """Loss of whole sequences of tags (Lafferty and others 2001), told for one word."""
    known = gold != NOT_MARKED
    right = gold.clamp(min=0)
    told = (scores.gather(2, right[:, :, None])[:, :, 0] * known).sum()
    told = told + (follows[right[:, :-1], right[:, 1:]] * known[:, 1:]).sum()
    total = scores[:, 0]
    for i in range(1, scores.size(1)):
        further = torch.logsumexp(total[:, :, None] + follows, 1) + scores[:, i]
        total = torch.where(known[:, i, None], further, total)
    return (torch.logsumexp(total, 1).sum() - told) / known.sum()


def train(
    net: Network,
    sets: Sets,
    vocabulary: dict[str, int],
    labels: Labels,
    keep: Callable[[Network], None],
    resume: bool = False,
) -> Network:
    """The network after all cycles, or after the last one only, when it is taken up again.

    `keep` is given the network after every epoch.
    """
    cycles = net.settings.cycles
    for number, epochs in enumerate(cycles):
        if resume and number + 1 < len(cycles):
            continue
        print(f"cycle {number + 1} of {len(cycles)}", flush=True)
        net = Cycle(net, sets, vocabulary, labels).run(epochs, number, keep)
    return net


class Cycle:
    """Some epochs with a learning rate that rises shortly and falls to nothing."""

    def __init__(
        self, net: Network, sets: Sets, vocabulary: dict[str, int], labels: Labels
    ) -> None:
        self.net, self.sets, self.vocabulary, self.labels = net, sets, vocabulary, labels
        self.weights = [p for p in net.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(
            self.weights, lr=net.settings.rate, betas=(0.9, 0.95), weight_decay=1e-5
        )
        self.average = copy.deepcopy(net)
        self.means = [p for p in self.average.parameters() if p.requires_grad]
        self.step = 0

    def run(self, epochs: int, number: int, keep: Callable[[Network], None]) -> Network:
        """The averaged network; prints one line an epoch."""
        s = self.net.settings
        luck = random.Random(s.seed + number)
        steps = epochs * sum(1 for _ in epoch(self.sets.train, s, random.Random(0)))
        began = time.time()
        for e in range(1, epochs + 1):
            self.net.train()
            totals: dict[str, float] = {}
            for group in epoch(self.sets.train, s, luck):
                found = self.learn(make(group, self.vocabulary, self.labels, luck), steps)
                for k, v in found.items():
                    totals[k] = totals.get(k, 0.0) * 0.99 + v * 0.01
            watch = check(self.average, self.sets, self.vocabulary, self.labels)
            told = " ".join(f"{k} {v:.2f}" for k, v in totals.items())
            keep(self.average)
            print(f"epoch {e} {time.time() - began:.0f} s  {told}  dev {watch}", flush=True)
        return self.average

    def learn(self, batch: Batch, steps: int) -> dict[str, float]:
        """One step; the losses before it."""
        s = self.net.settings
        self.step += 1
        rate = s.rate * min(1.0, self.step / 200) * max(0.02, 1 - self.step / steps)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        found = losses(self.net, batch)
        loss = torch.stack([s.weights.get(k, s.weights["aux"]) * v for k, v in found.items()]).sum()
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.weights, 5.0)
        self.optimizer.step()
        with torch.no_grad():
            decay = min(s.ema, self.step / (self.step + 20))
            torch._foreach_lerp_(self.means, self.weights, 1 - decay)
        return {k: float(v.detach()) for k, v in found.items()}


def check(net: Network, sets: Sets, vocabulary: dict[str, int], labels: Labels) -> str:
    """Heads and relations right on the watched part, without tree repair."""
    net.eval()
    right = both = total = 0
    luck = random.Random(1)
    with torch.no_grad():
        for at in range(0, len(sets.dev), 32):
            batch = make(sets.dev[at : at + 32], vocabulary, labels, luck)
            x = net.read(batch.ids, batch.lengths, batch.style)
            arcs = net.arcs(x)
            beyond = torch.arange(arcs.size(2))[None, None] >= batch.lengths[:, None, None]
            head = arcs.masked_fill(beyond, FAR).argmax(2)
            rel = net.relations(x, head).argmax(2)
            gold = batch.labels["head"]
            known = gold >= 0
            hit = (head == gold) & known
            right += int(hit.sum())
            both += int((hit & (rel == batch.labels["rel"])).sum())
            total += int(known.sum())
    return f"UAS {100 * right / total:.2f} LAS {100 * both / total:.2f}"
