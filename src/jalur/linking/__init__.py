"""The room where claims of different reports become events of one history.

Everything here is pure: no database, no clock. `tellings` makes claims comparable, `keys` says
which are compared, `judge` compares two, `clusters` takes tellings and judgements to happenings,
`account` tells what the reports together say of one. `copies` finds reports that are one text,
`tolls` makes series of numbers.
"""

from __future__ import annotations

from jalur.linking import copies, tolls
from jalur.linking.accounts import account
from jalur.linking.blocks import keys
from jalur.linking.clusters import clusters, components
from jalur.linking.compare import judge
from jalur.linking.tellings import belonging, counts, moment, tellings

__all__ = [
    "account",
    "belonging",
    "clusters",
    "components",
    "copies",
    "counts",
    "judge",
    "keys",
    "moment",
    "tellings",
    "tolls",
]
