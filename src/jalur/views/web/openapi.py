"""The description of the JSON and CSV interface, made from the pages themselves (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jalur import __version__
from jalur.views.web.answers import Failed
from jalur.views.web.asked import WORDS
from jalur.views.web.pages import PAGES
from jalur.views.web.schemas import Schemas
from jalur.views.web.view import Page

Json = dict[str, Any]

FAILURES = {
    "400": "A word of the address has a value that it does not take.",
    "404": "The record has nothing of this id.",
    "503": "The record cannot be read.",
}


@cache
def description() -> Json:
    """Every page's twins: their words, answers and failures."""
    schemas = Schemas()
    paths = {}
    for page in PAGES:
        paths[page.twin("json")] = operation(page, "json", answer_as_json(page, schemas), schemas)
        if page.table:
            rows = content("text/csv", {"type": "string"})
            paths[page.twin("csv")] = operation(page, "csv", rows, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "jalur",
            "version": __version__,
            "summary": "The record of a conflict and its talks, as the pages show it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.named.items()))},
    }


def answer_as_json(page: Page, schemas: Schemas) -> Json:
    """The body of a page's answer as JSON."""
    return content("application/json", schemas.of(page.answer))


def content(kind: str, schema: Json) -> Json:
    """A body of one kind."""
    return {kind: {"schema": schema}}


def operation(page: Page, style: str, body: Json, schemas: Schemas) -> Json:
    """What can be asked of one address, and what it answers."""
    failed = content("application/json", schemas.of(Failed))
    failures = {
        code: {"description": words, "content": failed}
        for code, words in FAILURES.items()
        if code != "404" or "{id}" in page.path or "between" in page.asks
    }
    about = " ".join((page.make.__doc__ or "").split())
    return {
        "get": {
            "operationId": page.twin(style).strip("/").replace("/", "_").replace(".", "_"),
            "summary": about,
            "parameters": [*of_path(page), *of_query(page.asks)],
            "responses": {"200": {"description": about, "content": body}, **failures},
        }
    }


def of_path(page: Page) -> Iterable[Json]:
    """The id in an address, if it has one."""
    if "{id}" in page.path:
        yield {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1},
        }


def of_query(names: Iterable[str]) -> Iterable[Json]:
    """The words of an address."""
    for name in (*names, "lang"):
        word = WORDS[name]
        yield {"name": name, "in": "query", "description": word.about, "schema": word.schema}
