"""What a single line of a page is, judged by its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from jalur.reports import outlets, stamps
from jalur.reports.words import Words, alternatives, listed, words

LONG = 60
"""Words; a longer line is never set aside as a whole."""

WIDEST = 1000
"""Characters; the same in another measure, so that no rule ever runs over a huge line."""

JOINERS = frozenset(
    listed(
        "and agencies dan in di for dari of the with by editing reporting writing additional & de"
        " la van von bin binti al el der den oleh penulis reporter editor pewarta ed rep"
    )
)
CREDIT_END = re.compile(
    r"(?:^|[\s.(\[|@–—-])(?:(?:(?:Image|Images|Photo|Photos|Photograph|Picture|Credit|Video|Audio|"
    r"Illustration|Foto|Gambar|Kredit)(?:\s+(?:by|oleh|credit|via|from))?\s*:\s*|Dok[.:]\s*)"
    r"|(?:Photo|Photograph|Picture|Image|Foto)\s+(?:by|oleh|courtesy of)\s+"
    r"|(?:AP Photo|REUTERS|Reuters|AFP|AP|EPA|EPA-EFE|ANTARA FOTO|ANTARA|Antara Foto|Antara|Xinhua|"
    r"Getty Images|Anadolu|AA|dpa|TASS|Bloomberg|Flash90|IG|Instagram|Twitter|X)\s?/\s?@?"
    r"(?=[A-Z@_a-z]))[^.!?:]{2,70}[.)\]]*$"
    r"|(?<!\w)(?:[A-Z][\w.'’-]*+ ){0,3}[A-Z][\w.'’-]*+\s?/\s?"
    r"(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images|Getty|Anadolu|Xinhua|Pool|NurPhoto|Antara)\)?$"
    r"|\b(?:Getty Images|Shutterstock|AFP pic|Reuters pic|AP pic|AFP photo)\)?\.?$"
)
BRACKETED_END = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,70})[)\]]\.?$")
CREDIT_HINT = re.compile(r"[/:]|[Pp]hoto|[Ff]oto|Dok|Getty|Shutter| pic|[Ii]mage|Gambar|[Pp]icture")
YEAR = re.compile(r"\d{4}")
PICTURE = re.compile(
    r"(?:AP )?(?:foto|photo|image|gambar|dok|file|handout)\b"
    r"|(?:REUTERS|ANTARA FOTO|AFP|AP|EPA)\s?/",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"[(\[][a-z*][\w.*\-' ]{0,24}(?:\s?/\s?[\w.*\-' ]{1,20}){0,4}[)\]]")
"""A line that is only initials in brackets."""
HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
AGO = re.compile(
    r"\b(?:(?:last )?updated|diperbarui)?\s*\d+ (?:minutes?|hours?|days?|menit|jam|hari)"
    r" (?:ago|yang lalu|lalu)\b|\b\d+ min(?:ute)?s? read\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,? and [A-Z][\w.'’ -]+)?"
    r" (?:reported|contributed) from [A-Z]"
)


def kind_of(line: str, day_first: bool) -> str | None:
    """The kind of furniture that `line` is by itself, None for what may be the story."""
    page = words()
    if len(line) > WIDEST:
        return None
    low = " ".join(line.lower().split())
    bare = low.strip(" :.-–—|•*[]()»>…")
    if low in page.whole or bare in page.whole:
        return page.whole.get(low) or page.whole[bare]
    if not any(character.isalnum() for character in line):
        return "boilerplate"
    if SIGNATURE.fullmatch(low):
        return "byline"
    if HASHTAGS.fullmatch(low):
        return "boilerplate"
    count = low.count(" ") + 1
    if count > LONG:
        return None
    return (
        "related"
        if page.related.match(line)
        else "boilerplate"
        if page.boilerplate.match(line)
        else containing(low, page)
        or ("caption" if page.captions.match(line) else None)
        or ("byline" if is_byline(line, page) else None)
        or ("credit" if count <= 45 and page.credit.match(line) else None)
        or ("date" if count <= 20 and date_line(line, day_first) else None)
    )


def containing(low: str, page: Words) -> str | None:
    """The kind of a short line that holds telling words anywhere."""
    if len(low) > 400:
        return None
    for phrase, kind in page.contains:
        if phrase in low and re.search(rf"(?<!\w){re.escape(phrase)}(?:(?<=\W)|(?!\w))", low):
            return kind
    return None


def capitalised(rest: str, most: int = 12) -> bool:
    """Whether `rest` is only names: capitalised words, initials and what joins them."""
    tokens = re.findall(r"[^\s,;/&|•·()–—-]+", rest)
    if not 1 <= len(tokens) <= most:
        return False
    return all(
        any(map(str.isupper, token))
        or token[0] == "@"
        or token.lower() in JOINERS
        or outlets.known(token) is not None
        for token in tokens
    )


def is_byline(line: str, page: Words) -> bool:
    """Whether a line tells only who wrote or edited the report."""
    done = line.rstrip().endswith((".", "!", "?")) and not re.search(r"\b[A-Z]\.$", line)
    found = page.byline.match(line)
    if found and len(line) > found.end():
        rest = line[found.end() :]
        if found["mark"].strip():
            return len(rest.split()) <= 20 and (not done or len(rest.split()) <= 12)
        if capitalised(rest, 25) and (not done or ";" in rest):
            return True
    if REPORTED.match(line) and len(line) < 200:
        return True
    return not done and len(line) < 100 and names_outlet(line)


def names_outlet(line: str) -> bool:
    """A name and an outlet, parted: "Novi Rahma - detikNews", "Jane Doe, BBC News, Cairo"."""
    pieces = [p.strip() for p in re.split(r"\s+[-–—|•·]\s+|,\s+|\s*[|•·]\s*", line) if p.strip()]
    if not 2 <= len(pieces) <= 4 or not capitalised(pieces[0], 4):
        return False
    return any(outlets.known(p) or outlets.DOMAIN.fullmatch(p) for p in pieces[1:]) and all(
        capitalised(p, 4) or outlets.known(p) for p in pieces
    )


@lru_cache(maxsize=512)
def date_line(line: str, day_first: bool) -> stamps.Stamp | None:
    """The date of a line that holds a date and at most a name, an outlet or a label beside it."""
    stamp = stamps.find(line, day_first=day_first) if YEAR.search(line) else None
    if stamp is None:
        return None
    page = words()
    rest = AGO.sub(" ", f"{line[: stamp.start]} | {line[stamp.end :]}")
    label = rf"\b(?:{alternatives(page.published + page.updated + page.weekdays)})\b"
    bare, labels = re.subn(label, " ", rest, flags=re.IGNORECASE)
    again = stamps.find(bare, day_first=day_first)
    if again is not None:
        bare = bare[: again.start] + " " + bare[again.end :]
    bare = re.sub(
        r"\b(?:am|pm|at|pukul|pkl|wib|wita|wit|local time|waktu setempat)\b", " ", bare, flags=re.I
    )
    left = bare.strip(" |•·-–—,:;()[]/\t.\xa0")
    if not left:
        return stamp
    if line.rstrip().endswith((".", "!", "?")) or not capitalised(left, 8):
        return None
    parted = re.search(r"[|•·–—/:]|\s-\s", rest.replace(" | ", " ", 1)) is not None
    return stamp if stamp.clock or labels or parted or outlets.known(left) else None


def credited(line: str) -> bool:
    """Whether a line ends in a photographer's or agency's credit."""
    return credit_end(line) or bracket_credit(line) is not None


def credit_end(line: str) -> bool:
    """Whether a line ends in a credit that says of itself that it is one."""
    tail = line[-160:]
    return CREDIT_HINT.search(tail) is not None and CREDIT_END.search(tail) is not None


def caption(line: str) -> bool:
    """Whether a line between paragraphs is a caption by its credit.

    Paragraphs too end in an agency's name in brackets; only a picture's credit tells a caption.
    """
    if not credit_end(line):
        return False
    bracket = bracket_credit(line)
    return bracket is None or PICTURE.match(bracket["inside"]) is not None or len(line) < 100


def bracket_credit(line: str) -> re.Match[str] | None:
    """A credit in brackets at the end of a line: "(AP)", "[Antara]", "(Foto: Reuters)"."""
    found = BRACKETED_END.search(line[-90:]) if line[-1:] in ")]." else None
    if found is None:
        return None
    pieces = re.split(r"\s*[/,;:]\s*|\s+-\s+|\s+via\s+", found["inside"])
    known = outlets.pictures()
    low = [piece.lower().strip(" .") for piece in pieces]
    telling = any(
        p in known or p.split(" ")[0] in ("foto", "photo", "dok", "ap", "file") for p in low
    )
    return found if telling else None
