"""What a time expression is resolved against, and the matched tokens as handlers see them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jalur.expressions.lexer import Lexed
from jalur.expressions.reading import Reading
from jalur.model import Reason, Span

BEFORE = 12
"""Tokens before an expression in which a word of planning is looked for."""
SAYING, TAIL = 5, 25
"""Tokens before an expression in which a word of saying makes it the day of the saying: any such
word, and those that follow what was said and so cannot govern it ("…, kata X di Y, Senin")."""
AFTER = 7
"""Tokens after an expression that opens its clause in which such a word is looked for."""


@dataclass(slots=True)
class Context:
    """The passage, its publication day, and what was read in it so far."""

    lexed: Lexed
    published: date | None
    language: str
    readings: list[Reading] = field(default_factory=list)
    fallback: date | None = None

    def anchor(self) -> date | None:
        """The day that the nearest earlier expression names, None if none names one day.

        A day on which something was said ("said on Monday") gives way to one on which something
        was done, where there is one: what is told runs on from there.
        """
        days = [(r.single or r.start, r.speech) for r in self.readings if r.single or since_day(r)]
        done = [day for day, speech in days if not speech]
        chosen = done or [day for day, _ in days]
        return chosen[-1] if chosen else None

    def reference(self) -> date | None:
        """The publication day, or without it a day that the text names with its year.

        That is the day of the nearest earlier expression, else `fallback`.
        """
        if self.published:
            return self.published
        for reading in reversed(self.readings):
            if reading.start and reading.grain in ("day", "month", "year", "span"):
                return reading.start
        return self.fallback


def since_day(reading: Reading) -> bool:
    """Whether a reading begins on one named day ("since 7 October")."""
    return reading.kind == "since" and reading.grain == "day" and reading.start is not None


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens `a` to `b` (excluded) that a pattern matched."""

    context: Context
    a: int
    b: int

    @property
    def span(self) -> Span:
        """The characters of the match."""
        lexed = self.context.lexed
        return Span(lexed.starts[self.a], lexed.ends[self.b - 1])

    @property
    def text(self) -> str:
        """The matched words."""
        return self.span.cut(self.context.lexed.text)

    def get(self, name: str) -> Any:
        """The value of the first token in the class, None without one."""
        entries = self.context.lexed.entries
        for i in range(self.a, self.b):
            values = entries[i].values
            if name in values:
                return values[name]
        return None

    def has(self, name: str) -> bool:
        """Whether a matched token is in the class."""
        entries = self.context.lexed.entries
        return any(name in entries[i].values for i in range(self.a, self.b))

    def all(self, name: str) -> list[Any]:
        """The values of all matched tokens in the class."""
        entries = self.context.lexed.entries
        return [entries[i].values[name] for i in range(self.a, self.b) if name in entries[i].values]

    def before(self, name: str, back: int = 1) -> bool:
        """Whether the token `back` before the match is in the class."""
        return self.context.lexed.has(self.a - back, name)

    def after(self, name: str, on: int = 0) -> bool:
        """Whether the token after the match is in the class."""
        return self.context.lexed.has(self.b + on, name)

    def read(
        self, days: tuple[date, date] | None, grain: str, rule: str, kind: str = "point"
    ) -> Reading:
        """A reading of this match with these days."""
        start, end = days if days else (None, None)
        made = Reading(self.span, start, end, grain, kind, Reason(rule, self.text))
        part, clock = self.get("part"), self.get("clock")
        return replace(made, part=part, clock=clock) if part or clock else made

    def speech(self) -> bool:
        """Whether a word of saying stands before the match in its sentence, not far off."""
        lexed = self.context.lexed
        for i in range(self.a - 1, max(-1, self.a - TAIL), -1):
            held = lexed.entries[i].values
            if "tail" in held or ("said" in held and self.a - i <= SAYING):
                return True
            if "stop" in held or "dot" in held or "break" in held:
                return False
        return False

    def told_earlier(self) -> bool:
        """Whether the sentence relays what was said some time before ("sebelumnya mengatakan …").

        What was ahead then need not be ahead now: the time is the one nearest to publication.
        """
        lexed = self.context.lexed
        for i in range(self.a - 1, max(-1, self.a - 2 * TAIL), -1):
            held = lexed.entries[i].values
            if "earlier" in held:
                return True
            if "stop" in held or "dot" in held:
                return False
        return False

    def planned(self) -> bool:
        """Whether a word of planning in the same clause makes the time lie ahead.

        Before the expression the clause ends at a comma, a full stop or a word of saying ("he
        said on Friday"). After it a plan counts only if the expression opens its clause ("On
        Friday the two sides will meet").
        """
        lexed = self.context.lexed
        i = self.a - 1
        while i >= max(0, self.a - BEFORE):
            values = lexed.entries[i].values
            if "plan" in values or ("said" in values and lexed.has(i - 1, "plan")):
                return not self.told_earlier()
            if "said" in values or "stop" in values or "comma" in values or "break" in values:
                break
            if "dot" in values and "month" not in lexed.entries[i - 1].values:
                break
            i -= 1
        opens = self.a - i <= 2
        if not opens:
            return False
        for j in range(self.b, min(self.b + AFTER, len(lexed.entries))):
            values = lexed.entries[j].values
            if "plan" in values:
                return True
            if "said" in values or "stop" in values or "dot" in values or "break" in values:
                return False
        return False
