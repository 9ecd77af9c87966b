"""A view in three skins: a page, JSON, CSV."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import Response

from jalur.views.safe import harmless, visible
from jalur.views.web import reasons, words
from jalur.views.web.addresses import address
from jalur.views.web.language import LANGUAGES, Tongue
from jalur.views.web.names import name_of, talks_name
from jalur.views.web.view import View

HERE = Path(__file__).parent
log = logging.getLogger("jalur.web")


def shown(value: Any) -> Any:
    """Every value on its way into a page: what cannot be seen is written out, None is nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


@cache
def templates() -> Environment:
    """The templates: everything is escaped, an unknown name is a fault and not an empty cell."""
    found = Environment(
        loader=PackageLoader("jalur.views.web"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["static"] = static
    found.globals["address"] = address
    found.globals["LANGUAGES"] = LANGUAGES
    for name in found.list_templates(extensions=["html"]):
        found.get_template(name)  # compiled now, not while the first reader waits
    return found


@cache
def static(name: str) -> str:
    """The address of a file of the program's own, new whenever the file is."""
    digest = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def guarded(tongue: Tongue, macro: Any, *values: Any) -> Markup:
    """One cell or row of a page; if it cannot be drawn, a sign of that and not a broken page."""
    try:
        return Markup(macro(*values))
    except Exception as error:  # whatever is wrong with one row must not hide the others
        log.warning("a row cannot be drawn: %s", type(error).__name__)
        return Markup('<span class="broken">{}</span>').format(tongue.t("error.row"))


def page(view: View, tongue: Tongue, around: Mapping[str, Any]) -> Response:
    """A view as HTML."""
    html = (
        templates()
        .get_template(view.template)
        .render(
            **around,
            **view.context,
            title=view.title,
            **speaking(tongue),
            has_table=view.table is not None,
        )
    )
    return Response(html, view.status, media_type="text/html; charset=utf-8")


def speaking(tongue: Tongue) -> dict[str, Any]:
    """What templates call to have things in words of one language."""
    return {
        "tongue": tongue,
        "t": tongue.t,
        "word": tongue.word,
        "row": partial(guarded, tongue),
        "code_name": partial(name_of, place=tongue.place),
        "process_name": partial(talks_name, place=tongue.place),
        "tick_words": partial(words.tick_words, tongue),
        "cut_words": words.cut_words,
        "lane_codes": partial(words.lane_codes, tongue),
        "round_words": partial(words.round_words, tongue),
        "acts_link": words.acts_link,
        "because": words.because,
        "gainsaid": words.gainsaid,
        "inner": words.inner,
        "reason": partial(reasons.reason, tongue),
        "month_words": partial(words.month_words, tongue),
        "news": partial(words.news, tongue),
        "account": partial(words.account, tongue),
    }


def as_json(view: View) -> Response:
    """A view as JSON: the values of the record, not the words of the page."""
    values = view.values() if callable(view.values) else view.values
    body = json.dumps(plain(values), ensure_ascii=False, indent=1)
    return Response(body.encode("utf-8", "replace"), view.status, media_type="application/json")


def as_csv(view: View) -> Response:
    """A view's table as CSV; cells that a spreadsheet would take for formulas are made harmless."""
    out = io.StringIO()
    rows = list((view.table() if callable(view.table) else view.table) or ())
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: harmless(v) for k, v in row.items()} for row in rows)
    body = out.getvalue().encode("utf-8", "replace")
    return Response(body, view.status, media_type="text/csv; charset=utf-8; header=present")


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value
