"""Polarity: whether words say that something is not so, by their own negation and not by the cue that reports them.

A negation counts only in the main clause and of what is or was: "would not be moved", "if no ship comes", "not only"
and "a treaty that they do not keep" say no to nothing that another report could affirm.
"""

import re

from sayso.collate.claims.lexicon import load_lexicon

_LEAST_MAIN = 3  # words before a subordinate clause that make it one


def is_negated(words: str) -> bool:
    """Whether the main clause says that something is not so, or did not happen."""
    tokens = [t.lower().replace("’", "'") for t in re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", words)]
    lexicon = load_lexicon()
    if tokens and tokens[0] in lexicon.conditions:
        return False
    for index, token in enumerate(tokens):
        if index >= _LEAST_MAIN and token in lexicon.subordinators:
            return False
        if token in lexicon.negators or token.endswith("n't"):
            following = tokens[index + 1] if index + 1 < len(tokens) else ""
            before = tokens[index - 1] if index else ""
            if following in lexicon.not_negated or before in lexicon.modals or token in lexicon.modals:
                continue
            return True
    return False


def calls_false(words: str) -> bool:
    """Whether it says of something that it is false: "both reports are inventions"."""
    return load_lexicon().falsehood.search(words) is not None


def names_deaths(words: str) -> bool:
    """Whether it names people come to harm: deaths, casualties, a toll."""
    return load_lexicon().toll.search(words) is not None
