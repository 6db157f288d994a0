"""Which files the user's sources hold, in sorted order, found as they are asked for.

Hidden files, sidecars and a saved page's own folder (``page_files`` beside ``page.html``) are passed over. A
folder is entered once, so that links in a circle end. Only regular files are taken from folders: a pipe would
wait forever.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.core.article import SetAside
from sayso.gather.metadata.sidecar import find_sidecar, is_sidecar
from sayso.gather.records import FoundFile

STDIN = "-"
_PAGE_SUFFIXES = (".html", ".htm")


def find_files(sources: Sequence[str | Path]) -> Iterator[FoundFile | SetAside]:
    """Every file in the sources, source by source, each folder's entries in the order of their names."""
    for source in sources:
        path = os.fspath(source)
        if path == STDIN:
            yield FoundFile(STDIN, is_named=True)
        else:
            yield from _find(path)


def _find(path: str) -> Iterator[FoundFile | SetAside]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield set_aside_os(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    elif stat.S_ISSOCK(mode) or stat.S_ISBLK(mode):
        yield _not_a_file(path)
    else:
        folder, name = os.path.split(path)
        if not is_sidecar(name):
            yield FoundFile(path, find_sidecar(path, _Siblings(folder)), is_named=True)


def _walk(root: str) -> Iterator[FoundFile | SetAside]:
    # A stack of iterators instead of recursion: folders may be nested deeper than Python may recurse.
    entered: set[tuple[int, int]] = set()
    stack = [_list_folder(root, entered)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, str):
                stack.append(_list_folder(item, entered))
                break
            yield item
        else:
            stack.pop()


def _list_folder(folder: str, entered: set[tuple[int, int]]) -> Iterator[FoundFile | SetAside | str]:
    """The files of one folder, and its subfolders as plain strings."""
    try:
        info = Path(folder).stat()
        if (info.st_dev, info.st_ino) in entered:
            return
        entered.add((info.st_dev, info.st_ino))
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield set_aside_os(folder, error)
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _judge(entry, names)


def _judge(entry: os.DirEntry[str], names: set[str]) -> Iterator[FoundFile | SetAside | str]:
    try:
        if entry.is_dir():
            if not _belongs_to_a_page(entry.name, names):
                yield entry.path
        elif entry.is_file():
            if not is_sidecar(entry.name):
                yield FoundFile(entry.path, find_sidecar(entry.path, names))
        else:
            entry.stat()  # tells a broken link from a pipe
            yield _not_a_file(entry.path)
    except OSError as error:
        yield set_aside_os(entry.path, error)


def _belongs_to_a_page(name: str, names: set[str]) -> bool:
    stem = name.removesuffix("_files")
    return stem != name and any(stem + suffix in names for suffix in _PAGE_SUFFIXES)


def set_aside_os(path: str, error: OSError | ValueError) -> SetAside:
    """The record for a file that the system will not give."""
    if isinstance(error, FileNotFoundError):
        return SetAside(path, None, "there is no such file", "check the path; a link may point to nothing")
    if isinstance(error, PermissionError):
        return SetAside(
            path, None, "the file may not be read", "give yourself read permission and add it again"
        )
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return SetAside(path, None, f"the file cannot be opened: {words}", "check the path and the disk")


def _not_a_file(path: str) -> SetAside:
    return SetAside(path, None, "this is not a regular file", "save its content to a file and add that")


class _Siblings:
    """The names beside a file that the user named, asked for one by one: its folder may hold very many."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and Path(self._folder, name).exists()
