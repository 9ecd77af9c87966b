"""Which sets train a language, which measure it; the tests are chosen first."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from training.language import corpora
from training.language.convert import modern
from training.language.corpora import Sentence, joined, names, treebank, without

PUD_TRAIN, PUD_DEV = 600, 700
GSD_DEV = 450
HELD_OUT_NEWS = tuple(
    f"GUM_news_{d}" for d in ("asylum", "election", "hackers", "korea", "lanterns")
)
WIKIGOLD_TRAIN = 1400


@dataclass
class Sets:
    """Sentences to train on, to watch while training, and to measure with by name."""

    train: list[Sentence]
    dev: list[Sentence]
    tests: dict[str, list[Sentence]]
    plain: list[list[str]] = field(default_factory=list)
    """Sentences for the word vectors, without any marks; none where others' vectors are taken."""


def load(language: str, data: Path) -> Sets:
    """The sets of a language."""
    sets = indonesian(data) if language == "id" else english(data)
    everything = [s for t in sets.tests.values() for s in t] + sets.dev
    sets.train = [s for s in without(sets.train, everything) if len(s.words) <= 120]
    if sets.plain:
        sets.plain += [s.words for s in sets.train]
    return sets


def indonesian(data: Path) -> Sets:
    """GSD, CSUI, PUD; names; Kumparan's parts of speech; plain text of IndoSum."""
    gsd_test = treebank(data / "id_ud_gsd/current/id_gsd-ud-test.conllu", "gsd")
    gsd_dev = treebank(data / "id_ud_gsd/current/id_gsd-ud-dev.conllu", "gsd")
    old = treebank(data / "id_ud_gsd/old_v2.0/id-ud-train.conllu", "old")
    pud = treebank(data / "id_ud_pud/id_pud-ud-test.conllu", "pud")
    csui = treebank(data / "id_ud_csui/id_csui-ud-train.conllu", "csui")
    csui_test = treebank(data / "id_ud_csui/id_csui-ud-test.conllu", "csui")
    idner = data / "id_idner_news_2k"
    nerui = data / "id_indolem/nerui"
    tests = {
        "gsd": gsd_test,
        "pud": pud[PUD_DEV:],
        "csui": csui_test,
        "names idner": named(names(idner / "test.txt", "idner"), "id"),
        "names nerui": named(names(nerui / "test.01.tsv", "nerui"), "id"),
    }
    train = [modern(s) for s in old] + gsd_dev[:GSD_DEV] + csui + pud[:PUD_TRAIN]
    train += named(names(idner / "train.txt", "idner") + names(idner / "dev.txt", "idner"), "id")
    train += named(names(nerui / "nergithub.txt", "nerui"), "id")
    for part in ("train", "valid", "test"):
        train += names(data / f"id_indonlu/nergrit/{part}.txt", "nergrit", aux="nergrit")
        train += names(data / f"id_indonlu/nerp/{part}.txt", "nerp", aux="nerp")
    train += corpora.speech(data / "id_pos_kumparan/dataset_postag.txt", "kumparan")
    train = [joined(s, "id") for s in train]
    return Sets(train, gsd_dev[GSD_DEV:] + pud[PUD_TRAIN:PUD_DEV], tests, plain_text(data))


def named(sentences: list[Sentence], language: str) -> list[Sentence]:
    """Names without trees: clitics cut, blanks inside one token taken out."""
    from jalur.language.tokens import pieces

    found = []
    for s in sentences:
        words: list[str] = []
        tags: list[str] = []
        for word, tag in zip(s.words, s.ner or [], strict=True):
            for n, (a, b) in enumerate(pieces(word, language)):
                words.append(word[a:b])
                inner = tag if n == 0 else tag.replace("B-", "I-")
                tags.append("O" if n and word[a:b] in ("nya", "lah", "'s", "pun") else inner)
        found.append(Sentence(words, s.source, ner=tags))
    return found


def english(data: Path) -> Sets:
    """EWT, GUM, PUD; names of UNER, Wikigold, GUM and re3d."""
    gum = "en_gum/en_gum_free-ud-"
    ewt = "en_ewt/en_ewt-ud-"
    train = [
        s
        for s in treebank(data / f"{gum}train.conllu", "gum", names=True)
        if s.text not in HELD_OUT_NEWS
    ]
    gum_dev = treebank(data / f"{gum}dev.conllu", "gum", names=True)
    gum_test = treebank(data / f"{gum}test.conllu", "gum", names=True)
    ewt_dev = with_names(
        treebank(data / f"{ewt}dev.conllu", "ewt"), data / "en_uner_ewt/en_ewt-ud-dev.iob2"
    )
    ewt_test = with_names(
        treebank(data / f"{ewt}test.conllu", "ewt"), data / "en_uner_ewt/en_ewt-ud-test.iob2"
    )
    pud = treebank(data / "en_pud/en_pud-ud-test.conllu", "pud")
    wikigold = names(data / "en_wikigold/wikigold.conll.txt", "wikigold")
    train += treebank(data / f"{ewt}train.conllu", "ewt") + ewt_dev
    train += pud[:PUD_DEV] + wikigold[:WIKIGOLD_TRAIN] + corpora.re3d(data / "en_re3d")
    tests = {
        "gum": gum_test,
        "ewt": ewt_test,
        "pud": pud[PUD_DEV:],
        "names uner-ewt": ewt_test,
        "names uner-ewt news": [s for s in ewt_test if s.text.startswith(("weblog", "newsgroup"))],
        "names wikigold": wikigold[WIKIGOLD_TRAIN:],
        "names gum": gum_test,
    }
    train = [joined(s, "en") for s in train]
    return Sets(train, gum_dev, tests)


def with_names(sentences: list[Sentence], path: Path) -> list[Sentence]:
    """A treebank's sentences with the names that another file, in another order, marks on them."""
    tagged = {"\n".join(s.words): s.ner for s in names(path, "uner", column=2)}
    for s in sentences:
        s.ner = tagged.get("\n".join(s.words))
    return sentences


def plain_text(data: Path) -> list[list[str]]:
    """Running Indonesian text for the word vectors, cut with our own tokenizer."""
    import csv
    import json

    from jalur.language import split
    from jalur.model import Report, Span

    texts: list[str] = []
    with (data / "id_indosum/articles.jsonl").open(encoding="utf-8") as lines:
        texts += [json.loads(line)["text"] for line in lines]
    with (data / "id_headlines_gaza/headlines.csv").open(encoding="utf-8") as rows:
        texts += [row["title"] for row in csv.DictReader(rows)]
    found = []
    for text in texts:
        doc = split(Report("", text, "id", body=(Span(0, len(text)),)))
        found += [list(doc.words[a:b]) for a, b in doc.bounds]
    return found
