"""The desk's tables. The numbered migrations beside this file build them; a test holds the two together.

Evidence is only ever added: a text is never overwritten, a reading stays when a newer reader makes another, and a
correction stays when it is undone.
What is derived (statements for the search, ledgers, stories) may be thrown away and made again.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of arrival; the full-text search's row"),
    Column("id", String, nullable=False, unique=True, comment="the id on this desk, as readings carry it"),
    Column("given", String, nullable=False, comment="the id as gathered; two texts may come with the same"),
    Column("digest", String, nullable=False, comment="SHA-256 of the text, in hexadecimal"),
    Column("outlet", String, comment="who published it; null where not known, as for the next five"),
    Column("url", String, comment="where it was published"),
    Column("title", String, comment="its headline"),
    Column("author", String, comment="its byline"),
    Column("published", String, comment="ISO 8601, with the precision that was given"),
    Column("language", String, comment="ISO 639-1; null where the text is too short to tell"),
    Column("text", Text, nullable=False, comment="the cleaned text: all spans count its code points"),
    Column("dropped", Text, nullable=False, comment="what cleaning took out: JSON, [text, reason] pairs"),
    Column("path", String, comment="where it was first gathered, as the user wrote it"),
    Column("partial", Boolean, nullable=False, comment="whether the text is known to be cut"),
    Column("revision", Integer, nullable=False, comment="grows when metadata that was null is filled in"),
    Column("added", String, nullable=False, comment="when it came, ISO 8601 in UTC"),
    Index(None, "given", "digest"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True, comment="the report"),
    Column(
        "path", String, primary_key=True, comment="an absolute path that held it, or - for standard input"
    ),
    Column("first", String, nullable=False, comment="when it was first found there, ISO 8601 in UTC"),
)

readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True, comment="the report that was read"),
    Column("reader", String, primary_key=True, comment="the version of the reader that made it"),
    Column("revision", Integer, nullable=False, comment="the report's revision that was read"),
    Column("form", Text, nullable=False, comment="the reading as JSON, as `sayso schema` describes it"),
    Column("vectors", LargeBinary, nullable=False, comment="float16, little-endian, one row per proposition"),
    Column("width", Integer, nullable=False, comment="the vectors' width"),
    Column("current", Boolean, nullable=False, comment="whether ledgers use it: the one made last"),
    Column("made", String, nullable=False, comment="when it was made, ISO 8601 in UTC"),
    Index(None, "article", "current", "revision", "reader"),  # all that a fingerprint needs
    Index(None, "current", "reader"),
)

unread = Table(
    "unread",
    metadata,
    Column(
        "article",
        ForeignKey("articles.number"),
        primary_key=True,
        comment="a report without a reading of its present revision: adding one must not look at all others",
    ),
)

statements = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True, comment="the full-text search's row"),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True, comment="where it stands"),
    Column("id", String, nullable=False, comment="its id within the current reading"),
    Column("speaker", String, comment="the speaker's name in the report's words; null where not known"),
    Column("words", Text, nullable=False, comment="what was said: the content's spans, joined"),
    Column("spans", Text, nullable=False, comment="JSON: [start, end] of each span of the content"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of arrival"),
    Column("path", String, nullable=False, comment="an absolute path, or - for standard input"),
    Column("record", Integer, comment="the line of a JSONL file, from 1; null for a whole file"),
    Column(
        "article",
        ForeignKey("articles.number"),
        index=True,
        comment="the report that could not be read; else null",
    ),
    Column("reader", String, comment="the version of the reader that could not read it; else null"),
    Column("reason", String, nullable=False, comment="what is wrong"),
    Column("remedy", String, nullable=False, comment="what the user can do about it"),
    Column(
        "run", String, nullable=False, comment="the run that last met it; a later run without it clears it"
    ),
    Column("since", String, nullable=False, comment="when it was first set aside, ISO 8601 in UTC"),
    Index(None, "path", "record"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of arrival on this desk"),
    Column("id", String, nullable=False, unique=True, comment="its id, derived from its content"),
    Column("made", String, nullable=False, comment="when it was made, ISO 8601 in UTC, to the microsecond"),
    Column("author", String, nullable=False, comment="who made it"),
    Column("form", Text, nullable=False, comment="the correction as JSON"),
)

shown = Table(
    "shown",
    metadata,
    Column("number", Integer, primary_key=True, comment="always 1: there is one brief that was made last"),
    Column("fingerprint", String, nullable=False, comment="the ledger of which it was made"),
    Column("story", String, nullable=False, comment="the story that it shows; empty for all"),
)

ledgers = Table(
    "ledgers",
    metadata,
    Column("fingerprint", String, primary_key=True, comment="SHA-256 of what it was collated from and by"),
    Column("story", String, primary_key=True, comment="the story that this part holds; empty for the whole"),
    Column("form", LargeBinary, nullable=False, comment="the ledger as JSON, deflated (zlib)"),
)

stories = Table(
    "stories",
    metadata,
    Column("fingerprint", String, primary_key=True, comment="the ledger that it belongs to"),
    Column("place", Integer, primary_key=True, comment="its place in the ledger, from 0"),
    Column("id", String, nullable=False, comment="the story's id in the ledger"),
    Column("title", String, nullable=False, comment="an article's title or first words"),
    Column("first", String, comment="the earliest date of publication known"),
    Column("last", String, comment="the latest"),
    Column("reports", Integer, nullable=False, comment="how many articles it has"),
    Column("outlets", Integer, nullable=False, comment="how many outlets are known to carry it"),
    Column("claims", Integer, nullable=False, comment="how many claims it has"),
    Column("contested", Integer, nullable=False, comment="how many of them are contested"),
    UniqueConstraint("fingerprint", "id"),
)

# What keeps the ledger up to date as reports come (``upkeep``): derived like ledgers.

stale = Table(
    "stale",
    metadata,
    Column(
        "article",
        ForeignKey("articles.number"),
        primary_key=True,
        comment="a report whose current reading the kept ledger does not rest on yet",
    ),
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True, comment="the report"),
    Column("form", LargeBinary, nullable=False, comment="what of it is compared with all others"),
)

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", Integer, primary_key=True, comment="the code of one of a report's most telling words"),
    Column("day", Integer, primary_key=True, comment="its day of publication as an ordinal; -1 without one"),
    Column(
        "article", ForeignKey("articles.number"), primary_key=True, index=True, comment="a report that has it"
    ),
    sqlite_with_rowid=False,
)

likenesses = Table(
    "likenesses",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True, comment="a report"),
    Column("other", ForeignKey("articles.number"), primary_key=True, comment="another; each pair both ways"),
    Column("score", Float, nullable=False, comment="how surely they are of one affair: a logit"),
    sqlite_with_rowid=False,
)

places = Table(
    "places",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True, comment="the report"),
    Column("circle", String, nullable=False, index=True, comment="the least id of its circle's reports"),
    Column("affair", String, nullable=False, index=True, comment="the least id of its affair's reports"),
    Column("part", String, nullable=False, index=True, comment="the part of the ledger that holds it"),
    Column("story", String, nullable=False, index=True, comment="its story in the kept ledger"),
)

parts = Table(
    "parts",
    metadata,
    Column("id", String, primary_key=True, comment="SHA-256 of what it was collated from and by"),
    Column("form", LargeBinary, nullable=False, comment="its part of the ledger as JSON, deflated (zlib)"),
)

part_stories = Table(
    "part_stories",
    metadata,
    Column("id", String, primary_key=True, comment="the story's id in the ledger"),
    Column("part", String, nullable=False, index=True, comment="the part that it is in"),
    Column("title", String, nullable=False, comment="an article's title or first words"),
    Column("first", String, comment="the earliest date of publication known"),
    Column("last", String, comment="the latest"),
    Column("reports", Integer, nullable=False, comment="how many articles it has"),
    Column("outlets", Integer, nullable=False, comment="how many outlets are known to carry it"),
    Column("claims", Integer, nullable=False, comment="how many claims it has"),
    Column("contested", Integer, nullable=False, comment="how many of them are contested"),
    Column("is_quiet", Boolean, nullable=False, comment="whether it is noted that it has gone quiet"),
    Index(None, "is_quiet", "last"),
)

story_names = Table(
    "story_names",
    metadata,
    Column("old", String, primary_key=True, comment="an id that a story had"),
    Column("new", String, nullable=False, index=True, comment="the story that has most of its reports since"),
)

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of happening"),
    Column("at", String, nullable=False, index=True, comment="when the desk noticed, ISO 8601 in UTC"),
    Column("kind", String, nullable=False, comment="what happened"),
    Column("story", String, nullable=False, index=True, comment="the story's id at the time"),
    Column("form", Text, nullable=False, comment="what else there is to tell, as JSON"),
)

upkeep = Table(
    "upkeep",
    metadata,
    Column("number", Integer, primary_key=True, comment="always 1"),
    Column("version", String, nullable=False, comment="what the parts were collated by"),
    Column(
        "corrections",
        String,
        nullable=False,
        comment="SHA-256 of the ids of the corrections that they rest on",
    ),
    Column("looked", Integer, nullable=False, comment="the last change that was shown"),
)
