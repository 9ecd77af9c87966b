"""Types of answers as JSON Schema."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

Json = dict[str, Any]

PLAIN: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Any: {},
}


class Schemas:
    """The schemas of types; dataclasses become named ones, each described by its docstring."""

    def __init__(self) -> None:
        self.named: dict[str, Json] = {}

    def of(self, kind: Any) -> Json:
        """The schema of a type. Raises TypeError for one that answers do not have."""
        if kind in PLAIN:
            return PLAIN[kind]
        if is_dataclass(kind) and isinstance(kind, type):
            return self.reference(kind)
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in inner]}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if isinstance(origin, type) and issubclass(origin, Sequence | Set):
            return {"type": "array", "items": self.of(inner[0])}
        raise TypeError(f"{kind} has no schema")

    def reference(self, kind: type) -> Json:
        """The name of a dataclass's schema, which is made when it is first asked for."""
        if kind.__name__ not in self.named:
            self.named[kind.__name__] = {}
            hints = get_type_hints(kind)
            names = [field.name for field in fields(kind)]
            self.named[kind.__name__] = {
                "type": "object",
                "description": " ".join((kind.__doc__ or "").split()),
                "properties": {name: self.of(hints[name]) for name in names},
                "required": names,
                "additionalProperties": False,
            }
        return {"$ref": f"#/components/schemas/{kind.__name__}"}
