from sayso.core.data_files import load_values, load_words


def test_words_stay_words() -> None:
    lists = load_words("sayso.read.phrases", "words.yaml")
    assert all(isinstance(word, str) for words in lists.values() for word in words)


def test_values_are_values() -> None:
    weights = load_values("sayso.collate", "weights.yaml")
    assert any(isinstance(value, (int, float, dict)) for value in weights.values())
