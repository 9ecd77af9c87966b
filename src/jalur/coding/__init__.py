"""The room where what is told several times in one report becomes one event with all its sources.

`fold` applies the codebook: same happening, one event. Two mentions are two events when they differ
in type, in who acts, in day or in status. `write` gives the codebook's JSON of a coded report.
"""

from __future__ import annotations

from jalur.coding.events import fold_claims
from jalur.coding.tolls import fold_tolls
from jalur.coding.written import coded as write
from jalur.model import Claim, CodedReport, Report, TollClaim

__all__ = ["fold", "write"]


def fold(report: Report, claims: tuple[Claim, ...], tolls: tuple[TollClaim, ...]) -> CodedReport:
    """The coded report: distinct events and counts, each once, first mention first."""
    return CodedReport(report, fold_claims(claims), fold_tolls(tolls))
