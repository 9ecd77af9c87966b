"""The text view: what a reader sees of a coded report."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from jalur.model import (
    Claim,
    CodedReport,
    Day,
    Furniture,
    Participant,
    Place,
    Quantity,
    Reason,
    Report,
    Source,
    Span,
    TollClaim,
    Where,
)
from jalur.views.safe import visible
from jalur.views.text import Drawing
from jalur.views.words import amount

TEXT = (
    "Envoys of Avaria and Brumia met in Lisbon on Monday, a diplomat told Radio Um.\n"
    "At least 12 people were killed in the shelling. Photo: Ana"
)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def source(**changes: object) -> Source:
    one = Source(
        kind="anonymous",
        code=None,
        name="a diplomat",
        via=("Radio Um", "Gazeta"),
        stance="confirms",
        cue=span("told"),
        who=span("a diplomat"),
        quoted=None,
        reason=Reason("source", "subject of told", ("Lisbon, a place",)),
    )
    return replace(one, **changes)


def party(code: str, role: str | None) -> Participant:
    return Participant(code, None, "GOV", role, None, Reason("actor", "state"))


@pytest.fixture
def coded() -> CodedReport:
    report = Report(
        id="lisbon",
        text=TEXT,
        language="en",
        published=date(2024, 3, 5),
        outlet="Jornal",
        furniture=(Furniture("credit", span("Photo: Ana")),),
    )
    talks = Claim(
        id="1",
        type="CONSULT",
        mode="third-party",
        status="happened",
        actors=(party("AVA", "party"), party("BRU", "party"), party("PRT", "host")),
        recipients=(),
        day=Day(date(2024, 3, 4), date(2024, 3, 4), span("on Monday"), Reason("weekday", "Monday")),
        where=Where(Place("Lisbon", "PRT"), span("Lisbon"), Reason("place", "in the sentence")),
        issues=("ceasefire",),
        format="direct",
        sources=(source(),),
        trigger=span("met"),
        evidence=(span(TEXT.split("\n")[0]),),
        reasons=(Reason("trigger", "met"),),
    )
    toll = TollClaim(
        kind="killed",
        quantity=Quantity(span("At least 12"), 12, None),
        victims=party("AVA", None),
        by=None,
        where=None,
        since=date(2024, 1, 1),
        as_of=None,
        sources=(source(kind="outlet", name=None, via=(), stance="asserts", cue=None),),
        evidence=(span("At least 12 people were killed in the shelling."),),
        reasons=(),
    )
    return CodedReport(report, (talks,), (toll,))


def drawn(coded: CodedReport, width: int = 80, explain: bool = False) -> str:
    out = io.StringIO()
    Drawing(explain=explain, file=out, width=width).draw(coded)
    return out.getvalue()


def test_a_report_reads_as_header_events_and_tolls(coded: CodedReport) -> None:
    assert drawn(coded) == (
        "lisbon · Jornal · 2024-03-05 · English\n"
        "\n"
        " 1  CONSULT third-party  happened  2024-03-04  Lisbon, PRT\n"
        "    who       AVA government, BRU government (parties); PRT government (host)\n"
        "    about     ceasefire, direct talks\n"
        "    confirms  a diplomat (unnamed), via Radio Um, from Gazeta\n"
        "    told      “Envoys of Avaria and Brumia *met* in Lisbon on Monday, a diplomat\n"
        "              _told_ Radio Um.”\n"
        "\n"
        "Tolls\n"
        "    at least 12 killed, of AVA government, since 2024-01-01\n"
        "    says      the report itself\n"
        "    told      “*At least 12* people were killed in the shelling.”\n"
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_to_the_width_and_end_without_blanks(coded: CodedReport, width: int) -> None:
    lines = drawn(coded, width, explain=True).split("\n")
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_a_pipe_gets_no_control_codes(coded: CodedReport) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", drawn(coded, explain=True))


def styled(coded: CodedReport, *, no_color: bool) -> str:
    out = io.StringIO()
    drawing = Drawing(file=out, width=80)
    drawing.console = Console(
        file=out, force_terminal=True, width=80, color_system="standard", no_color=no_color
    )
    drawing.draw(coded)
    return out.getvalue()


def test_a_terminal_gets_colour_for_status_and_no_signs(coded: CodedReport) -> None:
    text = styled(coded, no_color=False)
    assert "\x1b[32mhappened" in text
    assert "*met*" not in text
    assert "\x1b[1;4mmet" in text


def test_no_color_leaves_weight_and_underline_alone(coded: CodedReport) -> None:
    text = styled(coded, no_color=True)
    assert not re.search(r"\x1b\[(?:\d+;)*[34]\dm", text)
    assert "\x1b[1;4mmet" in text


def test_explain_says_why_what_was_rejected_and_what_was_set_aside(coded: CodedReport) -> None:
    text = " ".join(drawn(coded, explain=True).split())
    assert "aside credit: Photo: Ana" in text
    assert "day: weekday (Monday)" in text
    assert "a diplomat: source (subject of told); not Lisbon, a place" in text


def test_what_is_unknown_is_said(coded: CodedReport) -> None:
    event = replace(coded.events[0], day=None, where=None, actors=(), mode=None)
    text = drawn(replace(coded, events=(event,), tolls=()), explain=True)
    assert "CONSULT  happened  day not said  place not said" in text
    assert "somebody" in text
    assert "day: unknown" in text


def test_a_report_that_tells_nothing_says_so(coded: CodedReport) -> None:
    assert "no event" in drawn(replace(coded, events=(), tolls=()))


def test_text_that_could_steer_a_terminal_is_shown_by_number(coded: CodedReport) -> None:
    nasty = replace(coded.report, id="a\x1b[31m\u202eb", title="\u200bc\x07")
    text = drawn(replace(coded, report=nasty))
    assert "⟨U+001B⟩[31m⟨U+202E⟩b" in text
    assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text
    assert visible("naïve – 日本") == "naïve – 日本"


@pytest.mark.parametrize(
    ("low", "high", "approx", "words"),
    [
        (12, 12, False, "12"),
        (100, 100, True, "about 100"),
        (29514, None, False, "at least 29,514"),
        (None, 40, False, "at most 40"),
        (20, 30, False, "20 to 30"),
        (None, None, False, "an unknown number"),
    ],
)
def test_numbers_keep_their_bounds(
    low: int | None, high: int | None, approx: bool, words: str
) -> None:
    assert amount(Quantity(Span(0, 1), low, high, approx)) == words
