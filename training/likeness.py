"""What makes two passages one claim: marked stories as batches, and the losses that draw a claim's readings together.

A passage's vector is the mean of its pieces *within its report*, as the reader takes it. The readings of one claim, who
affirms and who denies it alike, are drawn together and away from all else in the story, unmarked sentences too
(supervised contrastive learning, Khosla et al., NeurIPS 2020), and a logistic loss gives the cosine one scale in all
stories.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from sayso.core.reading import Act, Voice
from sayso.read.encoder.pieces import make_pieces
from sayso.read.encoder.windows import cut_windows
from training.acts import Passage
from training.batches import Batch, collate_batch
from training.data import Document, Example, piece_bounds
from training.marked import Mark, MarkedStory, unmarked

TEMPERATURE = 0.05
SCALE, MIDDLE = 14.0, 0.5  # the logistic loss: even odds at a cosine of MIDDLE
PER_BATCH = 2  # stories
PER_STORY = 24  # passages of acts
SMOOTHING = 0.1  # of the labels of acts: annotators differ
ACTS = tuple(Act)


@dataclass(frozen=True, slots=True)
class StoryBatch:
    """The windows of some stories, and where the passages lie that carry claims."""

    batch: Batch
    rows: Tensor  # (passages,): the window of each
    bounds: Tensor  # (passages, 2): first and end position
    claims: (
        Tensor  # (passages,): numbers of claims, no two stories sharing one; -1: a passage without a claim
    )
    stories: Tensor  # (passages,)
    acts: Tensor  # (passages,): the act of each in the order of ACTS; -1: not told


class StoryCorpus:
    """Marked stories, cut into windows once."""

    def __init__(self, stories: Sequence[MarkedStory], tokenizer: Tokenizer) -> None:
        self._stories = [self._prepare(story, tokenizer) for story in stories]

    def _prepare(self, story: MarkedStory, tokenizer: Tokenizer) -> list["_Place"]:
        examples = []
        for text in story.reports:
            document = Document(make_pieces(tokenizer, text))
            examples.append(
                [
                    Example(
                        document,
                        w,
                        document.pieces.case[w.start : w.end].copy(),
                        document.pieces.breaks[w.start : w.end].copy(),
                    )
                    for w in cut_windows(document.pieces)
                ]
            )
        found = []
        for mark in (*story.marks, *unmarked(story)):
            windows = examples[mark.report]
            start, end = max(mark.spans, key=lambda span: span[1] - span[0])
            bounds = piece_bounds(windows[0].document.pieces, start, end)
            if bounds is None:
                continue
            middle = sum(bounds) // 2
            owner = next(e for e in windows if middle < e.window.own_end or e is windows[-1])
            first = max(bounds[0], owner.window.start) - owner.window.start + 1
            last = min(bounds[1], owner.window.end) - owner.window.start + 1
            act = ACTS.index(mark.act) if mark.act else -1
            found.append(_Place(owner, (first, last), mark.claim, act))
        return found

    def once(self) -> Iterator[StoryBatch]:
        """Each story by itself, in order."""
        return (_collate([story]) for story in self._stories)

    def batches(self, dice: random.Random) -> Iterator[StoryBatch]:
        """All stories in random order, some at a time, again and again."""
        while True:
            order = dice.sample(self._stories, len(self._stories))
            for at in range(0, len(order), PER_BATCH):
                yield _collate(order[at : at + PER_BATCH])


def stories_of_acts(passages: Sequence[Passage]) -> list[MarkedStory]:
    """Passages whose acts are known as stories of many short reports, which carry no claims."""
    stories = []
    for at in range(0, len(passages), PER_STORY):
        story = MarkedStory(f"acts {at}")
        for report, passage in enumerate(passages[at : at + PER_STORY]):
            story.reports.append(passage.text)
            for attribution, act in zip(passage.attributions, passage.acts, strict=True):
                spans = [(span.start, span.end) for span in attribution.content]
                story.marks.append(Mark(report, spans, None, Voice.ATTRIBUTED, act, None))
        stories.append(story)
    return stories


@dataclass(frozen=True, slots=True)
class _Place:
    example: Example
    bounds: tuple[int, int]  # positions in its window
    claim: str | None
    act: int


def _collate(stories: Sequence[Sequence[_Place]]) -> StoryBatch:
    examples = {id(p.example): p.example for story in stories for p in story}
    row = {key: number for number, key in enumerate(examples)}
    numbers: dict[tuple[int, str], int] = {}
    rows, bounds, claims, owners, acts = [], [], [], [], []
    for number, story in enumerate(stories):
        for passage in story:
            key = (number, passage.claim or "")
            claims.append(numbers.setdefault(key, len(numbers)) if passage.claim else -1)
            rows.append(row[id(passage.example)])
            bounds.append(passage.bounds)
            owners.append(number)
            acts.append(passage.act)
    return StoryBatch(
        collate_batch(list(examples.values())), *map(torch.tensor, (rows, bounds, claims, owners, acts))
    )


def passage_means(numbers: Tensor, rows: Tensor, bounds: Tensor) -> Tensor:
    """The means (passages, width) of ``numbers`` (windows, pieces, width) within the bounds."""
    first, end = bounds.T
    total = torch.cat([torch.zeros_like(numbers[:, :1]), numbers.float().cumsum(1)], dim=1)
    return (total[rows, end] - total[rows, first]) / (end - first).clamp(min=1)[:, None]


def act_loss(acts: Tensor, stories: StoryBatch) -> Tensor:
    """The cross entropy of the passages' acts, given the logits (windows, pieces, acts), a scalar."""
    known = stories.acts >= 0
    if not known.any():
        return torch.zeros(())
    logits = passage_means(acts, stories.rows[known], stories.bounds[known])
    return functional.cross_entropy(logits, stories.acts[known], label_smoothing=SMOOTHING)


def likeness_loss(meaning: Tensor, stories: StoryBatch) -> Tensor:
    """The contrastive and the logistic loss of a batch of stories, a scalar; zero where no claim is read twice."""
    if not (stories.claims >= 0).any():
        return torch.zeros(())
    vectors = functional.normalize(passage_means(meaning, stories.rows, stories.bounds), dim=1)
    likeness = vectors @ vectors.T
    same = (stories.claims[:, None] == stories.claims[None]) & (stories.claims >= 0)[:, None]
    itself = torch.eye(len(vectors), dtype=torch.bool)
    same &= ~itself
    near = (stories.stories[:, None] == stories.stories[None]) & ~itself
    logits = (likeness / TEMPERATURE).masked_fill(itself, -1e4)
    chances = logits - logits.logsumexp(1, keepdim=True)
    counts = same.sum(1)
    known = counts > 0
    contrast = -(chances * same).sum(1)[known] / counts[known]
    odds = SCALE * (likeness - MIDDLE)
    errors = functional.binary_cross_entropy_with_logits(odds, same.float(), reduction="none")
    logistic = errors[near & same].mean() + errors[near & ~same].mean()
    return contrast.mean() + logistic
