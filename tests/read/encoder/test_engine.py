import pytest

from sayso.core.article import Article
from sayso.read.reader import Reader

REPORT = (
    "The harbour master of Port Ilsen, Mara Veld, said on Friday that two pilots had drowned. "
    "“We warned them,” she said.\n"
    "The Pilots’ Guild denied that it had been told of the storm."
)


def test_the_runtimes_agree(reader: Reader) -> None:
    pytest.importorskip("openvino", reason="the extra openvino is not installed")
    article = Article("a", None, None, None, None, "2031-02-14", "en", REPORT)
    readings = [Reader.load(engine=name).read_one(article).reading for name in ("onnxruntime", "openvino")]
    first, second = ([(s.source, s.cue, s.content, s.speaker) for s in r.statements] for r in readings)
    assert first == second
    assert len(first) >= 3
    assert readings[0].mentions == readings[1].mentions
