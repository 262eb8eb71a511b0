"""What columns tell together of a table's kind: people, answers, notes of days, lists of customers by name."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.fields.fallbacks import may_be_account
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.folds import date_stem, fold_words
from csdesk.intake.matching.words.headings import How, hits
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.shapes import TableKind

_SCORES = ("nps.score", "csat.score", "ces.score")
_SURVEYS = frozenset({"nps", "csat", "ces"})
_KEPT = frozenset({"contract.mrr", "contract.arr", "contract.renewal"})
"""Fields that lists of customers have, and lists of deals have not."""
_OF_DEEDS = frozenset(
    {"nps.comment", "ticket.subject", "ticket.priority", "usage.measure", "touch.type", "touch.date", "invoice.number"}
)
"""Fields of what people did, said or were billed."""
_NOT_OF_PEOPLE = MEASURES | _OF_DEEDS | {
    "account.domain", "account.industry", "account.status", "account.owner", "account.employees", "health.score",
    "health.band",
}  # fmt: skip
"""Fields that lists of people have not."""
_FEW = 2
_OF_CALENDAR = re.compile(
    r"all day(?: event)?|reminder.*|.*\b(?:attendees|organi[sz]er)|show time as|sensitivity|"
    r"終日(?:イベント|の予定)?|アラーム.*|リマインダー.*|.*(?:出席者|参加者|開催者|主催者)|公開する時間帯の種類|秘密度"
)
"""Headings that calendars have."""
_PROSE = 12
"""Letters from which texts are sentences rather than names."""


def are_notes_of_days(free: Sequence[Seen]) -> bool:
    """Whether days and prose stand in columns that no list of accounts has: what was talked about, and when."""
    days = any(one.profile.is_dated and any(hit.field.id == "touch.date" for hit in hits(one.heading)) for one in free)
    return days and any(one.profile.length > _PROSE and one.profile.distinct > 0.8 for one in free)


def is_calendar(seen: Sequence[Seen]) -> bool:
    """Whether rows are appointments as calendars export them, which have an urgency and an end as tickets do."""
    words = [fold_words(one.heading) for one in seen]
    return sum(_OF_CALENDAR.fullmatch(word) is not None for word in words) >= _FEW and any(
        one.profile.is_dated and any(hit.field.id == "touch.date" for hit in hits(one.heading)) for one in seen
    )


def listed_name(kind: TableKind, seen: Sequence[Seen], taken: Sequence[Taken]) -> Profile | None:
    """A bare 'Name' beside recurring amounts or renewals, which is the account's and not the contract's."""
    if kind is not TableKind.CONTRACTS or not all_named(seen) & _KEPT:
        return None
    return next(
        (
            seen[one.position].profile
            for one in taken
            if one.hit.field.id == "contract.name" and one.hit.how is How.BARE and may_be_account(seen[one.position])
        ),
        None,
    )


_FLAGS = frozenset({"contract.running", "contract.paused", "contract.churned"})
"""What is said of users as well: active, suspended."""
_SURELY = 6.0
"""What outweighs all that lists of companies have as well."""
_PLAIN = frozenset({How.SAYS, How.OWNED})


def are_numbered(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether rows are persons: they have ids of their own beside their names, and nothing tells of contracts."""
    told = {one.hit.field.id: one.hit.how for one in taken}
    parts = {"contact.first_name", "contact.last_name"} <= told.keys()
    apart = "contact.name" in told and told.get("account.name") in _PLAIN
    numbered = told.get("contact.external_id") in _PLAIN and (parts or apart)
    return numbered and not _are_asked(seen) and not all_named(seen) & (_KEPT | _OF_DEEDS)


def of_people(taken: Sequence[Taken], seen: Sequence[Seen]) -> float:
    """What speaks for a list of people: ids of their own, or a bare 'Name' beside an address and a company named apart,
    and little beside the address and the role that people have; nothing where companies or use are told of."""
    told = {one.hit.field.id: one.hit.how for one in taken}
    named = all_named(seen)
    if are_numbered(taken, seen) and not named & MEASURES:
        return _SURELY
    if told.get("contact.name") is not How.BARE or "contact.email" not in told or _are_asked(seen):
        return 0.0
    contracts = {field for field in named if field.startswith("contract.")} - _FLAGS
    if told.get("account.name") in _PLAIN and not contracts and not named & _NOT_OF_PEOPLE:
        return _SURELY
    return 1.5 if "contact.title" in told else 0.0


def _are_asked(seen: Sequence[Seen]) -> bool:
    """Whether a heading asks something of a respondent."""
    return any(hit.how is How.PATTERN and hit.field.entity in _SURVEYS for one in seen for hit in hits(one.heading))


def are_answers(fields: Mapping[str, Profile]) -> bool:
    """Whether points of a survey's scale stand beside a comment and a day."""
    scores = [fields[field] for field in _SCORES if field in fields]
    points = any(one.number > 0.8 and one.low >= 0 and one.high <= 10 for one in scores)
    return points and {"nps.comment", "nps.responded_at"} <= fields.keys()


_ANY_LIST = re.compile(
    r"(?:title|name|summary|description|status|state|type|kind|category|topic|tags?|labels?|owner|assignee|assigned to|"
    r"responsible|created|create|updated|modified|last (?:updated|modified)|closed|completed|started|date|"
    r"タイトル|題名|名前|名称|概要|内容|状態|ステータス|状況|進捗|種別|種類|区分|分類|カテゴリー?|タグ|担当者?|作成|登録|"
    r"発生|更新|最終更新|完了|終了|日付)"
)
"""Headings, dates by their stems, that lists of anything have."""
_ASKS = re.compile(
    r"\brequester\b|\b(?:first|initial) (?:response|reply)\b|\bresolution\b|リクエスタ|依頼者|問い?合わ?せ|回答"
)
"""Words of who asked and was answered."""


_OF_RISKS = re.compile(r"\b(?:risk|impact|likelihood|probability|mitigation)\b|リスク|影響度?|発生確率|軽減策")
"""Words of registers of risks, which have standings, days and owners as tickets have."""


def are_risks(seen: Sequence[Seen]) -> bool:
    """Whether headings are those of a register of risks."""
    return sum(_OF_RISKS.search(fold_words(one.heading)) is not None for one in seen) > 1


def are_any_list(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether what would be tickets is told by headings alone that lists of anything have."""
    if any(_ASKS.search(fold_words(one.heading)) for one in seen):
        return False
    named = (
        fold_words(seen[one.position].heading)
        for one in taken
        if one.hit.field.entity == "ticket" and one.hit.how in {How.SAYS, How.OWNED}
    )
    return all(_ANY_LIST.fullmatch(date_stem(words)) or _ANY_LIST.fullmatch(words) for words in named)


_OF_ANYTHING = frozenset({"contract.name", "contract.status", "contract.currency", "contract.created_at"})
"""Fields whose plain headings ('Title', 'Currency') stand in lists of other things as well."""
_PRICES = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount"})


def tell_contracts(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether a heading plainly names what only a contract has, or a price of any name stands beside a start or end.
    Tasks have phases, starts and ends as well."""
    plain = {one.hit.field.id for one in taken if one.hit.how in _PLAIN and one.hit.field.entity == "contract"}
    told = {one.hit.field.id for one in taken}
    if "task.title" in all_named(seen) and not told & _PRICES:
        return False
    return bool(plain - _OF_ANYTHING) or bool(told & _PRICES and told & {"contract.start", "contract.end"})
