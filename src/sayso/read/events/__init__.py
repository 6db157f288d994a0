"""Events that a report tells of: what happened, who did it to whom, where, when, with what harm, on whose word."""

from sayso.read.events.find import find_events

__all__ = ["find_events"]
