"""The brief as Markdown, its words as footnotes."""

from sayso.desk.markdown.draw import to_markdown

__all__ = ["to_markdown"]
