import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.metadata.front_matter import split_front_matter
from sayso.gather.records import Metadata


def test_the_block_becomes_metadata_and_leaves_the_text() -> None:
    text = (
        "---\ntitle: Harbour shut\noutlet: Orsk Courier\ndate: 2025-11-25\n---\n\n“Not today.”\n---\nMore.\n"
    )
    assert split_front_matter(text) == (
        Metadata(title="Harbour shut", outlet="Orsk Courier", published="2025-11-25"),
        "“Not today.”\n---\nMore.\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Plain.",
        "---\nAn ornament\n---\nand text",
        "---\n- a\n- list\n---\ntext",
        "---\nmood: grim\n---\ntext",
        "---\ntitle: never closed\ntext",
        "---\ntitle: [broken\n---\ntext",
        "---\ntitle: !!python/object/apply:os.system [x]\n---\ntext",
        "---\ndate: 2025-99-99\n---\ntext",
        "---\n" + "a" * 100_000 + "\n---\n",
    ],
)
def test_what_is_no_block_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == (Metadata(), text)


def test_aliases_do_not_swell() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    text = f"---\n{bomb}title: *i\n---\ntext"
    assert split_front_matter(text) == (Metadata(), text)


@given(st.text())
def test_any_text_splits(text: str) -> None:
    _, rest = split_front_matter(f"---\n{text}\n---\n{text}")
    assert rest.endswith(text)
