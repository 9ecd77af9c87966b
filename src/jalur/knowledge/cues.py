"""The words that say who tells: attribution cues from `data/<language>/cues.yaml`.

The format, the frames and the stances are explained at the head of `data/en/cues.yaml`. A `Cue` is
one written form with every frame it can stand in; `cues(language).match` finds the longest at a
token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import load_yaml
from jalur.knowledge.inflection import Form, english_gerund, english_plural, noun_forms, verb_forms
from jalur.model import KnowledgeError

FRAMES = frozenset(
    {"say", "tell", "vouch", "think", "wish", "act", "show", "relay", "handed", "preposition"}
    | {"noun", "silent", "bare"}
)
STANCES = frozenset({"asserts", "confirms", "denies", "doubts", "no-comment"})
LISTS = ("speakers", "documents", "outlets", "hearers", "pronouns")


@dataclass(frozen=True, slots=True)
class Cue:
    """One written form: its words in lower case, its frames, stance, voice and shape.

    `voice` is active, passive or any; `shape` is base, finite, participle, gerund, noun or fixed.
    """

    words: tuple[str, ...]
    frames: frozenset[str]
    stance: str
    voice: str
    shape: str


@dataclass(frozen=True)
class Cues:
    """What a language knows of attribution."""

    language: str
    first: dict[str, tuple[Cue, ...]]
    anonymous: frozenset[str]
    hiding: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases by which a source hides, by their first word."""
    lists: dict[str, frozenset[str]]
    examples: tuple[tuple[str, str, str], ...]
    """Frame, stance and the sentence with its marks."""

    def match(self, lower: Sequence[str], i: int, stop: int) -> Cue | None:
        """The longest cue that begins at token `i` and ends before `stop`."""
        for cue in self.first.get(lower[i], ()):
            size = len(cue.words)
            if i + size <= stop and (size == 1 or tuple(lower[i : i + size]) == cue.words):
                return cue
        return None

    def tells(self, lower: Sequence[str]) -> bool:
        """Whether any cue stands in these tokens."""
        return any(
            w in self.first and self.match(lower, i, len(lower)) for i, w in enumerate(lower)
        )


def tells(lower: Sequence[str], language: str) -> bool:
    """Whether any attribution cue stands in these tokens, given in lower case."""
    return cues(language).tells(lower)


@cache
def cues(language: str) -> Cues:
    """The cues of a language. Raises KnowledgeError for a bad entry."""
    path = f"{language}/cues.yaml"
    raw = load_yaml(path)
    if not isinstance(raw, dict) or not raw.get("cues"):
        raise KnowledgeError(f"data/{path}: no cues")
    found: dict[tuple[str, ...], Cue] = {}
    examples = []
    for number, entry in enumerate(raw["cues"]):
        check(entry, f"data/{path} entry {number + 1}")
        stance = entry.get("stance", "asserts")
        for form in forms(entry, language, raw.get("irregular") or {}):
            merge(found, form, entry["frame"], stance)
        examples += [(entry["frame"], stance, str(e)) for e in entry.get("examples") or ()]
    first: dict[str, list[Cue]] = {}
    for words, cue in found.items():
        first.setdefault(words[0], []).append(cue)
    hidden = raw.get("anonymous") or {}
    return Cues(
        language=language,
        first={w: tuple(sorted(c, key=lambda x: -len(x.words))) for w, c in first.items()},
        anonymous=frozenset(map(str, hidden.get("heads") or ())),
        hiding=by_first(split(str(p), language) for p in hidden.get("phrases") or ()),
        lists={
            key: frozenset(str(w).lower() for w in words)
            for key, words in {**{k: raw.get(k) or () for k in LISTS}, **raw["lists"]}.items()
        },
        examples=tuple(examples),
    )


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def check(entry: Any, where: str) -> None:
    """Raise KnowledgeError unless the entry keeps the schema."""
    if not isinstance(entry, dict) or not (entry.get("verbs") or entry.get("words")):
        raise KnowledgeError(f"{where}: an entry is a map with verbs or words")
    if entry.get("frame") not in FRAMES:
        raise KnowledgeError(f"{where}: no frame {entry.get('frame')!r}")
    if entry.get("stance", "asserts") not in STANCES:
        raise KnowledgeError(f"{where}: no stance {entry['stance']!r}")


def forms(entry: dict[str, Any], language: str, irregular: dict[str, Any]) -> Iterator[Form]:
    """Every written form of an entry."""
    for verb in entry.get("verbs") or ():
        parts = split(str(verb), language)
        if language == "en" and parts[0] in irregular:
            yield from irregular_forms(parts, irregular[parts[0]])
        else:
            for form in verb_forms(" ".join(parts), language):
                if form.shape != "stem":
                    yield form
    for word in entry.get("words") or ():
        if entry["frame"] == "noun":
            yield from noun_forms(str(word), language)
        else:
            yield Form(split(str(word), language), "any", "fixed")


def irregular_forms(parts: tuple[str, ...], past: Sequence[str]) -> Iterator[Form]:
    """The forms of an English verb whose past is given."""
    base, rest = parts[0], parts[1:]
    for word, voice, shape in (
        (base, "active", "base"),
        (english_plural(base) if base != "go" else "goes", "active", "finite"),
        (english_gerund(base), "active", "gerund"),
        (past[0], "any" if past[0] == past[1] else "active", "participle"),
        (past[1], "any", "participle"),
    ):
        yield Form((word, *rest), voice, shape)


def split(words: str, language: str) -> tuple[str, ...]:
    """The tokens of a phrase: clitics stand alone, as in a parsed report."""
    tokens: list[str] = []
    for word in words.lower().split():
        if language == "en" and word.endswith("n't"):
            tokens += [word[:-3], "n't"]
        elif language == "id" and word.endswith("nya") and len(word) > 5:
            tokens += [word[:-3], "nya"]
        else:
            tokens.append(word)
    return tuple(tokens)


def merge(found: dict[tuple[str, ...], Cue], form: Form, frame: str, stance: str) -> None:
    """Add a form; of two entries for one form the frames are joined, the marked stance wins."""
    old = found.get(form.words)
    if old is None:
        found[form.words] = Cue(form.words, frozenset({frame}), stance, form.voice, form.shape)
        return
    voice = old.voice if old.voice == form.voice else "any"
    found[form.words] = Cue(
        form.words,
        old.frames | {frame},
        old.stance if old.stance != "asserts" else stance,
        voice,
        old.shape,
    )
