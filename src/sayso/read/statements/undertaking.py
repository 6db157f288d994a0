"""Signs of a promise or a threat in a statement's own words. Each gives 0 where it is absent."""

from collections.abc import Sequence

from sayso.core.reading import Act, EntityKind
from sayso.read.entities.layout import Word
from sayso.read.entities.lexicon import grammar
from sayso.read.statements.clause import is_negation
from sayso.read.statements.lexicon import content_patterns, content_words
from sayso.read.statements.utterance import Utterance

WILL = frozenset(("will", "would", "shall", "’ll", "'ll"))
OPEN = frozenset(("whether", "if", "when", "what", "how", "why", "which", "who", "where"))


def promises(utterance: Utterance) -> float:
    """The first person will do something, and it is no threat."""
    promise = content_patterns().promises.search(utterance.text) is not None
    return float(promise and not threatens(utterance))


def will_do(utterance: Utterance) -> float:
    """The speaker's own side will do something."""
    if not utterance.speaker or threatens(utterance) or utterance.asks:
        return 0.0
    words = utterance.first_sentence()
    if words and words[0].form in OPEN:
        return 0.0
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        if word.form not in WILL or not at or following.is_mark or following.form in content_words().states:
            continue
        if _is_own(utterance, words, at):
            return float(not any(is_negation(w) for w in words[at + 1 : at + 3]))
    return 0.0


def _is_own(utterance: Utterance, words: Sequence[Word], at: int) -> bool:
    """Whether the subject just before the word ``at`` is the speaker, his country or his government."""
    while at and (words[at - 1].form.endswith("ly") or words[at - 1].form in ("also", "then", "now", "soon")):
        at -= 1
    if not at:
        return False
    end = words[at - 1].end
    ending = [m for m in utterance.parties() if m.span.end == end]
    if words[at - 1].form in grammar().pronouns:
        return _is_first(utterance, words, at - 1) or any(m.entity == utterance.speaker for m in ending)
    body = words[at - 1].form in content_words().governments and at > 1
    if body and utterance.official and words[at - 2].form in ("the", "our", "his", "her", "its"):
        return True
    land = utterance.official and not utterance.has_land
    return any(not utterance.is_other(m) or (land and m.kind is EntityKind.PLACE) for m in ending)


def _is_first(utterance: Utterance, words: Sequence[Word], at: int) -> bool:
    """Whether a pronoun opens reported words, and so means who reports them: "said it would"."""
    opens = at == 0 or (at == 1 and words[0].form == "that")
    fit = ("he", "she", "they") if utterance.kind is EntityKind.PERSON else ("it", "they")
    return opens and words[at].form in fit


def spares(utterance: Utterance) -> float:
    """Who holds an office says that nobody will have to suffer something: "nobody will be asked to leave"."""
    found = content_patterns().spares.match(utterance.text) is not None
    return float(found and utterance.official and not threatens(utterance))


def undertakes(utterance: Utterance) -> float:
    """Who holds an office says what will be done for others: "every family will be compensated"."""
    found = content_patterns().undertaken.search(utterance.asserted_text) is not None
    return float(found and utterance.official and not threatens(utterance))


def threatens(utterance: Utterance) -> float:
    """The content has a phrase of threat."""
    return float(content_patterns().threats.search(utterance.text) is not None)


def threatens_any(utterance: Utterance) -> float:
    """Whoever does something will have to answer for it."""
    return float(content_patterns().whoever.search(utterance.text) is not None)


def threatens_unless(utterance: Utterance) -> float:
    """The speaker will do harm if others do not yield: "unless they pay, we will strike"."""
    return float(content_patterns().conditional.search(utterance.text) is not None)


def warns_of(utterance: Utterance) -> float:
    """What another party must not do is named, and what follows."""
    return float(content_patterns().warned_of.search(utterance.text) is not None and any(utterance.others()))


def threatens_if(utterance: Utterance) -> float:
    """A threat that hangs on a condition."""
    forms = {word.form for word in utterance.words()}
    return float(bool(forms & content_words().conditions)) * threatens(utterance)


def names_hazard(utterance: Utterance) -> float:
    """A danger is named that nobody wills."""
    return float(any(word.form in content_words().hazards for word in utterance.words()))


def vows_harm(utterance: Utterance) -> float:
    """What is vowed is harm."""
    promising = any(sense.act is Act.PROMISE for sense in utterance.cue.senses)
    return float(promising) * max(threatens(utterance), _retaliates(utterance))


def _retaliates(utterance: Utterance) -> float:
    return float(any(word.form in content_words().retaliation for word in utterance.words()))
