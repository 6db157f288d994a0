"""The station's one verb: what the user points at, as articles and records set aside, in order and lazily."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.core.article import Article, SetAside
from sayso.core.errors import GatherError
from sayso.core.text import make_storable
from sayso.gather.finish import finish
from sayso.gather.formats.html import read_html
from sayso.gather.formats.jsonl import Markup, read_json, read_jsonl
from sayso.gather.formats.plain import read_plain
from sayso.gather.metadata.fields import metadata_of
from sayso.gather.metadata.sidecar import read_sidecar
from sayso.gather.page.extractor import PageExtractor
from sayso.gather.records import Extracted, FoundFile, Metadata
from sayso.gather.sniff import Format, sniff
from sayso.gather.source import Source, open_source
from sayso.gather.walk import find_files, set_aside_os


def gather(sources: Sequence[str | Path], *, clean: bool = True) -> Iterator[Article | SetAside]:
    """Every report in the sources, and a record for each input that is none, read as it is asked for.

    Args:
        sources: files, folders (with all their folders) and ``"-"`` for standard input, in the order wanted.
        What a file is comes from its content: plain text, an HTML page, JSONL or JSON, each also gzipped.
        clean: repair the text and take boilerplate out into ``dropped``. Without it, the text of a JSONL
        record or of a plain text is kept to the letter (save for what no store can hold: NUL and lone
        surrogates).

    Returns:
        Articles and set-aside records, in the order of the sources and, within a folder, of the names. A
        fault never ends the run, a missing path included.

    """
    with PageExtractor() as pages:
        for found in find_files(sources):
            if isinstance(found, SetAside):
                yield _storable_path(found)
            else:
                yield from map(_storable_path, _gather_file(found, pages, clean=clean))


def _gather_file(found: FoundFile, pages: PageExtractor, *, clean: bool) -> Iterator[Article | SetAside]:
    """One file's reports; its own failure comes last, after what could be read."""
    sidecar = Metadata()
    try:
        if found.sidecar is not None:
            sidecar = metadata_of(read_sidecar(found.sidecar))
    except GatherError as error:
        yield SetAside(error.about, None, error.reason, error.remedy)
    try:
        with open_source(found) as source:
            for report in _read(source, pages, sidecar, clean=clean):
                yield report if isinstance(report, SetAside) else _finish(report, found.path, clean=clean)
    except GatherError as error:
        yield SetAside(found.path, None, error.reason, error.remedy)
    except (OSError, ValueError) as error:
        yield set_aside_os(found.path, error)
    except Exception as error:  # the rim: no file, however odd, may end a run through a library's bug
        yield SetAside(
            found.path, None, f"reading failed: {type(error).__name__}", "save its text, and add that"
        )


def _read(
    source: Source, pages: PageExtractor, sidecar: Metadata, *, clean: bool
) -> Iterator[Extracted | SetAside]:
    markup = Markup(pages.extract, pages.strip_markup if clean else None)
    kind = sniff(source.head)
    if kind is Format.TEXT:
        yield _with_sidecar(read_plain(source), sidecar)
    elif kind is Format.HTML:
        yield _with_sidecar(read_html(source, pages), sidecar)
    else:
        # A sidecar tells about the file as a whole; what a record tells about itself is nearer to it.
        reports = read_jsonl(source, markup) if kind is Format.JSONL else read_json(source, markup)
        shared = replace(sidecar, id=None)
        for report in reports:
            if isinstance(report, Extracted):
                report = replace(report, metadata=report.metadata.over(shared))
            yield report


def _with_sidecar(report: Extracted, sidecar: Metadata) -> Extracted:
    return replace(report, metadata=sidecar.over(report.metadata))


def _finish(report: Extracted, path: str, *, clean: bool) -> Article | SetAside:
    try:
        return finish(report, path, clean=clean)
    except GatherError as error:
        return SetAside(path, report.record, error.reason, error.remedy)
    except Exception as error:  # the rim: no text, however odd, may end a run through a library's bug
        return SetAside(
            path, report.record, f"cleaning failed: {type(error).__name__}", "add it without cleaning"
        )


def _storable_path(item: Article | SetAside) -> Article | SetAside:
    # A file's name may hold bytes that are no characters.
    path, count = make_storable(item.path or "")
    return replace(item, path=path) if count else item
