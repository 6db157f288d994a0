"""The brief in a terminal, its words as numbered references."""

from sayso.desk.terminal.show import show_brief

__all__ = ["show_brief"]
