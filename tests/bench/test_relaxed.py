from bench.relaxed import judge

TEXT = "Bel said that the dam had held, and Oru denied it."


def one(source: str, cue: str, content: str) -> dict[str, list[tuple[int, int]]]:
    def place(words: str) -> list[tuple[int, int]]:
        return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []

    return {"source": place(source), "cue": place(cue), "content": place(content)}


GOLD = [one("Bel", "said", "that the dam had held")]


def test_half_of_the_words_are_enough() -> None:
    assert judge(TEXT, GOLD, [one("Bel", "said", "the dam had held")]) == [True]
    assert judge(TEXT, GOLD, [one("Bel", "said", "held")]) == [False]


def test_source_and_cue_count_too() -> None:
    assert judge(TEXT, GOLD, [one("Oru", "said", "that the dam had held")]) == [False]
    assert judge(TEXT, GOLD, [one("Bel", "denied", "that the dam had held")]) == [False]


def test_a_gold_attribution_serves_once() -> None:
    assert judge(TEXT, GOLD, [GOLD[0], GOLD[0]]) == [True, False]
