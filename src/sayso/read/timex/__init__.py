"""Temporal expressions: a small grammar of our own over tokens, with word lists and patterns in data files."""

from sayso.read.timex.find import find_dates

__all__ = ["find_dates"]
