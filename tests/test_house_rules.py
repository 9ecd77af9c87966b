"""The rules of the house that a program can check: sizes, docstrings, names, what loads when."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT, environment

LONGEST_FILE = 260
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 7
OF_NOUNS = {"model.py", "history.py", "schema.py"}
"""The nouns stand in one file each, and so do the tables, so that they can be read as one page."""

CODE = sorted((ROOT / "src" / "jalur").rglob("*.py"))
TESTS = sorted((ROOT / "tests").glob("test_*.py"))
HEAVY = ("numpy", "onnxruntime", "yaml", "trafilatura", "lxml", "py3langid", "sqlite3", "rich")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(file: Path) -> list[Function]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, Function)]


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_files_fit_a_few_screens() -> None:
    long = {
        name_of(f): n
        for f in (*CODE, *TESTS)
        if (n := len(f.read_text("utf-8").splitlines())) > LONGEST_FILE and f.name not in OF_NOUNS
    }
    assert not long


def test_functions_fit_a_screen() -> None:
    long = {
        f"{name_of(f)}:{one.name}": lines
        for f in CODE
        for one in functions(f)
        if (lines := (one.end_lineno or 0) - one.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long


def test_functions_take_few_parameters() -> None:
    wide = {
        f"{name_of(f)}:{one.name}": count
        for f in CODE
        for one in functions(f)
        if (count := len([*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs]))
        > MOST_PARAMETERS
    }
    assert not wide


def test_public_functions_and_modules_say_what_they_do() -> None:
    silent = []
    for file in CODE:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            silent.append(name_of(file))
        for node in tree.body:
            named = isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
            if named and not ast.get_docstring(node):
                silent.append(f"{name_of(file)}:{node.name}")
    assert not silent


def test_no_test_hides_another_of_its_name() -> None:
    hidden = []
    for file in TESTS:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = Counter(n.name for n in tree.body if isinstance(n, Function))
        hidden += [f"{name_of(file)}:{name}" for name, n in names.items() if n > 1]
    assert not hidden


def test_no_code_reaches_for_the_network() -> None:
    imported = set()
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    assert not imported & {"socket", "urllib.request", "http", "http.client", "requests", "ftplib"}


def loaded_by(code: str) -> set[str]:
    """The top modules that are loaded after some code ran in a fresh interpreter."""
    line = f"{code}; import sys; print(' '.join({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", line],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import jalur",
        "import jalur.views.cli",
        "import jalur.model, jalur.doc",
        "from click.testing import CliRunner; from jalur.views.cli import main; "
        "CliRunner().invoke(main, ['read', '--help'])",
    ],
)
def test_nothing_heavy_is_loaded_before_a_text_is_read(code: str) -> None:
    assert not loaded_by(code) & set(HEAVY)


def test_help_comes_at_once() -> None:
    """0.3 s is the aim; the bound leaves room for a machine that is busy."""
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "jalur", "--help"],
            env=environment(),
            capture_output=True,
            check=True,
            timeout=30,
        )
        seconds.append(time.perf_counter() - begun)
    assert min(seconds) < 0.6
