"""How names of places are written: one key for all spellings, and the words around a name.

Designators ("kota", "province", "refugee camp"), directions ("northern", "utara") and an
enclosing place ("Kaya, South Sudan") are part of a phrase but not of the name in the codebook.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe",
                        "ð": "d", "þ": "th", "ə": "a", "&": " and "})  # fmt: skip

ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ed|en|er|es|esh|et|ez)[-\s’'](?=\w)", re.I)
"""The Arabic article, assimilated or not, as it is written in Latin letters."""

_PREFIXES: tuple[tuple[str, str], ...] = (
    # longest first; the second column is the grain that the designator promises ("" promises none)
    ("kamp pengungsian", "town"), ("kamp pengungsi", "town"), ("the refugee camp of", "town"),
    ("ibu kota negara", "city"), ("ibu kota provinsi", "city"), ("kota pelabuhan", "city"),
    ("the capital city of", "city"), ("the port city of", "city"), ("kota administrasi", "city"),
    ("the capital", "city"), ("the city of", "city"), ("the town of", "city"),
    ("the village of", "town"), ("the province of", "region"), ("the state of", "region"),
    ("the district of", "region"), ("the region of", "region"), ("the island of", "region"),
    ("capital city of", "city"), ("port city of", "city"), ("city of", "city"),
    ("town of", "city"), ("village of", "town"), ("province of", "region"),
    ("state of", "region"), ("district of", "region"), ("region of", "region"),
    ("island of", "region"), ("governorate of", "region"), ("port of", "city"),
    ("negara bagian", "region"), ("ibu kota", "city"), ("ibukota", "city"),
    ("kota suci", "city"), ("kota tua", "city"), ("kota", "city"), ("kabupaten", "region"),
    ("kab.", "region"), ("provinsi", "region"), ("propinsi", "region"), ("prov.", "region"),
    ("kegubernuran", "region"), ("gubernuran", "region"), ("prefektur", "region"),
    ("distrik", "region"), ("kecamatan", "town"), ("kelurahan", "town"), ("desa", "town"),
    ("kampung", "town"), ("dusun", "town"), ("gampong", "town"), ("kamp", "town"),
    ("pulau", "region"), ("kepulauan", "region"), ("wilayah", ""), ("daerah", ""),
    ("kawasan", ""), ("negara", "country"), ("enklave", ""), ("kantong", ""), ("pelabuhan", ""),
    ("perbatasan", ""), ("the", ""),
)  # fmt: skip
_SUFFIXES: tuple[tuple[str, str], ...] = (
    ("refugee camp", "town"), ("autonomous region", "region"), ("administrative region", "region"),
    ("governorate", "region"), ("municipality", "city"), ("prefecture", "region"),
    ("province", "region"), ("district", "region"), ("regency", "region"), ("oblast", "region"),
    ("county", "region"), ("parish", "region"), ("republic", ""), ("region", "region"),
    ("village", "town"), ("enclave", ""), ("state", "region"), ("island", "region"),
    ("city", "city"), ("town", "city"), ("camp", "town"), ("area", ""), ("proper", ""),
    ("border", ""), ("borders", ""),
)  # fmt: skip
_DIRECTIONS = {
    "northern": "northern", "southern": "southern", "eastern": "eastern", "western": "western",
    "central": "central", "north": "northern", "south": "southern", "east": "eastern",
    "west": "western", "northeastern": "northeastern", "northwestern": "northwestern",
    "southeastern": "southeastern", "southwestern": "southwestern", "northeast": "northeastern",
    "northwest": "northwestern", "southeast": "southeastern", "southwest": "southwestern",
    "north-eastern": "northeastern", "north-western": "northwestern",
    "south-eastern": "southeastern", "south-western": "southwestern",
    "north-east": "northeastern", "north-west": "northwestern", "south-east": "southeastern",
    "south-west": "southwestern",
}  # fmt: skip
_ARAH = {
    "timur laut": "northeastern", "barat laut": "northwestern", "barat daya": "southwestern",
    "tenggara": "southeastern", "utara": "northern", "selatan": "southern", "timur": "eastern",
    "barat": "western", "tengah": "central",
}  # fmt: skip
_EDGES = re.compile(
    r"^(?:(?:in |on |di )?(?:the )?(?:outskirts|suburbs?|vicinity|centre|center|heart) of |"
    r"pinggiran (?:kota )?|pusat kota |jantung kota |sekitar |dekat |downtown |near |"
    r"rural |pedesaan |pedalaman |inner |greater |mainland )",
    re.I,
)

_SOUNDS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("zh", "j"), ("dj", "j"),
           ("sh", "s"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"))  # fmt: skip
_BORDER = re.compile(
    r"^(?:perbatasan (?:antara )?|(?:the )?border between (?:the )?)(.+?)(?:-|–| dan | and )(.+)$|"
    r"^(?:the )?(.+?)[-–](.+) border$",
    re.I,
)


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The letters and digits of `name`, folded to lower-case ASCII: one key for all spellings."""
    if name.isascii():
        return "".join(c for c in name.lower() if c.isalnum())
    text = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return "".join(c for c in text if c.isascii() and c.isalnum())


@lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """The key of `name`, then those of its usual respellings (article, Saint, Mount)."""
    found = [key(name)]
    bare = ARTICLE.sub("", name)
    if bare != name and len(key(bare)) > 3:
        found.append(key(bare))
    for short, long in (("st", "Saint"), ("ste", "Sainte"), ("mt", "Mount"), ("ft", "Fort")):
        found += [key(long + m[1])] if (m := re.match(rf"{short}[. ]\s*(\D.*)", name, re.I)) else []
    return tuple(dict.fromkeys(k for k in found if k))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart: `name` is what to look up, `grain` what its designator promises
    ("" nothing), `part` the English direction within the place ("northern"), or ""."""

    name: str
    grain: str = ""
    part: str = ""


def sound(name: str) -> str:
    """The consonants of `name` as transliterations share them: "Huliaipole", "Hulyaypole"."""
    text = key(ARTICLE.sub("", name))
    for digraph, letter in _SOUNDS:
        text = text.replace(digraph, letter)
    text = text[:1] + re.sub(r"[aeiouyw]", "", text[1:])
    return re.sub(r"(.)\1+", r"\1", text)


def sides(name: str) -> tuple[str, ...]:
    """The two names in "the border between A and B", "perbatasan A-B", "A-B border", or none."""
    found = _BORDER.match(name)
    return tuple(n.strip() for n in found.groups() if n) if found else ()


def clean(name: str) -> str:
    """`name` without quotes, brackets, possessive and outer punctuation; white space single."""
    text = " ".join(name.replace("’", "'").split())
    text = re.sub(r"\s*\([^)]*\)| yang diduduki\b.*$", "", text)
    text = re.sub(r"\s*'s$|-nya$", "", text.strip(" ,;:\"“”‘'()[]"))
    abbreviated = re.search(r"\b[A-Z][a-z]{0,4}\.$", text) is not None
    return text if abbreviated else text.strip(" .")


def split(name: str) -> tuple[str, str]:
    """The place itself and what encloses it: "Kaya, Sudan Selatan" gives both, else "" second."""
    head, comma, rest = name.partition(",")
    return (head.strip(), rest.strip()) if comma and rest.strip() else (name.strip(" ,"), "")


def readings(name: str) -> list[Phrase]:
    """How `name` may be read, the most literal first: as it stands, without its designators,
    as a part of a larger place."""
    found = [Phrase(name)]
    for phrase in _without_designator(name):
        found.append(phrase)
        found += [
            Phrase(inner.name, inner.grain or phrase.grain)
            for inner in _without_designator(phrase.name)
        ]
    found += _parts(name)
    return list(dict.fromkeys(found))


def _without_designator(name: str) -> list[Phrase]:
    low, found = name.lower(), []
    for word, grain in _PREFIXES:
        if low.startswith(word + " ") and len(name) > len(word) + 2:
            found.append(Phrase(name[len(word) + 1 :].strip(), grain))
            break
    for word, grain in _SUFFIXES:
        if low.endswith(" " + word) and len(name) > len(word) + 2:
            found.append(Phrase(name[: -len(word) - 1].strip(), grain))
            break
    return found


def _parts(name: str) -> list[Phrase]:
    """Readings of "northern X", "X utara", "bagian utara X", "the outskirts of X"."""
    if m := _EDGES.match(name):
        return [Phrase(p.name, p.grain) for p in readings(name[m.end() :])]
    bases: list[tuple[str, str]] = []
    first, _, rest = name.partition(" ")
    if rest and first.lower() in _DIRECTIONS:
        bases.append((rest, _DIRECTIONS[first.lower()]))
    low = re.sub(r"^bagian ", "", name.lower())
    tail = name[len(name) - len(low) :]
    for word, part in _ARAH.items():
        if low.endswith(" " + word):
            bases.append((re.sub(r" bagian$", "", tail[: -len(word) - 1]), part))
            break
        if low.startswith(word + " "):
            bases.append((tail[len(word) + 1 :], part))
            break
    found = [Phrase(base, "", part) for base, part in bases]
    for base, part in bases:
        found += [Phrase(p.name, p.grain, part) for p in _without_designator(base)]
    return found
