"""Loads the words and patterns of `data/<language>/{times,numbers}.yaml` into expressions.

A pattern is written over classes: `month dot? day (comma? year)?`. Lower-case names are classes,
`@name` asks that a token of the class stands before, `~name` that none does, `!name` that none
follows; upper-case names are the file's own macros; `( ) ? * + | {m,n}` mean what they mean in
regular expressions; repetition is bounded, so that no text takes long. Patterns are tried in their
order, the first that fits wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jalur.expressions.lexer import MARKS, OTHER, Alphabet, Entry, Rests, Vocabulary
from jalur.model import KnowledgeError

PART = re.compile(r"([@!~]?)([a-z_]+)|([A-Z_]+)|(\{\d+,\d+\}|[()?*+|])|\s+")
FIGURES: tuple[dict[str, Any], ...] = (
    {"iso": 0},
    {"slash": 0},
    {"decade": 0},
    {"nth": 0, "ordinal": 0},
    {"figure": 0},
    {"clock": 0},
    {"num": 0},
    {"num": 0, "clock": 0},
    {"num": 0, "day": 0},
    {"num": 0, "day": 0, "short": 0},
    {"num": 0, "short": 0},
    {"num": 0, "year": 0},
)
"""Every set of classes that a token of digits can have, so that patterns can be compiled."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The vocabulary of one file and its patterns as expressions over class strings.

    `opening` finds a character that any pattern can begin with, `by_first` holds for each such
    character the patterns that can; `rules[name]` is the handler that a group stands for.
    """

    vocabulary: Vocabulary
    opening: re.Pattern[str]
    by_first: dict[str, str]
    rules: dict[str, str]

    def match(self, codes: str, position: int) -> tuple[str, int, int] | None:
        """Handler, start and end of the first match from `position` on, None without one."""
        while opening := self.opening.search(codes, position):
            position = opening.start()
            if match := compiled(self.by_first[codes[position]]).match(codes, position):
                return self.rules[str(match.lastgroup)], *match.span()
            position += 1
        return None


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The compiled expression; made when first needed, as few of them are in one report."""
    return re.compile(expression)


@cache
def grammar(language: str, name: str, decimal: str) -> Grammar:
    """The grammar in `data/<language>/<name>.yaml`."""
    data = read(f"{language}/{name}.yaml")
    counts = data if name == "numbers" else read(f"{language}/numbers.yaml")
    vocabulary = vocabulary_of(data["words"] | {"count": counts["counts"]}, decimal)
    macros = data.get("macros", {})
    rules: dict[str, str] = {}
    groups: list[tuple[str, set[str]]] = []
    for i, rule in enumerate(data["patterns"]):
        ((handler, text),) = rule.items()
        rules[f"r{i}"] = handler
        made = expression(text, macros, vocabulary.alphabet)
        groups.append((f"(?P<r{i}>{made})", openers(made)))
    by_first = {
        char: "|".join(group for group, chars in groups if char in chars)
        for char in sorted(set().union(*(chars for _, chars in groups)))
    }
    return Grammar(vocabulary, re.compile(f"[{''.join(by_first)}]"), by_first, rules)


def read(path: str) -> Any:
    """The parsed YAML file at `path` under `data/`."""
    import yaml

    text = (files("jalur") / "data" / path).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def expression(text: str, macros: dict[str, str], alphabet: Alphabet) -> str:
    """The regular expression over class characters that a pattern stands for.

    Raises KnowledgeError when the pattern names a class that has no word.
    """
    made: list[str] = []
    position = 0
    while position < len(text):
        part = PART.match(text, position)
        if not part:
            raise KnowledgeError(f"cannot read the pattern {text!r} at {position}")
        position = part.end()
        how, name, macro, operator = part.groups()
        if macro:
            made.append(f"(?:{expression(macros[macro], macros, alphabet)})")
        elif operator:
            made.append("(?:" if operator == "(" else operator)
        elif name:
            members = alphabet.members(name)
            if not members:
                raise KnowledgeError(f"no word has the class {name!r} of the pattern {text!r}")
            form = {"": "[{}]", "@": "(?<=[{}])", "!": "(?![{}])", "~": "(?<![{}])"}[how]
            made.append(form.format(members))
    return "".join(made)


def vocabulary_of(words: dict[str, Any], decimal: str) -> Vocabulary:
    """The vocabulary of a file's `words`: class, then a mapping of words to values or a list.

    A class whose name ends in "!" takes its words only with a capital first letter.
    """
    plain: dict[str, dict[str, Any]] = {}
    capital: dict[str, dict[str, Any]] = {}
    for key, listed in words.items():
        name = key.rstrip("!")
        values = listed if isinstance(listed, dict) else dict.fromkeys(listed, True)
        for word, value in values.items():
            target = capital if key.endswith("!") else plain
            target.setdefault(str(word), {})[name] = value
    alphabet = Alphabet()
    alphabet.codes[frozenset()] = OTHER
    for values in FIGURES:
        alphabet.entry(values)
    marks = {m: alphabet.entry({c: m}) for m, c in MARKS.items()}
    marks |= {c: alphabet.entry({c: c}) for c in ("poss", "break", "glued")}
    both = {w: alphabet.entry(plain.get(w, {}) | v) for w, v in capital.items()}
    return Vocabulary(
        alphabet,
        {w: alphabet.entry(v) for w, v in plain.items() if word_like(w)},
        {w: alphabet.entry(v) for w, v in capital.items() if word_like(w)},
        both,
        phrases({w: alphabet.entry(plain.get(w, {}) | v) for w, v in (plain | capital).items()}),
        marks,
        decimal,
    )


def word_like(word: str) -> bool:
    """Whether `word` is one token."""
    return word.isalpha()


def phrases(entries: dict[str, Entry]) -> dict[str, dict[str, Rests]]:
    """Phrases (several words, or words with marks) by first and second word, longest first."""
    made: dict[str, dict[str, Rests]] = {}
    for written, entry in entries.items():
        first, *rest = re.findall(r"[^\W\d_]+|[^\w\s]|\d+", written)
        if rest:
            made.setdefault(first, {}).setdefault(rest[0], []).append((rest, entry))
    for seconds in made.values():
        for rests in seconds.values():
            rests.sort(key=lambda p: -len(p[0]))
    return made


ATOM = re.compile(r"\(\?<?[=!]\[[^\]]*\]\)|\[[^\]]*\]|\(\?:|\{\d+,\d+\}|[()|?*+]")


def openers(expression: str) -> set[str]:
    """The characters that a match of an expression of this module can begin with."""
    atoms = ATOM.findall(expression)
    return branches(atoms, 0)[0]


def branches(atoms: list[str], i: int) -> tuple[set[str], bool, int]:
    """First characters, whether it can be empty, and where it ends, of alternatives from `i`."""
    every: set[str] = set()
    empty = False
    first: set[str] = set()
    open_ = True
    while i < len(atoms) and atoms[i] != ")":
        atom = atoms[i]
        i += 1
        if atom == "|":
            every, empty = every | first, empty or open_
            first, open_ = set(), True
            continue
        if atom.startswith(("(?!", "(?<", "(?=")):
            continue
        if atom == "(?:":
            chars, skippable, i = branches(atoms, i)
            i += 1
        else:
            chars, skippable = set(atom[1:-1]), False
        while i < len(atoms) and atoms[i][0] in "?*+{":
            skippable = skippable or atoms[i] in "?*" or atoms[i].startswith("{0")
            i += 1
        if open_:
            first |= chars
        open_ = open_ and skippable
    return every | first, empty or open_, i
