"""Look-ups over a ledger, in one pass, and the names that a brief gives to reports and speakers."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from sayso.core.ledger import Ledger, LedgerArticle, LedgerEntity, LedgerEvent, LedgerStatement
from sayso.core.span import Span
from sayso.desk.brief.pieces import Who

LABEL_WIDTH = 18


@dataclass(frozen=True, slots=True)
class Index:
    """A ledger's records by id, and each article's label."""

    articles: dict[str, LedgerArticle]
    entities: dict[str, LedgerEntity]
    statements: dict[str, LedgerStatement]
    events: dict[str, LedgerEvent]
    labels: dict[str, str]  # by article id, unlike one another

    def who(self, entity: str | None, statement: str | None = None) -> Who | None:
        """The speaker behind a reading: the entity's name, else the source's own words, else None."""
        known = self.entities.get(entity) if entity else None
        if known:
            return Who(known.name, True, known.role)
        said = self.statements.get(statement) if statement else None
        if said is None:
            return None
        if said.speaker and said.speaker != entity:
            return self.who(said.speaker, statement)
        return Who(joined(said.source), False) if said.source else None


def index_ledger(ledger: Ledger) -> Index:
    """All look-ups that the parts of a brief share."""
    return Index(
        articles={a.id: a for a in ledger.articles},
        entities={e.id: e for e in ledger.entities},
        statements={s.id: s for s in ledger.statements},
        events={e.id: e for e in ledger.events},
        labels=_labels(ledger.articles),
    )


def joined(spans: tuple[Span, ...]) -> str:
    """Several spans' words, with the gap between them shown."""
    return " … ".join(s.exact for s in spans)


def file_name(article: LedgerArticle) -> str:
    """The name of the article's file without its folders; its id where it came from no file."""
    name = PurePath(article.path).name if article.path else ""
    return name if name not in ("", "-") else article.id


def safe_href(url: str | None) -> str | None:
    """The address if a reader may follow it: http or https with a host, nothing that a browser would skip over."""
    if not url or len(url) > 2048 or any(c <= " " or c == "\x7f" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def shorten(name: str, width: int = LABEL_WIDTH) -> str:
    """A long name with its middle left out."""
    if len(name) <= width:
        return name
    tail = width // 3
    return f"{name[: width - tail - 1]}…{name[-tail:]}"


def _labels(articles: tuple[LedgerArticle, ...]) -> dict[str, str]:
    """Outlet, else file name, else id; numbered where two articles would share a label."""
    wanted = {a.id: a.outlet or shorten(_stem(a)) for a in articles}
    count = Counter(wanted.values())
    seen: Counter[str] = Counter()
    labels = {}
    for a in sorted(articles, key=lambda a: (a.published is None, a.published or "", file_name(a), a.id)):
        label = wanted[a.id]
        if count[label] > 1:
            seen[label] += 1
            label = f"{label} · {seen[label]}"
        labels[a.id] = label
    return labels


def _stem(article: LedgerArticle) -> str:
    name = file_name(article)
    return PurePath(name).stem or name
