"""The measuring commands as functions: each yields the figures of one set, by name.

`training.figures` runs them and makes the table. The sets lie in `../shared`, outside of the repo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

Measured = Iterator[tuple[str, float]]


@dataclass(frozen=True)
class Measure:
    """A set, its files below the shared folder, and the command that measures on it."""

    set: str
    files: str
    command: str
    run: Callable[[], Measured]


def of_gold(part: str) -> Measured:
    """The codebook's figures on one part of the coded reports."""
    from jalur.evaluate import FIGURES, load, score
    from jalur.evaluate.predict import predict

    folder = SHARED / "gold" / part
    tally = score(load(folder), predict(folder))
    for name in FIGURES:
        yield name, tally.figure(name)[2]


def of_baselines(part: str) -> Measured:
    """Two simple readers on the same reports."""
    from training.baselines import SHOWN, measure

    found = measure(SHARED / "gold" / part, SHARED / "gold" / "train")
    for reader in ("triples", "words"):
        for name in SHOWN:
            yield f"{name}, {READERS[reader]}", found[reader].figure(name)[2]


READERS = {"triples": "by verb-subject-object triples", "words": "by TF-IDF and regression"}


def of_zsp() -> Measured:
    """Type of event with actors given."""
    from training.zsp import measure

    found = measure(SHARED / "data", SHARED / "gold" / "train")
    yield "type of event, actors given, accuracy", found.accuracy
    yield "type of event, actors given, macro F1", found.macro_f1


def of_polnear() -> Measured:
    """Exact spans of what is said, by whom and with which cue."""
    from training.attribution.polnear import LABELS, measure

    score = measure(SHARED / "data")
    for label in LABELS:
        yield f"attribution, exact span F1, {label}", score.figures(label)[2]


def of_pfsa() -> Measured:
    """Direct quotations and their speakers."""
    from training.attribution.pfsa import measure

    score, met = measure(SHARED / "data")
    yield "direct quotes, statement F1", score.figures("statement")[2]
    yield "direct quotes met at all, share", met["overlap"] / met["all"]
    yield "direct quotes with the right speaker, share", met["speaker"] / met["all"]


def of_times(language: str) -> Measured:
    """Time expressions of one language."""
    from training.times import score

    found = score(language, SHARED / "data", errors=False)
    yield "time expressions, recognition F1", found.f1(found.relaxed)
    yield "time expressions, value F1", found.f1(found.value)


def of_places(file: str) -> Measured:
    """Places with their names given."""
    from training.places_score import score

    total, _, right, _ = score(SHARED / "data" / "geo" / file)
    yield "places, share within 161 km", right / total


def of_re3d() -> Measured:
    """Relations of conflict actors."""
    from training.re3d import RELATIONS, measure

    for how, found in measure(SHARED / "data").items():
        for relation in RELATIONS:
            precision, recall, _ = found.figures(relation)
            yield f"{relation}, {how}, precision", precision
            yield f"{relation}, {how}, recall", recall


def of_inventions() -> Measured:
    """Events found where there are next to none."""
    from training.inventions import coded_reports

    data = SHARED / "data" / "id_indosum" / "articles.jsonl"
    counts = [len(coded.events) for _, coded in coded_reports(data, 200)]
    yield "events a report", sum(counts) / len(counts)


MEASURES = (
    *(
        Measure(
            f"gold/{part}",
            f"gold/{part}/*.json",
            f"jalur evaluate ../shared/gold/{part}",
            partial(of_gold, part),
        )
        for part in ("dev", "train")
    ),
    *(
        Measure(
            f"gold/{part}, baselines",
            f"gold/{part}/*.json",
            "python -m training.baselines",
            partial(of_baselines, part),
        )
        for part in ("dev", "train")
    ),
    Measure("zsp PLV_train", "data/zsp/*.tsv", "python -m training.zsp", of_zsp),
    Measure(
        "PolNeAR dev",
        "data/cofenet_splits/valid.txt",
        "python -m training.attribution polnear",
        of_polnear,
    ),
    Measure(
        "PFSA-ID test",
        "data/id_pfsa/test-data.txt",
        "python -m training.attribution pfsa",
        of_pfsa,
    ),
    Measure(
        "IndoTimex gold",
        "data/id_timex_indotimex/kompas_test_gold/**/*.tml",
        "python -m training.times",
        partial(of_times, "id"),
    ),
    Measure(
        "TempEval-3 train part, English",
        "data/en_tempeval3/**/*.tml",
        "python -m training.times",
        partial(of_times, "en"),
    ),
    *(
        Measure(
            name,
            f"data/geo/{file}",
            "JALUR_GEO=../shared/data/geo python -m training.places score",
            partial(of_places, file),
        )
        for name, file in (("TR-News", "TR-News.xml"), ("LGL", "lgl.xml"))
    ),
    Measure("re3d", "data/en_re3d/*/*.json", "python -m training.re3d", of_re3d),
    Measure(
        "IndoSum, 200 reports off topic",
        "data/id_indosum/articles.jsonl",
        "python -m training.inventions",
        of_inventions,
    ),
)
