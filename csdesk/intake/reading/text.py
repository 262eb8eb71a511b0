"""Bytes to text: the encoding by marks, escapes, NUL pattern and strict decoding, where these fail by a judge."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from csdesk.intake.shapes import FileRefused, Progress, Refusal

_ESCAPES: Final = re.compile(rb"\x1b(?:\$[@B]|\([BIJ]|\$\()")
_LADDER: Final[tuple[str, ...]] = ("cp932", "euc_jp", "cp1252")
_WIDE_LINE: Final = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_SIGNS: Final = re.compile(r"[･｣](?=\s?\d)")
_STEP: Final = 1 << 20
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_SAMPLE: Final = 32 * 1024
_NUL_SAMPLE: Final = 64 * 1024
_NUL_SHARE: Final = 0.02
_NUL_SHARE_OF_ASCII: Final = 0.3
_MOSTLY: Final = 0.05
_JUNK_SHARE: Final = 0.02
_JUNK_FEW: Final = 3
_CONTROLS: Final = dict.fromkeys([*range(9), *range(14, 28), 0x7F])
_NEC: Final = "csdesk.nec"
_FIRST_ROW: Final = 0x21
_LAST_ROW: Final = 0x7E


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, progress: Progress) -> Decoded:
    """Shift_JIS always means cp932. Single broken bytes come out as U+FFFD rather than refuse the file; NUL characters
    are dropped. Raises `FileRefused` where the bytes are no text at all, or the text is a program's data."""
    found = _marked(data) or _without_mark(data, progress)
    text = found.text.replace("\0", "") if "\0" in found.text else found.text
    _check_text(text)
    return Decoded(text, found.encoding)


def _marked(data: bytes) -> Decoded | None:
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_whole(data[3:], "utf-8"), "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_whole(data, "utf-16"), "utf-16")
    if data.isascii() and _ESCAPES.search(data):
        return Decoded(_lenient(data, "iso2022_jp_ext"), "iso2022_jp")
    return _wide(data)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the NUL bytes of separators and line ends stand on one side, and nearly all of them."""
    head = data[: _NUL_SAMPLE & ~1]
    sides = (head[::2].count(0), head[1::2].count(0))
    needed = _NUL_SHARE if _strict(head, "utf-8") is None else _NUL_SHARE_OF_ASCII
    if sum(sides) < max(2, len(head) * needed) or min(sides) > max(sides) // 3:
        return None
    text = _strict(data, "utf-16-be" if sides[0] > sides[1] else "utf-16-le")
    return None if text is None else Decoded(text, "utf-16")


def _without_mark(data: bytes, progress: Progress) -> Decoded:
    if (text := _strict(data, "utf-8", progress)) is not None:
        return Decoded(text, "utf-8")
    nearly = _whole(data, "utf-8")
    if _broken_share(nearly) <= _MOSTLY:
        return Decoded(nearly, "utf-8")
    texts = {name: text for name in _LADDER if (text := _strict(data, name, progress)) is not None}
    bearable = 0 if texts else _MOSTLY
    if texts.keys() <= {"cp1252"}:
        texts |= {name: text for name in _LADDER[:2] if _broken_share(text := _lenient(data, name)) <= bearable}
    if not texts:
        return Decoded(data.decode("cp1252", "replace"), "cp1252")
    if "cp1252" in texts and _is_money_alone(texts.get("cp932", "")):
        return Decoded(texts["cp1252"], "cp1252")
    fitting = [name for name in _LADDER if name in texts]
    # Kanji of one's own are rarer than mistakes.
    plain = [name for name in fitting if not any(map(_PRIVATE.search, _steps(texts[name])))]
    name = _judged(data, plain or fitting)
    return Decoded(texts[name], name)


def _is_money_alone(text: str) -> bool:
    """Whether all that is not ASCII would be small punctuation right before figures: the yen and pound signs of Western
    encodings, read as Japanese."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return bool(wide) and len(_SIGNS.findall(text)) == wide


def _strict(data: bytes, name: str, progress: Progress | None = None) -> str | None:
    """None where the bytes break the encoding's rules; a last character cut in half is forgiven, and shown."""
    decoder = codecs.getincrementaldecoder(name)()
    parts = []
    try:
        for start in range(0, len(data), _STEP):
            parts.append(decoder.decode(data[start : start + _STEP]))
            if progress:
                progress(0, 0)
    except UnicodeDecodeError:
        return None
    return "".join(parts) + ("\ufffd" if decoder.getstate()[0] else "")


def _broken_share(text: str) -> float:
    """Characters that could not be read, of all that are not ASCII."""
    wide = sum(len(step) - len(step.encode("ascii", "ignore")) for step in _steps(text))
    return text.count("\ufffd") / wide if wide else 0.0


def _whole(data: bytes, name: str) -> str:
    """All of it, with U+FFFD for what breaks the encoding's rules."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    parts = [decoder.decode(data[start : start + _STEP]) for start in range(0, len(data), _STEP)]
    return "".join([*parts, decoder.decode(b"", final=True)])


def _steps(text: str) -> Iterator[str]:
    """Some of a text at a time: a large one at a stroke would hold up every other thread."""
    return (text[start : start + _STEP] for start in range(0, len(text), _STEP))


def _judged(data: bytes, candidates: list[str]) -> str:
    """The likeliest of the encodings that fit, by charset-normalizer over lines that hold more than ASCII."""
    if len(candidates) == 1:
        return candidates[0]
    sample = b""
    for found in _WIDE_LINE.finditer(data):
        line = found[0]
        if all("\ufffd" not in (_strict(line, name) or "\ufffd") for name in candidates):
            sample += line + b"\n"
            if len(sample) > _SAMPLE:
                break
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=candidates).best() if sample else None
    return best.encoding if best and best.encoding in candidates else candidates[0]


def _lenient(data: bytes, name: str) -> str:
    """Decoded with the circled numbers and ㈱ that the makers of Windows put where the standard has a hole."""
    return data.decode(name, _NEC)


def _nec_character(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    high = 0x80 if error.encoding == "euc_jp" else 0
    row, cell = (pair[0] - high, pair[1] - high) if len(pair) == 2 else (0, 0)  # noqa: PLR2004 - a pair
    if error.encoding != "cp932" and _FIRST_ROW <= row <= _LAST_ROW and _FIRST_ROW <= cell <= _LAST_ROW:
        lead = (row - 0x21) // 2 + (0x81 if row < 0x5F else 0xC1)  # noqa: PLR2004 - JIS X 0208 to Shift_JIS
        trail = cell + 0x7E if row % 2 == 0 else cell + (0x1F if cell < 0x60 else 0x20)  # noqa: PLR2004 - likewise
        text = bytes((lead, trail)).decode("cp932", "ignore")
        if text:
            return text, error.start + 2
    return "\ufffd", error.start + 1


codecs.register_error(_NEC, _nec_character)


def _check_text(text: str) -> None:
    """Refuses what decodes as text but is none, or is a program's data."""
    head = text[:_NUL_SAMPLE]
    if len(head) - len(head.translate(_CONTROLS)) > max(_JUNK_FEW, len(head) * _JUNK_SHARE):
        raise FileRefused(Refusal.NOT_A_SPREADSHEET)
    start = head.lstrip("\ufeff \t\r\n")[:20].lower()
    if not start:
        raise FileRefused(Refusal.EMPTY)
    if start.startswith(('{"', "[{", "{\n", "{\r")):
        raise FileRefused(Refusal.NOT_A_SPREADSHEET)
