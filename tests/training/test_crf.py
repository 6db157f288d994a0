import itertools

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")


def test_the_loss_is_the_likelihood_over_all_paths() -> None:
    from training.crf import Crf

    torch.manual_seed(1)
    never = torch.zeros(3, 3, dtype=torch.bool)
    chain = Crf(never, never[0])
    torch.nn.init.normal_(chain.steps)
    torch.nn.init.normal_(chain.first)
    emissions, labels = torch.randn(2, 4, 3), torch.tensor([[0, 1, 2, 1], [2, 0, 0, 0]])
    mask = torch.tensor([[True] * 4, [True, True, False, False]])

    def score(row: int, path: tuple[int, ...]):  # type: ignore[no-untyped-def]
        steps = sum(chain.steps[a, b] for a, b in itertools.pairwise(path))
        return chain.first[path[0]] + steps + sum(emissions[row, i, label] for i, label in enumerate(path))

    wanted = []
    for row, size in ((0, 4), (1, 2)):
        paths = torch.stack([score(row, path) for path in itertools.product(range(3), repeat=size)])
        wanted.append(torch.logsumexp(paths, 0) - score(row, tuple(labels[row, :size].tolist())))
    assert torch.allclose(chain.loss(emissions, labels, mask), torch.stack(wanted).mean(), atol=1e-4)


def test_forbidden_labels_cost_too_much() -> None:
    from training.crf import Crf

    steps = torch.tensor([[False, True], [False, False]])
    chain = Crf(steps, torch.tensor([False, True]))
    assert chain.step_scores()[0, 1] < -1000
    assert chain.first_scores()[1] < -1000
