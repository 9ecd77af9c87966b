"""From scores to name tags: the best sequence in which every I- follows its own kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

NEVER = -1e9


def follows(tags: Sequence[str]) -> npt.NDArray[np.float32]:
    """0 where the tag of the row may stand before that of the column, NEVER elsewhere."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    table[i, j] = NEVER
    return table


def best(scores: npt.NDArray[np.float32], table: npt.NDArray[np.float32]) -> list[int]:
    """The tags of a sentence (n rows of scores) with the highest sum that keeps to the table."""
    greedy = scores.argmax(1)
    if (table[greedy[:-1], greedy[1:]] == 0).all() and table[0, greedy[0]] == 0:
        return [int(t) for t in greedy]
    n = len(scores)
    back = np.zeros((n, scores.shape[1]), dtype=np.intp)
    total = scores[0] + table[0]
    for i in range(1, n):
        ways = total[:, None] + table
        back[i] = ways.argmax(0)
        total = ways.max(0) + scores[i]
    tag = int(total.argmax())
    found = [tag]
    for i in range(n - 1, 0, -1):
        tag = int(back[i, tag])
        found.append(tag)
    return found[::-1]
