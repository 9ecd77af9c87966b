"""What persons decide on claims: checked, kept with author and moment, and never lost.

A judgement names claims. When a newer coding of a report no longer has a claim that was judged,
the claim that is now told in its place succeeds it, so that the judgement stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from jalur.model import JalurError
from jalur.record import schema
from jalur.record.derive import note
from jalur.record.identity import clean
from jalur.record.loading import among, by_hand, judged_claims

Json = dict[str, Any]
FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
VERDICTS = ("same", "different", "withdrawn")


def check(connection: Connection, verdict: str, left: Sequence[str], right: Sequence[str]) -> None:
    """Raises JalurError for a judgement that cannot be: nobody judged, unknown, or on itself."""
    if verdict not in VERDICTS:
        raise JalurError(f"{verdict} is no verdict; a person says same, different or withdrawn")
    if verdict == "withdrawn":
        if len(left) != 1 or right or left[0] not in {j.id for j in by_hand(connection)}:
            raise JalurError(
                f"no judgement {' '.join(left)} stands in this record;"
                " `jalur judgements` lists them"
            )
        return
    if not left or not right:
        raise JalurError("a judgement is on two sides; name claims or events for both")
    if both := sorted(set(left) & set(right)):
        raise JalurError(f"claim {both[0]} is on both sides; a claim is one happening with itself")
    table = schema.claims
    wanted = {*left, *right}
    held = {r.id for r in among(connection, select(table.c.id), table.c.id, wanted)}
    if unknown := sorted(wanted - held):
        raise JalurError(f"there is no claim {unknown[0]} in this record")


def keep(
    connection: Connection, verdict: str, sides: tuple[Sequence[str], Sequence[str]], **said: str
) -> str:
    """Write a judgement; its id. `said` are the author, why, and when.

    Written again with the same words at the same moment it stays one.
    """
    left, right = (" ".join(sorted(side)) for side in sides)
    author, why, at = clean(said["author"]), clean(said["why"]), said["at"]
    key = "|".join((verdict, left, right, author, why, at))
    id_ = "j" + hashlib.sha256(key.encode()).hexdigest()[:12]
    table = schema.judgements
    connection.execute(delete(table).where(table.c.id == id_))
    connection.execute(
        insert(table).values(
            id=id_,
            verdict=verdict,
            left_claims=left,
            right_claims=right,
            author=author,
            why=why,
            at=at,
        )
    )
    return id_


def moment(connection: Connection) -> str:
    """Now, but later than every judgement that is kept: of two the later counts, whatever the
    machine's clock says."""
    last = connection.execute(select(func.max(schema.judgements.c.at))).scalar()
    at = datetime.now(UTC)
    if last:
        after = datetime.strptime(last, FORM).replace(tzinfo=UTC) + timedelta(microseconds=1)
        at = max(at, after)
    return at.strftime(FORM)


def claims_on(connection: Connection, judgement: str) -> set[str]:
    """The claims of the record that a judgement is on."""
    found = [j for j in by_hand(connection) if j.id == judgement]
    return {c for j in found for c in (*j.left, *j.right)}


def touch(connection: Connection, claims: Collection[str]) -> None:
    """Note that the events of some claims, as far as the record has them, are to be derived."""
    column = schema.claims.c.id
    held = {r.id for r in among(connection, select(column), column, claims)}
    note(connection, held, moved=0)


def succeed(connection: Connection, coded: Collection[Json]) -> None:
    """Name for every judged claim that newer codings no longer have the one in its place."""
    reports = {one["report"]["id"]: one["events"] for one in coded}
    table = schema.claims
    judged = judged_claims(connection)
    rows = []
    for row in among(connection, select(table), table.c.report, reports):
        events = reports[row.report]
        if row.id in judged and row.id not in {e["id"] for e in events}:
            place = in_place(row, events)
            if place:
                rows.append({"claim": row.id, "successor": place})
    for new in rows:
        connection.execute(
            delete(schema.successors).where(schema.successors.c.claim == new["claim"])
        )
    if rows:
        connection.execute(insert(schema.successors), rows)


def in_place(claim: Row[Any], events: Sequence[Json]) -> str | None:
    """The event that is told by the same characters; of several one of the same type and words."""
    near = []
    for one in events:
        ends = [(max(claim.char_start, s["start"]), s) for s in one["evidence"]]
        shared = max(min(claim.char_end, s["end"]) - start for start, s in ends)
        words = (one["trigger"] or {}).get("text", "")
        if shared > 0:
            other = one["type"] != claim.type, words != claim.trigger_words
            near.append((*other, -shared, one["id"]))
    return min(near)[-1] if near else None
