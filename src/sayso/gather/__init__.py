"""Sources in, articles out: whatever a user points at becomes an article, or a record set aside with its reason."""

from sayso.gather.gather import gather

__all__ = ["gather"]
