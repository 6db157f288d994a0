"""Stories: which reports tell of the same event."""

from sayso.collate.stories.stories import find_stories, find_stories_of, group_affairs, in_order

__all__ = ["find_stories", "find_stories_of", "group_affairs", "in_order"]
