"""How characters were made bytes."""

import codecs
from random import Random

from tests.intake_pollution.clean import ENGLISH, JAPANESE, Clean, clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written

_VENDOR = ("㈱見本①", "髙島・﨑本", "№5 ㌔ Ⅱ期")
"""Characters that Microsoft's Shift_JIS has and the standard has not."""
_WESTERN = ("Café Économie", "Müller & Söhne", "piñata – “special” €5", "naïve façade")


def _japanese(dice: Random, *texts: str) -> Clean:
    return with_texts(dice, clean(dice, JAPANESE), *texts, heading="備考") if texts else clean(dice, JAPANESE)


@kind
def utf8_with_mark(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows), rows, encoding="utf-8-sig")


@kind
def utf8_with_two_marks(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("\ufeff" + written(rows), rows, encoding="utf-8-sig")


@kind
def utf8_with_mark_before_quotes(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, all_quoted=True), rows, encoding="utf-8-sig")


@kind
def utf16_with_mark(dice: Random) -> Polluted:
    """As Excel saves 'Unicode text'."""
    rows = clean(dice)
    data = codecs.BOM_UTF16_LE + written(rows, "\t", end="\r\n").encode("utf-16-le")
    return Polluted(data, (rows,), "utf-16")


@kind
def utf16_big_with_mark(dice: Random) -> Polluted:
    rows = clean(dice)
    return Polluted(codecs.BOM_UTF16_BE + written(rows).encode("utf-16-be"), (rows,), "utf-16")


@kind
def utf16_without_mark(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows), rows, encoding="utf-16-le")


@kind
def utf16_big_without_mark(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows), rows, encoding="utf-16-be")


@kind
def utf32_with_mark(dice: Random) -> Polluted:
    rows = clean(dice)
    return Polluted(codecs.BOM_UTF32_LE + written(rows).encode("utf-32-le"), (rows,), "utf-32")


@kind
def cp932(dice: Random) -> Polluted:
    rows = _japanese(dice)
    return polluted(written(rows, end="\r\n"), rows, encoding="cp932")


@kind
def cp932_of_the_vendor(dice: Random) -> Polluted:
    rows = _japanese(dice, *_VENDOR)
    return polluted(written(rows, end="\r\n"), rows, encoding="cp932")


@kind
def cp932_with_half_width_kana(dice: Random) -> Polluted:
    rows = _japanese(dice, "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ", "ﾃｽﾄ｡｢ｶｸﾆﾝ｣", "ﾊﾞｰｼﾞｮﾝ")
    return polluted(written(rows), rows, encoding="cp932")


@kind
def cp932_with_backslash_bytes(dice: Random) -> Polluted:
    """Characters whose second byte is that of a backslash or a bar: 表, 能, ソ, ポ."""
    rows = _japanese(dice, "ソフト一覧表", "機能表示", "ポスター十枚")
    return polluted(written(rows, dice.choice(",|"), all_quoted=dice.random() < 0.5), rows, encoding="cp932")


@kind
def euc_jp(dice: Random) -> Polluted:
    rows = _japanese(dice)
    return polluted(written(rows), rows, encoding="euc_jp")


@kind
def euc_jp_of_the_vendor(dice: Random) -> Polluted:
    """㈱ and ① as eucJP-ms has them; Python's own codec knows them not."""
    rows = _japanese(dice, "㈱見本①", "Ⅱ期 №5")
    data = b"".join(_euc(character) for character in written(rows))
    return Polluted(data, (rows,), "euc_jp")


def _euc(character: str) -> bytes:
    try:
        return character.encode("euc_jp")
    except UnicodeEncodeError:
        lead, trail = character.encode("cp932")
        row = (lead - (0x71 if lead < 0xA0 else 0xB1)) * 2 + 1
        if trail >= 0x9F:
            return bytes((row + 1 + 0x80, trail - 0x7E + 0x80))
        return bytes((row + 0x80, trail - (0x20 if trail > 0x7F else 0x1F) + 0x80))


@kind
def iso2022_jp(dice: Random) -> Polluted:
    rows = _japanese(dice)
    return polluted(written(rows), rows, encoding="iso2022_jp")


@kind
def windows_1252(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice, ENGLISH), *_WESTERN)
    return polluted(written(rows), rows, encoding="cp1252")


@kind
def windows_1252_with_few_accents(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice, ENGLISH), dice.choice(_WESTERN))
    return polluted(written(rows, ";"), rows, encoding="cp1252")


@kind
def utf8_cut_in_a_character(dice: Random) -> Polluted:
    """A download that broke off: the last character of the last cell is lost."""
    rows = clean(dice, JAPANESE)
    rows = [[*row[:-1], f"{row[-1]}済"] if at else row for at, row in enumerate(rows)]
    data = written(rows).encode()[:-2]
    shown = [*rows[:-1], [*rows[-1][:-1], rows[-1][-1][:-1] + "\ufffd"]]
    return Polluted(data, (shown,))


@kind
def mostly_ascii_utf8(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice, ENGLISH), "渋谷 office")
    many = [rows[0], *([*row[:-1], ""] for _ in range(100) for row in rows[1:]), *rows[1:]]
    return polluted(written(many), many)
