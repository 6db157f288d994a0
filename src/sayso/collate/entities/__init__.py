"""Entities across reports: whom and what the entities of single reports stand for (``join``)."""

from sayso.collate.entities.cast import Cast, Member
from sayso.collate.entities.items import Item, only_described, only_pronouns
from sayso.collate.entities.join import join_entities

__all__ = ["Cast", "Item", "Member", "join_entities", "only_described", "only_pronouns"]
