"""What a report shares with others, in one line, for the renderers that draw text."""

from sayso.desk.brief.pieces import Report, Took
from sayso.desk.labels import labels, word


def shared_words(report: Report) -> str:
    """Each report that it shares words with: how many of its words, and what tells which of the two was first."""
    return "; ".join(map(_line, report.took))


def _line(took: Took) -> str:
    count = f"{took.word_count}/{took.of_count} {labels()['report']['words']}"
    return f"{took.source.note} ({count}, {word('precedence', took.precedence)})"
