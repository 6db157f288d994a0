"""Sayso lays news reports side by side: who said what, on whose word, and where the accounts part."""

__version__ = "0.1.0"
