"""What an HTML page tells of its report: headline, day, outlet, byline, address."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field

from jalur.reports import outlets
from jalur.reports.markup import attributes
from jalur.reports.words import listed

HEAD = 400_000
"""Characters at the page's beginning in which its metadata is looked for."""

META = re.compile(r"<meta\b([^<>]{1,3000})>", re.IGNORECASE)
LINK = re.compile(r"<link\b([^<>]{1,1000})>", re.IGNORECASE)
TIME = re.compile(r"<time\b([^<>]{1,1000})>", re.IGNORECASE)
HEADING = re.compile(r"<h1\b[^<>]{0,1000}>(.{1,600}?)</h1", re.IGNORECASE | re.DOTALL)
TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,600})</title", re.IGNORECASE)

PUBLISHED = listed(
    "article:published_time og:published_time article:published og:article:published_time "
    "datepublished datecreated pubdate publishdate publish-date publish_date publication_date "
    "published_date published_time date dc.date dc.date.issued dc.date.created dcterms.date "
    "dcterms.created dcterms.issued parsely-pub-date sailthru.date content_publisheddate "
    "cxenseparse:recs:publishtime rnews:datepublished originalpublicationdate displaydate "
    "lastmod article.published bt:pubdate content-date article_date_original "
    "article:post_date prism.publicationdate citation_publication_date citation_date "
    "mediatype:date created timestamp"
)
ARTICLES = re.compile(r"Article|Posting|Report|Story")


@dataclass(slots=True)
class Facts:
    """What was found so far; the first find of each kind stays."""

    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    body: str | None = None
    metas: dict[str, str] = field(default_factory=dict)


def facts(page: str) -> Facts:
    """The metadata of a page: JSON-LD, then meta tags, then what is visible."""
    head = page[:HEAD]
    found = Facts()
    for value in linked_data(page):
        learn(found, value)
    for match in META.finditer(head):
        given = attributes(match[1])
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if name and given.get("content", "").strip():
            found.metas.setdefault(name.lower(), given["content"].strip())
    metas = found.metas
    found.published = found.published or next((metas[k] for k in PUBLISHED if k in metas), None)
    times = (attributes(match[1]).get("datetime") for match in TIME.finditer(page))
    found.published = found.published or next((t for t in times if t), None)
    found.url = metas.get("og:url") or canonical(head) or found.url
    found.outlet = outlet(found)
    found.title = headline(found, head)
    author = found.byline or metas.get("author") or metas.get("article:author")
    found.byline = author if author and "/" not in author and len(author) < 120 else None
    return found


def linked_data(page: str) -> list[dict[str, object]]:
    """The objects of a page's JSON-LD blocks, articles first; broken blocks are skipped."""
    objects: list[dict[str, object]] = []
    at = 0
    for _ in range(40):
        start = page.find("application/ld+json", at)
        begin = page.find(">", start) + 1 if start >= 0 else 0
        end = page.find("</script", begin) if begin else -1
        if end < 0:
            break
        at = end
        if end - begin > 1_000_000:
            continue
        try:
            value: object = json.loads(html.unescape(page[begin:end]).strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        objects += flattened(value)
    return sorted(objects, key=lambda o: not ARTICLES.search(str(o.get("@type", ""))[:200]))


def flattened(value: object) -> list[dict[str, object]]:
    """The objects of a list or of an "@graph", without going deeper."""
    members = value if isinstance(value, list) else [value]
    found = []
    for member in members[:50]:
        if isinstance(member, dict):
            graph = member.get("@graph")
            found += [o for o in graph if isinstance(o, dict)] if isinstance(graph, list) else []
            found.append(member)
    return found


def learn(found: Facts, value: dict[str, object]) -> None:
    """Take over what one JSON-LD object tells and is not known yet."""
    if not ARTICLES.search(str(value.get("@type", ""))[:200]) and "datePublished" not in value:
        return
    found.published = found.published or words_of(value.get("datePublished"))
    found.title = found.title or words_of(value.get("headline"))
    found.outlet = found.outlet or words_of(value.get("publisher"))
    found.byline = found.byline or words_of(value.get("author"))
    found.url = found.url or words_of(value.get("url"))
    found.body = found.body or words_of(value.get("articleBody"))


def words_of(value: object) -> str | None:
    """The text of a JSON-LD value: itself, or the names of the things in it."""
    if isinstance(value, list):
        names = [name for name in map(words_of, value[:8]) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def canonical(head: str) -> str | None:
    """The page's own address."""
    for match in LINK.finditer(head):
        given = attributes(match[1])
        if given.get("rel", "").lower() == "canonical" and given.get("href", "").startswith("http"):
            return given["href"]
    return None


def outlet(found: Facts) -> str | None:
    """The outlet by its address if known, else as the page names itself."""
    named = found.metas.get("og:site_name") or found.outlet
    address = outlets.of_address(found.url) if found.url else None
    if address and outlets.known(address):
        return address
    return (outlets.known(named) or named if named else None) or address


def headline(found: Facts, head: str) -> str | None:
    """The headline, without the outlet's name behind it."""
    metas = found.metas
    heading = HEADING.search(head)
    visible = re.sub(r"<[^<>]*>", " ", heading[1]) if heading else None
    window = TITLE.search(head)
    for value in (found.title, visible, metas.get("og:title"), window and window[1]):
        text = " ".join(html.unescape(value).split()) if value else ""
        if text:
            parts = re.split(r"\s+[-–—|•·]\s+", text)
            while len(parts) > 1 and (outlets.named(parts[-1]) or parts[-1] == found.outlet):
                parts.pop()
                text = text[: text.rindex(parts[-1]) + len(parts[-1])]
            return text
    return None
