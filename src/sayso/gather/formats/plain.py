"""Plain text: one file is one report."""

from sayso.core.article import Dropped
from sayso.gather.encoding import decode
from sayso.gather.metadata.front_matter import split_front_matter
from sayso.gather.records import Extracted
from sayso.gather.source import Source


def read_plain(source: Source) -> Extracted:
    """The report. A front-matter block becomes metadata; nothing else is guessed from the words."""
    text, replaced = decode(source.read_whole())
    metadata, text = split_front_matter(text)
    return Extracted(text, metadata, notes=note_replaced(replaced))


def note_replaced(count: int) -> tuple[Dropped, ...]:
    """The note that some bytes were no characters, if there were any."""
    if not count:
        return ()
    return (
        Dropped("\ufffd", f"{count} bytes were not text in any evident encoding; U+FFFD stands for each"),
    )
