"""A shallow parse of English news prose: tagged tokens and noun phrases, by word lists and suffixes.

It needs no capitals, so upper-case wire copy is read like any other text.
"""

from sayso.read.phrases.noun_phrases import NounPhrase, find_noun_phrases
from sayso.read.phrases.tokens import Tag, Token, tag_tokens
from sayso.read.phrases.words import is_kind, is_person_noun

__all__ = ["NounPhrase", "Tag", "Token", "find_noun_phrases", "is_kind", "is_person_noun", "tag_tokens"]
