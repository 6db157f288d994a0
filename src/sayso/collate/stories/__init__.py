"""Stories: which reports tell of the same event."""

from sayso.collate.stories.stories import find_stories

__all__ = ["find_stories"]
