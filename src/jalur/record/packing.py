"""Values of the history as JSON text and back; the same value always gives the same bytes."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

ENCODER = msgspec.json.Encoder(order="deterministic")


def pack(value: object) -> str:
    """A value as JSON, sets and keys sorted."""
    return ENCODER.encode(value).decode()


def unpack(kind: type[T], packed: str) -> T:
    """The value of a kind that `pack` wrote."""
    value: T = decoder(cast(Hashable, kind)).decode(packed)
    return value


@cache
def decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    """The reader of one kind of value."""
    return msgspec.json.Decoder(cast(type[Any], kind))
