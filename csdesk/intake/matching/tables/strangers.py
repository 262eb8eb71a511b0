"""Tables that are no lists of accounts or contracts though they look like it: logs of changes in MRR, lists of staff or
products."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.fields.fallbacks import are_companies, is_named
from csdesk.intake.matching.tables.grids import COST_WORDS
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.shapes import Cell
from csdesk.intake.values.text import folded

_MOVEMENT = re.compile(
    r"\b(mrr|arr|revenue) (change|movement|delta|difference)\b|\b(change in|delta) (mrr|arr)\b|movement type"
    r"|mrr増減|月額増減|増減額|変動額"
)
"""Headings of logs of changes, whose amounts are not what an account pays."""
_AMOUNT = re.compile(r"\b(?:mrr|arr|price|fee|amount|plan)\b|月額|年額|金額|料金|プラン")
_REDUCED = re.compile(r"discount|\btax\b|引|税")
_BEFORE = re.compile(r"\b(?:before|previous|prior|old|from)\b|(?:変更|改定|更新)前|前月|旧")
_AFTER = re.compile(r"\b(?:after|new|to)\b|(?:変更|改定|更新)後|当月|新")
_CHANGES = re.compile(
    r"new(?: business| logo)?|upgrade|downgrade|upsell|downsell|expansion|contraction|churn(?:ed)?|reactivation|"
    r"cancel(?:led|ed|lation)?|新規|増額|減額|拡大|縮小|解約|復活|アップセル|ダウンセル|アップグレード|"
    r"ダウングレード|値上げ|値下げ"
)
_PAPERS = re.compile(
    r"(?:credit note|credit memo|dispute|chargeback|refund|quote|quotation|estimate|delivery note|purchase order|po)"
    r" (?:number|no|id)|(?:納品書?|見積書?|発注書?|注文書|返金|返品|検収書?)(?:番号|no|id|コード)"
)
"""Numbers of papers that are no invoices, where they come first in a row: what is on them was never billed so."""
_SHEET_OF_HOURS = re.compile(r"billable(?: hours)?\??|time entry id|timesheet|請求可否|工数区分")
_HOURS = re.compile(r"(?:billable |logged |rounded )?hours(?: worked)?|time spent|duration|工数|作業時間|時間数")
_STAFF = re.compile(
    r"時間単価|時給|社員番号|社員id|入社日?|\b(?:hourly rate|hire date|hired|employee (?:id|number|no))\b"
)
_DEBIT, _CREDIT = re.compile(r"借方|^debit(?: amount)?$"), re.compile(r"貸方|^credit(?: amount)?$")
_WHOSE = frozenset({"account.name", "account.external_id", "contact.email", "contact.name"})
_IN, OUT = frozenset({"収入", "入金", "income"}), frozenset({"支出", "出金", "expense", "expenses"})
_DUE = re.compile(r"(?:due|deadline)(?: date| on| by)?|期限日?|締切日?|締め切り|〆切|期日|完了予定日?")
_MOST = 0.5
_SPENT = re.compile(r"科目|費目|支払先|仕入先|\b(?:expenses?|vendor|supplier|gl account|payee)\b")
_LISTED = frozenset(
    {"contract.mrr", "contract.arr", "contract.start", "contract.end", "contract.renewal", "health.band",
     "health.score", "touch.last_at"}
)  # fmt: skip
"""Fields beside an account's own that lists of other things do not have."""
_ANYTHING = frozenset({"account.segment", "account.tags", "account.notes", "account.name", "account.external_id"})
"""Fields of an account that lists of any things have."""


_OF_PERSONS = frozenset(
    {
        "contact.name",
        "contact.first_name",
        "contact.last_name",
        "contact.title",
        "contact.department",
        "contact.external_id",
        "contact.email",
    }
)


