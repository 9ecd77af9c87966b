"""The shipped models: their recorded scores, and a look at whether they still read."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from jalur.doc import Doc
from jalur.language import parse
from jalur.language.parser import load
from jalur.model import Report, Span

SCORES = Path(__file__).parent.parent / "training" / "scores"
FLOORS = {
    ("id", "gsd", "uas"): 84.0,
    ("id", "gsd", "las"): 76.0,
    ("id", "pud", "uas"): 86.0,
    ("id", "names idner", "f1"): 90.0,
    ("id", "names nerui", "f1"): 86.0,
    ("en", "gum", "uas"): 88.0,
    ("en", "gum", "las"): 85.0,
    ("en", "ewt", "uas"): 88.5,
    ("en", "ewt", "las"): 86.0,
    ("en", "names uner-ewt", "f1"): 68.5,
    ("en", "names wikigold", "f1"): 77.5,
    ("en", "names wikigold, by report", "f1"): 79.0,
}


@pytest.mark.parametrize(("language", "test", "figure"), FLOORS)
def test_the_recorded_scores_stay_above_their_floors(language: str, test: str, figure: str) -> None:
    recorded = json.loads((SCORES / f"{language}.json").read_text(encoding="utf-8"))
    assert recorded[test][figure] >= FLOORS[language, test, figure]


def read(text: str, language: str) -> Doc:
    return parse(Report("t", text, language, body=(Span(0, len(text)),)), lambda tokens: True)


# Each line: a sentence of our own; of each word named, its relation and its head.
SAMPLE = [
    ("id", "Militer Israel menyerang kota Rafah pada Senin.", "Militer nsubj menyerang"),
    ("id", "Militer Israel menyerang kota Rafah pada Senin.", "kota obj menyerang"),
    ("id", "Sepuluh warga ditangkap oleh polisi di Jayapura.", "warga nsubj:pass ditangkap"),
    ("id", "Sepuluh warga ditangkap oleh polisi di Jayapura.", "Jayapura obl ditangkap"),
    ("id", "Ia mengatakan bahwa sidang akan dilanjutkan.", "sidang nsubj:pass dilanjutkan"),
    ("id", "Ia mengatakan bahwa sidang akan dilanjutkan.", "dilanjutkan ccomp mengatakan"),
    ("id", "Hamas tidak menerima usulan Mesir.", "usulan obj menerima"),
    ("id", "Hamas tidak menerima usulan Mesir.", "tidak advmod menerima"),
    ("en", "Israeli troops attacked the city of Rafah on Monday.", "troops nsubj attacked"),
    ("en", "Israeli troops attacked the city of Rafah on Monday.", "city obj attacked"),
    ("en", "Ten people were arrested by police in Jayapura.", "people nsubj:pass arrested"),
    ("en", "Ten people were arrested by police in Jayapura.", "police obl:agent arrested"),
    ("en", "The minister said that the talks would continue.", "continue ccomp said"),
    ("en", "The minister said that the talks would continue.", "talks nsubj continue"),
    ("en", "Hamas did not accept the proposal from Egypt.", "proposal obj accept"),
    ("en", "Hamas did not accept the proposal from Egypt.", "Hamas nsubj accept"),
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_plain_sentences_are_read_rightly(language: str) -> None:
    lines = [(text, wanted.split()) for lang, text, wanted in SAMPLE if lang == language]
    right = 0
    for text, (word, relation, head) in lines:
        doc = read(text, language)
        i = doc.words.index(word)
        right += doc.words[doc.head[i]] == head
        right += doc.deprel[i].split(":")[0] == relation.split(":")[0]
    assert right >= 2 * len(lines) - 2


NAMES = [
    ("id", "Presiden Joko Widodo bertemu Vladimir Putin di Jakarta.", "PER PER LOC"),
    ("id", "Komisi Pemberantasan Korupsi memeriksa Budi Santoso di Medan.", "ORG PER LOC"),
    ("en", "President Joe Biden met Vladimir Putin in Geneva.", "PER PER LOC"),
    ("en", "The United Nations asked Kofi Annan to go to Damascus.", "ORG PER LOC"),
]


@pytest.mark.parametrize(("language", "text", "kinds"), NAMES)
def test_names_in_plain_sentences_are_found(language: str, text: str, kinds: str) -> None:
    found = [tag[2:] for tag in read(text, language).ner if tag.startswith("B-")]
    assert found == kinds.split()


def test_only_sentences_that_are_worth_it_are_parsed() -> None:
    text = "Polisi menembak dua orang. Cuaca cerah hari ini."
    report = Report("t", text, "id", body=(Span(0, len(text)),))
    doc = parse(report, lambda tokens: "menembak" in tokens)
    assert doc.parsed == (True, False)
    a, b = doc.bounds[1]
    assert set(doc.upos[a:b]) == {""}
    assert doc.head[a:b] == tuple(range(a, b))


def test_lemmas_of_inflected_words() -> None:
    doc = read("The soldiers were killed and cities destroyed.", "en")
    assert doc.lemma[:4] == ("the", "soldier", "be", "kill")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_model_loads_quickly_and_is_small(language: str) -> None:
    load.cache_clear()
    began = time.process_time()
    load(language)
    assert time.process_time() - began < 1.5
    folder = Path(__file__).parent.parent / "src" / "jalur" / "data" / "models"
    assert sum(p.stat().st_size for p in folder.glob(f"{language}.*")) < 30e6
