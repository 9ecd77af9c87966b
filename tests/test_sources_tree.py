"""With a tree, sources take the whole phrase and content the whole clause."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jalur.doc import Doc
from jalur.model import Attribution, Report, Span
from jalur.sources import answering, attribute

Row = tuple[str, int, str, str, str]


def build(sentences: list[str], language: str, outlet: str | None = None) -> Doc:
    """A parsed report: one sentence a paragraph, each token as word/head/relation/upos[/ner]."""
    rows: list[Row] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        first = len(rows)
        for piece in sentence.split():
            word, head, relation, upos, *ner = piece.split("/")
            at = first + int(head) - 1 if int(head) else len(rows)
            rows.append((word, at, relation, upos, ner[0] if ner else ""))
        bounds.append((first, len(rows)))
    start: list[int] = []
    end: list[int] = []
    body: list[Span] = []
    text = ""
    for first, stop in bounds:
        begin = len(text)
        for word, *_ in rows[first:stop]:
            if len(text) > begin and word not in ",.":
                text += " "
            start.append(len(text))
            text += word
            end.append(len(text))
        body.append(Span(begin, len(text)))
        text += "\n"
    words = tuple(r[0] for r in rows)
    return Doc(
        report=Report("r", text, language, outlet=outlet, body=tuple(body)),
        start=tuple(start),
        end=tuple(end),
        lemma=tuple(w.lower() for w in words),
        upos=tuple(r[3] for r in rows),
        head=tuple(r[1] for r in rows),
        deprel=tuple(r[2] for r in rows),
        ner=tuple(r[4] for r in rows),
        bounds=tuple(bounds),
        parsed=(True,) * len(bounds),
        paragraph=tuple(range(len(bounds))),
        words=words,
    )


def told(doc: Doc) -> list[tuple[str | None, str | None, str | None, str, tuple[str, ...]]]:
    def cut(span: Span | None) -> str | None:
        return span.cut(doc.text) if span else None

    return [(cut(a.who), cut(a.cue), cut(a.content), a.kind, a.via) for a in attribute(doc)]


def who(doc: Doc, word: str) -> list[str | None]:
    at = doc.text.index(word)
    found: tuple[Attribution, ...] = answering(attribute(doc), doc, Span(at, at + len(word)))
    return [a.who.cut(doc.text) if a.who else None for a in found]


def test_the_clause_of_a_coordinated_verb_ends_before_the_next_act() -> None:
    doc = build(
        [
            "The/2/det/DET army/3/nsubj/NOUN said/0/root/VERB it/5/nsubj/PRON won/3/ccomp/VERB "
            "and/7/cc/CCONJ left/3/conj/VERB the/9/det/DET town/7/obj/NOUN ./3/punct/PUNCT"
        ],
        "en",
    )
    assert ("The army", "said", "it won", "named", ()) in told(doc)
    assert who(doc, "left") == []


def test_the_subject_of_a_relative_clause_is_its_noun() -> None:
    doc = build(
        [
            "A/2/det/DET witness/5/nsubj/NOUN who/4/nsubj/PRON fled/2/acl:relcl/VERB "
            "said/0/root/VERB "
            "soldiers/7/nsubj/NOUN fired/5/ccomp/VERB ./5/punct/PUNCT"
        ],
        "en",
    )
    assert ("A witness who fled", "said", "soldiers fired", "anonymous", ()) in told(doc)


def test_joined_speakers_each_answer() -> None:
    doc = build(
        [
            "Zelensky/4/nsubj/PROPN/B-PER dan/3/cc/CCONJ Erdogan/1/conj/PROPN/B-PER "
            "mengatakan/0/root/VERB kesepakatan/7/nsubj/NOUN akan/7/aux/AUX "
            "diperpanjang/4/ccomp/VERB "
            "./4/punct/PUNCT"
        ],
        "id",
    )
    assert who(doc, "diperpanjang") == ["Zelensky", "Erdogan"]


def test_a_title_with_two_nouns_is_one_speaker() -> None:
    doc = build(
        [
            "Menteri/5/nsubj/NOUN Politik/1/nmod/NOUN dan/4/cc/CCONJ Keamanan/2/conj/NOUN "
            "mengatakan/0/root/VERB perang/7/nsubj/NOUN usai/5/ccomp/VERB ./5/punct/PUNCT"
        ],
        "id",
    )
    assert who(doc, "usai") == ["Menteri Politik dan Keamanan"]


def test_the_opening_paragraph_answers_to_the_first_source_in_indonesian() -> None:
    doc = build(
        [
            "Dua/2/nummod/NUM jembatan/3/nsubj:pass/NOUN dihancurkan/0/root/VERB ./3/punct/PUNCT",
            "Gubernur/2/nsubj/NOUN mengatakan/0/root/VERB kota/4/nsubj/NOUN "
            "terisolasi/2/ccomp/VERB "
            "./2/punct/PUNCT",
        ],
        "id",
    )
    at = doc.text.index("dihancurkan")
    found = answering(attribute(doc), doc, Span(at, at + 5))
    assert [a.who.cut(doc.text) for a in found if a.who] == ["Gubernur"]
    assert "lead" in {r.rule for r in found[0].reasons}


def test_a_denial_of_the_sentence_before_answers_beside_the_claim() -> None:
    doc = build(
        [
            "Militer/2/nsubj/NOUN mengklaim/0/root/VERB telah/4/aux/AUX merebut/2/ccomp/VERB "
            "kota/4/obj/NOUN itu/5/det/DET ./2/punct/PUNCT",
            "Klaim/3/nsubj:pass/NOUN itu/1/det/DET dibantah/0/root/VERB "
            "pemberontak/3/obl:agent/NOUN "
            "./3/punct/PUNCT",
        ],
        "id",
    )
    at = doc.text.index("merebut")
    stances = {a.stance for a in answering(attribute(doc), doc, Span(at, at + 7))}
    assert stances == {"asserts", "denies"}


def test_the_one_outlet_that_a_report_quotes_stands_behind_all_its_sources() -> None:
    doc = build(
        [
            "Seperti/2/mark/SCONJ dikutip/5/advcl/VERB "
            "Reuters/2/obl:agent/PROPN/B-ORG ,/5/punct/PUNCT "
            "kapal/6/nsubj/NOUN tenggelam/0/root/VERB ./6/punct/PUNCT",
            "Pemilik/2/nsubj/NOUN mengatakan/0/root/VERB awak/4/nsubj/NOUN selamat/2/ccomp/VERB "
            "./2/punct/PUNCT",
        ],
        "id",
    )
    assert [v for *_, v in told(doc)] == [(), ("Reuters",)]


def test_what_opens_with_an_outlet_goes_on_with_it() -> None:
    doc = build(
        [
            "Dilansir/5/advcl/VERB dari/3/case/ADP Reuters/1/obl/PROPN/B-ORG ,/5/punct/PUNCT "
            "kapal/6/nsubj/NOUN tenggelam/0/root/VERB ./6/punct/PUNCT",
            "Dua/2/nummod/NUM awak/3/nsubj/NOUN hilang/0/root/VERB ./3/punct/PUNCT",
        ],
        "id",
    )
    assert who(doc, "hilang") == ["Reuters"]


def test_i_within_a_quotation_is_no_source_of_its_own() -> None:
    doc = build(
        [
            "“/3/punct/PUNCT I/3/nsubj/PRON think/8/ccomp/VERB we/5/nsubj/PRON won/3/ccomp/VERB "
            ",/8/punct/PUNCT ”/8/punct/PUNCT said/0/root/VERB "
            "Omar/8/nsubj/PROPN/B-PER ./8/punct/PUNCT"
        ],
        "en",
    )
    assert {w for w, *_ in told(doc)} == {"Omar"}


WORDS = ["kata", "said", "X", "Reuters", "told", "kepada", "menurut", "according", "to", "yang"]
WORDS += ["who", "that", "bahwa", "dikutip", "Antara", "dan", "and", "nya", "ia", "citing", "by"]
WORDS += ["mengatakan", "disampaikan", "oleh", "sementara", "claim", "klaim", "Senin", "5"]
WORDS += [",", ".", "“", "”", '"', "'", ":", "(", ")"]
RELATIONS = ["nsubj", "obj", "ccomp", "acl:relcl", "acl", "conj", "cc", "punct", "case", "appos"]
KINDS = ["NOUN", "VERB", "PROPN", "PUNCT", "ADP", "PRON"]


def head_of(i: int, size: int, left: bool) -> st.SearchStrategy[int]:
    """Heads all on one side, so that there is no circle; 0 is the root."""
    if left:
        return st.integers(0, i)
    return st.sampled_from([0, *range(i + 2, size + 1)])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_tree_however_wrong_breaks_the_reading(data: st.DataObject) -> None:
    sentences = []
    for _ in range(data.draw(st.integers(1, 3))):
        size = data.draw(st.integers(1, 12))
        left = data.draw(st.booleans())
        rows = [
            "/".join(
                [
                    data.draw(st.sampled_from(WORDS)),
                    str(data.draw(head_of(i, size, left))),
                    data.draw(st.sampled_from(RELATIONS)),
                    data.draw(st.sampled_from(KINDS)),
                    data.draw(st.sampled_from(["", "B-PER", "B-ORG"])),
                ]
            )
            for i in range(size)
        ]
        sentences.append(" ".join(rows))
    doc = build(sentences, data.draw(st.sampled_from(["id", "en"])))
    for a in attribute(doc):
        for span in (a.who, a.cue, a.content):
            assert span is None or 0 <= span.start < span.end <= len(doc.text)
