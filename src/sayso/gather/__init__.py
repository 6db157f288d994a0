"""Sources in, articles out: what a user points at becomes articles and records set aside with a reason."""

from sayso.gather.gather import gather

__all__ = ["gather"]
