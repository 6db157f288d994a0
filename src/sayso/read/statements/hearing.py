"""How the statements of one report are heard: who stands against whom, and each statement with its surroundings."""

from collections.abc import Sequence

from sayso.core.reading import Act, Entity, EntityKind
from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.lexicon import fold, grammar, nouns
from sayso.read.spans import Attribution
from sayso.read.statements.act import tell_act
from sayso.read.statements.camps import Camps, Heard, find_camps
from sayso.read.statements.clause import stems
from sayso.read.statements.cue import governing, read_cue
from sayso.read.statements.utterance import Utterance

LOOKS = 2  # who accuses shows in the first, whom that makes suspect in the second


class Hearing:
    """Makes the utterances of one report's attributions, whose acts can then be told."""

    def __init__(self, index: EntityIndex, attributions: Sequence[Attribution]) -> None:
        """``attributions`` are all of the report: a first look at them shows who stands against whom."""
        self.index = index
        self.layout = index.layout
        self.mention_starts = [mention.span.start for mention in index.parties]
        self.names = {entity.id: (entity.name, *entity.aliases) for entity in index.entities}
        self.kinds = {entity.id: entity.kind for entity in index.entities}
        self.folded = {key: frozenset(fold(name) for name in names) for key, names in self.names.items()}
        self.offices = {entity.id for entity in index.entities if _is_official(entity)}
        self.camps = _bare_camps(index)
        self._made: dict[tuple[Attribution, tuple[Span, ...], str | None], Utterance] = {}
        for _ in range(LOOKS):
            camps = find_camps(self.camps, [self._heard(attribution) for attribution in attributions])
            if camps == self.camps:
                break  # whatever is found once more is the same
            self.camps = camps

    def _heard(self, attribution: Attribution) -> Heard:
        speaker = self.index.speaker_of(attribution.source)
        utterance = self.utterance(attribution, attribution.content, speaker)
        act = tell_act(utterance)
        others: frozenset[str] = frozenset()
        if act is Act.ACCUSE:
            blamed = next((s.mention for s in utterance.subjects() if s.other), None) or next(
                iter(utterance.others()), None
            )
            if blamed is not None:
                others = frozenset({blamed.entity or ""}) | (utterance.keys(blamed) & self.camps.names)
        return Heard(act, utterance.known, others, frozenset(stems(utterance.words(), short=True)))

    def utterance(self, attribution: Attribution, content: Sequence[Span], speaker: str | None) -> Utterance:
        """The attribution, or the part of it that has ``content``, as said by the entity ``speaker``."""
        key = (attribution, tuple(content), speaker)
        made = self._made.get(key) or self._make(attribution, content, speaker)
        self._made[key] = made = made.heard_among(self.camps)
        return made

    def _make(self, attribution: Attribution, content: Sequence[Span], speaker: str | None) -> Utterance:
        cue = read_cue(self.layout, attribution.cue)
        return Utterance(
            index=self.index,
            mention_starts=self.mention_starts,
            cue=cue,
            governing=governing(self.layout, attribution.cue) if attribution.cue and cue.unfolding else (),
            cue_start=attribution.cue[0].start if attribution.cue else None,
            content=content,
            speaker=speaker,
            own=self._own(speaker),
            camps=self.camps,
            names=self.folded,
            kind=self.kinds.get(speaker or ""),
            official=speaker in self.offices,
        )

    def _own(self, speaker: str | None) -> frozenset[str]:
        if speaker is None:
            return frozenset()
        return self.index.sides.get(speaker, frozenset()) | {
            fold(name) for name in self.names.get(speaker, ())
        }


def _bare_camps(index: EntityIndex) -> Camps:
    """The folded words that name a party of the report: a country, a place, a body."""
    named = set(index.peoples.values())
    for entity in index.entities:
        name = fold(entity.name)
        person = entity.kind is EntityKind.PERSON and (" " in name or entity.role is not None)
        if not person and entity.name[:1].isupper():
            named.add(name)
    words = {word for name in named for word in name.split() if len(word) > 2}
    return Camps(frozenset(named | words) - grammar().title_modifiers - grammar().prepositions)


def _is_official(entity: Entity) -> bool:
    """Whether an entity holds an office or is a body or country."""
    last = fold(entity.name).split()[-1:]
    office = any(nouns().kinds.get(word) == "offices" for word in last)
    return entity.role is not None or entity.kind is not EntityKind.PERSON or office
