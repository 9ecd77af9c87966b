"""The nouns of jalur: frozen values that travel from room to room, and the tree of its errors.

This module imports nothing of jalur's own. Every value that was read from a report keeps the
characters it was read from (`Span`), counted in code points of `Report.text`.

Errors
    JalurError                 anything jalur raises on purpose; its text is one line for a person
    ├── UnreadableReport       a file or page that gives no report text
    ├── UnknownLanguage        a text in a language that jalur has no knowledge of
    └── KnowledgeError         an entry under data/ that breaks its own schema
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


class JalurError(Exception):
    """Anything that jalur raises on purpose; `str()` of it is one line that says what to do."""


class UnreadableReport(JalurError):
    """A file, page or stream from which no report text can be read."""


class UnknownLanguage(JalurError):
    """A text in a language for which jalur has no knowledge."""


class KnowledgeError(JalurError):
    """An entry under `data/` that breaks the schema of its file."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of a report's text, in code points."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of `text` that this span names."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value was chosen, or was left unknown: the rule's short name and a readable detail.

    `rejected` lists what else was considered, each with the reason against it in words.
    """

    rule: str
    detail: str = ""
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text on the page that is no part of the report: never coded.

    `kind` is one of caption, credit, byline, dateline, related, date, title, boilerplate.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read.

    `text` is kept exactly as read; `body` lists the passages (paragraphs) of it that tell the
    story, in order and without overlap; `furniture` lists what was set aside, and why.
    `published` is the day in the outlet's own zone; `published_at` the moment where it is known.
    `dateline` is the place that the report is filed from, as written ("Paris").
    """

    id: str
    text: str
    language: str
    published: date | None = None
    published_at: datetime | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, resolved against the day of publication.

    `start` and `end` are days, both included; either may be None when the words leave it open
    ("sejak Oktober" has an open `end`). `grain` is day, week, month, quarter, year, decade, span
    or moment-less "vague" (then both days are None). `kind` is point (an occurrence), since
    (from then on), until, during, duration (a length: "three hours") or set ("every Friday").
    """

    span: Span
    start: date | None
    end: date | None
    grain: str
    kind: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the report gives it, in figures or words, with its bounds.

    "at least 29,514" is low 29514, high None; "about 100" is 100 to 100 with `approx`;
    "dozens" is low 24, high None. `span` covers the bounding words as well.
    """

    span: Span
    low: int | None
    high: int | None
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place: English name, state it lies in (ISO 3166 alpha-3, None if none or disputed).

    `grain` is one of country, region, city, town, site, water.
    """

    name: str
    country: str | None
    grain: str = "city"
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A part of a mention: its `role` (actor, recipient, place, time, content, host, mediator,
    victim), its head token's index in the Doc, and the characters of the whole phrase."""

    role: str
    head: int
    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of one sentence that tell one event, before anything is resolved.

    `trigger` is the telling words, `token` the index of their head in the Doc, `passage` the
    clause or sentence they stand in. `status` is happened, planned, possible or denied.
    `content_of` is the token of the verbal act whose object this mention is ("asked X to stop
    *attacking*"), or None. `verbal`: its words are conveyed, so that the actor is its source.
    `needs` says which side must be a party of public life: actor, recipient, both or any.
    `joint`: all who are named act ("clashed with"). `again`: the words only say more of what was
    told before ("claimed responsibility").
    """

    type: str
    mode: str | None
    status: str
    trigger: Span
    token: int
    passage: Span
    arguments: tuple[Argument, ...]
    reasons: tuple[Reason, ...] = ()
    content_of: int | None = None
    verbal: bool = False
    needs: str = "any"
    joint: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people harmed, as told in one place.

    `kind` is killed, injured, missing, detained, hostages, displaced or released.
    """

    kind: str
    quantity: Quantity
    token: int
    passage: Span
    victims: tuple[Argument, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who answers for what a passage says.

    `kind` is named, anonymous, outlet or document. `head` is the head token of the words that
    name the source (None: the report itself), `who` their characters, `cue` the characters of
    the attributing words ("said", "menurut"). `content` is what the source vouches for. `stance`
    is asserts, confirms, denies, doubts or no-comment. `via` names, nearest first, the outlets
    through which this report has it. `quoted`: in the source's own words.
    """

    kind: str
    who: Span | None
    head: int | None
    cue: Span | None
    content: Span | None
    stance: str = "asserts"
    via: tuple[str, ...] = ()
    quoted: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part: `code` as in the codebook, `name` as given, `sector`, and for
    talks a `role` (party, mediator, host, guarantor, observer)."""

    code: str
    name: str | None
    sector: str | None
    role: str | None
    span: Span | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution with its answerer resolved to a code and a name."""

    kind: str
    code: str | None
    name: str | None
    via: tuple[str, ...]
    stance: str
    cue: Span | None
    who: Span | None
    quoted: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Day:
    """The resolved day or range of days of an event, with what it was read from.

    `told`: the words that tell the event give it; else it is taken over from the report.
    """

    start: date
    end: date
    span: Span | None
    reason: Reason
    told: bool = True


@dataclass(frozen=True, slots=True)
class Where:
    """The resolved place of an event, with the characters it was read from.

    `told`: said of the event itself, not taken over from what the report says of something near.
    """

    place: Place
    span: Span | None
    reason: Reason
    told: bool = True


@dataclass(frozen=True, slots=True)
class Rival:
    """What another source tells otherwise of a happening: its day, its place or who did it.

    `span` are the characters that tell it.
    """

    source: Source
    span: Span
    day: Day | None = None
    where: Where | None = None
    actors: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report claims in one place about one happening, everything resolved.

    `takes_up`: the words only take up a happening told before ("the talks", "perundingan itu").
    """

    id: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    day: Day | None
    where: Where | None
    issues: tuple[str, ...]
    format: str | None
    sources: tuple[Source, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    reasons: tuple[Reason, ...]
    takes_up: bool = False
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class TollClaim:
    """A toll with victims, perpetrator, place, days and sources resolved."""

    kind: str
    quantity: Quantity
    victims: Participant | None
    by: Participant | None
    where: Where | None
    since: date | None
    as_of: date | None
    sources: tuple[Source, ...]
    evidence: tuple[Span, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CodedReport:
    """The coded report of the codebook: each distinct event once, each count once."""

    report: Report
    events: tuple[Claim, ...]
    tolls: tuple[TollClaim, ...]
