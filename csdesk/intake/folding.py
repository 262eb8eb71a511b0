"""Names and headings folded for finding candidates; nothing folded is ever stored."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from csdesk.models.drafts import Value
from csdesk.models.text import fold_case

_FORMS: dict[str, str] = {
    "kabushiki": "株式会社|(株)|㈱|カブシキガイシャ|カブシキカイシャ|kabushiki kaisha|kabushiki gaisha|k.k.|kk",
    "yugen": "有限会社|(有)|ユウゲンガイシャ|yugen gaisha|y.k.",
    "godo": "合同会社|(同)|ゴウドウガイシャ|godo kaisha|g.k.",
    "goshi": "合資会社|(資)",
    "gomei": "合名会社|(名)",
    "ippan shadan": "一般社団法人|(一社)",
    "koeki shadan": "公益社団法人|(公社)",
    "ippan zaidan": "一般財団法人|(一財)",
    "koeki zaidan": "公益財団法人|(公財)",
    "iryo": "医療法人社団|医療法人財団|社会医療法人|医療法人|(医)",
    "gakko": "学校法人|(学)",
    "fukushi": "社会福祉法人|(福)",
    "npo": "特定非営利活動法人|npo法人|(特非)|(非)",
    "dokuritsu": "独立行政法人|地方独立行政法人|国立研究開発法人|国立大学法人|(独)",
    "shukyo": "宗教法人|(宗)",
    "zeirishi": "税理士法人|(税)",
    "bengoshi": "弁護士法人|(弁)",
    "kansa": "監査法人",
    "kumiai": "協同組合|事業協同組合|生活協同組合|農業協同組合|(協)",
    "co ltd": "co., ltd.|co.,ltd.|co. ltd.|co ltd|company limited",
    "pty ltd": "pty. ltd.|pty ltd|pty limited",
    "pte ltd": "pte. ltd.|pte ltd|pte limited",
    "inc": "inc.|inc|incorporated",
    "corp": "corp.|corp|corporation",
    "llc": "l.l.c.|llc",
    "llp": "l.l.p.|llp",
    "lp": "l.p.",
    "ltd": "ltd.|ltd|limited",
    "plc": "p.l.c.|plc",
    "co": "co.|co|company",
    "gmbh": "gmbh & co. kg|gmbh|mbh",
    "ag": "ag",
    "ug": "ug (haftungsbeschränkt)|ug",
    "kg": "kg",
    "ek": "e.k.|e. k.",
    "sarl": "s.a.r.l.|sarl|sàrl",
    "sas": "s.a.s.|sas|sasu",
    "sa": "s.a.|sa",
    "sl": "s.l.|sl|s.l.u.",
    "spa": "s.p.a.|spa",
    "srl": "s.r.l.|srl",
    "bv": "b.v.|bv",
    "nv": "n.v.|nv",
    "ab": "ab",
    "as": "a/s|asa",
    "aps": "aps",
    "oy": "oyj|oy",
    "se": "se",
    "sro": "s.r.o.|sro",
    "kft": "kft.|kft",
    "zoo": "sp. z o.o.|sp. z o. o.",
    "ltda": "ltda.|ltda",
    "sdn bhd": "sdn. bhd.|sdn bhd",
}
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_VARIANTS = str.maketrans(
    "髙﨑邉邊斎齋齊濵濱嶋嶌澤廣國櫻龍德惠眞槇舘榮壽會條桒栁", "高崎辺辺斉斉斉浜浜島島沢広国桜竜徳恵真槙館栄寿会条桑柳"
)
COMMON_HOSTS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "yahoo.co.jp",
        "outlook.com",
        "outlook.jp",
        "hotmail.com",
        "hotmail.co.jp",
        "icloud.com",
        "me.com",
        "aol.com",
        "proton.me",
        "protonmail.com",
        "live.com",
        "msn.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "qq.com",
        "163.com",
        "naver.com",
        "docomo.ne.jp",
        "ezweb.ne.jp",
    ]
)
"""Hosts where anybody may have an address: they tell nothing of a company."""
_THIRTEEN = 13
_JOINERS = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """Width, case, Latin accents, kana and common kanji variants folded; spaces kept."""
    plain = fold_case(text)
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        kept = [c for i, c in enumerate(parts) if not (unicodedata.combining(c) and i and parts[i - 1] < "ɐ")]
        plain = unicodedata.normalize("NFC", "".join(kept)).translate(_KATAKANA).translate(_VARIANTS)
    return plain


_FORM_WORDS = sorted(
    ((squeeze(word), form) for form, words in _FORMS.items() for word in words.split("|")),
    key=lambda pair: -len(pair[0]),
)
_TRAILING = re.compile(
    r"(?:^|[\s,、・.]+)(" + "|".join(re.escape(w) for w, _ in _FORM_WORDS if w.isascii() and w[0] != "(") + r")[\s,.]*$"
)
_ANYWHERE = re.compile("|".join(re.escape(w) for w, _ in _FORM_WORDS if not w.isascii() or w[0] == "("))
_FORM_BY_WORD = dict(_FORM_WORDS)


@dataclass(frozen=True, slots=True)
class FoldedName:
    """A company's name for finding candidates: `base` without its legal form, and which form that was ('' for none).

    Equal bases with the same form, or with a form on one side alone, are a proposal; two different forms are two
    companies. Digits are part of the base, so names that differ in a digit never meet.
    """

    base: str
    form: str

    def may_be(self, other: "FoldedName") -> bool:
        """Whether both may be one company: equal bases and no two different legal forms."""
        return self.base == other.base and (self.form == other.form or not self.form or not other.form)


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> FoldedName:
    """Fold a company's name: width, case, kana, accents, legal form, spaces and punctuation."""
    plain = squeeze(name).strip()
    form = ""
    found = _ANYWHERE.search(plain)
    if found:
        form = _FORM_BY_WORD[found.group()]
        plain = plain[: found.start()] + " " + plain[found.end() :]
    else:
        found = _TRAILING.search(plain)
        if found and found.start() > 0:
            form = _FORM_BY_WORD[found.group(1)]
            plain = plain[: found.start()]
    base = _JOINERS.sub("", plain.replace("&", " and ").replace("+", "plus"))
    return FoldedName(base or _JOINERS.sub("", squeeze(name)), form if base else "")


def fold_id(text: str) -> str:
    """An external id for comparing: width folded, spaces gone; case and leading zeros count."""
    if text.isalnum() and text.isascii():
        return text
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(plain.split())


def own_id(value: Value) -> str:
    """A row's own id for comparing, '' where it has none."""
    return fold_id(str(value)) if value else ""


def fold_word(text: str) -> str:
    """An address, a plan or the like for comparing: width, case and spaces folded."""
    return fold_id(text).casefold()


def fold_host(text: str) -> str:
    """A domain for comparing: case folded, 'www.' cut."""
    return text.strip().casefold().removeprefix("www.")


def corporate_number(text: str) -> str:
    """A corporate number's thirteen digits, '' for anything else."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text)) if text else ""
    return digits if len(digits) == _THIRTEEN else ""


def fold_person(name: str) -> str:
    """A person's name for comparing: width, case and spaces folded, an honorific cut."""
    plain = fold_word(name)
    return plain[:-1] if plain[-1:] in {"様", "氏"} else plain.removesuffix("さん")


def digits_of(text: str) -> str:
    """The digits of a name, in order; two names whose digits differ are never suggested as one."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isdigit, plain))
