"""Words that make a heading speak of another time, case, part or thing than the field whose name stands in it: what was
paid before or may be paid ('MRR (forecast)', 旧月額), whose customer somebody was, what ends beside the contract."""

import re

from csdesk.intake.fields import PRICES
from csdesk.intake.vocabulary.entry import Field

_BEFORE = (
    r"\b(?:previous|previously|prev|prior|former|formerly|old|original|orig|earlier|then)\b|"
    r"当時|旧|以前|前回|前任|変更前|改定前"
)
_MAYBE = (
    r"\b(?:expected|forecast(?:ed)?|projected|projection|predicted|estimated?|potential|proposed|probable|pipeline|f c|"
    r"f ?cst|targets?|goal|budget(?:ed)?|quota|planned|ideal|requested|recommended)\b|"
    r"見込|予想|予測|想定|提案|目標|予算|希望|理想|仮(?!名)"
)
_ANOTHER_YEAR = (
    r"\b(?:last|next|prior|previous) (?:\d+ )?(?:days?|weeks?|months?|quarters?|years?|period|"
    r"spring|summer|autumn|fall|winter)\b|"
    r"\b(?:days?|weeks?|months?|quarters?|years?) (?:ago|before|earlier)\b|"
    r"\b(?:ly|py|pfy|last fy|prior fy)\b|前月|先月|前年|昨年|去年|前期|来月|来年|来期|翌月|翌年|翌期|次期"
)
_STATISTIC = (
    r"\b(?:max(?:imum)?|peak|highest|lowest|min(?:imum)?|average|avg|mean|median|cumulative|ytd|lifetime)\b|"
    r"最[大高低]|平均|累計|通算"
)
_OF_PRICE = (
    r"\b(?:usage|overages?|variable|metered|at risk|at stake|exposed|risk|change|delta|variance|movement|remaining|"
    r"starting|beginning|opening|next|last(?! [am]rr\b)|weighted|refund\w*|company|competitor|uplift|list)\b|"
    r"従量|超過|リスク|影響|損失|差分|差額|増減|残|次回|翌|更新後|改定後|変更後|値上|値下|加重|新(?=月額|年額|料金|価格|単価|[am]rr)|追加|競合|明細"
)
_OF_DAY = (
    r"\b(?:onboarding|implementation|training|feature|price|quote|card|warranty|sla|nda|dpa|pause\w*|csm|owner|lead|demo|sponsor|champion|"
    r"project|pilot|poc|hold)\b|オンボーディング|研修|トレーニング|無料|見積|カード|保証|秘密保持|nda|申出|担当|休止|引き?継|商談|"
    r"リスク|プロジェクト"
)
_OF_FIRST = r"\b(?:first|initial) (?:term|period)\b|(?:初回|当初)(?:契約)?(?:期間)?(?:終了|満了)"
_OF_WORD = (
    r"\b(?:new|next|last|trial|support|sla)\b|新(?=プラン|コース|担当|製品|商品|サービス)|"
    r"前(?=プラン|コース|担当|製品|商品|サービス|cs)|変更後|更新後|次回"
)
_OF_SCORE = r"\b(?:churn|risk|competitor|importance|price)\b|解約|リスク|競合|価格|重要"
_OF_SEATS = (
    r"\b(?:max(?:imum)?|free|unused|available|remaining|ordered|invited|new|churned)\b|"
    r"上限|空き|無料|余|残|未使用|新規|明細"
)
_OF_COUNT = r"\b(?:failed|failures?|errors?|unsuccessful|benchmark)\b|失敗|エラー|基準"
_YEAR_BEFORE = r"\b(?:(?:last|prior|previous) (?:fy|year)|year (?:ago|before|earlier)|ly|py)\b|前年|昨年|去年"
_OF_TICKET = r"\b(?:re ?open\w*|assigned|escalated)\b|再オープン|再開"
_PLANNED = re.compile(
    r"\b(?:planned|plan$|plan date|expected|estimated|targets?|scheduled|due)\b|予定|計画|見込|目標(?!達成|の達成)"
)
_NUMBER_OF = re.compile(r"^(?:number|no|count) of ")
_ASIDE = re.compile(r"新|旧|前|後|old|new|last|prev|next")
"""What may stand in brackets behind a name alone: 'MRR (old)', 料金（改定後）."""

