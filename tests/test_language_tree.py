"""The best tree of a table of scores."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest

from jalur.language import names
from jalur.language.tree import heads


def is_tree(head: tuple[int, ...]) -> bool:
    if sum(h == 0 for h in head) != 1:
        return False
    for i in range(1, len(head) + 1):
        seen: set[int] = set()
        while i:
            if i in seen:
                return False
            seen.add(i)
            i = head[i - 1]
    return True


def total(scores: npt.NDArray[np.float32], head: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(head)))


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_is_the_best_of_all(seed: int) -> None:
    luck = np.random.default_rng(seed)
    n = 1 + seed % 4
    scores = luck.normal(size=(n, n + 1)).astype(np.float32)
    every = (h for h in itertools.product(range(n + 1), repeat=n) if is_tree(h))
    best = max(total(scores, h) for h in every)
    found = tuple(heads(scores))
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(best, abs=1e-5)


@pytest.mark.parametrize("n", [1, 2, 50, 200])
def test_scores_without_sense_still_give_a_tree(n: int) -> None:
    luck = np.random.default_rng(n)
    assert is_tree(tuple(heads(luck.normal(size=(n, n + 1)).astype(np.float32))))
    assert is_tree(tuple(heads(np.zeros((n, n + 1), dtype=np.float32))))


def test_names_begin_with_their_beginning() -> None:
    tags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    table = names.follows(tags)
    scores = np.array([[0, 0, 9, 1, 0], [0, 0, 0, 0, 9], [9, 0, 0, 0, 0]], dtype=np.float32)
    assert [tags[t] for t in names.best(scores, table)] == ["B-LOC", "I-LOC", "O"]


@pytest.mark.parametrize("seed", range(60))
def test_name_tags_are_the_best_sequence_of_all(seed: int) -> None:
    luck = np.random.default_rng(seed)
    tags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    table = names.follows(tags, luck.normal(size=(5, 5)))
    n = 1 + seed % 4
    scores = (luck.normal(size=(n, 5)) * (1 + seed % 7)).astype(np.float32)

    def worth(found: tuple[int, ...]) -> float:
        steps = sum(table[a, b] for a, b in itertools.pairwise(found))
        return float(steps + sum(scores[i, t] for i, t in enumerate(found)))

    every = [f for f in itertools.product(range(5), repeat=n) if tags[f[0]][0] != "I"]
    assert worth(tuple(names.best(scores, table))) == pytest.approx(max(map(worth, every)))


def test_mentions_of_one_name_agree_on_its_kind() -> None:
    tags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    sure, unsure = [0, 9, 0, 0, 0], [0, 1, 0, 2, 0]
    scores = [np.array([sure, [9, 0, 0, 0, 0]], dtype=np.float32)]
    scores += [np.array([unsure], dtype=np.float32)] * 2
    sentences = [["Jordan", "spoke"], ["JORDAN"], ["Amman"]]
    found = [names.best(s, names.follows(tags)) for s in scores]
    assert [[tags[t] for t in f] for f in found] == [["B-PER", "O"], ["B-LOC"], ["B-LOC"]]
    agreed = names.agreed(tags, sentences, scores, found)
    assert [[tags[t] for t in f] for f in agreed] == [["B-PER", "O"], ["B-PER"], ["B-LOC"]]
