"""The words that name a source: from the tree where there is one, else from the words around it."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.sources.scene import Range

COMMAS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", "[", "]"})
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
DAYS = frozenset(
    ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "kemarin", "hari", "tadi", "pekan", "siang", "malam", "pagi", "sore"]
)
# Words that end the name of a source that stands to the right of its cue.
AFTER = {
    "id": frozenset(
        ["di", "pada", "saat", "ketika", "usai", "seusai", "setelah", "sebelum", "dalam", "kepada", "seperti", "sebagaimana", "dikutip", "dilansir", "sambil", "seraya", "menanggapi", "lewat", "melalui", "terkait", "soal", "mengenai", "tentang", "ditemui", "dihubungi", "kala", "sembari", "merujuk", "mengutip", "melansir", "saya", "lalu", "kemudian", "usainya", "menjawab", "ihwal", "perihal", "karena", "bahwa", "agar", "untuk", "dari", "dengan", "lagi", "pula", "juga", "selepas", "disela", "ke", "menambahkan", "menjelaskan", "sebelumnya", "waktu", "begitu", "demikian"]
    ),
    "en": frozenset(
        ["in", "at", "on", "when", "after", "during", "as", "while", "who", "that", "by", "to", "before", "told", "adding", "citing", "quoting", "speaking", "referring", "following", "last", "late", "early", "via", "through", "with", "earlier", "about", "upon", "amid", "ahead", "from", "because", "if", "since", "whose", "where", "which", "under", "but", "and"]
    ),
}
# Prepositions that may stand within a name ("Ministry of Health", "Menlu dari Iran").
WITHIN = {
    "id": frozenset({"dari", "untuk", "dan", "bidang"}),
    "en": frozenset({"of", "for", "and"}),
}
# Words that begin what stands before the source of a sentence ("On Monday, the army said").
BEFORE = {
    "id": frozenset(
        ["pada", "di", "dalam", "dari", "ke", "sementara", "namun", "tetapi", "tapi", "selain", "sebelumnya", "kemudian", "lalu", "setelah", "ketika", "saat", "usai", "seusai", "menurut", "adapun", "meski", "meskipun", "walau", "sejak", "hingga", "untuk", "dengan", "karena", "atas", "melalui", "lewat", "akibat", "sebagai", "selanjutnya", "bahwa", "dan", "yang", "terkait", "oleh", "tak", "seperti", "sebagaimana", "jika", "bila", "agar", "padahal", "sedangkan", "kata"]
    ),
    "en": frozenset(
        ["on", "in", "at", "after", "before", "but", "and", "when", "while", "however", "meanwhile", "earlier", "later", "also", "that", "as", "since", "for", "during", "if", "although", "though", "because", "following", "despite", "with", "by", "from", "where", "which", "then", "so", "yet", "or", "under", "amid", "until", "still", "instead"]
    ),
}
DROP = frozenset(
    {"case", "cc", "mark", "punct", "discourse", "advmod", "parataxis", "dep", "ccomp"}
)
HEADLESS = {
    "id": frozenset(
        ["seorang", "para", "sejumlah", "beberapa", "sang", "si", "salah", "satu", "seseorang", "dua", "tiga", "kedua"]
    ),
    "en": frozenset(["the", "a", "an", "two", "three", "some", "several", "many", "one", "another"]),
}
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "ia", "dia", "mereka", "kami", "saya", "kita", "beliau", "pihaknya"])
AUX = {
    "id": frozenset(
        ["juga", "telah", "sudah", "akan", "pernah", "sempat", "pun", "turut", "ikut", "kembali", "sebelumnya", "hanya", "masih", "lantas", "lalu", "kemudian", "langsung", "secara", "tegas", "terus", "sendiri", "bahkan", "kini", "pada", "tidak", "tak", "belum", "bisa", "dapat", "tetap", "kerap", "sering", "selalu", "malah", "justru", "cuma", "lebih", "lanjut"]
    ),
    "en": frozenset(
        ["also", "has", "have", "had", "is", "are", "was", "were", "will", "would", "later", "then", "repeatedly", "earlier", "previously", "reportedly", "not", "did", "does", "do", "n't", "could", "can", "may", "might", "must", "should", "never", "once", "again", "already", "further", "just", "only", "still", "even", "publicly", "been", "be", "being", "now", "often", "immediately", "both", "initially", "'s", "recently", "strongly", "categorically", "flatly"]
    ),
}


def noun_phrase(doc: Doc, head: int, cue: Range) -> Range:
    """The unbroken stretch of tokens below `head` around it, short of the cue."""
    below = set(doc.subtree(head))
    for child in doc.children[head]:
        relation = doc.deprel[child].partition(":")[0]
        left_over = relation in DROP and (child < head or relation in ("parataxis", "punct"))
        if left_over and not (relation == "parataxis" and child < head):
            below -= set(doc.subtree(child))
    if cue[0] in below:
        below = {i for i in below if (i < cue[0]) == (head < cue[0])}
    low, high = (0, cue[0] - 1) if head < cue[0] else (cue[1] + 1, len(doc) - 1)
    punct = doc.upos
    first = last = head
    while first - 1 >= low and (first - 1 in below or joins(doc, first - 1, below, low)):
        first -= 1
    while last + 1 <= high and (
        last + 1 in below or (punct[last + 1] == "PUNCT" and last + 2 in below)
    ):
        last += 1
    return trim(doc, first, last)


def joins(doc: Doc, i: int, below: set[int], low: int) -> bool:
    """Whether token `i` is punctuation between two stretches of the phrase."""
    return doc.upos[i] == "PUNCT" and i - 1 >= low and i - 1 in below


def trim(doc: Doc, first: int, last: int) -> Range:
    """The phrase without punctuation at its edges (closing brackets and marks stay with theirs)."""
    drop = COMMAS | MARKS | {".", "?", "!", "'", "’", "‘", "…"}
    while first < last and doc.words[first] in drop - {"("}:
        first += 1
    while last > first and doc.words[last] in drop:
        if doc.words[last] in (")", "]") and any(doc.words[j] in "([" for j in range(first, last)):
            break
        last -= 1
    return first, last


def right_phrase(doc: Doc, i: int, stop: int) -> Range | None:
    """The name of a source that begins at token `i`, right after its cue; no tree needed."""
    after, within = AFTER[doc.language], WITHIN[doc.language]
    if i >= stop or not (doc.words[i][:1].isalnum() or doc.words[i] in ("@", "-")):
        return None
    if doc.lower[i] in after or doc.lower[i] in DAYS or doc.lower[i] in ("yang", "dan"):
        return None
    if doc.lower[i] in ("nya", "dia", "ia", "beliau", "he", "she", "they", "it", "i", "we"):
        return i, i
    last = i
    for j in range(i + 1, stop):
        word = doc.lower[j]
        if word == "," and goes_on(doc, j, stop):
            continue
        if word in COMMAS - {"-", "("} or word in MARKS or word in DAYS or word in ".?!":
            break
        if word == "(" and closes_soon(doc, j, stop) is None:
            break
        named = j + 1 < stop and doc.words[j + 1][:1].isupper()
        if word in after and not (word in within and named):
            break
        last = j
    return trim(doc, i, last)


def closes_soon(doc: Doc, j: int, stop: int) -> int | None:
    """Where a bracket within a name closes ("(PBB)"), None if it holds a date or more."""
    for k in range(j + 1, min(j + 4, stop)):
        if doc.words[k] == ")":
            return k if not any(c.isdigit() for w in doc.words[j:k] for c in w) else None
    return None


def goes_on(doc: Doc, comma: int, stop: int) -> bool:
    """Whether the comma opens an apposition with a name or an office, not an adjunct or a clause."""
    if comma + 1 >= stop:
        return False
    first = doc.lower[comma + 1]
    if first in AFTER[doc.language] | DAYS or first in BEFORE[doc.language]:
        return False
    if first in ("a", "an", "the", "seorang", "salah"):
        return True
    words = 0
    for j in range(comma + 1, min(comma + 10, stop)):
        if doc.words[j] in COMMAS or doc.lower[j] in AFTER[doc.language] or doc.words[j] == ".":
            break
        words += 1
    closed = comma + 1 + words >= stop or doc.words[comma + 1 + words] in ",.();" or words <= 4
    return doc.words[comma + 1][:1].isupper() and closed and words <= 8


def left_phrase(doc: Doc, cue: int, begin: int) -> Range | None:
    """The name of a source that ends right before its cue at token `cue`; no tree needed."""
    last = cue - 1
    while last >= begin and doc.lower[last] in AUX[doc.language]:
        last -= 1
    closed = last >= begin and doc.words[last] == ","
    if closed:
        last -= 1
    if last >= begin and doc.lower[last] in PRONOUNS and (last == begin or doc.lower[last] != "it"):
        return last, last
    parts: list[Range] = []
    end = last
    before = BEFORE[doc.language]
    first = begin
    for i in range(last, begin - 1, -1):
        if doc.words[i] in MARKS or doc.words[i] in (";", ":", "–", "—", "--"):
            first = i + 1
            break
        if doc.words[i] == ",":
            parts.append((i + 1, end))
            end = i - 1
            if not closed:
                first = i + 1
                end = -1
                break
    parts.append((first, end))
    parts = [p for p in parts if p[0] <= p[1]]
    while len(parts) > 1 and (
        doc.lower[parts[-1][0]] in before | DAYS or not has_name(doc, parts[-1])
    ):
        parts.pop()
    if not parts:
        return None
    start = parts[-1][0]
    while start < last and doc.lower[start] in before | DAYS:
        start += 1
    return shorten(doc, start, last)


def has_name(doc: Doc, part: Range) -> bool:
    """Whether a capital or a number of words shows that the part can name somebody."""
    return any(w[:1].isupper() for w in doc.words[part[0] : part[1] + 1]) or part[0] == part[1]


def shorten(doc: Doc, first: int, last: int) -> Range | None:
    """Cut a time that stands between the source and its cue ("the army on Monday said")."""
    for i in range(first + 1, last + 1):
        if doc.lower[i] in DAYS or doc.lower[i] in (
            "pada",
            "on",
            "dalam",
            "saat",
            "ketika",
            "usai",
        ):
            last = i - 1
            break
    if last - first > 24 or last < first:
        return None
    return trim(doc, first, last)


def phrase_head(doc: Doc, phrase: Range) -> int:
    """The head token of a phrase: by the tree, else by the order of words."""
    first, last = phrase
    if doc.parsed[doc.sentence_of[first]]:
        nominal = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        out = [
            i
            for i in range(first, last + 1)
            if not first <= doc.head[i] <= last or doc.head[i] == i
        ]
        for i in out:
            if doc.upos[i] in nominal:
                return i
    if doc.language == "id":
        i = first
        while i < last and (doc.lower[i] in HEADLESS["id"] or not doc.words[i][:1].isalnum()):
            i += 1
        return i
    stop = last
    for i in range(first + 1, last + 1):
        if doc.lower[i] in AFTER["en"] | {"of", "for", ",", "("}:
            stop = i - 1
            break
    return max(stop, first)
