import pytest

from sayso.collate.pool import Load, share_work

TASKS = [(n % 50, str(n)) for n in range(300)]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_comes_in_the_order_of_the_tasks(processes: int) -> None:
    assert list(share_work(int, iter(TASKS), Load(300, processes, few=10))) == list(range(300))


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_a_task_is_raised(processes: int) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(share_work(int, iter([*TASKS, (1, "a ferry")]), Load(301, processes, few=10)))


def test_few_tasks_are_worked_on_here() -> None:
    seen: list[int] = []  # another process would fill a list of its own
    assert list(share_work(seen.append, iter([(1, 7)]), Load(1, 8))) == [None]
    assert seen == [7]
