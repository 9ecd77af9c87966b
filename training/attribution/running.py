"""Running text from the tokens of a set."""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_SPACE_BEFORE = re.compile(r"^([,.;:?!%)\]”’]|''|n't|'s|'re|'ve|'ll|'d|'m|')$")
NO_SPACE_AFTER = re.compile(r"^([(\[“‘$#]|``)$")
WRITTEN = {"``": "“", "''": "”", "-LSB-": "[", "-RSB-": "]", "-LRB-": "(", "-RRB-": ")", "`": "‘"}


def write(tokens: Iterable[str]) -> tuple[str, list[int], list[int]]:
    """Running text from tokens, with where each begins and ends."""
    tokens = list(tokens)
    turning = {'"', "”"} - ({"”"} if {"“", "``"} & set(tokens) else set())
    text, starts, stops, glue, odd = "", [], [], True, False
    for token in tokens:
        token = WRITTEN.get(token, token)
        turns = token in turning
        closing = turns and odd
        tight = glue or closing or (NO_SPACE_BEFORE.match(token) and not turns)
        if text and not tight:
            text += " "
        odd = odd != turns
        starts.append(len(text))
        text += token
        stops.append(len(text))
        glue = bool(NO_SPACE_AFTER.match(token)) or (turns and odd)
    return text, starts, stops
