"""Counts of people harmed: each number of people is tied to the word of harm that takes it.

A number can only be a toll when it counts people: it stands with a noun of people, or directly
beside the word of harm ("12 dead", "tewas 12"). Of the words of harm in the sentence the nearest
on the right side is taken; a comma, a conjunction or another number between costs distance.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from jalur.doc import Doc, Sentence
from jalur.events.further import answer, ends
from jalur.expressions import numbers
from jalur.knowledge import actors
from jalur.knowledge.harm import Harm, harms_at, people, things
from jalur.model import Argument, Quantity, Reason, Toll
from jalur.syntax import child, conjuncts, phrase_span

REACH = 14
"""Most tokens between a number and its word of harm."""

NOUN_REACH = 4
"""Most tokens between a number and the people it counts."""

COUNTED = 6
"""What it costs when the counted noun itself is the word of harm: of "30 hostages were released"
the verb tells what befell them."""

TOTALS = {"toll", "count"}
"""Nouns for a whole number, which may follow far off: "the death toll from the attacks rose to"."""

CLOSE = 0.85
"""How near its two ends an approximate number lies that names one of them ("nearly 100")."""

FILLERS = {"more", "other", "another", "lagi", "lainnya", "lain"}
"""Words between a number and what it counts: "seized two more towns"."""

DEATH_SENTENCE = {"hukuman", "vonis", "divonis", "pidana", "eksekusi"}
SUICIDE = ("bunuh diri", "himself", "herself", "themselves")

PARTS = {"including", "among", "termasuk", "antaranya", "diantaranya", "whom", "them"}
"""Words after which a number is a part of the count before it (codebook: parts are left out)."""


@dataclass(frozen=True, slots=True)
class HarmWord:
    """A word of harm at its place in the sentence."""

    first: int
    last: int
    harm: Harm


def counts_in(doc: Doc) -> list[Toll]:
    """The counts of a report; a number that one sentence tells as a part ("202 dead, 88 of them
    Australians") is the same part where it is told again, and "a victim" is one of those counted.
    """
    found: list[Toll] = []
    parts: set[tuple[str, int | None]] = set()
    for sentence in doc.sentences():
        if sentence.parsed:
            here = tolls_in(doc, sentence)
            if not here and found and (further := answer(doc, sentence, found[-1])):
                here = [further]
            for toll in here:
                if is_one_of(doc, toll, found) or number_of(toll) in parts:
                    continue
                if is_part(doc, toll, here[: here.index(toll)]):
                    parts.add(number_of(toll))
                else:
                    found.append(toll)
    return found


def is_one_of(doc: Doc, toll: Toll, earlier: list[Toll]) -> bool:
    """Whether a single person harmed is one of those counted before, and not said to be all."""
    single = toll.quantity.low == toll.quantity.high == 1
    first = tokens_of(doc, toll.quantity)[0]
    alone = bool(ends(doc, 0, first - 1, "only"))
    whole = any(t.kind == toll.kind and (t.quantity.low or 0) > 1 for t in earlier)
    return single and whole and not alone


def number_of(toll: Toll) -> tuple[str, int | None]:
    """The kind and the number of a count."""
    return toll.kind, toll.quantity.low


def tolls_in(doc: Doc, sentence: Sentence) -> list[Toll]:
    """The counts of one sentence, parts of others among them."""
    harm_words = [
        HarmWord(i, i + len(h.words) - 1, h)
        for i in range(sentence.first, sentence.stop)
        for h in harms_at(doc.lower, i, doc.language, sentence.stop)
        if not spared(doc, i, i + len(h.words))
    ]
    if not harm_words:
        return []
    told = map(rounded, numbers(doc.text, sentence.span, doc.language))
    counted = [(q, *tokens_of(doc, q)) for q in told]
    found = [toll_of(doc, sentence, q, a, b, harm_words) for q, a, b in counted]
    tolls = [t for t in found if t]
    tolls += named_dead(doc, sentence, harm_words, tolls)
    return tolls


def spared(doc: Doc, first: int, stop: int) -> bool:
    """Whether words of death tell a sentence ("hukuman mati") or a suicide."""
    before = doc.lower[first - 1] if first else ""
    after = " ".join(doc.lower[stop : stop + 2])
    return before in DEATH_SENTENCE or after.startswith(SUICIDE)


def rounded(quantity: Quantity) -> Quantity:
    """A count as the codebook has it: "nearly 6,500" dead are about that many."""
    low, high = quantity.low, quantity.high
    if not quantity.approx or low is None or high is None or low < high * CLOSE:
        return quantity
    return replace(quantity, low=high)


def named_dead(
    doc: Doc, sentence: Sentence, words: list[HarmWord], counted: list[Toll]
) -> list[Toll]:
    """People killed who are named and not counted: each name is one ("killed Abdul Rahman")."""
    if any(t.kind == "killed" for t in counted):
        return []
    for word in words:
        if word.harm.kind != "killed" or word.harm.side == "head":
            continue
        relations = ("obj", "nsubj:pass") if word.harm.side == "before" else ("nsubj", "nsubj:pass")
        harmed = child(doc, word.first, *relations)
        names = conjuncts(doc, harmed) if harmed is not None else []
        dead = [h for h in names if is_person(doc, h)]
        if dead and len(dead) == len(names):
            span = phrase_span(doc, dead[0])
            why = Reason("toll", f"“{' '.join(word.harm.words)}” of people named")
            people_ = tuple(victim(doc, h) for h in dead)
            quantity = Quantity(span, len(dead), len(dead))
            return [Toll("killed", quantity, dead[0], sentence.span, people_, (why,))]
    return []


def is_person(doc: Doc, head: int) -> bool:
    """Whether a phrase names a person."""
    inside = [head, *(c for c in doc.children[head] if doc.deprel[c] in {"flat:name", "appos"})]
    return any(doc.ner[k][2:] == "PER" for k in inside)


def tokens_of(doc: Doc, quantity: Quantity) -> tuple[int, int]:
    """First and last token of a quantity's words."""
    first = max(0, bisect_left(doc.end, quantity.span.start + 1))
    last = max(first, bisect_left(doc.end, quantity.span.end))
    return first, min(last, len(doc) - 1)


def toll_of(
    doc: Doc, sentence: Sentence, quantity: Quantity, first: int, last: int, words: list[HarmWord]
) -> Toll | None:
    """The toll that a number tells, if a word of harm takes it."""
    if counts_things(doc, sentence, last):
        return None
    noun = counted_noun(doc, sentence, last)
    best: tuple[float, HarmWord] | None = None
    for word in words:
        distance = distance_to(doc, word, first, last, noun)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, word)
    if best is None:
        return None
    head = noun if noun is not None else best[1].first
    victims = () if noun is None else (victim(doc, noun),)
    why = Reason("toll", f"“{' '.join(best[1].harm.words)}” takes “{quantity.span.cut(doc.text)}”")
    kind = best[1].harm.kind
    if kind == "detained" and is_hostage(doc, noun):
        kind = "hostages"
    return Toll(kind, quantity, head, sentence.span, victims, (why,))


