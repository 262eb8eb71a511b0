import pytest

from csdesk.intake.reading.standins import holds
from csdesk.intake.reading.text import decode
from csdesk.intake.shapes import Cancelled, FileRefused, Refusal

JAPANESE = "顧客名,担当,備考\r\n株式会社みどり書房見本,架空一郎,サービス\r\n"
WESTERN = "Société,Contact\nPâtisserie Müller,Peña “VIP” – 50 €\n"


def plain(data: bytes) -> tuple[str, str]:
    found = decode(data, lambda _done, _all: None)
    return found.text, found.encoding


def in_jis(text: str) -> bytes:
    """EUC-JP with the circled numbers and ㈱ where the makers of Windows put them."""
    out = b""
    for character in text:
        lead, trail = character.encode("cp932") if len(character.encode("cp932")) > 1 else (0, ord(character))
        if not lead:
            out += bytes((trail,))
            continue
        row = (lead - (0x71 if lead < 0xA0 else 0xB1)) * 2 + 1
        trail -= trail > 0x7F
        row, cell = (row + 1, trail - 0x7D) if trail >= 0x9E else (row, trail - 0x1F)
        out += bytes((row | 0x80, cell | 0x80))
    return out


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp932", "cp932"),
        ("euc_jp", "euc_jp"),
        ("iso2022_jp", "iso2022_jp"),
    ],
)
def test_japanese_text_is_read_in_every_encoding(codec: str, name: str) -> None:
    assert plain(JAPANESE.encode(codec)) == (JAPANESE, name)


def test_shift_jis_means_cp932() -> None:
    text = "会社,記号\n㈱髙島﨑商店見本,①Ⅳ㌔～－\n"
    assert plain(text.encode("cp932")) == (text, "cp932")


def test_half_width_kana_alone_is_cp932() -> None:
    text = "ﾅﾏｴ,ｶﾅ\nﾔﾏﾀﾞ,ﾀﾛｳ\n"
    assert plain(text.encode("cp932")) == (text, "cp932")


@pytest.mark.parametrize("text", ["会社,記号\n㈱見本商店,①Ⅳ㌔\n", "番号,名\n①,テスト\n"])
def test_signs_beyond_the_standard_are_read_in_euc_jp_and_iso_2022_jp(text: str) -> None:
    euc = in_jis(text)
    assert plain(euc) == (text, "euc_jp")
    seven_bit, inside = b"", False
    for byte in euc:
        if (byte > 0x7F) is not inside:
            inside = not inside
            seven_bit += b"\x1b$B" if inside else b"\x1b(B"
        seven_bit += bytes((byte & 0x7F,))
    assert plain(seven_bit) == (text, "iso2022_jp")


@pytest.mark.parametrize(
    "text", [WESTERN, "Name,Straße\nGrößer GmbH,1\nMüller,2\n", "a,b\nx,Marlowe-Oké\n", "Company,MRR\nÜnal Textil,£5\n"]
)
def test_western_text_is_windows_1252(text: str) -> None:
    assert plain(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
def test_a_last_character_cut_in_half_is_shown_and_changes_nothing_else(codec: str) -> None:
    text, _ = plain("会社名,金額\n株式会社あ".encode(codec)[:-1])
    assert text == "会社名,金額\n株式会社\ufffd"


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    data = JAPANESE.encode() * 3
    text, name = plain(data[:60] + b"\xff" + data[60:])
    assert name == "utf-8"
    assert text.count("\ufffd") < 5
    assert text.endswith(JAPANESE)


def test_nul_bytes_are_dropped() -> None:
    assert plain(b"a,b\0\n1,2\0\0\n")[0] == "a,b\n1,2\n"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b'{"rows": []}',
    ],
)
def test_what_is_no_table_of_text_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        plain(data)
    assert caught.value.args[0] is Refusal.NOT_A_SPREADSHEET


def test_decoding_a_large_file_can_be_stopped() -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        decode(JAPANESE.encode("cp932") * 50_000, stop)


@pytest.mark.parametrize("sign", ["¥", "£"])
def test_a_western_money_sign_is_no_japanese_punctuation(sign: str) -> None:
    text = f"Customer,Fee\nNorthwind,{sign}1,200\nAlder,{sign}900\n"
    assert plain(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("step", [1, 7, 64])
def test_a_text_looked_at_some_at_a_time_is_what_it_is_as_a_whole(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    broken = JAPANESE.encode()[:50] + b"\xff" + JAPANESE.encode() * 2 + "あ".encode()[:2]
    for data in (broken, b"\xef\xbb\xbf" + broken, JAPANESE.encode("utf-16"), JAPANESE.encode("cp932")):
        whole = plain(data)
        with monkeypatch.context() as small:
            small.setattr("csdesk.intake.reading.text._STEP", step)
            assert plain(data) == whole
    monkeypatch.setattr("csdesk.intake.reading.standins._STEP", step)
    assert holds('a,="1"', '="')
    assert holds("ab=", "=")
    assert not holds('a="', '""')
