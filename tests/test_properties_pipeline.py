"""What holds for any text: spans cut it, reading is repeatable, and nothing raises."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jalur import coding
from jalur.model import CodedReport, Participant, Report, Source, Span
from jalur.pipeline import understand

INDONESIAN = [
    *("Israel", "Hamas", "Menteri Luar Negeri Mesir", "kelompok itu", "Presiden Avaria", "dia"),
    *("TNI", "seorang pejabat yang tidak mau disebut namanya", "Kementerian Kesehatan Gaza"),
    *("menyerang", "diserang oleh", "bertemu dengan", "mendesak", "mengancam akan", "menolak"),
    *("tidak akan", "mungkin", "belum", "jika", "setelah", "untuk", "yang", "dan", "di", "ke"),
    *("perundingan", "gencatan senjata", "serangan udara", "sandera", "unjuk rasa", "pasukan"),
    *("Rafah", "Jalur Gaza", "Kairo", "Jakarta", "Distrik Mugi", "pada Jumat (23/2)", "kemarin"),
    *("sejak 7 Oktober 2023", "pekan lalu", "29.514 orang tewas", "puluhan orang terluka"),
    *("mengatakan", "kata", "menurut", "seperti dikutip Reuters", "kepada Al Jazeera", "ujarnya"),
]
ENGLISH = [
    *("Israel", "Hamas", "the foreign minister of Egypt", "the group", "President Ana Dovik", "he"),
    *("the army", "an official who asked not to be named", "Gaza's health ministry", "rebels"),
    *("attacked", "was attacked by", "met", "urged", "threatened to shell", "rejected", "signed"),
    *("did not", "may", "has not yet", "unless", "after", "to", "that", "and", "in", "with"),
    *("talks", "a ceasefire", "the air strikes", "hostages", "protesters", "troops", "prisoners"),
    *("Rafah", "the Gaza Strip", "Cairo", "Geneva", "on Friday", "yesterday", "last week"),
    *("since 7 October", "at least 29,514 people were killed", "dozens injured", "two soldiers"),
    *("said", "according to", "told Reuters", "quoting Al Jazeera", "denied", "he added"),
]
SIGNS = [
    *(", ", ". ", "\n\n", " \u201c", "\u201d ", ' "', '" '),
    *(" - ", " (", ") ", "'s ", "-nya ", " "),
]
STRANGE = ["\u200b", "\u202e", "\0", "e\u0301", "\U0001f1ee\U0001f1e9", "\ud800", "\u3000", "\r\n"]


def texts(words: list[str]) -> st.SearchStrategy[str]:
    """Shuffled fragments of news, joined by blanks, signs and now and then something strange."""
    sign = st.sampled_from([" "] * 12 + SIGNS * 2 + STRANGE)
    pieces = st.lists(st.tuples(st.sampled_from(words), sign), min_size=1, max_size=60)
    return pieces.map(lambda some: "".join(word + after for word, after in some))


def report_of(text: str, language: str) -> Report:
    """A report all of whose paragraphs tell the story."""
    body, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            lead = len(part) - len(part.lstrip())
            body.append(Span(at + lead, at + len(part.rstrip())))
        at += len(part) + 2
    return Report("r", text, language, date(2024, 2, 24), outlet="Uji", body=tuple(body))


REPORTS = st.one_of(
    texts(INDONESIAN).map(lambda text: report_of(text, "id")),
    texts(ENGLISH).map(lambda text: report_of(text, "en")),
)
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def spans_of(coded: CodedReport) -> list[Span | None]:
    """Every span of a coded report."""
    found: list[Span | None] = []
    for event in coded.events:
        found += [event.trigger, *event.evidence, event.day and event.day.span]
        found += [event.where and event.where.span]
        found += [span for p in (*event.actors, *event.recipients) for span in of_person(p)]
        found += [span for s in event.sources for span in of_source(s)]
    for toll in coded.tolls:
        found += [toll.quantity.span, *toll.evidence, toll.where and toll.where.span]
        found += [span for p in (toll.victims, toll.by) if p for span in of_person(p)]
        found += [span for s in toll.sources for span in of_source(s)]
    return found


def of_person(one: Participant) -> list[Span | None]:
    return [one.span]


def of_source(one: Source) -> list[Span | None]:
    return [one.cue, one.who]


@QUICK
@given(REPORTS)
def test_every_span_cuts_words_out_of_the_body(report: Report) -> None:
    for span in spans_of(understand(report)):
        if span is not None:
            assert 0 <= span.start < span.end <= len(report.text)
            assert span.cut(report.text).strip()
            assert any(b.start <= span.start and span.end <= b.end for b in report.body)


@QUICK
@given(REPORTS)
def test_the_trigger_stands_in_the_evidence(report: Report) -> None:
    for event in understand(report).events:
        assert any(
            s.start <= event.trigger.start and event.trigger.end <= s.end for s in event.evidence
        )


@QUICK
@given(REPORTS)
def test_reading_twice_gives_the_same_bytes(report: Report) -> None:
    first, second = (json.dumps(coding.write(understand(report))) for _ in range(2))
    assert first == second


@QUICK
@given(REPORTS)
def test_values_keep_to_the_codebook(report: Report) -> None:
    coded = understand(report)
    for event in coded.events:
        assert event.status in {"happened", "planned", "possible", "denied"}
        assert event.sources
        assert event.day is None or event.day.start <= event.day.end
        for one in event.sources:
            assert one.kind in {"named", "anonymous", "outlet", "document"}
            assert one.stance in {"asserts", "confirms", "denies", "doubts", "no-comment"}
    for toll in coded.tolls:
        low, high = toll.quantity.low, toll.quantity.high
        assert low is None or high is None or low <= high


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("text", ["", " ", ".", "\n\n\n", "\0", "\ud800", "“”", "((((", "12"])
def test_next_to_nothing_tells_nothing(text: str, language: str) -> None:
    coded = understand(report_of(text, language))
    assert (coded.events, coded.tolls) == ((), ())
