"""Signs of an accusation in a statement's own words. Each gives 0 where it is absent."""

from collections.abc import Sequence

from sayso.core.reading import EntityKind
from sayso.read.entities.layout import Word
from sayso.read.entities.lexicon import grammar
from sayso.read.phrases.words import verb_forms, word_lists
from sayso.read.statements.clause import Subject, is_negation
from sayso.read.statements.lexicon import content_patterns, content_words
from sayso.read.statements.utterance import Utterance

PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))
PAST = frozenset(("had", "has", "have"))
MODALS = frozenset(("will", "would", "can", "could", "may", "might", "shall", "should", "must"))
NEAR = 4  # words from a subject to its verb
UNNAMED = 0.6  # what wrongs count for of forces that nobody is said to own
FORETOLD = 6  # words from a subject to what it was told


def wrongs(utterance: Utterance) -> float:
    """Another party is the subject of a verb of wrongdoing, or is given the name of a wrong."""
    table = content_words()
    for subject in utterance.subjects():
        if not subject.other or _is_negated(subject.clause):
            continue
        verbs = table.wrong_verbs | table.force_verbs if subject.forces else table.wrong_verbs
        words = " ".join(word.form for word in subject.clause)
        named = table.wrong_words.intersection(word.form for word in subject.clause)
        if _does(subject.clause, verbs) or named or content_patterns().wrong_phrases.search(words):
            return 1.0
    return UNNAMED if _forces_do(utterance) else 0.0


def _forces_do(utterance: Utterance) -> bool:
    """Whether guns, troops or boats that are not the speaker’s did something, where he is party to a quarrel."""
    if not utterance.takes_part:
        return False
    return any(
        _does(clause, content_words().force_verbs) and not _is_negated(clause)
        for clause in utterance.unnamed_forces()
    )


def _is_negated(clause: Sequence[Word]) -> bool:
    return any(is_negation(word) and word.form != "without" for word in clause)


def _does(clause: Sequence[Word], verbs: frozenset[str]) -> bool:
    """Whether a clause has one of the verbs, and not as a noun or in the passive: who is killed does no wrong."""
    forms = [word.form for word in clause]
    return any(
        form in verbs and not _is_noun(forms, at) and (form.endswith("ing") or not _is_passive(forms, at))
        for at, form in enumerate(forms)
    )


def _is_noun(forms: Sequence[str], at: int) -> bool:
    before = forms[at - 1] if at else ""
    opened = before in grammar().openings or before in grammar().prepositions
    return opened and not forms[at].endswith(("ed", "ing"))


def _is_passive(forms: Sequence[str], at: int) -> bool:
    return bool(PASSIVE.intersection(forms[max(0, at - 2) : at]))


def turns_arms(utterance: Utterance) -> float:
    """Another party's guns are turned on somebody: "the Veltrian guns were aimed at them"."""
    for subject in utterance.subjects():
        forms = [word.form for word in subject.clause[: NEAR + 2]]
        if subject.other and subject.forces and content_patterns().arms.search(" ".join(forms)):
            return 1.0
    return 0.0


def tells_of_arms(utterance: Utterance) -> float:
    """Arms were used, and who says so accuses somebody in this report: "six shells fell among the passengers"."""
    if not utterance.accuses or utterance.negates():
        return 0.0
    own = any(not s.other and s.forces for s in utterance.subjects())
    ours = any(word.form in ("our", "we") for word in utterance.words())
    return float(content_patterns().arms.search(utterance.text) is not None and not own and not ours)


def opposes(utterance: Utterance) -> float:
    """One side of the report's quarrel tells what the other has done."""
    if not utterance.takes_part or utterance.kind is EntityKind.OTHER:
        return 0.0
    return float(any(_is_told_of(utterance, subject) for subject in utterance.subjects()))


def _is_told_of(utterance: Utterance, subject: Subject) -> bool:
    """Whether a subject is the other side, and its clause tells of a deed that is no kindness."""
    loose = subject.mention.span.exact.lower() == "they" and utterance.accuses
    place = subject.mention.kind is not EntityKind.PERSON and subject.mention.span.exact[0].isupper()
    if place and not loose and not utterance.has_land:
        return False  # it may be his own
    loose = loose or (place and utterance.denies)
    if not subject.other or not (loose or utterance.is_embattled(subject.mention)):
        return False
    forms = [word.form for word in subject.clause]
    if any(is_negation(word) for word in subject.clause[:NEAR]) or MODALS.intersection(forms[:NEAR]):
        return False
    verb = next((at for at, form in enumerate(forms[:NEAR]) if is_past(form)), None)
    if verb is None and loose and utterance.is_quoted:
        verb = _present(forms)
    if verb is None or PASSIVE.intersection(forms[:verb]):
        return False
    return not content_words().benign.intersection(forms[: verb + 3])