def is_stranger(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is a log of changes or a list of staff: its rows are no accounts, contracts or use. A log may be
    one of MRR changes."""
    words = [fold_words(one.heading) for one in seen]
    priced = [word for word in words if _AMOUNT.search(word) and not _REDUCED.search(word)]
    if any(map(_MOVEMENT.search, words)) and not _lists_contracts(seen, cells):
        return True
    if any(map(_BEFORE.search, priced)) and any(map(_AFTER.search, priced)):
        return True
    if _keeps_books(words, cells):
        return True
    if any(map(_STAFF.search, words)) or _are_papers(seen, words) or _notes_hours(words):
        return not _tells_contracts(seen)
    return _logs_changes(seen, cells)


def _are_papers(seen: Sequence[Seen], words: Sequence[str]) -> bool:
    """Whether each row is a credit note, a dispute, a quote or the like; a deal may tell its quote's number as well."""
    if any(word.startswith("disputed amount") for word in words):
        return True
    return any(map(_PAPERS.fullmatch, words[:2])) and not all_named(seen) & {"contract.stage", "contract.start"}


def _notes_hours(words: Sequence[str]) -> bool:
    """Whether rows are hours that the team worked."""
    return any(map(_SHEET_OF_HOURS.fullmatch, words)) and any(map(_HOURS.fullmatch, words))


def _keeps_books(words: Sequence[str], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is a ledger: amounts on two sides, money that came in and money that went out in one column, or
    what is left of payments nobody is named of."""
    if any(map(_DEBIT.search, words)) and any(map(_CREDIT.search, words)):
        return True
    if {"fee", "net"} <= set(words) and not any(_WHOSE & {hit.field.id for hit in plain_hits(word)} for word in words):
        return True
    return any(map(tells_sides, cells))


def tells_sides(cells: Sequence[Cell]) -> bool:
    """Whether a column tells of money that came in and money that went out."""
    side = {folded(cell) for cell in sample_of(cells) if isinstance(cell, str)}
    return len(side & _IN) == 1 and len(side & OUT) == 1 and side <= _IN | OUT


def _lists_contracts(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether each account stands once with what it pays and since when, and no column says what changed."""
    named = all_named(seen)
    once = all(one.profile.again == 0 for one in seen if _is_account(one))
    told = {"account.name", "contract.start"} <= named and bool(named & {"contract.mrr", "contract.arr"})
    return once and told and not any(_change_words(column) for column in cells)


def _tells_contracts(seen: Sequence[Seen]) -> bool:
    """Whether headings plainly name an account and what it pays or until when, beside whatever else is noted of it."""
    named = all_named([one for one in seen if not _DUE.fullmatch(fold_words(one.heading))])
    return "account.name" in named and bool(named & {"contract.mrr", "contract.arr", "contract.renewal"})


def _logs_changes(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are changes of what one account pays: words for them, amounts, accounts that come again."""
    named = all_named(seen)
    if not named & {"contract.mrr", "contract.arr"} or named & {"contract.start", "contract.period"}:
        return False
    again = any(one.profile.again > 0 for one in seen if _is_account(one))
    return again and any(map(_are_changes, cells))


def _is_account(column: Seen) -> bool:
    return any(hit.field.id in {"account.name", "account.external_id"} for hit in hits(column.heading))


def _are_changes(cells: Sequence[Cell]) -> bool:
    return len(_change_words(cells)) > 1


def _change_words(cells: Sequence[Cell]) -> set[str]:
    """The words for changes that most cells of a column are; none where most are something else."""
    words = [folded(cell) for cell in sample_of(cells) if isinstance(cell, str)]
    known = [word for word in words if _CHANGES.fullmatch(word)]
    return set(known) if len(known) > _MOST * len(words) else set()


def are_accounts(seen: Sequence[Seen], taken: Sequence[Taken], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a list is one of accounts: a heading says so, or another column is one that only accounts have, or the
    names are those of companies. 'Name, Code, Category' may be a list of anything."""
    if lists_callers(seen, taken):
        return True
    for one in taken:
        field = one.hit.field
        if field.entity == "account" and field.id not in _ANYTHING and is_named(seen[one.position]):
            return True
        if field.id in {"account.name", "account.external_id"} and one.hit.how not in {How.BARE, How.HINT}:
            return True
        if field.id in _LISTED or (field.id == "account.name" and are_companies(cells[one.position])):
            return True
    return False


def lists_callers(seen: Sequence[Seen], taken: Sequence[Taken]) -> bool:
    """Whether bare names stand beside telephones and nothing tells of persons: 'Name, Phone, City'."""
    fields = {one.hit.field.id for one in taken}
    return {"account.name", "account.phone"} <= fields and not all_named(seen) & _OF_PERSONS


def are_of_accounts(seen: Sequence[Seen]) -> bool:
    """Whether amounts beside a company are what it paid rather than what was spent there: nothing speaks of costs."""
    spent = any(
        _SPENT.search(fold_words(one.heading))
        or COST_WORDS.search(fold_words(one.heading))
        or one.profile.purpose > _MOST
        for one in seen
    )
    return not spent and any(is_named(one) and _is_account(one) for one in seen)
