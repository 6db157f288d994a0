"""Coreference within a report: which names, noun phrases and pronouns stand for one person, body or place."""

from sayso.read.entities.coreference.candidate import Candidate, make_candidates
from sayso.read.entities.coreference.links import Vectors, link_candidates
from sayso.read.entities.coreference.scorer import load_scorer
from sayso.read.entities.coreference.table import NONE

__all__ = ["NONE", "Candidate", "Vectors", "link_candidates", "load_scorer", "make_candidates"]
