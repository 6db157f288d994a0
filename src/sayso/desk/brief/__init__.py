"""The brief as data: ``make_brief`` decides what stands where, the renderers only draw."""

from sayso.desk.brief.late import Changes
from sayso.desk.brief.make import make_brief
from sayso.desk.brief.model import Brief, StoryBrief

__all__ = ["Brief", "Changes", "StoryBrief", "make_brief"]
