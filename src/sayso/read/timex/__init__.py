"""Temporal expressions: a small grammar of our own over tokens; words and patterns are data files."""

from sayso.read.timex.find import find_dates

__all__ = ["find_dates"]
