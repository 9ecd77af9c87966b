"""Adding: a form; what is read from it is shown before it is kept."""

from __future__ import annotations

from jalur.views.web.answers import Form
from jalur.views.web.drafts import DRAFTS
from jalur.views.web.pages.report import reading
from jalur.views.web.view import Ask, Missing, View

LONGEST_TEXT = 120_000
"""Characters that may be pasted: some thirty times a long article."""


def page(ask: Ask) -> View:
    """The form."""
    context = {"longest": LONGEST_TEXT, "failures": (), "given": {}}
    values = Form("/add", ("text", "file", "published", "outlet", "language"))
    return View("add.html", ask.tongue.t("add.title"), context, values)


def draft(ask: Ask) -> View:
    """What was read, before it is kept."""
    found = DRAFTS.look(ask.id)
    if found is None:
        raise Missing("error.draft")
    number = min(ask.number("report"), len(found.coded))
    coded = found.coded[number - 1]
    head = coded["report"]
    context = {
        "report": {**head, "told": head["published_at"] or head["published"] or ""},
        "head": head,
        "reading": reading(head["text"], coded, ask.number("part"), {}),
        "copies": (),
        "readable": True,
        "draft": found,
        "number": number,
    }
    return View("report.html", head["title"] or found.name, context, coded)
