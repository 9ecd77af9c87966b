"""Word vectors from plain text: which words stand near which, weighted and made short.

Positive pointwise mutual information of a word with the words to its left and right (Levy and
Goldberg 2014), reduced by a randomised singular value decomposition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from jalur.language.features import norm

CONTEXTS = 10_000
WINDOW = 2


def learn(
    sentences: Iterable[list[str]], least: int, size: int, seed: int
) -> tuple[list[str], np.ndarray]:
    """Words seen at least `least` times, and a row of `size` numbers for each."""
    lines = [[norm(w) for w in words] for words in sentences]
    counts = Counter(w for line in lines for w in line)
    words = [w for w, n in counts.most_common() if n >= least]
    index = {w: i for i, w in enumerate(words)}
    pairs: Counter[int] = Counter()
    width = 2 * WINDOW * CONTEXTS
    for line in lines:
        ids = [index.get(w, -1) for w in line]
        for i, w in enumerate(ids):
            if w < 0:
                continue
            for step in range(1, WINDOW + 1):
                if i + step < len(ids):
                    c = ids[i + step]
                    if 0 <= c < CONTEXTS:
                        pairs[w * width + (step - 1) * CONTEXTS + c] += 1
                    if c >= 0 and w < CONTEXTS:
                        pairs[c * width + (WINDOW + step - 1) * CONTEXTS + w] += 1
    keys = np.fromiter(pairs.keys(), dtype=np.int64, count=len(pairs))
    values = np.fromiter(pairs.values(), dtype=np.float64, count=len(pairs))
    rows, columns = keys // width, keys % width
    total = values.sum()
    by_row = np.bincount(rows, values, len(words))
    by_column = np.bincount(columns, values, width) ** 0.75
    by_column *= total / by_column.sum()
    pmi = np.log(values * total / (by_row[rows] * by_column[columns]))
    keep = pmi > 0
    matrix = sparse.csr_matrix((pmi[keep], (rows[keep], columns[keep])), shape=(len(words), width))
    u, s, _ = randomized_svd(matrix, size, n_iter=3, random_state=seed)
    vectors = u * np.sqrt(s)
    vectors /= np.sqrt((vectors**2).mean()) + 1e-9
    return words, vectors.astype(np.float32)
