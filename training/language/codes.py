"""Many vectors in little room: each is cut into pieces, each piece told by the nearest of 255.

Product quantisation (Jégou, Douze and Schmid 2011). A word takes one byte a piece, so that a third
of a million words ship in eight megabytes.
"""

from __future__ import annotations

import numpy as np
import torch
from sklearn.cluster import MiniBatchKMeans
from torch import Tensor, nn

CENTRES = 256
"""Centres of a piece; the first is nought, for words without a vector."""


class Coded(nn.Module):
    """A table of vectors, not changed in training."""

    codes: Tensor
    centres: Tensor

    def __init__(self, codes: np.ndarray, centres: np.ndarray) -> None:
        super().__init__()
        self.register_buffer("codes", torch.tensor(codes))
        self.register_buffer("centres", torch.tensor(centres))

    def forward(self, ids: Tensor) -> Tensor:
        steps = CENTRES * torch.arange(self.codes.size(1))
        return self.centres[self.codes[ids].long() + steps].flatten(-2)


def code(vectors: np.ndarray, pieces: int, seed: int) -> Coded:
    """The vectors in codes; the centres are learnt from the rows that are not nought."""
    size, width = len(vectors), vectors.shape[1] // pieces
    known = np.flatnonzero(vectors.any(1))
    codes = np.zeros((size, pieces), dtype=np.uint8)
    centres = np.zeros((pieces, CENTRES, width), dtype=np.float32)
    for k in range(pieces):
        part = vectors[known, k * width : (k + 1) * width]
        means = MiniBatchKMeans(
            CENTRES - 1, batch_size=8192, n_init=1, max_iter=8, init="random", random_state=seed
        )
        codes[known, k] = 1 + means.fit_predict(part)
        centres[k, 1:] = means.cluster_centers_
    return Coded(codes, centres.reshape(pieces * CENTRES, width))
