"""Which reports figures were measured on: a hash that changes with any of them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def corpus_hash(folder: Path) -> str:
    """SHA-256 over names and bytes of the coded reports of a folder, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.json")):
        data = file.read_bytes()
        digest.update(f"{file.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
