"""What holds for every text, hostile ones too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jalur.doc import Doc
from jalur.language import parse, split
from jalur.model import Report, Span

NASTY = ["\x00", "\ud800", "\u202e", "\u200b", "\u2066", "🕊️", "é", "ß", "İ", "1", "...", '"', "-"]
WORDS = [
    "Israel-Hamas",
    "katanya",
    "can't",
    "U.S.",
    "Dr.",
    "(23/2)",
    "Rp5,89",
    "apakah",
    "a-b",
    ".",
]
TEXT = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(st.sampled_from(NASTY + WORDS + [" ", "\n", "\u00a0", "\x1c"]), max_size=60).map(
        "".join
    ),
)
LANGUAGE = st.sampled_from(["id", "en"])


def report(text: str, language: str) -> Report:
    half = len(text) // 2
    return Report("t", text, language, body=(Span(0, half), Span(half, len(text))))


def gaps(doc: Doc) -> str:
    """Whatever of the body lies between the tokens."""
    inside = set()
    for a, b in zip(doc.start, doc.end, strict=True):
        inside.update(range(a, b))
    return "".join(c for i, c in enumerate(doc.text) if i not in inside)


@given(TEXT, LANGUAGE)
@settings(max_examples=150, deadline=None)
def test_tokens_tile_the_body_and_cut_the_text(text: str, language: str) -> None:
    doc = split(report(text, language))
    assert gaps(doc).strip() == ""
    assert all(a < b for a, b in zip(doc.start, doc.end, strict=True))
    assert all(a <= b for a, b in zip(doc.end, doc.start[1:], strict=False))
    assert doc.words == tuple(text[a:b] for a, b in zip(doc.start, doc.end, strict=True))


@given(TEXT, LANGUAGE)
@settings(max_examples=100, deadline=None)
def test_sentences_tile_the_tokens(text: str, language: str) -> None:
    doc = split(report(text, language))
    flat = [i for a, b in doc.bounds for i in range(a, b)]
    assert flat == list(range(len(doc)))
    assert all(a < b for a, b in doc.bounds)
    assert len(doc.parsed) == len(doc.paragraph) == len(doc.bounds)


@given(TEXT, LANGUAGE)
@settings(max_examples=40, deadline=None)
def test_a_parsed_sentence_is_a_tree_with_one_root(text: str, language: str) -> None:
    doc = parse(report(text, language), lambda tokens: True)
    for a, b in doc.bounds:
        roots = [i for i in range(a, b) if doc.head[i] == i]
        assert len(roots) == 1
        assert doc.deprel[roots[0]] == "root"
        assert sorted(doc.subtree(roots[0])) == list(range(a, b))
        assert all(doc.upos[a:b])
        assert all(doc.lemma[a:b])


@given(TEXT, LANGUAGE)
@settings(max_examples=20, deadline=None)
def test_the_same_report_gives_the_same_doc(text: str, language: str) -> None:
    once = parse(report(text, language), lambda tokens: len(tokens) > 2)
    assert once == parse(report(text, language), lambda tokens: len(tokens) > 2)


@given(TEXT, LANGUAGE)
@settings(max_examples=20, deadline=None)
def test_a_name_tag_continues_only_its_own_kind(text: str, language: str) -> None:
    doc = parse(report(text, language), lambda tokens: True)
    for a, b in doc.bounds:
        before = ""
        for tag in doc.ner[a:b]:
            assert not tag.startswith("I-") or before[2:] == tag[2:]
            before = tag
