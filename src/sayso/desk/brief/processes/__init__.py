"""The file on a process, as a brief shows it: talks and ceasefires, commitments, positions."""

from sayso.desk.brief.processes.make import process_file
from sayso.desk.brief.processes.model import Card, Entry, Fact, ProcessFile, Talks

__all__ = ["Card", "Entry", "Fact", "ProcessFile", "Talks", "process_file"]
