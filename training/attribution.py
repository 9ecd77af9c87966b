"""Measures `jalur.sources` on the coded reports and on two public sets, which are only read.

    python -m training.attribution gold     [--gold DIR]     sources and via of the coded reports
    python -m training.attribution polnear  [--data DIR]     PolNeAR dev, exact spans
    python -m training.attribution pfsa     [--data DIR]     PFSA-ID test, direct quotations

PolNeAR as paragraphs of CofeNet (cofe-ai/CofeNet, res/polnear): source, cue and content count as
right when both ends agree. PFSA-ID (sigit-purnomo/pfsa-id): a statement counts as right when
the spans agree but for marks and stops; its speaker when the heads overlap.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from jalur import language
from jalur.doc import Doc
from jalur.knowledge.media import find_outlet
from jalur.model import Attribution, Report, Span
from jalur.reports.layout import lay_out
from jalur.sources import answering, attribute

Spans = set[tuple[int, int]]
NO_SPACE_BEFORE = re.compile(r"^([,.;:?!%)\]”’]|''|n't|'s|'re|'ve|'ll|'d|'m|')$")
NO_SPACE_AFTER = re.compile(r"^([(\[“‘$#]|``)$")
WRITTEN = {"``": "“", "''": "”", "-LSB-": "[", "-RSB-": "]", "-LRB-": "(", "-RRB-": ")", "`": "‘"}


@cache
def has_model(code: str) -> bool:
    """Whether there is a trained parser for the language."""
    return (files("jalur") / "data" / "models" / f"{code}.onnx").is_file()


def read(report: Report) -> Doc:
    """The parsed report, or its tokens where no model is there."""
    if has_model(report.language):
        return language.parse(report, lambda lower: True)
    return language.split(report)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that are not blank."""
    return tuple(
        Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    )


def write(tokens: Iterable[str]) -> tuple[str, list[int], list[int]]:
    """Running text from tokens, with where each begins and ends."""
    tokens = list(tokens)
    turning = {'"', "”"} - ({"”"} if {"“", "``"} & set(tokens) else set())
    text, starts, stops, glue, odd = "", [], [], True, False
    for token in tokens:
        token = WRITTEN.get(token, token)
        turns = token in turning
        closing = turns and odd
        tight = glue or closing or (NO_SPACE_BEFORE.match(token) and not turns)
        if text and not tight:
            text += " "
        odd = odd != turns
        starts.append(len(text))
        text += token
        stops.append(len(text))
        glue = bool(NO_SPACE_AFTER.match(token)) or (turns and odd)
    return text, starts, stops


class Score:
    """Counts of what is right, said and there."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.there: Counter[str] = Counter()

    def add(self, name: str, gold: Spans, ours: Spans) -> None:
        """Count one text's spans."""
        self.right[name] += len(gold & ours)
        self.said[name] += len(ours)
        self.there[name] += len(gold)

    def show(self) -> None:
        """Print precision, recall and F1 of each name."""
        for name, there in self.there.items():
            p = self.right[name] / max(self.said[name], 1)
            r = self.right[name] / max(there, 1)
            f = 2 * p * r / max(p + r, 1e-9)
            print(f"{name:14} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({there} there)")


def polnear(data: Path, show: int) -> None:
    """Exact spans of source, cue and content on PolNeAR dev."""
    score = Score()
    for line in (data / "cofenet_splits" / "valid.txt").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = bio(row["labels"])
        text, starts, stops = write(row["tokens"])
        doc = read(Report("x", text, "en", body=(Span(0, len(text)),)))
        ours = in_tokens(doc, starts, stops)
        for name in ("source", "cue", "content"):
            score.add(name, gold[name], ours[name])
        if show > 0 and any(gold[n] != ours[n] for n in gold):
            show -= 1
            print("\n" + " ".join(row["tokens"]))
            for name in ("source", "cue", "content"):
                for mark, spans in (("-", gold[name] - ours[name]), ("+", ours[name] - gold[name])):
                    for a, b in sorted(spans):
                        print("  ", mark, name, "|", " ".join(row["tokens"][a:b]))
    score.show()


def bio(labels: list[str]) -> dict[str, Spans]:
    """The spans of a row of BIO labels, ends excluded."""
    found: dict[str, Spans] = {"source": set(), "cue": set(), "content": set()}
    begin = 0
    for i, label in enumerate([*labels, "O"]):
        if i and labels[i - 1] != "O" and not label.startswith("I-"):
            found[labels[i - 1][2:]].add((begin, i))
        if label.startswith("B-"):
            begin = i
    return found


