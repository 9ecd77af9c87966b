"""What stands before every page: who may ask, under which name, how much, how often."""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
import secrets
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jalur.model import JalurError
from jalur.views.web.view import Refused

LARGEST = 2_000_000
"""Bytes of a request's body: a very long report is a tenth of it."""

TRIES = 10
"""Wrong passwords a minute, of everybody together."""

# Referrer-Policy: with "no-referrer" a browser sends "null" as the origin of our own forms.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a record is served, and to whom: `names` are further names of this machine."""

    record: str
    host: str = "127.0.0.1"
    port: int = 8400
    password: str | None = field(default=None, repr=False)
    names: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def here(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


SHORTEST = 12
"""Characters of a password that guards a record on a network."""


def checked(serving: Serving) -> Serving:
    """The same. Raises JalurError for an address open to others without a good password."""
    if not serving.here and len(serving.password or "") < SHORTEST:
        raise JalurError(
            f"{serving.host} can be reached from other machines: set a password of {SHORTEST}"
            " characters or more in JALUR_PASSWORD, or serve on 127.0.0.1"
        )
    return serving


def known_host(serving: Serving, header: str) -> bool:
    """Whether a request names this machine as it is known: a foreign name may be an attack by a
    page elsewhere that had its own name lead here."""
    name = header.rsplit(":", 1)[0] if not header.endswith("]") else header
    name = name.strip("[]").lower()
    if name in {"localhost", "127.0.0.1", "::1", serving.host.lower(), *serving.names}:
        return True
    if serving.host not in {"0.0.0.0", "::"}:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Rate:
    """At most `most` uses in `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self.used: deque[float] = deque()

    def full(self) -> bool:
        """Whether there is no more room now."""
        now = time.monotonic()
        while self.used and now - self.used[0] > self.seconds:
            self.used.popleft()
        return len(self.used) >= self.most

    def use(self) -> bool:
        """Take one use; False if there is none left."""
        if self.full():
            return False
        self.used.append(time.monotonic())
        return True


class Guard:
    """Refuses what may not pass, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self.app = app
        self.serving = serving
        self.wrong = Rate(TRIES, 60)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        refused = self.refusal(Headers(scope=scope))
        app = refused or self.app
        await app(scope, limited(receive), with_headers)

    def refusal(self, headers: Headers) -> PlainTextResponse | None:
        """The answer to a request that may not pass."""
        if not known_host(self.serving, headers.get("host", "")):
            return PlainTextResponse("jalur is not known under this name; see --name\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST:
            return PlainTextResponse(f"at most {LARGEST:,} bytes\n", 413)
        if self.serving.password is None:
            return None
        if self.wrong.full():
            return PlainTextResponse("too many wrong passwords; wait a minute\n", 429)
        given = password_of(headers.get("authorization", ""))
        if given is not None and same(given, self.serving.password):
            return None
        if given is not None:
            self.wrong.use()
        challenge = {"WWW-Authenticate": 'Basic realm="jalur", charset="UTF-8"'}
        return PlainTextResponse("a password is needed (any user name)\n", 401, challenge)


def limited(receive: Receive) -> Receive:
    """A request's body; one that grows too large without having said so is refused under way."""
    read = 0

    async def part() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST:
            raise Refused("error.large", 413)
        return message

    return part


def password_of(header: str) -> str | None:
    """The password of a Basic authorization."""
    scheme, _, rest = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(rest, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def same(a: str, b: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(a.encode(), b.encode())


def token(serving: Serving, session: str) -> str:
    """What a form of ours carries, and a page elsewhere cannot know."""
    return hmac.new(serving.secret, session.encode(), sha256).hexdigest()


def own_form(serving: Serving, session: str, given: str, headers: Headers) -> bool:
    """Whether a form was sent from a page of ours."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin and origin.partition("://")[2] != headers.get("host"):
        return False
    return bool(session) and same(given, token(serving, session))


def spaced(values: Iterable[str]) -> tuple[str, ...]:
    """Names of hosts as they are compared."""
    return tuple(v.strip().lower() for v in values if v.strip())
