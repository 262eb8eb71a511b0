"""Folding text so that typing finds it whatever its width, case, kana or romaji."""

import unicodedata

_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_DROPPED = {ord(mark): None for mark in "‐‑‒–—―・"}

_ROMAJI = dict(
    pair.split(":")
    for pair in (
        "きゃ:kya きゅ:kyu きょ:kyo しゃ:sha しゅ:shu しょ:sho ちゃ:cha ちゅ:chu ちょ:cho にゃ:nya にゅ:nyu にょ:nyo "
        "ひゃ:hya ひゅ:hyu ひょ:hyo みゃ:mya みゅ:myu みょ:myo りゃ:rya りゅ:ryu りょ:ryo ぎゃ:gya ぎゅ:gyu ぎょ:gyo "
        "じゃ:ja じゅ:ju じょ:jo びゃ:bya びゅ:byu びょ:byo ぴゃ:pya ぴゅ:pyu ぴょ:pyo しぇ:she じぇ:je ちぇ:che "
        "てぃ:ti でぃ:di ふぁ:fa ふぃ:fi ふぇ:fe ふぉ:fo うぃ:wi うぇ:we うぉ:wo とぅ:tu どぅ:du でゅ:dyu "
        "あ:a い:i う:u え:e お:o か:ka き:ki く:ku け:ke こ:ko さ:sa し:shi す:su せ:se そ:so た:ta ち:chi つ:tsu "
        "て:te と:to な:na に:ni ぬ:nu ね:ne の:no は:ha ひ:hi ふ:fu へ:he ほ:ho ま:ma み:mi む:mu め:me も:mo "
        "や:ya ゆ:yu よ:yo ら:ra り:ri る:ru れ:re ろ:ro わ:wa を:o ん:n が:ga ぎ:gi ぐ:gu げ:ge ご:go ざ:za じ:ji "
        "ず:zu ぜ:ze ぞ:zo だ:da ぢ:ji づ:zu で:de ど:do ば:ba び:bi ぶ:bu べ:be ぼ:bo ぱ:pa ぴ:pi ぷ:pu ぺ:pe ぽ:po "
        "ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゃ:ya ゅ:yu ょ:yo ゔ:vu"
    ).split()
)


def folded(text: str) -> str:
    """Lower case, half width, hiragana for katakana; text with kana is followed by its romaji (toukyou tokyo)."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA).translate(_DROPPED)
    if not any("ぁ" <= letter <= "ゖ" for letter in plain):
        return plain
    letters = romaji(plain)
    return f"{plain} {letters} {letters.replace('ou', 'o').replace('oo', 'o').replace('uu', 'u')}"


def sought(text: str) -> str:
    """Folding for what a person types, without the romaji that `folded` adds to what is found."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA).translate(_DROPPED)


def romaji(kana: str) -> str:
    """Hiragana as Hepburn letters without long vowels; everything else stays."""
    letters: list[str] = []
    place = 0
    double = False
    while place < len(kana):
        sound = _ROMAJI.get(kana[place : place + 2]) or _ROMAJI.get(kana[place])
        if kana[place] == "っ":
            double, place = True, place + 1
            continue
        if sound is None:
            letters.append("" if kana[place] == "ー" else kana[place])
            place += 1
        else:
            letters.append(_doubled(sound) if double else sound)
            place += 2 if kana[place : place + 2] in _ROMAJI else 1
        double = False
    return "".join(letters)


def _doubled(sound: str) -> str:
    return f"t{sound}" if sound.startswith("ch") else f"{sound[0]}{sound}"
