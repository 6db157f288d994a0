"""What a page may hold before it is parsed at all. One pass over its tags, in linear time."""

import re

from sayso.core.errors import GatherError
from sayso.gather.data import load_yaml
from sayso.gather.limits import LIMITS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_RAW = frozenset(("script", "style"))  # what looks like a tag inside is none


def check_page(page: str) -> None:
    """Raises GatherError where the page has more tags, tables or nesting than any real one."""
    count_tags = count_tables = depth = deepest = 0
    raw: str | None = None
    not_nesting = frozenset(load_yaml("sayso.gather.page", "page.yaml")["not_nesting"])
    for match in _TAG.finditer(page):
        is_end, name = bool(match[1]), match[2].lower()
        if raw is not None:
            raw = None if is_end and name == raw else raw
            continue
        count_tags += 1
        count_tables += name == "table" and not is_end
        if name in _RAW and not is_end:
            raw = name
        elif name not in not_nesting:
            depth = max(0, depth - 1) if is_end else depth + 1
            deepest = max(deepest, depth)
    _refuse_beyond(count_tags, LIMITS.page_tags, "tags")
    _refuse_beyond(count_tables, LIMITS.page_tables, "tables")
    _refuse_beyond(deepest, LIMITS.page_depth, "elements nested in one another")


def _refuse_beyond(count: int, limit: int, what: str) -> None:
    if count > limit:
        raise GatherError(
            f"the page has {count} {what}; {limit} are read", remedy="save the report's text, and add that"
        )
