"""Harm to people: how many are said to have been killed, injured, missing, kidnapped, detained or displaced."""

from sayso.read.harm.find import find_harm

__all__ = ["find_harm"]