def in_tokens(doc: Doc, starts: list[int], stops: list[int]) -> dict[str, Spans]:
    """Our spans in the set's tokens, with its conventions: "that" belongs to the content, the
    auxiliaries and a colon to the cue, the comma that closes an apposition to the source."""

    def tokens(span: Span) -> tuple[int, int]:
        inside = [
            i
            for i, (a, b) in enumerate(zip(starts, stops, strict=True))
            if a < span.end and span.start < b
        ]
        return inside[0], inside[-1] + 1

    lower = [doc.text[a:b].lower() for a, b in zip(starts, stops, strict=True)]
    found: dict[str, Spans] = {"source": set(), "cue": set(), "content": set()}
    for a in attribute(doc):
        if a.who:
            first, stop = tokens(a.who)
            closed = "," in lower[first:stop] and stop < len(lower) and lower[stop] == ","
            found["source"].add((first, stop + closed))
        if a.cue:
            first, stop = tokens(a.cue)
            while first and lower[first - 1] in AUXILIARIES:
                first -= 1
            if stop < len(lower) and lower[stop] == ":":
                stop += 1
            found["cue"].add((first, stop))
        if a.content:
            first, stop = tokens(a.content)
            if first and lower[first - 1] in ("that", "to"):
                first -= 1
            found["content"].add((first, stop))
    return found


AUXILIARIES = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "will", "would", "also", "n't", "not", "be"}
    | {"did", "does", "do", "been", "being", "can", "could", "repeatedly", "then", "further"}
)


def pfsa(data: Path, show: int) -> None:
    """Statements and their speakers in direct quotation on PFSA-ID test."""
    score = Score()
    tied = Counter[str]()
    for rows in articles(data / "id_pfsa" / "test-data.txt"):
        text, gold = statements(rows)
        doc = read(Report("x", text, "id", body=paragraphs(text)))
        ours = [a for a in attribute(doc) if a.quoted and a.content]
        core = {strip(text, a.content) for a in ours if a.content}
        want = {strip(text, s) for s in gold["STATEMENT"]}
        score.add("statement", want, core)
        near(score, tied, text, gold, ours)
        if show > 0:
            for mark, spans in (("-", want - core), ("+", core - want)):
                for a, b in sorted(spans)[:show]:
                    print(
                        mark,
                        repr(text[max(0, a - 60) : a]),
                        "|",
                        text[a:b],
                        "|",
                        repr(text[b : b + 50]),
                    )
            show -= 1
    score.show()
    print({k: f"{tied[k]}/{tied['all']}" for k in ("overlap", "speaker")})


def near(
    score: Score,
    tied: Counter[str],
    text: str,
    gold: dict[str, list[Span]],
    ours: list[Attribution],
) -> None:
    """Count the statements met at all, and those whose speaker overlaps a gold speaker."""
    named = (
        gold["PERSON"] + gold["PERSONCOREF"] + gold["ROLE"] + gold["AFFILIATION"] + gold["CUECOREF"]
    )
    for statement in gold["STATEMENT"]:
        tied["all"] += 1
        meeting = [a for a in ours if a.content and a.content.overlaps(statement)]
        tied["overlap"] += bool(meeting)
        whos = [a.who for a in meeting if a.who]
        tied["speaker"] += any(w.overlaps(n) for w in whos for n in named)


