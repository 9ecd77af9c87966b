"""From scores to name tags: the best sequence in which every I- follows its own kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

NEVER = -1e9


def follows(tags: Sequence[str], learnt: npt.ArrayLike = 0.0) -> npt.NDArray[np.float32]:
    """The learnt score of the row's tag before the column's, NEVER where it may not stand."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32) + np.asarray(learnt, np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    table[i, j] = NEVER
    return table


def best(scores: npt.NDArray[np.float32], table: npt.NDArray[np.float32]) -> list[int]:
    """The tags of a sentence (n rows of scores) whose scores and table's scores sum highest."""
    first = np.where(table[0] == NEVER, NEVER, 0)
    greedy = scores.argmax(1)
    if first[greedy[0]] == 0 and plain(scores, table, greedy):
        return [int(t) for t in greedy]
    n = len(scores)
    back = np.zeros((n, scores.shape[1]), dtype=np.intp)
    total = scores[0] + first
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


def plain(
    scores: npt.NDArray[np.float32],
    table: npt.NDArray[np.float32],
    greedy: npt.NDArray[np.intp],
) -> bool:
    """Whether no other sequence can be better than the best tag of each word.

    It cannot where each word's best tag leads by more than what any other could gain on both sides.
    Most sentences are so, which spares them the search.
    """
    leads = np.partition(scores, -2, axis=1)
    gains = np.zeros(len(scores) + 1, dtype=np.float32)
    gains[1:-1] = table.max() - table[greedy[:-1], greedy[1:]]
    return bool((leads[:, -1] - leads[:, -2] >= gains[:-1] + gains[1:]).all())


def agreed(
    tags: Sequence[str],
    sentences: Sequence[Sequence[str]],
    scores: Sequence[npt.NDArray[np.float32]],
    found: Sequence[Sequence[int]],
) -> list[list[int]]:
    """The sentences' tags, each name of the kind that all its mentions together make likeliest."""
    kinds = [tag[2:] for tag in tags if tag.startswith("B-")]
    begin, inside = ([tags.index(mark + k) for k in kinds] for mark in ("B-", "I-"))
    likely: dict[str, npt.NDArray[np.float32]] = {}
    mentions = []
    for s, (words, told) in enumerate(zip(sentences, found, strict=True)):
        for a, b in named([tags[t] for t in told]):
            name = " ".join(words[a:b]).lower()
            logs = scores[s][a, begin] + scores[s][a + 1 : b][:, inside].sum(0)
            likely[name] = likely.get(name, 0) + np.exp(logs - np.logaddexp.reduce(logs))
            mentions.append((s, a, b, name))
    changed = [list(told) for told in found]
    for s, a, b, name in mentions:
        k = int(likely[name].argmax())
        changed[s][a:b] = [begin[k]] + [inside[k]] * (b - a - 1)
    return changed


def named(tags: Sequence[str]) -> list[tuple[int, int]]:
    """First word and one past the last of each name."""
    begins = [i for i, tag in enumerate(tags) if tag.startswith("B-")]
    found = []
    for a in begins:
        b = a + 1
        while b < len(tags) and tags[b].startswith("I-"):
            b += 1
        found.append((a, b))
    return found
