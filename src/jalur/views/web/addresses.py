"""Addresses of pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def address(path: str, query: Mapping[str, Any] | None = None, **more: Any) -> str:
    """An address with the words of a query, some of them changed; None takes one away."""
    words = {k: v for k, v in {**(query or {}), **more}.items() if v not in (None, "")}
    return f"{path}?{urlencode(words)}" if words else path
