"""Further people of a customer in one row: 'Contact 2', 'Billing contact', 決裁者, each with the address beside."""

# ruff: noqa: PLR2004 - shares and lengths are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csdesk.intake.fields import with_month
from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.matching.words.neighbours import Seen

_TAILS = {
    "contact.email": r"(?:e ?mail(?: address)?|mail(?: address)?|eメール(?:アドレス)?|メール(?:アドレス)?|メアド)",
    "contact.phone": r"(?:phone(?: number| no)?|mobile|cell|tel(?:ephone)?|電話(?:番号)?|携帯(?:番号|電話)?|直通)",
    "contact.title": r"(?:job title|title|role|position|役職名?|肩書き?|職位)",
    "contact.department": r"(?:department|dept|部署名?|部門名?|所属)",
    "contact.name": r"(?:full name|name|氏名|お名前|名前|様名|名|様)",
}
_ATTRIBUTES = [(field, re.compile(rf"(.*?) ?(?:の|\bs )?{tail} ?([1-9]?)")) for field, tail in _TAILS.items()]
_OF_WORK = (
    r"2nd|second|secondary|other|additional|back ?up|alternat(?:e|ive)|another|third|3rd|billing|finance|financial|"
    r"accounting|accounts payable|ap|invoic(?:e|ing)|payment|technical|tech|it|admin|procurement|purchasing|legal|"
    r"renewals?|executive|exec|business|security|day to day|commercial|project"
)
_ROLES = re.compile(
    rf"(?:(?:{_OF_WORK}) (?:contact|contact person|poc|point of contact)|"
    r"(?:(?:executive|exec|customer|client) )?(?:sponsor|champion)|economic buyer|decision ?maker|key user|"
    r"power user|stakeholder|signatory|approver|"
    r"(?:(?:先方|お?客様側?|顧客側?)の?)?(?:(?:請求書?|支払い?|経理|財務|会計|購買|法務|決裁|意思決定|経営層?|役員|情シス|情報システム|現場|"
    r"利用部門|エグゼクティブ)の?(?:送付)?先?(?:ご?担当者?|窓口(?:担当者?)?|責任者|連絡先|者|スポンサー)|"
    r"決裁者|決裁権者|意思決定者|キーマン|キーパーソン|チャンピオン|推進者|経営層|役員|スポンサー)|"
    r"先方の?(?:責任者|役員|決裁者|上長|(?:サブ|副|第[二三2-3])の?(?:担当者?|窓口)))"
    r" ?([1-9]?)"
)
_NUMBERED = re.compile(
    r"(?:contact(?: person| name)?|poc|point of contact|person|"
    r"(?:先方|お?客様|顧客)?の?(?:ご?担当者|窓口(?:担当者?)?|連絡先)) ?([1-9])"
)
_FIRST = re.compile(
    r"(?:(?:main|primary|key|customer|client) )?(?:contact|contact person|poc|point of contact)|"
    r"(?:先方|お?客様|顧客|主)?の?(?:ご?担当者?|窓口(?:担当者?)?|連絡先)"
)
_NAME = "contact.name"
_MOST = 0.5
_LONGEST = 40
_EXECUTIVE = re.compile(r"\bexec|sponsor|\bc[etfo]o\b|役員|経営|エグゼ|スポンサー|社長|上長")
_DECIDES = re.compile(r"decision|economic buyer|signatory|approver|決裁|意思決定")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a heading tells of a person: who he is ('' where it does not say), also as it stands, and which of his
    attributes."""

    who: str
    label: str
    field: str


def people_fields(seen: Sequence[Seen]) -> dict[int, str]:
    """The field of every column that tells of a person beside the customer's first, by position:
    'contact.email@Billing contact'. Those of a 'Contact 1' are the first one's."""
    told = {at: one for at, column in enumerate(seen) if not column.profile.is_empty and (one := _told(column))}
    named = {one.who: one.label for field in ("contact.email", _NAME) for one in told.values() if one.field == field}
    first = _first(seen, {at: one.who for at, one in told.items() if one.who and one.field == _NAME})
    roles = {who: label for who, label in named.items() if who not in {"", first}}
    found = {}
    for at, one in told.items():
        if one.who in roles:
            found[at] = with_month(one.field, roles[one.who])
        elif one.who and one.who == first:
            found[at] = one.field
    return found | _beside(told, roles)


def _told(column: Seen) -> _Told | None:
    """What a column tells of a person, if its values may be that."""
    words, values = fold_words(column.heading), column.profile
    for field, form in _ATTRIBUTES:
        found = form.fullmatch(words)
        if found and (who := _who(f"{found[1]} {found[2]}".strip())) is not None:
            label = column.heading.strip() if field == _NAME else column.heading.strip()[: len(found[1])]
            return _Told(who, label, field) if (who or field != _NAME) and _may_hold(field, values) else None
    who = _who(words)
    if not who:
        return None
    if values.email > _MOST:
        return _Told(who, column.heading.strip(), "contact.email")
    return _Told(who, column.heading.strip(), _NAME) if _may_hold(_NAME, values) else None


def _who(words: str) -> str | None:
    """Who a heading without its attribute speaks of: a number or a role; '' for nobody, None for somebody else."""
    if words.isdecimal() or not words:
        return words
    if _FIRST.fullmatch(words):
        return ""
    if found := _NUMBERED.fullmatch(words):
        return found[1]
    return words if _ROLES.fullmatch(words) else None


def _may_hold(field: str, values: Profile) -> bool:
    if field == "contact.email":
        return values.email > _MOST
    if field == "contact.phone":
        return values.phone > _MOST
    plain = max(values.number, values.date, values.yes_no, values.mark, values.email, values.bands) < 0.3
    called = field != _NAME or not values.posts
    return plain and called and 1 < values.length <= _LONGEST


def _first(seen: Sequence[Seen], names: Mapping[int, str]) -> str:
    """Who of those named is the customer's first person: the first by number; where no other column is a person's, the
    first whose heading plainly says so. '' where it is another column."""
    if not names:
        return ""
    if "1" in names.values():
        return "1"
    plain = [at for at, one in enumerate(seen) if any(hit.field.id == _NAME for hit in plain_hits(one.heading))]
    return names[plain[0]] if plain and all(at in names for at in plain) else ""


def _beside(told: Mapping[int, _Told], roles: Mapping[str, str]) -> dict[int, str]:
    """Attributes without a word whose they are: the first of a kind is the first person's, as long as none stood
    before; a further one is that of the person named last before it."""
    found, last, met = {}, "", set()
    for at, one in sorted(told.items()):
        if one.who:
            last = one.who if one.field == _NAME else last
        elif one.field in met and last in roles:
            found[at] = with_month(one.field, roles[last])
        met.add(one.field if one.who not in roles else "")
    return found


def role_of(name: str) -> tuple[str, bool | None, bool | None]:
    """What a person's column says of him: his role in words, whether he decides, whether he is of the board. A number
    is no role."""
    words = fold_words(name)
    role = "" if _NUMBERED.fullmatch(words) else name
    return role, True if _DECIDES.search(words) else None, True if _EXECUTIVE.search(words) else None
