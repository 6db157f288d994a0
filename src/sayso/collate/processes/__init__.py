"""The file on a process: talks, ceasefires, commitments, positions."""

from sayso.collate.processes.make import with_processes

__all__ = ["with_processes"]
