"""The islands: the committed bundle is of its sources, and each makes its drawing handier."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from web import make, reader, told

ISLANDS = ROOT / "islands"
STATIC = ROOT / "src/jalur/views/web/static"
BUILT = json.loads((ISLANDS / "built.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("islands") / "r.jalur", list(told()))


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_bundle_is_of_the_sources_that_it_says() -> None:
    files = ["build.mjs", "package.json", "package-lock.json"]
    files += [f"src/{f.name}" for f in (ISLANDS / "src").iterdir()]
    assert BUILT["sources"] == {f: digest(ISLANDS / f) for f in sorted(files)}, "make islands"
    assert BUILT["bundle"] == digest(STATIC / "islands.js"), "make islands"


def test_what_is_bundled_is_pinned_and_may_be_given_away() -> None:
    package = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    versions = {**package["dependencies"], **package["devDependencies"]}.values()
    assert all(v[0].isdigit() for v in versions)
    locked = json.loads((ISLANDS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = (STATIC / "islands.txt").read_text(encoding="utf-8")
    for name, one in locked.items():
        library = name.removeprefix("node_modules/")
        if name and not one.get("dev"):
            assert one["license"] in {"ISC", "BSD-3-Clause", "MIT"} and one["integrity"]
            if f"{library} {one['version']}" not in licences:
                assert library in {"internmap", "d3-array"}, f"{library}: not bundled, not known"
    assert (STATIC / "islands.js").stat().st_size < 100_000


def test_the_same_sources_give_the_same_bundle(tmp_path: Path) -> None:
    if not shutil.which("node") or not (ISLANDS / "node_modules").exists():
        pytest.skip("needs Node.js and `make islands`")
    before = (STATIC / "islands.js").read_bytes()
    subprocess.run(["node", "build.mjs"], cwd=ISLANDS, check=True, capture_output=True, timeout=60)
    assert (STATIC / "islands.js").read_bytes() == before


def talks(path: Path) -> str:
    every = reader(path).get("/talks.json").json()["talks"]
    return f"/talks/{max(every, key=lambda p: len(p['rounds']))['id']}"


def places(page: Any, name: str) -> list[float]:
    marks = page.locator(f"{name} a[data-x]")
    return [marks.nth(k).bounding_box()["x"] for k in range(marks.count())]


def test_days_of_the_track_come_apart(page: Any, path: Path) -> None:
    page.goto(talks(path))
    before = places(page, "svg.track")
    wide = page.locator("svg.track .round").first.bounding_box()["width"]
    labels = page.locator("svg.track .axis text").all_inner_texts()
    page.get_by_role("button", name="Nearer").click()
    page.get_by_role("button", name="Nearer").click()
    after = places(page, "svg.track")
    assert max(after) - min(after) > 2 * (max(before) - min(before))
    assert page.locator("svg.track .round").first.bounding_box()["width"] == pytest.approx(wide, 1)
    assert page.locator("svg.track .axis text").all_inner_texts() != labels
    page.get_by_role("button", name="Whole").click()
    assert places(page, "svg.track") == pytest.approx(before, abs=0.5)


def test_arrow_keys_lead_from_round_to_round_and_tell_what_it_is(page: Any, path: Path) -> None:
    page.goto(talks(path))
    assert page.locator("svg.track a[tabindex='0']").count() == 1
    page.locator("svg.track a[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('href')")
    assert first != second
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert page.locator(".tip").inner_text() == name
    page.keyboard.press("Escape")
    assert not page.locator(".tip").is_visible()
    page.keyboard.press("+")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")


def test_dragging_over_months_asks_for_their_days(page: Any) -> None:
    page.goto("/timeline")
    total = page.locator(".lead").inner_text()
    bars = page.locator("svg.months a[data-x]")
    first, last = bars.nth(1).bounding_box(), bars.nth(3).bounding_box()
    since, until = bars.nth(1).get_attribute("data-since"), bars.nth(3).get_attribute("data-until")
    page.mouse.move(first["x"] + 1, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + 1, last["y"] + 10, steps=6)
    page.mouse.up()
    page.wait_for_url(f"**since={since}&until={until}*")
    assert page.locator(".lead").inner_text() != total
    assert page.locator("svg.months a[aria-current]").count() >= 2


def test_a_click_on_a_month_is_still_a_link(page: Any) -> None:
    page.goto("/timeline")
    bar = page.locator("svg.months a[data-x]").nth(2)
    since = bar.get_attribute("data-since")
    bar.click(force=True)
    page.wait_for_url(f"**since={since}*")


def test_places_of_the_map_come_apart_and_get_their_names(page: Any) -> None:
    page.goto("/map")
    named = page.locator("svg.world .place-name:not(.crowded)").count()
    land = page.locator("svg.world .land").bounding_box()["width"]
    size = page.locator("svg.world .disc").first.bounding_box()["width"]
    crowded = page.locator("svg.world .place-name.crowded").count()
    assert crowded
    for _ in range(4):
        page.get_by_role("button", name="Nearer").click()
    assert page.locator("svg.world .land").bounding_box()["width"] > 4 * land
    assert page.locator("svg.world .disc").first.bounding_box()["width"] == pytest.approx(size, 1)
    assert page.locator("svg.world .place-name:not(.crowded)").count() > named


def test_drawings_are_links_without_javascript(browser: Any, site: str, path: Path) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    drawings = {"/timeline": "svg.months", "/map": "svg.world", talks(path): "svg.track"}
    for address, name in drawings.items():
        page.goto(address)
        assert page.locator(f"{name} a[href]").count() > 1
        assert not page.locator(".zoom, .with-island").first.is_visible()
    context.close()
