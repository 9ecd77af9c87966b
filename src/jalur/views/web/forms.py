"""Forms: a report is read and kept, events are confirmed, split, merged; all with who and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from jalur import __version__
from jalur.model import JalurError
from jalur.record import Record, asking, open_record
from jalur.views.web.answering import SESSION, House, drawn, tongue_of
from jalur.views.web.drafts import DRAFTS, Draft
from jalur.views.web.guard import Rate, own_form
from jalur.views.web.pages.add import LONGEST_TEXT
from jalur.views.web.reader import READER
from jalur.views.web.view import Refused, View

READINGS = Rate(20, 60)
"""Readings a minute: reading is the only work here that takes seconds."""

JUDGEMENTS = Rate(120, 60)

LONGEST_WORDS = 500
"""Characters of a name or a reason."""

Form = Callable[[House, Request], Awaitable[Response]]


async def taken(house: House, request: Request, rate: Rate) -> FormData:
    """The fields of a form of ours. Raises Refused for one from elsewhere, or too many."""
    given = await request.form(max_files=1, max_fields=300)
    session, token = request.cookies.get(SESSION, ""), str(given.get("token", ""))
    if not own_form(house.serving, session, token, request.headers):
        raise Refused("error.foreign", 403)
    if not rate.use():
        raise Refused("error.rate", 429)
    return given


def words(given: FormData, name: str) -> str:
    """A line of a form."""
    return " ".join(str(given.get(name) or "").replace("\x00", "").split())[:LONGEST_WORDS]


async def read(house: House, request: Request) -> Response:
    """Read a text or file and show what is read from it; nothing is kept yet."""
    given = await taken(house, request, READINGS)
    try:
        name, data = await handed(given)
    finally:
        await given.close()
    told = {k: words(given, k) or None for k in ("published", "outlet", "language")}
    found = await anyio.to_thread.run_sync(READER.read, name, data, told)
    if found.coded:
        draft = DRAFTS.keep(found.coded, name)
        return RedirectResponse(f"/add/{draft.id}", 303)
    tongue = tongue_of(request)
    context = {"longest": LONGEST_TEXT, "failures": found.failures, "given": told}
    view = View(
        "add.html", tongue.t("add.title"), context, {"failures": found.failures}, status=422
    )
    return drawn(house, request, view, "", request.cookies[SESSION])


async def handed(given: FormData) -> tuple[str, bytes]:
    """The name and the bytes of what was uploaded or pasted."""
    file = given.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return file.filename, await file.read()
    text = str(given.get("text") or "")
    if not text.strip():
        raise Refused("error.nothing")
    if len(text) > LONGEST_TEXT:
        raise Refused("error.long", 413, most=LONGEST_TEXT)
    return "pasted.txt", text.replace("\r\n", "\n").encode("utf-8", "replace")


async def keep(house: House, request: Request) -> Response:
    """Keep what was read."""
    given = await taken(house, request, JUDGEMENTS)
    draft = DRAFTS.take(words(given, "draft"))
    if draft is None:
        raise Refused("error.draft", 410)
    await anyio.to_thread.run_sync(write, house, lambda record: put(record, draft))
    first = draft.coded[0]["report"]["id"]
    return RedirectResponse(f"/report/{first}", 303)


def put(record: Record, draft: Draft) -> None:
    """Write a draft into the record."""
    record.add([(c, draft.name) for c in draft.coded], __version__)


def write(house: House, change: Callable[[Record], Any]) -> None:
    """Change the record, derive what follows, and forget old counts."""
    record = open_record(house.serving.record)
    try:
        change(record)
        record.refresh()
    finally:
        record.close()
        house.shelf.clear()


async def judge(house: House, request: Request) -> Response:
    """Confirm, split or merge events, or take a judgement back; with a name and a reason."""
    given = await taken(house, request, JUDGEMENTS)
    event, act = words(given, "event"), words(given, "act")
    by, why = words(given, "by"), words(given, "why")
    if not by or not why:
        raise Refused("error.reasons")
    claims = [str(c) for c in given.getlist("claim")]
    other = words(given, "other") or words(given, "judgement")

    def change(record: Record) -> None:
        verdict, left, right = meant(record, act, event, claims, other)
        if set(left) & set(right):
            raise Refused("error.one_event")
        record.decide(verdict, left, right, by, why)

    await anyio.to_thread.run_sync(write, house, change)
    return RedirectResponse(f"/event/{event}", 303)


def meant(
    record: Record, act: str, event: str, claims: list[str], other: str
) -> tuple[str, list[str], list[str]]:
    """A form's judgement with the claims that it is on, as the record knows them now."""
    with record.look() as connection:
        try:
            members = asking.event(connection, event).claims
            verdict, left, right = decided(act, members, claims, other)
            if act == "merge":
                right = list(asking.event(connection, other).claims)
            if act == "withdraw":
                asking.judgement(connection, other)
        except Refused:
            raise
        except JalurError as error:
            raise Refused("error.unknown", 404) from error
    return verdict, left, right


def decided(
    act: str, members: tuple[str, ...], claims: list[str], other: str
) -> tuple[str, list[str], list[str]]:
    """What a form means as a judgement. Raises Refused for what cannot be."""
    if act == "confirm":
        if len(members) < 2:
            raise Refused("error.single")
        return "same", [members[0]], list(members[1:])
    if act == "split":
        rest = [m for m in members if m not in claims]
        if not claims or not rest or set(claims) - set(members):
            raise Refused("error.split")
        return "different", claims, rest
    if act == "merge":
        return "same", list(members), []
    if act == "withdraw":
        return "withdrawn", [other], []
    raise Refused("error.request")


FORMS: tuple[tuple[str, Form], ...] = (("/add", read), ("/add/keep", keep), ("/judge", judge))
