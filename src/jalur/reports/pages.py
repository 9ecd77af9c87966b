"""placeholder"""

from __future__ import annotations

from jalur.reports.records import Raw


def raw_of(data: bytes) -> Raw:
    """x"""
    return Raw(data.decode())
