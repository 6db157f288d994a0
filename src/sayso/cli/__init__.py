"""The command line: one file per command, each a thin wrapper beside a plain function."""

from sayso.cli.app import main

__all__ = ["main"]
