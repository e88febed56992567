"""The learned tables: what is written is what is read, and a spoilt file is named with what to do."""

from pathlib import Path

import msgspec
import pytest

from bot.content import loader, weights
from bot.domain import errors

LEARNED = {
    "w:chest": weights.Learned(120, (0, 35, 1, -4)),
    "w:tea": weights.Learned(80, ()),
    "b:chest pain": weights.Learned(150, (0, 35, 1, -4)),
}


def test_what_was_learned_of_a_ground_is_read_again() -> None:
    table = weights.unpack(weights.pack("1234", ("emergency", "crisis"), (-0.5, -0.25), LEARNED))
    assert {ground: tuple(table.worth(ground)) for ground in LEARNED} == {
        ground: learned.worth for ground, learned in LEARNED.items()
    }
    assert tuple(table.worth("w:coffee")) == ()
    assert table.kinds == ("emergency", "crisis")
    assert table.bias == (-0.5, -0.25)


def _cut(packed: bytes, part: str) -> bytes:
    table = msgspec.msgpack.decode(packed, type=weights.Table)
    return msgspec.msgpack.encode(msgspec.structs.replace(table, **{part: getattr(table, part)[:-1]}))


@pytest.mark.parametrize("part", ["grounds", "starts", "rarities", "worths"])
def test_a_table_cut_short_is_named_with_what_to_do(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "en" / "weights"
    folder.mkdir(parents=True)
    packed = weights.pack("1234", ("emergency",), (0.0,), LEARNED)
    (folder / "spoilt.msgpack").write_bytes(_cut(packed, part))
    monkeypatch.setattr(loader, "HOME", tmp_path)
    with pytest.raises(errors.ContentError, match="make weigh"):
        weights.load("spoilt")
