"""Entities of one report: names, titles, bodies and pronouns, and whom they stand for."""

from sayso.read.entities.index import EntityIndex, find_entities

__all__ = ["EntityIndex", "find_entities"]
