"""The type of an event with its actors given: `python -m training.zsp [--data DIR] [--confusion]`.

Reads the 1,050 sentences of `zsp/PLV_train.tsv` (snowood1/Zero-Shot-PLOVER), in each of which a
source and a target are marked, and chooses one of 15 root codes from what jalur finds there. The
set only measures: nothing is learnt from it. Published for the authors' test part: .838 accuracy
and .824 macro F1 for RoBERTa-large, zero-shot; .693 and .670 for TF-IDF with logistic regression
learnt from the sentences that are read here.

Of the mentions in a sentence the one whose sides are the marked pair wins (`fit`), the one nearer
to the root first. A classifier of words (`training.zsp_words`) adds a little to each type and
decides alone where jalur finds nothing.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jalur import events, language
from jalur.doc import Doc
from jalur.model import Mention, Report, Span
from jalur.syntax import governors
from training.plover import root_code
from training.zsp_words import Words, learn

RIGHT, TOUCHED, SWAPPED = 3.0, 1.0, 1.0
"""What an argument weighs whose head is in the marked side, that overlaps it, is in the other."""
FOUND, DEEPER, INSIDE, LATER = 4.0, 1.0, 0.5, 0.001
"""For being found; against each governor above, being content, each character from the start."""
WORDS = 0.3
"""Weight of the log-probability by words: breaks ties, and decides where nothing is found."""


@dataclass(frozen=True)
class Item:
    """A sentence of the set: its characters, the marked sides, its root code."""

    body: Span
    source: Span | None
    target: Span | None
    gold: str


@dataclass(frozen=True)
class Outcome:
    """Gold and chosen codes of all sentences."""

    gold: tuple[str, ...]
    chosen: tuple[str, ...]

    @property
    def accuracy(self) -> float:
        """Share of sentences with the right code."""
        return sum(g == c for g, c in zip(self.gold, self.chosen, strict=True)) / len(self.gold)

    def f1(self, code: str) -> float:
        """F1 of one code."""
        pairs = list(zip(self.gold, self.chosen, strict=True))
        right = sum(g == c == code for g, c in pairs)
        return 2 * right / max(self.gold.count(code) + self.chosen.count(code), 1)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the codes of the set."""
        codes = set(self.gold)
        return sum(map(self.f1, codes)) / len(codes)


def measure(data: Path, gold: Path) -> Outcome:
    """Choose a code for every sentence."""
    text, items = sentences(data / "zsp" / "PLV_train.tsv")
    doc = language.parse(
        Report("zsp", text, "en", body=tuple(i.body for i in items)), lambda lower: True
    )
    mentions = events.find(doc)
    words = learn(gold)
    chances = words.chances(doc, [outside(doc, i) for i in items])
    chosen = []
    for item, by_word in zip(items, chances, strict=True):
        here = [m for m in mentions if item.body.overlaps(m.trigger)]
        chosen.append(choose(doc, item, here, by_word))
    return Outcome(tuple(i.gold for i in items), tuple(chosen))


def sentences(file: Path) -> tuple[str, list[Item]]:
    """The sentences as one text, one a line, and where each stands."""
    text, items = "", []
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            start, sides = len(text), dict[str, list[int]]()
            for piece in re.split(r"(</?[st]>)", row["marked_sentence"].replace("\n", " ")):
                if re.fullmatch(r"</?[st]>", piece):
                    sides.setdefault(piece.strip("</>"), []).append(len(text))
                else:
                    text += piece
            spans = {k: Span(v[0], v[1]) for k, v in sides.items() if len(v) > 1}
            body = Span(start, len(text))
            items.append(Item(body, spans.get("s"), spans.get("t"), row["gold_root"]))
            text += "\n"
    return text, items


def choose(doc: Doc, item: Item, here: Sequence[Mention], by_word: Mapping[str, float]) -> str:
    """The code of the best mention, words breaking ties; by words alone where there is none."""
    weights = dict.fromkeys(by_word, 0.0)
    for mention in here:
        code = root_code(doc, mention, here)
        weight = FOUND + fit(doc, mention, item) - DEEPER * len(governors(doc, mention.token))
        weight -= INSIDE * (mention.content_of is not None)
        weight -= LATER * (mention.trigger.start - item.body.start)
        weights[code] = max(weights.get(code, 0.0), weight)
    return max(weights, key=lambda c: weights[c] + WORDS * by_word.get(c, min(by_word.values())))


def fit(doc: Doc, mention: Mention, item: Item) -> float:
    """How well the sides of a mention are the marked pair."""
    total = 0.0
    for a in mention.arguments:
        head = doc.span(a.head, a.head)
        if a.role == "actor":
            total += side(a.span, head, item.source)
            total += SWAPPED * bool(item.target and item.target.overlaps(head))
        elif a.role in {"recipient", "victim", "content"}:
            total += side(a.span, head, item.target)
            total -= SWAPPED * bool(item.source and item.source.overlaps(head))
    return total


def side(phrase: Span, head: Span, marked: Span | None) -> float:
    """How well a phrase is a marked side."""
    if marked is None or not marked.overlaps(phrase):
        return 0.0
    return RIGHT if marked.overlaps(head) else TOUCHED


def outside(doc: Doc, item: Item) -> list[int]:
    """The tokens of a sentence that are not its marked source."""
    return [
        i
        for i in Words.tokens(doc, item.body)
        if not (item.source and item.source.overlaps(doc.span(i, i)))
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    options.add_argument("--confusion", action="store_true", help="gold codes by chosen codes")
    given = options.parse_args()
    if not (given.data / "zsp").is_dir():
        raise SystemExit(f"zsp: {given.data}/zsp is not here; name its folder with --data")
    found = measure(given.data, given.gold)
    print(f"{len(found.gold)} sentences: accuracy {found.accuracy:.3f}", end="  ")
    print(f"macro F1 {found.macro_f1:.3f}")
    codes = sorted(set(found.gold))
    print("  ".join(f"{code} {found.f1(code):.2f}" for code in codes))
    if given.confusion:
        counts = Counter(zip(found.gold, found.chosen, strict=True))
        print(" " * 10 + "".join(f"{code[:5]:>6}" for code in codes))
        for g in codes:
            print(f"{g:10}" + "".join(f"{counts[g, c] or '.':>6}" for c in codes))


if __name__ == "__main__":
    main()
