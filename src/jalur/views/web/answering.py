"""What the answers of one application share: who it serves, and how a view becomes an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jalur.record.viewing import Viewer
from jalur.views.web import skins
from jalur.views.web.guard import Serving, token
from jalur.views.web.language import LANGUAGES, Tongue, chosen
from jalur.views.web.shelf import Shelf
from jalur.views.web.view import Missing, View

LANGUAGE = "jalur_language"
SESSION = "jalur_session"
YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class House:
    """What all pages of one application share."""

    serving: Serving
    viewer: Viewer
    shelf: Shelf


def drawn(house: House, request: Request, view: View, style: str, session: str) -> Response:
    """A view in the skin that is asked for."""
    if style == "json":
        return skins.as_json(view)
    if style == "csv":
        if view.table is None:
            raise Missing("error.no_table")
        return skins.as_csv(view)
    tongue = tongue_of(request)
    response = skins.page(view, tongue, around(house, request, session))
    secure = request.url.scheme == "https"
    cookie = partial(response.set_cookie, httponly=True, samesite="strict", secure=secure, path="/")
    if request.cookies.get(SESSION) != session:
        cookie(SESSION, session)
    if request.query_params.get("lang") in LANGUAGES:
        cookie(LANGUAGE, tongue.code, max_age=YEAR)
    return response


def around(house: House, request: Request, session: str) -> Mapping[str, Any]:
    """What the frame of every page needs."""
    query = {k: v for k, v in request.query_params.items() if k != "lang"}
    return {
        "path": request.url.path,
        "query": query,
        "token": token(house.serving, session),
        "record_name": house.serving.record.rpartition("/")[2].rpartition("@")[2],
    }


def tongue_of(request: Request) -> Tongue:
    """The language of a request."""
    asked, kept = request.query_params.get("lang"), request.cookies.get(LANGUAGE)
    return Tongue(chosen(asked, kept, request.headers.get("accept-language", "")))
