import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.brief.collation import align, pick_base, split_words
from sayso.desk.brief.versions import Change, Variant

BASE = split_words("We shall never leave the northern valley")


def test_case_and_punctuation_are_no_difference() -> None:
    assert split_words("“We shall — never leave,” she").forms == ("we", "shall", "never", "leave", "she")
    assert split_words("“We shall — never").words == ("“We", "shall —", "never")


def test_a_word_changed_left_out_and_added() -> None:
    made = align(BASE, split_words("We will never ever leave the valley"))
    assert made.variants == (Variant("shall", "will"), Variant("", "ever"), Variant("northern", ""))
    shown = [(r.text, r.change) for r in made.runs if r.change is not Change.SAME]
    assert shown == [("will", Change.DIFFERS), ("ever", Change.DIFFERS), ("", Change.OMITS)]


def test_what_shares_too_little_is_not_aligned() -> None:
    made = align(BASE, split_words("Nobody has asked for a single thing"))
    assert made.variants is None
    assert [r.change for r in made.runs] == [Change.SAME]


def test_the_base_is_the_version_in_the_middle() -> None:
    near = split_words("We shall never leave the valley").forms
    far = split_words("We will not leave the valley").forms
    assert pick_base({far: 1, near: 1, BASE.forms: 1}) == near


def test_of_two_versions_the_one_that_more_reports_give_is_the_base() -> None:
    other = split_words("We will leave").forms
    assert pick_base({other: 1, BASE.forms: 3}) == BASE.forms
    with pytest.raises(ValueError, match="empty"):
        pick_base({})


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), min_size=1, max_size=12), st.data())
def test_the_words_stay_verbatim_and_variants_rebuild_both(base: list[str], data: st.DataObject) -> None:
    here = data.draw(st.lists(st.sampled_from(["alpha", "beta", "nu,"]), min_size=1, max_size=12))
    made = align(split_words(" ".join(base)), split_words(" ".join(here)))
    assert " ".join(r.text for r in made.runs if r.text) == " ".join(here)
    if made.variants is not None:
        changed = sum(len(v.here.split()) for v in made.variants)
        assert changed == sum(len(r.text.split()) for r in made.runs if r.change is Change.DIFFERS)
        kept = len(base) - sum(len(v.base.split()) for v in made.variants)
        assert kept == sum(len(r.text.split()) for r in made.runs if r.change is Change.SAME)


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    wording = split_words(text)
    assert len(wording.words) == len(wording.forms)
    assert " ".join(wording.words) == " ".join(text.split())
