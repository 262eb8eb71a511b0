"""Typing finds text whatever its width, case, kana or romaji."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.ui.folding import folded, romaji, sought


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("acme", "ＡＣＭＥ Inc."),
        ("ｱｵｿﾞﾗ", "アオゾラ物流"),
        ("あおぞら", "アオゾラ物流"),
        ("aozora", "アオゾラ物流"),
        ("tokyo", "とうきょうシステム"),
        ("toukyou", "とうきょうシステム"),
        ("kitchin", "キッチン"),
        ("sapporo", "さっぽろ工房"),
        ("shachou", "シャチョウ"),
        ("famiri", "ファミリー"),
        ("webu", "ウェブ"),
        ("jannu", "ジャンヌ"),
        ("物流", "アオゾラ物流"),
        ("cafe", "CAFE"),
        ("kabushiki", "株式会社見本"),
        ("かぶしき", "株式会社見本"),
        ("kabushiki", "㈱見本"),
        ("株式会社", "㈱見本"),
        ("godo", "合同会社見本"),
    ],
)
def test_found(typed: str, name: str) -> None:
    assert sought(typed) in folded(name)


@pytest.mark.parametrize(("typed", "name"), [("aozora", "あおば"), ("b", "Acme"), ("青", "アオゾラ")])
def test_not_found(typed: str, name: str) -> None:
    assert sought(typed) not in folded(name)


@given(st.text())
def test_every_name_is_found_by_itself(name: str) -> None:
    assert sought(name) in folded(name)


def test_kana_become_hepburn_letters() -> None:
    assert romaji("しゃっちょうふじつぢを") == "shatchoufujitsujio"
    assert romaji("ＡＢ青") == "ＡＢ青"
