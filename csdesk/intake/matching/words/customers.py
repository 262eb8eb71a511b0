"""What lists of customers make of headings that mean two things: 'Customer', 'Comment', 'Status'."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Callable, Sequence

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, all_named, is_kept_on
from csdesk.intake.matching.words.prices import is_taken_in, may_be_turnover
from csdesk.intake.matching.words.qualifiers import is_planned
from csdesk.intake.shapes import TableKind
from csdesk.models.text import fold_case

_OF_PEOPLE = frozenset({TableKind.TICKETS, TableKind.ANSWERS, TableKind.CONTACTS})
_COMPANY = re.compile(r"\b(?:company|organi[sz]ation|org)\b|会社|企業|組織|社名")
_CUSTOMER = frozenset(
    {
        "customer",
        "customers",
        "client",
        "customer name",
        "client name",
        "顧客",
        "顧客名",
        "お客様",
        "お客さま",
        "お客様名",
    }
)
_ASKING = frozenset({TableKind.TICKETS, TableKind.ANSWERS})
_BARE_NAME = frozenset({"name", "名前", "名", "名称"})
_EITHER = re.compile(r"担当者?(?:氏名|名)?")
_REMARKS = frozenset({"description", "company description", "comment", "comments", "説明", "その他"})
_CONTENTS = frozenset({"detail", "details", "summary", "内容", "詳細", "概要", "コメント"})
"""Words for what is noted of an account, and those that mean so where no touch is told of."""
_TOUCHED = frozenset({"touch.last_at", "touch.date", "touch.type"})
_WELL = re.compile(r"health|risk|ヘルス|リスク|健康|健全")
_COLOURS = frozenset({"colour", "color", "色", "信号色"})
_OF_RISK = re.compile(r"\b(?:risk|flagged|mitigation|save plan|escalated|warning)\b|リスク|検知|懸念|対策|予兆")
_CONTRACTED = frozenset(
    {"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount", "contract.start", "contract.end"}
)
_OF_SUCCESS = re.compile(r"\bcsm?\b|cs(?=担当)|(?<=担当)cs|カスタマーサクセス|customer success")
_OF_ACCOUNT = re.compile(rf"{_OF_SUCCESS.pattern}|{_COMPANY.pattern}|\b(?:account|customer)\b|顧客|取引先")
_BARE_DUE = re.compile(r"期限日?|期日")
_DUE = frozenset({"due", "due date", "due on"})
_RENEWED = re.compile(r"\brenew\w*|更新")
_OF_STEPS = frozenset({"milestone.title", "task.title", "goal.statement"})
_WROTE = re.compile(r"記[録入]者|入力者|登録者|(?:entered|recorded) by")
_WRITTEN_ON = re.compile(r"(?:logged|recorded|entered|noted)(?: on| at)?|(?:記入|記録|入力)日時?")
_ATTENDED = re.compile(r"attend|参加者|出席者")
_OF_OUTCOME = re.compile(r"\b(?:result|outcome|description|disposition)$|(?:結果|成果|説明)$")
_NOTED = re.compile(r"\b(?:notes?|comments?|memo|minutes|summary)\b|メモ|議事|記録|内容|コメント|本文")
_MOBILE = re.compile(r"\b(?:mobile|cell)|携帯")
_BRAND = re.compile(r"\bbrand\b")
_LOST = re.compile(r"\b(?:lost|churned)\b|失った|^解約(?:mrr|arr)")
_SIZE = re.compile(r"従業員|社員数|資本金|設立|上場|\b(?:employees?|headcount|founded|capital)\b")
_TRADE = re.compile(r"業種|業界|\b(?:industry|sector)\b")
_AGREED = frozenset({"contract.start", "contract.end", "contract.renewal", "contract.plan", "contract.product"})
_PRICED = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount"})
_TOO_LITTLE = 0.59
"""What leaves the plainest heading just too unsure to be taken."""


def of_customers(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A factor for how sure a hit is: 1 where nothing speaks against it."""
    rule = _RULES.get(hit.field.id)
    return rule(hit, seen, kind, columns) if rule else 1.0


