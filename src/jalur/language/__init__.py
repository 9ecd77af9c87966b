"""From a report to sentences, tokens and trees: the door of this room is `parse`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jalur.doc import Doc
from jalur.model import Report


def split(report: Report) -> Doc:
    """The report's sentences and tokens, none of them parsed. Needs no model.

    Raises UnknownLanguage for a language without knowledge.
    """
    from jalur.language.documents import split as run

    return run(report)


def parse(report: Report, worth: Callable[[Sequence[str]], bool]) -> Doc:
    """The report's sentences and tokens, with trees for the sentences that are worth it.

    `worth` is given a sentence's tokens in lower case. Raises UnknownLanguage for a language
    without knowledge.
    """
    from jalur.language.documents import parse as run

    return run(report, worth)