def is_hostage(doc: Doc, noun: int | None) -> bool:
    """Whether the counted people are called hostages: then whoever holds them took them."""
    named = [] if noun is None else harms_at(doc.lower, noun, doc.language, noun + 1)
    return any(h.kind == "hostages" and h.side == "head" for h in named)


def counts_things(doc: Doc, sentence: Sentence, last: int) -> bool:
    """Whether what a number counts is no people ("captured 14 tanks", "menangkap 6 kapal")."""
    i = last + 1
    while i < sentence.stop and (doc.lower[i] in FILLERS or doc.upos[i] == "ADJ"):
        i += 1
    return i < sentence.stop and doc.lower[i] in things(doc.language)


def counted_noun(doc: Doc, sentence: Sentence, last: int) -> int | None:
    """The noun of people that a number counts, just after it."""
    nouns = people(doc.language)
    for i in range(last + 1, min(last + 1 + NOUN_REACH, sentence.stop)):
        if doc.upos[i] == "PUNCT" or doc.upos[i] == "VERB":
            return None
        if doc.lower[i] in nouns or doc.lemma[i].lower() in nouns or is_a_people(doc, i):
            return i
    return None


def is_a_people(doc: Doc, i: int) -> bool:
    """Whether a word names people by where they are from: "29,514 Palestinians"."""
    if not doc.words[i][:1].isupper():
        return False
    known = actors.find(doc.words[i : i + 1], doc.language)
    last = i + 1 >= len(doc) or doc.upos[i + 1] not in {"NOUN", "PROPN"}
    return last and any(h.actor.kind == "demonym" for h in known)


def distance_to(doc: Doc, word: HarmWord, first: int, last: int, noun: int | None) -> float | None:
    """How far a word of harm stands from a number, None when it cannot take it."""
    if word.first <= last and first <= word.last:
        return None
    follows = word.first > last
    gap = word.first - last if follows else first - word.last
    between = range(last + 1, word.first) if follows else range(word.last + 1, first)
    if gap > REACH or (noun is None and gap > 2 and word.harm.side != "head"):
        return None
    if word.harm.side == "before" and follows:
        return None
    if word.harm.side == "after" and not follows and gap > 2:
        return None
    reach = REACH if word.harm.words[-1] in TOTALS else 5
    if word.harm.side == "head" and gap > (3 if follows else reach):
        return None
    if word.first == noun:
        gap += COUNTED
    crossed = sum(doc.upos[i] in {"PUNCT", "CCONJ", "NUM"} for i in between)
    return gap + 3 * crossed


def victim(doc: Doc, noun: int) -> Argument:
    """The harmed people as an argument."""
    return Argument("victim", noun, phrase_span(doc, noun), Reason("slot", "counted people"))


def is_part(doc: Doc, toll: Toll, earlier: list[Toll]) -> bool:
    """Whether a count is part of an earlier one of its kind ("including nine children")."""
    if not earlier:
        return False
    before = doc.text[max(0, toll.quantity.span.start - 30) : toll.quantity.span.start].lower()
    if any(word in PARTS for word in before.replace(",", " ").split()[-3:]):
        return True
    whole = [t for t in earlier if t.kind == toll.kind]
    if not whole:
        return False
    following = doc.text[toll.quantity.span.end : toll.quantity.span.end + 30].lower().split()[:3]
    smaller = (toll.quantity.low or 0) < max(t.quantity.low or 0 for t in whole)
    return smaller and bool({"dari", "of", "from", "among"} & set(following))