_OF_THEIRS = (
    r"先方|客先|相手|(?<=\w )(?:お?客様|顧客)(?:側)?$|\b(?:customer|client) side\b|"
    r"(?<=\w )(?:customer|client|theirs?|them)$"
)
"""Whose person a row names who is none of the team's own."""
_OF_OWNER = r"所有者|オーナー|\bowners?\b"
"""Who holds a row, which is never the person in it."""
_OF_PERSON = r"人物|名刺|個人|担当者|責任者|ユーザー|\b(?:persons?|people|contacts?|users?|visitors?|members?|leads?)\b"
_PEOPLE = ("account.sales_rep", "touch.by", "ticket.assignee", "contact.name")
_OWNERS = ("goal.owner", "milestone.owner", "task.owner", "account.owner", "feedback.owner")
_WORDS = ("contract.plan", "contract.product", "contract.status", "account.status", "account.tier")
_SCORES = ("health.score", "health.band", "nps.score", "csat.score", "ces.score")
_COUNTS = ("usage.logins", "usage.sessions", "usage.events", "usage.active_users")


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


_OF_ANOTHER_TIME = _any(_BEFORE, _MAYBE, _ANOTHER_YEAR, _STATISTIC)
_OTHERS: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(PRICES, _any(_BEFORE, _MAYBE, _ANOTHER_YEAR, _STATISTIC, _OF_PRICE)),
    "contract.start": _any(_BEFORE, _MAYBE, _OF_DAY),
    "contract.end": _any(_BEFORE, _MAYBE, _OF_DAY, _OF_FIRST),
    "contract.renewal": _any(_BEFORE, _MAYBE, _OF_DAY, _OF_FIRST, r"\blast\b"),
    **dict.fromkeys(_PEOPLE, _any(_BEFORE, _OF_WORD)),
    "contact.name": _any(_BEFORE, _OF_WORD, _OF_OWNER),
    "account.external_id": _any(_OF_PERSON),
    **dict.fromkeys(_WORDS, _any(_BEFORE, _MAYBE, _ANOTHER_YEAR, _OF_WORD)),
    **dict.fromkeys(_SCORES, _any(_BEFORE, _MAYBE, _ANOTHER_YEAR, _OF_SCORE)),
    **dict.fromkeys(_OWNERS, _any(_BEFORE, _OF_WORD, _OF_THEIRS)),
    "contract.quantity": _any(_BEFORE, _MAYBE, _OF_SEATS),
    **dict.fromkeys(_COUNTS, _any(_OF_COUNT, _MAYBE, _YEAR_BEFORE)),
    "ticket.opened_at": _any(_OF_TICKET),
    "cost.amount": _any(_MAYBE, _ANOTHER_YEAR, r"\b(?:variance|difference)\b|差異|差額"),
    "invoice.tax": _any(r"源泉|\bwithholding\b"),
}
"""By field, the words that name another thing than it."""
_BRACKETED = frozenset((*PRICES, *_WORDS, *_PEOPLE, "contract.end", "contract.renewal"))


def is_of_another_time(words: str) -> bool:
    """Whether words for a price speak of another time or case than now: 'LY ARR', 'MRR forecast'."""
    return _OF_ANOTHER_TIME.search(words) is not None


def is_planned(words: str) -> bool:
    """Whether a folded heading tells for when something was planned, which may not have been done then: 'Go-live
    (planned)', 完了予定日."""
    return _PLANNED.search(words) is not None


def is_of_another(field: Field, full: str, notes: tuple[str, ...]) -> bool:
    """Whether a folded heading that no dictionary has as a whole speaks of another thing than the field; 'Number of
    contracts' is none of them."""
    if _NUMBER_OF.match(full) and not (field.type.is_number or field.entity in {"usage", "mailing"}):
        return True
    if field.id in _BRACKETED and any(_ASIDE.fullmatch(note) for note in notes):
        return True
    others = _OTHERS.get(field.id)
    return others is not None and others.search(full) is not None
