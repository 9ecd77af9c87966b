"""Sources and evidence of several mentions, joined without repetition."""

from __future__ import annotations

from jalur.model import Source, Span


def merge_sources(a: tuple[Source, ...], b: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources of both, one entry each; relay chains of one source are joined."""
    found: dict[tuple[str, str | None, str], Source] = {}
    for source in (*a, *b):
        key = (source.kind, source.code or (source.name or "").casefold() or None, source.stance)
        known = found.get(key)
        if known is None or (source.via and not known.via):
            found[key] = source
    return tuple(found.values())


def merge_evidence(a: tuple[Span, ...], b: tuple[Span, ...]) -> tuple[Span, ...]:
    """The passages of both, first mention first, each once."""
    return tuple(dict.fromkeys([*a, *b]))
