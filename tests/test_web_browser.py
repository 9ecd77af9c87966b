"""The main paths in a real browser, Debian's Chromium: `apt-get install chromium`.

Skipped where there is none. Axe looks for what would keep people from using a page.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from jalur.record import open_record
from web import addresses, hostile, make, reader, told

REPORT = (
    "DOHA, March 5 (Reuters) - Israel and Hamas held talks in Doha on Monday, Qatar's foreign"
    " ministry said. Hamas rejected a proposal for a truce, its spokesman said."
)
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    coded = [*told(), (hostile(), "hostile")]
    return make(tmp_path_factory.mktemp("browser") / "r.jalur", coded)


def several(path: Path) -> str:
    """An event of more than one claim."""
    events = reader(path).get("/timeline.json").json()["events"]
    return str(next(e["id"] for e in events if len(e["claims"]) > 1))


def test_a_report_is_added_after_it_was_seen(page: Page) -> None:
    page.goto("/add")
    page.get_by_label("Text of the report").fill(REPORT)
    page.get_by_label("Day of publication").fill("2024-03-05")
    page.get_by_label("Outlet").fill("Reuters")
    page.get_by_role("button", name="Read it").click(timeout=60_000)
    page.get_by_role("button", name="Keep it in the record").click(timeout=60_000)
    page.wait_for_url("**/report/*")
    assert page.locator(".k-trigger").count() > 1
    page.goto("/search?q=spokesman+truce")
    assert page.locator(".line").count() >= 1


def test_a_claim_is_followed_to_its_sentence(page: Page, path: Path) -> None:
    page.goto(f"/event/{several(path)}")
    page.get_by_role("link", name="To the sentence").first.click()
    page.wait_for_url("**/report/*#w-*")
    mark = page.locator(".anchor:target + .mk")
    assert mark.is_visible()
    box = mark.bounding_box()
    assert box and 0 <= box["y"] <= 900
    mark.click()
    card = page.locator(".card:target")
    assert card.is_visible()
    card.locator("h3 a").click()
    assert "#w-" in page.url


def test_a_merge_is_split_and_stays_so_after_a_rebuild(page: Page, path: Path) -> None:
    event = several(path)
    page.goto(f"/event/{event}")
    parted = page.locator(".claim").last.get_attribute("id")
    page.locator("summary", has_text="Split").click()
    form = page.locator("form:has(input[value=split])")
    form.locator(f"input[value='{str(parted).removeprefix('c-')}']").check()
    form.get_by_label("Your name").fill("Sari")
    form.get_by_label("Reason").fill("two towns")
    form.get_by_role("button").click()
    page.get_by_text("two towns").first.wait_for()
    assert page.locator(f"#{parted}").count() == 0
    record = open_record(str(path))
    record.rebuild()
    record.refresh()
    record.close()
    page.goto(f"/event/{event}")
    assert page.locator(f"#{parted}").count() == 0
    assert page.get_by_text("two towns").first.is_visible()


def test_the_process_page_is_whole_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/talks")
    page.locator(".talk h2 a").first.click()
    assert page.locator("svg.track a").count() > 0
    page.locator("svg.track a .hit").first.click()
    assert "/round/" in page.url
    assert page.locator(".claim .passage").count() > 0
    context.close()


def test_hostile_text_does_nothing_in_a_browser(page: Page) -> None:
    page.goto("/report/r000000000000bad")
    page.wait_for_timeout(300)
    assert page.locator("#text").is_visible()
    page.goto("/search?q=Rafah")
    page.wait_for_timeout(300)


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_no_page_is_wider_than_its_window(
    browser: Browser, site: str, path: Path, width: int
) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in sorted({a for a in addresses(reader(path)) if "/brief" not in a}):
        page.goto(address, wait_until="domcontentloaded")
        over = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if over > 0:
            wide.append((address, over))
    context.close()
    assert not wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_no_serious_finding(browser: Browser, site: str, path: Path, scheme: str) -> None:
    context = browser.new_context(base_url=site, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    kinds: dict[str, str] = {}
    for address in addresses(reader(path)):
        kinds.setdefault(
            "/".join(address.partition("?")[0].split("/")[:2]) + str(address.count("/")), address
        )
    found = []
    for address in kinds.values():
        page.goto(address)
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in SERIOUS:
                found.append((address, fault["id"], fault["nodes"][0]["html"][:120]))
    context.close()
    assert not found


@pytest.mark.parametrize("language", ["en", "id"])
def test_tables_fit_a_narrow_window(browser: Browser, site: str, language: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto("/talks")
    process = page.locator(".talk h2 a").first.get_attribute("href") or ""
    for address in ("/tolls", "/actors", "/sources", process):
        page.goto(f"{address}?lang={language}")
        over = page.evaluate(
            "[...document.querySelectorAll('.wide:has(table:not(.matrix))')]"
            ".filter((box) => box.scrollWidth > box.clientWidth).length"
        )
        assert over == 0, address
    context.close()


def test_a_dark_screen_prints_dark_words_on_light_paper(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, color_scheme="dark")
    page = context.new_page()
    page.goto("/talks")
    page.emulate_media(media="print")
    assert page.locator("h2 a").first.evaluate("(e) => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    context.close()
