"""Counts that answer one told before and leave the harm unsaid.

"The raid killed 31, doctors said. The army counted 21." "Junta menyebut hanya tiga orang." "The
army reported no injuries." They are counts of what was counted last, by somebody else.
"""

from __future__ import annotations

from jalur.doc import Doc, Sentence
from jalur.expressions import numbers
from jalur.knowledge.harm import answering, nobody, people
from jalur.model import Quantity, Reason, Span, Toll

AFTER = 2
"""Sentences after a count in which another one answers it."""


def answer(doc: Doc, sentence: Sentence, last: Toll) -> Toll | None:
    """The count with which a sentence answers the last one before it."""
    apart = doc.sentence_of[sentence.first] - doc.sentence_of[last.token]
    if not 0 < apart <= AFTER:
        return None
    return none_harmed(doc, sentence, last) or other_number(doc, sentence, last)


def none_harmed(doc: Doc, sentence: Sentence, last: Toll) -> Toll | None:
    """Somebody says that nobody was harmed."""
    if not any(
        ends(doc, sentence.first, i, "saying") for i in range(sentence.first, sentence.stop)
    ):
        return None
    words = sentence.span.cut(doc.text)
    for kind, pattern in nobody(doc.language):
        if met := pattern.search(words):
            start = sentence.span.start + met.start()
            quantity = Quantity(Span(start, start + len(met[0])), 0, 0)
            return told(doc, sentence, last.kind if kind == "any" else kind, quantity)
    return None


def other_number(doc: Doc, sentence: Sentence, last: Toll) -> Toll | None:
    """Somebody gives another number, beside a word of counting."""
    for quantity in numbers(doc.text, sentence.span, doc.language):
        inside = [
            i
            for i in range(sentence.first, sentence.stop)
            if doc.start[i] >= quantity.span.start and doc.end[i] <= quantity.span.end
        ]
        if not inside or not closes(doc, sentence, inside[-1]):
            continue
        before, limited = inside[0] - 1, False
        while length := ends(doc, sentence.first, before, "only"):
            before, limited = before - length, True
        by = "saying" if limited else "counting"
        if ends(doc, sentence.first, before, by) or ends(doc, sentence.first, before, "counting"):
            return told(doc, sentence, last.kind, quantity)
    return None


def closes(doc: Doc, sentence: Sentence, last: int) -> bool:
    """Whether a number counts people, or nothing that is named: what follows it is no noun."""
    after = last + 1
    if after < sentence.stop and (
        doc.lower[after] in people(doc.language) or doc.lemma[after].lower() in people(doc.language)
    ):
        after += 1
        return after >= sentence.stop or doc.upos[after] in {"PUNCT", "PRON", "CCONJ"}
    return after >= sentence.stop or doc.words[after] in {".", ",", ";"}


def ends(doc: Doc, first: int, at: int, part: str) -> int:
    """How many tokens the longest word of a part has that ends at a token; 0 if none does."""
    found = 0
    for form in answering(part, doc.language):
        begin = at - len(form) + 1
        if begin >= first and tuple(doc.lower[begin : at + 1]) == form:
            found = max(found, len(form))
    return found


def told(doc: Doc, sentence: Sentence, kind: str, quantity: Quantity) -> Toll:
    """The count that answers another one."""
    token = next(
        i for i in range(sentence.first, sentence.stop) if doc.end[i] > quantity.span.start
    )
    why = Reason("toll", f"“{quantity.span.cut(doc.text)}” answers the count told before")
    return Toll(kind, quantity, token, sentence.span, (), (why,))