def _who_asked(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """'Customer' beside 'Company' is the person who asked; alone it is the account."""
    if hit.how is How.OWNED and _comes_again(seen) and _EITHER.fullmatch(fold_words(seen.heading)):
        # A 担当者名 that comes again and again is the team's own.
        return 0.7
    if hit.field.id == "account.name" and kind in _ASKING and _is_persons(seen, columns):
        return 0.0
    if kind is TableKind.TICKETS and _BRAND.search(fold_words(seen.heading)):
        # What is supported, not who asked.
        return 0.0
    if fold_words(seen.heading) not in _CUSTOMER:
        return 1.0
    companies = (other for other in others_of(seen, columns) if _COMPANY.search(fold_words(other.heading)))
    asked = kind in _OF_PEOPLE and any(_names(other, "account.name") for other in companies)
    if hit.field.id == "account.name":
        return _TOO_LITTLE if asked else 1.0
    return 1.0 if asked else 0.0


def _is_persons(seen: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a bare 'Name' beside an address is that of who answered or asked."""
    return fold_words(seen.heading) in _BARE_NAME and "contact.email" in all_named(columns)


def _comes_again(seen: Seen) -> bool:
    """Whether few stand for many rows, as the team's own people do."""
    return seen.profile.filled > 3 and seen.profile.again >= 0.5


def _whose_code(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Codes of people (担当者コード) that come again are those of the team's own."""
    return 0.5 if _comes_again(seen) and fold_words(seen.heading).startswith("担当") else 1.0


def _whose_phone(hit: Hit, _seen: Seen, kind: TableKind, _columns: Sequence[Seen]) -> float:
    """A bare telephone in a list of people is theirs."""
    return 0.5 if kind is TableKind.CONTACTS and hit.how in {How.HINT, How.BARE} else 1.0


def _of_mobile(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A mobile telephone beside another that as many people have is a second one."""
    if not _MOBILE.search(fold_words(seen.heading)):
        return 1.0
    others = (one for one in columns if one.profile.filled >= seen.profile.filled)
    fixed = (one for one in others if not _MOBILE.search(fold_words(one.heading)))
    return 0.75 if any(hit.field.id == "contact.phone" for one in fixed for hit in hits(one.heading)) else 1.0


def _of_note(_hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """Words for what was said ('Details', 'Comment') are a remark on the account where nothing speaks of a touch. How a
    call ended, or what was to be talked about, gives way to longer notes of it."""
    words, others = fold_words(seen.heading), others_of(seen, columns)
    told = words in _CONTENTS and not all_named(others) & _TOUCHED
    if kind is TableKind.ACCOUNTS and (told or words in _REMARKS):
        return 0.5
    longer = [one for one in others if one.profile.length > seen.profile.length]
    return 0.85 if _OF_OUTCOME.search(words) and any(map(_is_noted, longer)) else 1.0


def _is_noted(column: Seen) -> bool:
    """Whether a column plainly names what was noted of a touch."""
    return _NOTED.search(fold_words(column.heading)) is not None and any(
        hit.field.id == "touch.note" for hit in plain_hits(column.heading)
    )


def _by_whom(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Who was met (面談者) is not who met him, where another column tells that; nor is who wrote it down (記録者)."""
    if _WROTE.fullmatch(fold_words(seen.heading)):
        return 0.85 if any(_did_it(other) for other in others_of(seen, columns)) else 1.0
    return 0.9 if any(hit.field.id == "contact.name" for hit in plain_hits(seen.heading)) else 1.0


def _did_it(column: Seen) -> bool:
    """Whether a column plainly names who did something, rather than who wrote it down or was there."""
    words = fold_words(column.heading)
    named = any(hit.field.id == "touch.by" for hit in plain_hits(column.heading))
    return named and not _WROTE.fullmatch(words) and not _ATTENDED.search(words)


def _looks_after(_hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A 担当営業 or an AM beside the CSM is not who looks after the customer, nor is who took a ticket or a call."""
    if kind in {TableKind.TICKETS, TableKind.TOUCHES} and not _OF_ACCOUNT.search(fold_words(seen.heading)):
        return 0.0
    others = [other for other in others_of(seen, columns) if _OF_SUCCESS.search(fold_words(other.heading))]
    beside = not _OF_SUCCESS.search(fold_words(seen.heading)) and any(_names(one, "account.owner") for one in others)
    return 0.9 if beside else 1.0


def _of_due(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 期限 beside steps, tasks or goals is theirs; a bare 'Due' is a renewal's where a heading speaks of one, a
    bare 更新日 where contracts are told of."""
    if is_kept_on(seen.heading) and "contract.renewal" not in all_named(columns):
        return 0.0
    words = fold_words(seen.heading)
    if words in _DUE:
        return (
            1.0
            if any(_RENEWED.search(fold_words(other.heading)) for other in others_of(seen, columns))
            else _TOO_LITTLE
        )
    bare = _BARE_DUE.fullmatch(words)
    steps = any(hit.field.id in _OF_STEPS for other in others_of(seen, columns) for hit in hits(other.heading))
    return _TOO_LITTLE if bare and steps else 1.0


def _of_plan(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """What was to start on a day, beside the day it did."""
    planned = is_planned(fold_words(seen.heading))
    return 0.9 if planned and "contract.start" in all_named(others_of(seen, columns)) else 1.0


def _of_status(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Of 'Stage' and 'Status' that one is the account's standing whose values are."""
    others = others_of(seen, columns)
    risks = sum(_OF_RISK.search(fold_words(other.heading)) is not None for other in others)
    if risks > 1 and not (seen.profile.standing > 0.8 and all_named(others) & _CONTRACTED):
        # How a risk stands, not the account.
        return _TOO_LITTLE
    standing = (other for other in others_of(seen, columns) if other.profile.standing > 0.6)
    beaten = seen.profile.standing < 0.3 and any(_names(other, "account.status") for other in standing)
    return 0.7 if beaten else 1.0


def _of_band(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A plain 'Status' over Active and Churned tells whether an account is there, not how it is; a plain 'Colour' is
    anything's where nothing beside speaks of health."""
    if fold_words(seen.heading) in _COLOURS:
        return float(any(_WELL.search(fold_words(other.heading)) for other in others_of(seen, columns)))
    return 0.5 if seen.profile.standing > 0.3 and not _WELL.search(fold_words(seen.heading)) else 1.0


def _of_loss(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Amounts that were lost are what customers paid only beside the day they left on."""
    lost = _LOST.search(fold_words(seen.heading))
    return 0.0 if lost and not any(_names(other, "contract.end") for other in others_of(seen, columns)) else 1.0


def _of_turnover(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A year's revenue (年間売上) is the customer's own but where contracts are told of, with no other price and
    nothing of the company's size or trade; a bare 'Revenue' is so beside the number of employees."""
    words, others = fold_case(seen.heading), others_of(seen, columns)
    headings = [fold_words(other.heading) for other in others]
    named = all_named(others)
    if may_be_turnover(words):
        firms = any(_SIZE.search(heading) or _TRADE.search(heading) for heading in headings)
        return 1.0 if named & _AGREED and not (named & _PRICED or firms) else _TOO_LITTLE
    if is_taken_in(words) and any(map(_SIZE.search, headings)) and not named & _AGREED:
        return _TOO_LITTLE
    return _of_loss(hit, seen, kind, columns)


def _of_flag(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """'Active? no' says that a contract has ended where one is told of; of an account alone it is a remark."""
    yes_or_no = max(seen.profile.yes_no, seen.profile.mark) > 0.8 and seen.profile.date < 0.3
    return 1.0 if yes_or_no and all_named(others_of(seen, columns)) & _CONTRACTED else 0.0


def _of_kind(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """A 取引区分 over 取引中 and 休止 tells how a customer stands, not what kind of contract there is."""
    return _TOO_LITTLE if seen.profile.standing > 0.6 and _names(seen, "account.status") else 1.0


def _of_day(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """The day something was written down, beside the day it happened."""
    written = _WRITTEN_ON.fullmatch(fold_words(seen.heading))
    days = (other for other in others_of(seen, columns) if other.profile.is_dated)
    return _TOO_LITTLE if written and any(_names(other, "touch.date") for other in days) else 1.0


def others_of(seen: Seen, columns: Sequence[Seen]) -> list[Seen]:
    """The other columns of a table that hold anything."""
    return [other for other in columns if other is not seen and not other.profile.is_empty]


def _names(column: Seen, field: str) -> bool:
    return any(hit.field.id == field for hit in hits(column.heading))


_RULES: dict[str, Callable[[Hit, Seen, TableKind, Sequence[Seen]], float]] = {
    "account.name": _who_asked,
    "contact.name": _who_asked,
    "account.owner": _looks_after,
    "contract.renewal": _of_due,
    "contract.start": _of_plan,
    "contact.external_id": _whose_code,
    "account.phone": _whose_phone,
    "touch.date": _of_day,
    "contact.phone": _of_mobile,
    "touch.note": _of_note,
    "touch.by": _by_whom,
    "account.status": _of_status,
    "health.band": _of_band,
    "contract.mrr": _of_loss,
    "contract.arr": _of_turnover,
    "contract.amount": _of_turnover,
    "contract.type": _of_kind,
    "contract.running": _of_flag,
    "contract.paused": _of_flag,
}
