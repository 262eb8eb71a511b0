"""Folding text so that typing finds it whatever its width, case, kana or romaji."""

from csdesk.models.text import fold_case

_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_DROPPED = {ord(mark): None for mark in "‐‑‒–—―・"}

_FORMS = {
    "株式会社": "かぶしきがいしゃ", "(株)": "株式会社 かぶしきがいしゃ", "有限会社": "ゆうげんがいしゃ",
    "(有)": "有限会社 ゆうげんがいしゃ", "合同会社": "ごうどうがいしゃ", "(同)": "合同会社 ごうどうがいしゃ",
}  # fmt: skip
"""Legal forms with other ways to write them, and how they are read."""

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ",
    "m": "まみむめも", "y": "や ゆ よ", "r": "らりるれろ", "w": "わ   を", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_SPOKEN = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "を": "o", "ん": "n",
    "ゔ": "vu", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
}  # fmt: skip
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))


def _sounds() -> dict[str, str]:
    """Every kana, and every pair whose second is written small, in Hepburn letters."""
    plain = {
        kana: f"{consonant}{vowel}"
        for consonant, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=False)
        if kana != " "
    }
    plain |= _SPOKEN | _SMALL_VOWELS
    pairs = {"うぃ": "wi", "うぇ": "we", "うぉ": "wo"}
    for kana, letters in plain.items():
        if letters.endswith("i") and len(letters) > 1:
            stem = letters[:-1]
            soft = stem in {"sh", "ch", "j"}
            pairs |= {f"{kana}{small}": f"{stem}{said[1:] if soft else said}" for small, said in _SMALL.items()}
        if letters[:-1] and kana not in _SMALL:
            pairs |= {f"{kana}{small}": f"{letters[:-1]}{vowel}" for small, vowel in _SMALL_VOWELS.items()}
    return plain | pairs


_ROMAJI = _sounds()


def folded(text: str) -> str:
    """Lower case, half width, hiragana for katakana; legal forms are followed by their other spellings, and text with
    kana by its romaji (toukyou tokyo)."""
    if text.isascii():
        return text.lower()
    plain = fold_case(text).translate(_TO_HIRAGANA).translate(_DROPPED)
    plain = " ".join([plain, *(said for form, said in _FORMS.items() if form in plain)])
    if not any("ぁ" <= letter <= "ゖ" for letter in plain):
        return plain
    letters = romaji(plain)
    return f"{plain} {letters} {letters.replace('ou', 'o').replace('oo', 'o').replace('uu', 'u')}"


def sought(text: str) -> str:
    """Folding for what a person types, without the romaji that `folded` adds to what is found."""
    return fold_case(text).translate(_TO_HIRAGANA).translate(_DROPPED)


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
