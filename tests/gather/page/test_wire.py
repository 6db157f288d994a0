import io

import pytest

from sayso.gather.page.wire import read_message, write_message


def test_messages_come_back_in_order() -> None:
    stream = io.BytesIO()
    write_message(stream, {"markup": "“Shut” 港"})
    write_message(stream, {"markup": ""})
    stream.seek(0)
    assert [read_message(stream), read_message(stream)] == [{"markup": "“Shut” 港"}, {"markup": ""}]


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\x00\x00\x00\x09{}", b"\xff\xff\xff\xff", b"\x00\x00\x00\x02[]"]
)
def test_a_broken_stream_is_told(data: bytes) -> None:
    with pytest.raises((EOFError, ValueError)):
        read_message(io.BytesIO(data))
