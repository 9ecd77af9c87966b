"""The application: addresses to pages, pages to answers."""

from __future__ import annotations

import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import partial

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from jalur.model import JalurError
from jalur.record import open_record, tallying
from jalur.record.viewing import Viewer
from jalur.views.web import skins
from jalur.views.web.answering import SESSION, House, drawn, tongue_of
from jalur.views.web.answers import Failed
from jalur.views.web.drawing.world import REGIONS, outlines_of
from jalur.views.web.forms import FORMS
from jalur.views.web.guard import Guard, Serving
from jalur.views.web.language import LANGUAGES, Tongue, catalogue
from jalur.views.web.names import names, offices, talks_named
from jalur.views.web.openapi import description
from jalur.views.web.pages import PAGES, actors
from jalur.views.web.shelf import Renewal, Shelf
from jalur.views.web.view import Ask, Missing, Page, Refused, View

log = logging.getLogger("jalur.web")

REFRESHED = 30.0
"""Seconds between two looks at whether the record was written."""

STYLES = ("json", "csv")
"""The skins beside a page of its own."""

FOREMOST = 10
"""Actors whose counts are made before somebody asks: theirs take longest."""


def application(serving: Serving) -> Starlette:
    """The application of one record; the record is made, or brought up to date, first."""
    record = open_record(serving.record)
    record.refresh()
    record.close()
    warm()
    viewer = Viewer(serving.record)
    house = House(serving, viewer, Shelf(viewer.version))
    app = Starlette(
        routes=routes(house),
        middleware=[
            Middleware(Guard, serving=serving),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
        ],
        exception_handlers={
            HTTPException: partial(failed, house),
            JalurError: partial(failed, house),
            Exception: partial(failed, house),
        },
        lifespan=partial(living, house),
    )
    app.state.house = house
    return app


def warm() -> None:
    """Read and draw now what would keep the first reader waiting."""
    catalogue(), names(), talks_named(), offices(), skins.templates()
    for region in REGIONS:
        outlines_of(region)


@contextlib.asynccontextmanager
async def living(house: House, app: Starlette) -> AsyncIterator[None]:
    """Keep the talks fresh while others write to the record; let go of it in the end."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(keep_fresh, house)
        yield
        tasks.cancel_scope.cancel()
    house.viewer.close()


async def keep_fresh(house: House) -> None:
    """Whenever the record was written, by whomever: derive the talks, count what pages count."""
    seen: tuple[int, ...] = ()
    while True:
        if house.viewer.version() != seen:
            try:
                await anyio.to_thread.run_sync(renew, house)
            except JalurError as error:
                log.warning("the record could not be looked through: %s", error)
            seen = house.viewer.version()
        await anyio.sleep(REFRESHED)


def renew(house: House) -> None:
    """Derive the talks anew if reports were added, then make the counts that pages wait for."""
    record = open_record(house.serving.record)
    try:
        record.refresh()
    finally:
        record.close()
    shelf = Renewal(house.shelf)
    with house.viewer.look() as connection:
        ask = Ask(connection, Tongue(LANGUAGES[0]), {}, shelf, ())
        for page in PAGES:
            if "{" not in page.path:
                page.make(replace(ask, asks=page.asks))
        for doer in tallying.doers(connection, FOREMOST):
            actors.actor(replace(ask, id=doer.code))


def routes(house: House) -> list[BaseRoute]:
    """Every address."""
    found: list[BaseRoute] = [Route("/openapi.json", described, methods=["GET"])]
    for page in PAGES:
        answer = partial(answered, house, page)
        found.append(Route(page.path, endpoint(answer, ""), methods=["GET"]))
        if not page.path.endswith("}"):
            found += [
                Route(page.twin(style), endpoint(answer, style), methods=["GET"])
                for style in STYLES
            ]
    for path, form in FORMS:
        found.append(Route(path, partial(form, house), methods=["POST"]))
    files = StaticFiles(directory=skins.HERE / "static")
    return [*found, Mount("/static", files, name="static")]


def endpoint(answer: Callable[[Request, str], Response], style: str) -> Callable[..., Response]:
    """A page in one skin; that of an address with an id is told by how the id ends."""

    def run(request: Request) -> Response:
        return answer(request, style)

    return run


def described(_: Request) -> Response:
    """The description of the interface."""
    return skins.as_json(View("", "", {}, description()))


def answered(house: House, page: Page, request: Request, style: str) -> Response:
    """The answer to a request for a page."""
    wanted = request.path_params.get("id", "")
    ending = wanted.rpartition(".")[2]
    if not style and ending in STYLES:
        wanted, style = wanted.removesuffix(f".{ending}"), ending
    session = request.cookies.get(SESSION) or secrets.token_urlsafe(16)
    tongue, query = tongue_of(request), request.query_params
    with house.viewer.look() as connection:
        view = page.make(Ask(connection, tongue, query, house.shelf, page.asks, wanted, session))
    return drawn(house, request, view, style, session)


async def failed(house: House, request: Request, error: Exception) -> Response:
    """A page in plain words for what went wrong; a fault of ours says nothing of its inside."""
    tongue = tongue_of(request)
    bare = request.url.path.endswith((".json", ".csv"))
    status, words = told(error, tongue, bare)
    if status == 500:
        log.error("a page failed: %s", request.url.path, exc_info=error)
    if bare:
        return skins.as_json(View("", "", {}, Failed(words), status=status))
    title = tongue.t("error.missing_title" if status == 404 else "error.title")
    view = View(
        "message.html", title, {"words": words, "again": status == 400}, None, status=status
    )
    session = request.cookies.get(SESSION) or secrets.token_urlsafe(16)
    return drawn(house, request, view, "", session)


def told(error: Exception, tongue: Tongue, bare: bool) -> tuple[int, str]:
    """An error's status and its words; a page names a field as its form does, `bare` as it is."""
    if isinstance(error, Missing):
        return 404, tongue.t(error.key, id=error.id[:80])
    if isinstance(error, Refused):
        values = dict(error.values)
        if "name" in values and not bare:
            values["name"] = tongue.word("filter", str(values["name"]))
        return error.status, tongue.t(error.key, **values)
    if isinstance(error, HTTPException):
        key = {404: "error.no_page", 405: "error.method"}.get(error.status_code, "error.request")
        return error.status_code, tongue.t(key)
    if isinstance(error, JalurError):
        return 503, tongue.t("error.record", why=str(error))
    return 500, tongue.t("error.fault")
