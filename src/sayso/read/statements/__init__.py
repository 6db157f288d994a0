"""Statements of one report: who says what, in which form, through which channel, and what saying it does."""

from sayso.read.statements.make import make_statements
from sayso.read.statements.repair import repair_attributions

__all__ = ["make_statements", "repair_attributions"]
