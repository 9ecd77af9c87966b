"""Indonesian words written as one: clitics, particles, names joined by a hyphen.

Follows the treebanks of today: -nya, -ku, -mu, -lah, -kah, -pun and ku-, kau- are tokens;
reduplication ("kura-kura", "undang-undang") and "ke-5", "1990-an" are one.
"""

from __future__ import annotations

from jalur.language.conventions import lists, pairing

SHORTEST_HOST = 3
"""Letters that must be left before a clitic."""
PARTICLES = ("lah", "kah", "pun")
PRONOUNS = ("ku", "mu")


def cut(word: str) -> list[int]:
    """Places, in ascending order, at which `word` is cut."""
    places: list[int] = []
    begin = 0
    if "-" in word:
        places = hyphens(word)
        begin = places[-1] if places else 0
    last = word[begin:]
    return places + [begin + place for place in clitics(last)]


def hyphens(word: str) -> list[int]:
    """Cuts around hyphens that join words of their own."""
    parts = word.split("-")
    lowered = [p.lower() for p in parts]
    if lowered[-1] in ("nya", "ku", "mu", "lah", "kah", "pun") and len(parts) > 1:
        return [len(word) - len(parts[-1])]
    years = all(p.isdigit() for p in parts) and len(parts) == 2
    named = all(p[:1].isupper() for p in parts) and any(p in pairing() for p in lowered)
    if not (years or named) or len(set(lowered)) == 1:
        return []
    places, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        places += [at, at + 1]
        at += 1
    return places


def clitics(word: str) -> list[int]:
    """Cuts before the clitics at the end of `word` and after those at its beginning."""
    lower = word.lower()
    if len(lower) != len(word) or len(word) < SHORTEST_HOST + 2:
        return []
    known = lists("id")
    if lower.endswith("nya"):
        return cut_nya(word, lower, known)
    ending = lower[-3:]
    if ending in PARTICLES:
        host = lower[:-3]
        if is_particle(word, host, ending, known):
            return [len(word) - 3]
    if lower[-2:] in PRONOUNS and is_owned(word, lower, known):
        return [len(word) - 2]
    return proclitic(lower, known)


def cut_nya(word: str, lower: str, known: dict[str, frozenset[str]]) -> list[int]:
    """Cuts before -nya, and before -lah or -kah under it never: they come after it."""
    host = lower[:-3]
    if lower in known["whole_nya"] or len(host) < SHORTEST_HOST:
        return []
    if "-" in host and host.startswith("se"):  # "sebesar-besarnya": an adverb
        return []
    return [len(word) - 3]


def is_particle(word: str, host: str, ending: str, known: dict[str, frozenset[str]]) -> bool:
    """Whether the last three letters of `word` are a particle."""
    if (host + ending) in known[f"whole_{ending}"]:
        return False
    if host in known["particle_hosts"]:
        return True
    if word[0].isupper() or len(host) < SHORTEST_HOST:
        return False
    return not (host + ending).endswith(tuple(known[f"whole_{ending}"]))


def is_owned(word: str, lower: str, known: dict[str, frozenset[str]]) -> bool:
    """Whether -ku or -mu at the end of `word` means "my" or "your"."""
    if len(lower) < SHORTEST_HOST + 3 or word[0].isupper():
        return False
    return not lower.endswith(tuple(known[f"whole_{lower[-2:]}"]))


def proclitic(lower: str, known: dict[str, frozenset[str]]) -> list[int]:
    """A cut after ku- or kau- before a verb."""
    for clitic in ("kau", "ku"):
        if lower.startswith(clitic) and lower[len(clitic) :] in known["proclitic_verbs"]:
            return [len(clitic)]
    return []
