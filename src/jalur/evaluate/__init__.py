"""How right the coding is: figures against gold, and every error by cause.

The definitions are those of the codebook's scorer: micro-averaged over reports, events of one type
paired greedily, best agreement first.
"""

from __future__ import annotations

from jalur.evaluate.loading import load
from jalur.evaluate.score import FIGURES, Tally, score

__all__ = ["FIGURES", "Tally", "load", "score"]
