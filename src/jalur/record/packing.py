"""Values of the history as JSON text and back; the same value always gives the same bytes."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from jalur.model import JalurError

T = TypeVar("T")

ENCODER = msgspec.json.Encoder(order="deterministic")


def pack(value: object) -> str:
    """A value as JSON, sets and keys sorted."""
    return ENCODER.encode(value).decode()


def unpack(kind: type[T], packed: str) -> T:
    """The value of a kind that `pack` wrote. Raises JalurError for what no longer is one."""
    try:
        value: T = decoder(cast(Hashable, kind)).decode(packed)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise JalurError(f"this record is damaged ({error}); restore it from a copy") from error
    return value


@cache
def decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    """The reader of one kind of value."""
    return msgspec.json.Decoder(cast(type[Any], kind))
