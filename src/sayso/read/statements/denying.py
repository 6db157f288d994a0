"""Signs of a denial in a statement's own words. Each gives 0 where it is absent."""

import re
from collections.abc import Sequence

from sayso.read.entities.layout import Word
from sayso.read.statements.clause import stems
from sayso.read.statements.lexicon import content_patterns, content_words
from sayso.read.statements.utterance import Utterance

CONDITION = re.compile(r"\W*(?:that )?(?:if|unless|until|when) ")
SHARED = 2  # words that an allegation and its denial share, where nobody is known to accuse
REACH_OF_MODAL = 5  # words among which a modal is the main verb’s
FUTURE = frozenset(("will", "would", "shall", "can", "could", "must", "should"))
KNOWING = frozenset(
    ("know", "knew", "think", "believe", "sure", "doubt", "clear", "understand", "want", "hope")
)
OURS = frozenset(("our", "we", "us", "ours", "i", "my"))


def has_allegation(words: Sequence[Word]) -> bool:
    """Whether the words speak of an allegation."""
    allegations = content_words().allegations
    return any(word.form in allegations for word in words)


def answers(utterance: Utterance) -> float:
    """An allegation stands before, and the content negates it: in its own words, or pointing to it."""
    before = utterance.before()
    if utterance.asks or not utterance.negates() or not has_allegation(before):
        return 0.0
    if CONDITION.match(utterance.asserted_text):
        return 0.0
    first = utterance.first_sentence()
    indirect = bool(first) and first[0].form == "that" and not utterance.is_quoted  # a conjunction
    if FUTURE.intersection(word.form for word in first[:REACH_OF_MODAL]) and not utterance.denies:
        return 0.0
    points = any(word.form in content_words().anaphoric for word in first[indirect : 3 + indirect])
    shared = stems(before) & stems(utterance.words())
    return float(points or len(shared) >= (1 if utterance.camps.embattled else SHARED))


def calls_false(utterance: Utterance) -> float:
    """An allegation is called false, or what somebody is said to have done."""
    table = content_words()
    words = {word.form for word in utterance.words()}
    if content_patterns().false_phrases.search(utterance.text) is not None:
        return 1.0
    speaks_falsely = not words.isdisjoint(table.false_words)
    return float(speaks_falsely and has_allegation([*utterance.before(), *utterance.words()]))


def negates_harm(utterance: Utterance) -> float:
    """Who is accused, or denies, says that nothing of the sort took place: "there was no shelling"."""
    text = utterance.asserted_text
    if utterance.asks or CONDITION.match(text) or not content_patterns().no_harm.search(text):
        return 0.0
    own = bool(utterance.camps.embattled) and _speaks_of_own(utterance)
    return float(utterance.denies or own or (not utterance.accuses and _is_told(utterance)))


def negates_existence(utterance: Utterance) -> float:
    """Who denies says that there was none of it: "there was no fuel store"."""
    text = utterance.asserted_text
    if CONDITION.match(text) or content_patterns().there_was_no.search(text) is None:
        return 0.0
    return float(utterance.denies and not utterance.accuses)


def contradicts(utterance: Utterance) -> float:
    """Who is accused negates what others have told, or something of his own side."""
    text = utterance.asserted_text
    if not utterance.denies or utterance.asks or CONDITION.match(text) or not utterance.negates():
        return 0.0
    forms = {word.form for word in utterance.first_sentence()}
    if FUTURE.intersection(forms) or KNOWING.intersection(forms):
        return 0.0
    return float(_speaks_of_own(utterance) and _is_told(utterance))


def keeps_rules(utterance: Utterance) -> float:
    """Who is accused says that all was done as it should be: "by the book"."""
    found = content_patterns().as_it_should.search(utterance.asserted_text) is not None
    return float(found and utterance.denies and not utterance.asks)


def negates_wrong(utterance: Utterance) -> float:
    """The speaker’s own side has done no such wrong: "we have not cut off anybody"."""
    text = utterance.asserted_text
    if utterance.asks or CONDITION.match(text) or not utterance.camps.embattled:
        return 0.0
    return float(any(not s.other and _is_cleared(s.clause) for s in utterance.subjects()))


def _is_cleared(clause: Sequence[Word]) -> bool:
    forms = [word.form for word in clause]
    words = " ".join(forms)
    if not content_patterns().not_done.match(words) or FUTURE.intersection(forms):
        return False
    verbs = content_words().wrong_verbs | content_words().wrong_words
    return bool(verbs.intersection(forms)) or content_patterns().wrong_phrases.search(words) is not None


def disclaims(utterance: Utterance) -> float:
    """The speaker has not done or received what others speak of: "he had never received a letter"."""
    if utterance.asks or content_patterns().disclaims.search(utterance.asserted_text) is None:
        return 0.0
    return float(not utterance.accuses and _is_told(utterance))


def clears(utterance: Utterance) -> float:
    """All is said to have been right: "nothing went wrong"."""
    return float(content_patterns().clears.search(utterance.asserted_text) is not None)


def _speaks_of_own(utterance: Utterance) -> bool:
    """Whether the content’s first sentence speaks of the speaker’s own side."""
    first = {word.form for word in utterance.first_sentence()}
    return bool(first & OURS) or any(not subject.other for subject in utterance.subjects())


def _is_told(utterance: Utterance) -> bool:
    return utterance.camps.others_told(stems(utterance.words(), short=True), utterance.known)
