"""From scores to a tree: the best head of each word, put right where that is no tree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
NEVER = -1e9


def heads(scores: Scores) -> list[int]:
    """The head of each of n words, counted from 1, exactly one of them 0 (the root).

    `scores[i, j]` says how well word i + 1 hangs on word j (0 is the root), n rows, n + 1 columns.
    The best heads are taken where they make a tree with one root; otherwise the best such tree
    (Chu and Liu 1965, Edmonds 1967).
    """
    n = scores.shape[0]
    scores = scores.astype(np.float64)
    scores[np.arange(n), np.arange(1, n + 1)] = NEVER
    best = scores.argmax(1)
    if is_tree(best):
        return [int(h) for h in best]
    full = np.full((n + 1, n + 1), NEVER)
    full[1:] = scores
    full[1:, 0] -= np.abs(scores[scores > NEVER / 2]).max(initial=1.0) * 4 * (n + 1)
    return [int(h) for h in spanning(full)[1:]]


def is_tree(best: npt.NDArray[np.intp]) -> bool:
    """Whether exactly one word hangs on the root and every word leads to it."""
    if int((best == 0).sum()) != 1:
        return False
    safe = [False] * (len(best) + 1)
    safe[0] = True
    for i in range(1, len(best) + 1):
        path = []
        while not safe[i]:
            if i in path:
                return False
            path.append(i)
            i = int(best[i - 1])
        for j in path:
            safe[j] = True
    return True


def spanning(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    """The best tree over nodes 0 to n with 0 as its root: the head of each node (0's is 0)."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    best: npt.NDArray[np.intp] = scores.argmax(1)
    best[0] = 0
    cycle = find_cycle(best)
    if cycle is None:
        return best
    inside = np.zeros(len(best), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    lost = scores[cycle, best[cycle]]
    entering = scores[np.ix_(cycle, outside)] - lost[:, None]
    enter = entering.argmax(0)
    leaving = scores[np.ix_(outside, cycle)]
    leave = leaving.argmax(1)
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    small[m, :m] = entering.max(0)
    small[:m, m] = leaving.max(1)
    small[0] = -np.inf
    solved = spanning(small)
    result: npt.NDArray[np.intp] = best.copy()
    for k, node in enumerate(outside):
        result[node] = cycle[leave[k]] if solved[k] == m else outside[solved[k]]
    into = int(solved[m])
    result[cycle[enter[into]]] = outside[into]
    result[0] = 0
    return result


def find_cycle(best: npt.NDArray[np.intp]) -> npt.NDArray[np.intp] | None:
    """The nodes of a cycle, None when there is none."""
    state = np.zeros(len(best), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(best)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = int(best[i])
        if state[i] == 1:
            return np.array(path[path.index(i) :], dtype=np.intp)
        for j in path:
            state[j] = 2
    return None