def articles(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The articles of PFSA-ID: rows of token and tag; a blank row ends a sentence."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _, tag = line.partition("\t")
        if tag.strip() == "B-ISSUE" and len(rows) > 40:
            cut = max(
                (i for i in range(len(rows) - 25, len(rows)) if rows[i][0].isupper()),
                default=len(rows),
            )
            yield rows[:cut]
            rows = rows[cut:]
        rows.append((token.strip(), tag.strip()))
    yield rows


def statements(
    rows: list[tuple[str, str]],
) -> tuple[str, dict[str, list[Span]]]:
    """An article's text and its labelled spans."""
    text, starts, stops = write(t for t, _ in rows if t)
    labels = ("STATEMENT", "PERSON", "PERSONCOREF", "ROLE", "AFFILIATION", "CUECOREF")
    gold: dict[str, list[Span]] = {k: [] for k in labels}
    tags = [g for t, g in rows if t]
    begin = 0
    for i, tag in enumerate(tags):
        side, _, name = tag.partition("-")
        if side in ("B", "U"):
            begin = i
        if side in ("L", "U") and name in gold:
            gold[name].append(Span(starts[begin], stops[i]))
    return text, gold


def strip(text: str, span: Span) -> tuple[int, int]:
    """A span without marks, stops and blanks at its edges."""
    a, b = span.start, span.end
    drop = " \n\"“”'‘’,.?!"
    while a < b and text[a] in drop:
        a += 1
    while b > a and text[b - 1] in drop:
        b -= 1
    return a, b


def gold(folder: Path, show: int) -> None:
    """For each coded event: does what answers for its trigger give the coded kind, words, via?"""
    tally: dict[str, Counter[str]] = {"id": Counter(), "en": Counter()}
    for path in sorted(folder.glob("*.json")):
        coded = json.loads(path.read_text(encoding="utf-8"))
        facts = coded["report"]
        code, text = facts["language"], facts["text"]
        body = lay_out(text, code == "id", None).body
        report = Report(facts["id"], text, code, outlet=facts["outlet"], body=body)
        doc = read(report)
        found = attribute(doc)
        for event in coded["events"]:
            show -= compare(tally[report.language], doc, found, event, show > 0)
    for code, t in tally.items():
        print(
            code,
            {
                k: f"{t[k]}/{t[k + ' of']} {t[k] / max(t[k + ' of'], 1):.3f}"
                for k in ("self", "kind", "cue", "via")
            },
        )
        print(
            "  named where gold has the report itself:",
            t["over"],
            " itself where gold has a source:",
            t["under"],
        )


def compare(
    t: Counter[str], doc: Doc, found: tuple[Attribution, ...], event: dict, show: bool
) -> int:  # type: ignore[type-arg]
    """Count one event; print it when it is wrong and `show` is set."""
    spot = event.get("trigger") or event["evidence"][0]
    spans = [Span(spot["start"], spot["end"])]
    ours = [a for s in spans for a in answering(found, doc, s)]
    sources = event["sources"]
    itself = all(s["kind"] == "outlet" and s["name"] is None for s in sources)
    wrong = False
    if any(
        s.get("cue") and spans[0].overlaps(Span(s["cue"]["start"], s["cue"]["end"]))
        for s in sources
    ):
        t["verbal"] += 1
        return 0
    if itself:
        t["self of"] += 1
        t["self"] += not ours
        t["over"] += bool(ours)
        wrong = bool(ours)
    else:
        named = [s for s in sources if s["name"] or s["kind"] != "outlet"]
        t["kind of"] += 1
        right = any(a.kind == s["kind"] for a in ours for s in named)
        t["kind"] += right
        t["under"] += not ours
        cues = [Span(s["cue"]["start"], s["cue"]["end"]) for s in named if s.get("cue")]
        if cues:
            t["cue of"] += 1
            t["cue"] += any(a.cue and a.cue.overlaps(c) for a in ours for c in cues)
        via = {canonical(v) for s in named for v in s["via"]}
        mine = {canonical(v) for a in ours for v in a.via}
        if via or mine:
            t["via of"] += 1
            t["via"] += via == mine
        wrong = not right or via != mine
    if wrong and show:
        print(
            "\n",
            doc.report.id,
            event["type"],
            repr(doc.text[max(0, spot["start"] - 150) : spot["end"] + 100]),
        )
        print("   trigger:", doc.text[spot["start"] : spot["end"]])
        print("   gold:", [(s["kind"], s["name"], s["via"]) for s in sources])
        print(
            "   ours:",
            [
                (a.kind, a.who and a.who.cut(doc.text), a.cue and a.cue.cut(doc.text), a.via)
                for a in ours
            ],
        )
        return 1
    return 0


def canonical(name: str) -> str:
    """An outlet's own name, for whatever spelling."""
    known = find_outlet(name)
    return known.name if known else name.lower()


def main() -> None:
    """Run one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["gold", "polnear", "pfsa"])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    parser.add_argument("--show", type=int, default=0, help="how many wrong ones to print")
    chosen = parser.parse_args()
    runs: dict[str, Callable[[Path, int], None]] = {"gold": gold, "polnear": polnear, "pfsa": pfsa}
    runs[chosen.what](chosen.gold if chosen.what == "gold" else chosen.data, chosen.show)


if __name__ == "__main__":
    main()
