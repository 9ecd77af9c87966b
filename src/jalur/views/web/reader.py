"""Reads pasted or uploaded text in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import multiprocessing
import tempfile
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from typing import Any

from jalur.views.web.view import Refused

SECONDS = 45.0
"""Seconds that reading may take: the longest text allowed takes about half of it."""

MOST = 20
"""Reports taken from one file; a folder of many is for `jalur add`."""

ENDINGS = (".txt", ".html", ".htm", ".json", ".jsonl")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: coded reports, and in words what could not be."""

    coded: tuple[Json, ...]
    failures: tuple[str, ...]


class Reader:
    """One worker; whoever comes while it reads is told to come back."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.process: BaseProcess | None = None
        self.line: Connection | None = None

    def read(self, name: str, data: bytes, told: dict[str, str | None]) -> Found:
        """Read a file's bytes. Raises Refused when it takes too long, or somebody else reads."""
        if not self.lock.acquire(timeout=SECONDS):
            raise Refused("error.busy", 503)
        try:
            line = self.ready()
            line.send((name, data, told))
            if not line.poll(SECONDS):
                self.stop()
                raise Refused("error.slow", 422)
            found: Found = line.recv()
            return found
        except (EOFError, OSError) as error:
            self.stop()
            raise Refused("error.slow", 422) from error
        finally:
            self.lock.release()

    def ready(self) -> Connection:
        """The line to the worker, which is started if there is none."""
        if self.process is None or not self.process.is_alive() or self.line is None:
            context = multiprocessing.get_context("spawn")
            self.line, theirs = context.Pipe()
            self.process = context.Process(target=work, args=(theirs,), daemon=True)
            self.process.start()
            theirs.close()
        return self.line

    def stop(self) -> None:
        """End the worker."""
        if self.process is not None:
            self.process.kill()
            self.process.join(5)
        self.process, self.line = None, None


def work(line: Connection) -> None:
    """Read whatever comes along a line, until it is closed."""
    while True:
        try:
            name, data, told = line.recv()
        except EOFError:
            return
        line.send(understood(name, data, told))


def understood(name: str, data: bytes, told: dict[str, str | None]) -> Found:
    """The coded reports of a file's bytes."""
    from jalur import coding, pipeline, reports
    from jalur.model import JalurError
    from jalur.record import keepable

    ending = Path(name).suffix.lower()
    coded: list[Json] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{ending if ending in ENDINGS else '.txt'}"
        path.write_bytes(data)
        try:
            for one in reports.read(str(path), reports.Given(**told)):
                if isinstance(one, reports.Failure):
                    failures.append(str(one.error).replace(str(path), name))
                elif len(coded) < MOST:
                    kept = keepable(one)
                    result = pipeline.understood(kept, one.id, lambda _, why: failures.append(why))
                    coded += [coding.write(result)] if result else []
        except JalurError as error:
            failures.append(str(error).replace(str(path), name))
    return Found(tuple(coded), tuple(failures[:MOST]))


READER = Reader()