def _present(forms: Sequence[str]) -> int | None:
    """The place of a verb in the present right after its subject "they": "they treat us like cattle"."""
    if not forms or forms[0] in grammar().auxiliaries or not forms[0].isalpha():
        return None
    return 0 if forms[0] in verb_forms()["base"] else None


def is_past(form: str) -> bool:
    """Whether a word is the past form of a full verb."""
    irregular = form in word_lists()["irregular_past"]
    return (irregular or (form.endswith("ed") and len(form) > 3)) and form not in PAST


def was_told(utterance: Utterance) -> float:
    """A party to the quarrel had been told, warned or knew: it neglected what it should have done."""
    for subject in utterance.subjects():
        words = " ".join(word.form for word in subject.clause[:FORETOLD])
        loose = subject.mention.span.exact.lower() in ("they", "he", "she", "it")
        party = utterance.is_embattled(subject.mention) or (loose and utterance.accuses)
        if subject.other and party and content_patterns().foretold.match(words):
            return 1.0
    return _warned(utterance)


def _warned(utterance: Utterance) -> float:
    """Somebody "had warned the company"."""
    for mention in utterance.others():
        at = utterance.layout.word_at(mention.span.start)
        before = " ".join(word.form for word in utterance.layout.words[max(0, at - 3) : at + 1])
        if utterance.is_embattled(mention) and content_patterns().had_warned.search(before):
            return 1.0
    return 0.0


def suffered(utterance: Utterance) -> float:
    """Wrongs were suffered, whoever did them: "the vote was stolen"."""
    if utterance.negates():
        return 0.0
    return float(content_patterns().suffered.search(utterance.asserted_text) is not None)


def left_undone(utterance: Utterance) -> float:
    """Another party has not done what it should: "they never answered our letters"."""
    for subject in utterance.subjects():
        named = subject.mention.entity is not None and subject.mention.kind is not EntityKind.OTHER
        loose = subject.mention.span.exact.lower() in ("they", "he", "she")
        clause = " ".join(word.form for word in subject.clause)
        if subject.other and (named or loose) and content_patterns().left_undone.match(clause):
            return 1.0
    return 0.0


def names_neglect(utterance: Utterance) -> float:
    """Neglect is named: "known since January", "hid", "did nothing"."""
    return float(content_patterns().neglect.search(utterance.text) is not None)


def names_intent(utterance: Utterance) -> float:
    """What happened is called deliberate by who accuses."""
    if not utterance.accuses:
        return 0.0
    return float(content_patterns().intent.search(utterance.text) is not None)


def is_wrong(utterance: Utterance) -> float:
    """Something is called a wrong: "the raid was an assault on the treaty"."""
    if utterance.negates():
        return 0.0
    return float(content_patterns().called_wrong.search(utterance.text) is not None)


def wrongs_of_some(utterance: Utterance) -> float:
    """Somebody unnamed is said to do wrong: "a partner who hides the receipts"."""
    found = content_patterns().who_does.search(utterance.text)
    return float(found is not None and found.group("verb").lower() in content_words().wrong_verbs)


def names_wrongs(utterance: Utterance) -> float:
    """How many wrongs are named where another party is, three at most."""
    table = content_words()
    words = {word.form for word in utterance.words()} & table.wrong_words
    count = len(words) + (content_patterns().wrong_phrases.search(utterance.text) is not None)
    return float(min(3, count)) if any(utterance.others()) else 0.0


def blames(utterance: Utterance) -> float:
    """Another party is named as the cause."""
    for span in utterance.content:
        for phrase in content_patterns().blames.finditer(span.exact):
            after = span.start + phrase.end()
            if any(0 <= party.span.start - after <= len(" the ") for party in utterance.others()):
                return 1.0
    return 0.0


def labels(utterance: Utterance) -> float:
    """A cue that gives a name, and the name is a wrong."""
    table = content_words()
    words = {word.form for word in utterance.words()}
    return float(bool(table.labelling.intersection(utterance.cue.words)) and bool(words & table.wrong_words))


def counts_harm(utterance: Utterance) -> float:
    """People are counted that came to harm, and nobody is named who did it: a fact, whoever tells it."""
    harmed = content_patterns().toll.search(utterance.text) is not None
    return float(harmed and not any(utterance.is_embattled(party) for party in utterance.others()))
