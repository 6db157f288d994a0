"""Reads the fitted numbers that lie beside the code as NumPy archives; a damaged file says so."""

import zlib
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from sayso.core.errors import WeightsError


def load_arrays(
    path: Traversable, what: str, *, remedy: str, needs: Iterable[str] = ()
) -> dict[str, NDArray[Any]]:
    """All arrays of a file by their names, each checked against the archive's checksum.

    ``what`` the weights are of, for the message; ``needs`` are the names that must be there. Raises WeightsError where
    the file is missing or damaged, or lacks one of these.
    """
    try:
        with path.open("rb") as file, np.lib.npyio.NpzFile(file, allow_pickle=False) as table:
            return {name: table[name] for name in {*table.files, *needs}}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise WeightsError(
            f"the weights of {what} cannot be read: {error}", remedy=remedy, about=str(path)
        ) from error


def remedy_of(command: str) -> str:
    """What to do where weights are damaged that ``python -m command`` fits."""
    return f"install Sayso again, or run `python -m {command}` in its repository"
