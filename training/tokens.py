"""The tokenizer of the starting weights, without cutting or padding."""

from tokenizers import Tokenizer

from training.weights import starting_folder


def load_tokenizer() -> Tokenizer:
    """BERT's uncased word pieces."""
    tokenizer = Tokenizer.from_file(str(starting_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
