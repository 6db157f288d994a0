"""MUC-4's messages as the fits of attack parties see them: nominees, topic rows, and what the keys ask for."""

from dataclasses import dataclass
from typing import Any

from sayso.read.events.contents import Contents
from sayso.read.events.fillers import topic_rows
from sayso.read.events.find import gather_events
from sayso.read.events.nominees import Nominees, Words
from training.attack_keys import Key, keys_of


@dataclass(frozen=True)
class Message:
    """A message's nominees (words, feature rows, occurrences), its topic rows, and the fillers of its key by role."""

    words: list[Words]
    features: list[list[int]]
    often: list[int]
    topic: list[int]
    keys: dict[str, list[Key]]
    relevant: bool


def make_message(record: dict[str, Any]) -> Message:
    """A message as the fit sees it: text and key, nothing of the encoder's."""
    text = record["text"]
    found = nominees_of(text).by_words
    return Message(
        list(found),
        [sorted(n.features) for n in found.values()],
        [len(n.spans) for n in found.values()],
        topic_rows(text),
        keys_of(record["templates"]),
        bool(record["templates"]),
    )


def nominees_of(text: str) -> Nominees:
    """The nominees of a text by itself."""
    nominees = Nominees(text)
    gather_events(text, Contents(()), (), (), (), nominees)
    return nominees
