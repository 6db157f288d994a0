"""MUC-4's messages as the fits of attack parties see them: nominees, topic rows, and what the keys ask for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.surroundings import SURROUNDINGS_WIDTH, surroundings
from sayso.read.events.contents import Contents
from sayso.read.events.fillers import topic_rows
from sayso.read.events.find import gather_events
from sayso.read.events.nominees import Nominees, Words
from sayso.read.events.vicinity import places_of
from training.attack_keys import Key, keys_of
from training.raw_readings import Raw


@dataclass(frozen=True)
class Message:
    """A message's nominees (words, feature rows, occurrences, places looked at), its topic rows, its key's fillers."""

    words: list[Words]
    features: list[list[int]]
    often: list[int]
    places: list[int]  # how many of each nominee
    rows: NDArray[np.float16]  # (all places, SURROUNDINGS_WIDTH): the encoder's vectors there
    topic: list[int]
    keys: dict[str, list[Key]]
    relevant: bool


def make_message(raw: Raw) -> Message:
    """A message as the fit sees it: its text, the encoder's last layer, and its key."""
    record, reading = raw
    found = nominees_of(record["text"]).by_words
    places = [places_of(nominee.spans) for nominee in found.values()]
    spans = [span for each in places for span in each]
    rows = np.zeros((len(spans), SURROUNDINGS_WIDTH), dtype=np.float16)
    for numbers, part in surroundings(reading, spans):
        rows[numbers] = part
    return Message(
        list(found),
        [sorted(n.features) for n in found.values()],
        [len(set(n.spans)) for n in found.values()],
        [len(each) for each in places],
        rows,
        topic_rows(record["text"]),
        keys_of(record["templates"]),
        bool(record["templates"]),
    )


def places_of_message(message: Message) -> NDArray[np.int64]:
    """Whose each place is: the number of its nominee."""
    return np.repeat(np.arange(len(message.places)), message.places)


def nominees_of(text: str) -> Nominees:
    """The nominees of a text by itself."""
    nominees = Nominees(text)
    gather_events(text, Contents(()), (), (), (), nominees)
    return nominees
