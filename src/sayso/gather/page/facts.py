"""What a page says about itself: schema.org's JSON-LD, then Open Graph and other meta elements."""

import json
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element  # type: ignore[import-untyped]

from sayso.gather.data import load_yaml

_LONGEST_LD = 1_000_000
_DEEPEST_LD = 4


def page_facts(tree: _Element) -> dict[str, object]:
    """The facts under the names that records use; only those that the page gives."""
    facts: dict[str, object] = {**_from_meta(tree), **_from_json_ld(tree)}
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    if isinstance(canonical, list) and canonical:
        facts["url"] = str(canonical[0])
    return facts


def _from_json_ld(tree: _Element) -> dict[str, object]:
    names = _names()
    scripts = tree.xpath("//script[@type='application/ld+json']")
    for script in scripts if isinstance(scripts, list) else ():
        text = getattr(script, "text", None) or ""
        try:
            data = json.loads(text) if len(text) < _LONGEST_LD else None
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, _DEEPEST_LD):
            if not names["article_types"].isdisjoint(_types(thing)):
                return {field: thing[name] for field, name in names["ld_fields"].items() if thing.get(name)}
    return {}


def _things(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(data, list):
        for part in data:
            yield from _things(part, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth - 1)
        yield from _things(data.get("mainEntity"), depth - 1)


def _names() -> dict[str, Any]:
    data = load_yaml("sayso.gather.page", "page.yaml")
    return {**data, "article_types": frozenset(data["article_types"])}


def _types(thing: dict[str, object]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _from_meta(tree: _Element) -> dict[str, object]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if content:
            values.setdefault(key.lower(), content)
    found: dict[str, object] = {}
    for field, keys in _names()["meta_fields"].items():
        value = next((values[key] for key in keys if key in values), None)
        if value is not None and not (field == "author" and value.startswith("http")):
            found[field] = value
    return found
