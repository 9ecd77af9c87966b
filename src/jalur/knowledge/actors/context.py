"""What `namesakes.yaml` knows of names that also mean something else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jalur.knowledge.actors.model import Name
from jalur.knowledge.data import load_yaml, split
from jalur.model import KnowledgeError

_LISTS = (
    *("personal", "before", "after", "capitals", "quiet", "citing", "known", "cues", "generic"),
    "owners",
)


@dataclass(frozen=True)
class Namesakes:
    """Words that decide what a name means; each field is described in the file itself."""

    personal: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    capitals: frozenset[str]
    quiet: frozenset[str]
    citing: frozenset[str]
    known: frozenset[str]
    cues: frozenset[str]
    generic: frozenset[str]
    generic_first: frozenset[str]
    owners: frozenset[str]
    elsewhere: dict[str, frozenset[str]]

    def needs_cue(self, name: Name) -> bool:
        """Whether the name is an outlet's that counts only where it is cited."""
        if name.actor is None or name.actor.kind != "outlet":
            return False
        short = len(name.form) <= 3 and name.form not in self.known
        return short or name.form.lower() in self.citing

    def wants_context(self, name: Name) -> bool:
        """Whether the words around the name have a say in what it means."""
        return self.needs_cue(name) or self.is_generic(name)

    def is_generic(self, name: Name) -> bool:
        """Whether the name is one that every state has a body of."""
        actor = name.actor
        if actor is None or actor.kind != "body" or actor.code != actor.country:
            return False
        return name.form in self.generic or (
            name.form.partition(" ")[0] in self.generic_first
            and not name.form.endswith((" RI", " Indonesia", " Republik Indonesia"))
        )


@cache
def namesakes() -> Namesakes:
    """The checked contents of namesakes.yaml. Raises KnowledgeError for a missing part."""
    raw = load_yaml("actors/namesakes.yaml") or {}
    where = "data/actors/namesakes.yaml"
    try:
        lists = {k: frozenset(p for line in raw[k] for p in split(line, where)) for k in _LISTS}
        for key in ("cues", "citing"):
            lists[key] = frozenset(w.lower() for w in lists[key])
        elsewhere = {form: frozenset(split(w, where)) for form, w in raw["elsewhere"].items()}
        first = frozenset(raw["generic_first"])
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{where}: a part is missing or no list: {error}") from error
    return Namesakes(**lists, generic_first=first, elsewhere=elsewhere)
