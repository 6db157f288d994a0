"""The sizes at which gathering says no. All in bytes of decoded input unless the name says otherwise."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps that hostile or mistaken input meets; a report of news is some thousand characters long."""

    head_bytes: int = 65_536  # what is looked at to tell a file's kind
    report_bytes: int = 10 * MEGABYTE  # one plain text, one page, one JSON record
    metadata_bytes: int = 65_536  # a sidecar or a front-matter block
    gzip_free_bytes: int = 256 * MEGABYTE  # a gzip stream may hold this much, whatever its ratio
    gzip_ratio: int = (
        200  # beyond that, decoded bytes for each compressed one; prose is at 3, a bomb at 1,000
    )
    page_tags: int = 60_000
    page_tables: int = 300  # tables are where page extraction turns quadratic
    page_depth: int = 240  # libxml2 drops what lies below 256 nested elements, without a word
    page_cpu_seconds: int = 20  # of the processor, where the system counts them for us
    page_seconds: float = 120.0  # by the clock: a machine may be busy with other things
    page_memory_bytes: int = 1_500 * MEGABYTE  # address space of the worker that parses pages


LIMITS = Limits()
