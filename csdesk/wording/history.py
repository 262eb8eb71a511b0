"""How a change is told: the row it was of, and its values as people read them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language
from csdesk.models.money import Currency
from csdesk.wording.columns import COLUMNS
from csdesk.wording.factors import factor_name
from csdesk.wording.hygiene import left_words
from csdesk.wording.kinds import (
    FITS,
    LINE_STATUSES,
    MARKERS,
    PURPOSES,
    RELATIONS,
    SURVEYS,
    TIERS,
    TOUCH_TYPES,
    name_of_kind,
)
from csdesk.wording.lists import (
    CHARGES,
    DEAL_OUTCOMES,
    DEAL_REVIEWS,
    END_READINGS,
    FEEDBACK_KINDS,
    FIGURE_KINDS,
    LEVELS,
    PRIORITIES,
)
from csdesk.wording.materials import MATERIALS
from csdesk.wording.metrics import METRICS, metric_name
from csdesk.wording.movements import CHANGES, REASON_FAMILIES
from csdesk.wording.reporting import WIN_KINDS
from csdesk.wording.risks import HELPED, RISK_LEVELS, RISK_OUTCOMES
from csdesk.wording.signals import SIGNALS
from csdesk.wording.speech import MONTHS, Words, day, look_up, moment, money, yes_no
from csdesk.wording.window import LANGUAGES, PERIODS

HISTORY_HEADINGS: Mapping[str, Words] = {
    "at": Words("When", "日時"),
    "who": Words("Who", "変更者"),
    "what": Words("What was done", "操作"),
    "rows": Words("Rows", "件数"),
    "row": Words("Changed", "対象"),
    "field": Words("Field", "項目"),
    "before": Words("Before", "変更前"),
    "after": Words("After", "変更後"),
    "fate": Words("Since then", "その後"),
}

SETTINGS: Mapping[str, Words] = {
    "currency": Words("Currency", "通貨"),
    "fiscal_start": Words("Fiscal year starts in month", "会計年度の開始月"),
    "language": Words("Language of reports", "レポートの言語"),
    "company": Words("Company", "会社名"),
    "rules": Words("Definitions", "指標の定義"),
    "health_profile": Words("Health profile", "ヘルスの設定"),
    "signal_rules": Words("Rules of danger", "危険シグナルのルール"),
    "maturity": Words("How your team works", "チームの進め方"),
}

_HELD: Mapping[str, Words] = {**LANGUAGES, **LEVELS}
"""Codes that settings hold."""

_CLOSED: Mapping[str, Mapping[str, Words]] = {
    "tier": TIERS,
    "fit": FITS,
    "survey": SURVEYS,
    "charge": CHARGES,
    "end_reading": END_READINGS,
    "end_reason_family": REASON_FAMILIES,
    "change": CHANGES,
    "relation": RELATIONS,
    "priority": PRIORITIES,
    "outcome": DEAL_OUTCOMES,
    "review": DEAL_REVIEWS,
    "reason_family": REASON_FAMILIES,
    "signal": SIGNALS,
    "level": RISK_LEVELS,
    "material": MATERIALS,
    "helped": HELPED,
    "period_kind": PERIODS,
}
_CLOSED_IN: Mapping[tuple[str, str], Mapping[str, Words]] = {
    (Kind.TOUCH, "type"): TOUCH_TYPES,
    (Kind.CONTRACT, "status"): LINE_STATUSES,
    (Kind.MARKER, "kind"): MARKERS,
    (Kind.FEEDBACK, "kind"): FEEDBACK_KINDS,
    (Kind.PERIOD_FIGURE, "kind"): FIGURE_KINDS,
    (Kind.COST, "purpose"): PURPOSES,
    (Kind.RISK, "outcome"): RISK_OUTCOMES,
    (Kind.WIN, "kind"): WIN_KINDS,
    (Kind.PACK, "language"): LANGUAGES,
}
_ONE: Mapping[str, Words] = {
    Kind.ACCOUNT: Words("Account", "アカウント"),
    Kind.PERSON: Words("Team member", "メンバー"),
    Kind.CONTACT: Words("Contact", "担当者"),
    Kind.PRODUCT: Words("Product", "製品"),
    Kind.CONTRACT: Words("Contract line", "契約明細"),
    Kind.TOUCH: Words("Touch", "タッチ"),
    Kind.TASK: Words("Next step", "次の対応"),
    Kind.MEASURE: Words("Measure of use", "利用指標"),
    Kind.TICKET: Words("Ticket", "問い合わせ"),
    Kind.ANSWER: Words("Survey answer", "アンケート回答"),
    Kind.INVOICE: Words("Invoice", "請求"),
    Kind.COST: Words("Cost", "費用"),
    Kind.MARKER: Words("Marker", "出来事"),
    Kind.GOAL: Words("Goal", "目標"),
    Kind.MILESTONE: Words("Milestone", "マイルストーン"),
    Kind.DEAL: Words("Deal", "商談"),
    Kind.FEEDBACK: Words("Feedback", "要望・フィードバック"),
    Kind.INTERVIEW: Words("Exit interview", "解約ヒアリング"),
    Kind.MAILING: Words("Mail result", "メール配信結果"),
    Kind.EXCHANGE_RATE: Words("Exchange rate", "為替レート"),
    Kind.PERIOD_FIGURE: Words("Figure of a period", "期間の数値"),
    Kind.INVITATION: Words("Survey sent", "アンケートの依頼"),
    Kind.DEFINITION: Words("Version of the definitions", "定義の版"),
    Kind.RISK: Words("Risk", "リスク"),
    Kind.PLAY: Words("Play", "プレイブック"),
    Kind.PLAY_STEP: Words("Step of a play", "プレイブックの手順"),
    Kind.PLAY_RUN: Words("Play started", "実行したプレイブック"),
    Kind.HEALTH_OVERRIDE: Words("Health set by hand", "ヘルスの手動設定"),
    Kind.TARGET: Words("Target", "目標値"),
    Kind.PACK: Words("Pack sent", "提出レポート"),
    Kind.WIN: Words("Win", "成果"),
    Kind.SETTING: Words("Setting", "設定"),
    Kind.CUSTOM_FIELD: Words("Own column", "独自の列"),
    Kind.CUSTOM_VALUE: Words("Own column", "独自の列"),
    Kind.BATCH: Words("Import", "取り込み"),
    Kind.MERGE: Words("Copy brought in", "取り込んだコピー"),
    Kind.MATCHING: Words("Remembered columns", "列の対応"),
    Kind.SAVED_VIEW: Words("View", "ビュー"),
    Kind.HEALTH_VALUE: Words("Health value by hand", "手入力のヘルス値"),
    Kind.HEALTH_DAY: Words("Health of a day", "日ごとのヘルス"),
}
_NAMES: Mapping[str, Mapping[str, Words]] = {Kind.SETTING: SETTINGS, Kind.ANSWER: SURVEYS, Kind.RISK: SIGNALS}
_MONEY = frozenset({"list_amount", "discount_amount", "paid_amount", "hourly_rate", "mrr_saved", "mrr_lost"})
_INNER = frozenset(
    {"definition", "columns", "choices", "tables", "counts", "factors", "figures", "steps", "answers", "same"}
)
"""Columns that hold what is written for programs."""
_NEW_CONTENT = Words("(other content)", "（内容を変更）")
_FATES: Mapping[str, Words] = {
    "taken_back": Words("Taken back {at}", "{at} に取り消し"),
    "in_part": Words("Taken back in part {at}", "{at} に一部を取り消し"),
    "redone": Words("Done again {at}", "{at} にやり直し"),
}
_ERASED = Words("Deleted for good", "完全に削除")
_OF = Words(" ({account})", "（{account}）")
_BY = Words("{what} by {who}", "{what}（{who}）")


def column_words(column: str, language: Language) -> str:
    """What a column is called; an own column goes by its heading."""
    return look_up(COLUMNS, column, language)


def row_words(kind: str, name: str, account: str, language: Language) -> str:
    """Which row was changed: its kind, what it is called, and whose it is."""
    of = _ONE[kind].say(language) if kind in _ONE else name_of_kind(kind, language)
    called = name_words(kind, name, language)
    called = called if called != account else ""
    return (f"{of}: {called}" if called else of) + (_OF.say(language, account=account) if account else "")


def name_words(kind: str, name: str, language: Language) -> str:
    """A row's name, where it is the id of something that has words."""
    if kind == Kind.HEALTH_VALUE:
        return factor_name(name, language)
    if kind == Kind.SAVED_VIEW:
        return left_words(name, language) or name
    if kind == Kind.TARGET and name in METRICS:
        return metric_name(name, language)
    return look_up(_NAMES.get(kind, {}), name, language)


def value_words(kind: str, column: str, value: Value, currency: Currency, language: Language) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if column in _MONEY or (column == "amount" and kind != Kind.USE):
        return money(int(str(value)), currency, language)
    if column in _INNER:
        return _NEW_CONTENT.say(language)
    return _text(kind, column, value, language) if isinstance(value, str) else _plain(value, language)


def _plain(value: float | date, language: Language) -> str:
    if isinstance(value, bool):
        return yes_no(value, language)
    if isinstance(value, int | float):
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    if not isinstance(value, datetime):
        return day(value, language)
    said = day(value.date(), language)  # as the sheet had it, which named no zone; a bare day has become a midnight
    return f"{said} {value:%H:%M}" if value.time() else said


def _text(kind: str, column: str, value: str, language: Language) -> str:
    if column == "":
        return name_words(kind, value, language)
    if column == "factor":
        return factor_name(value, language)
    if column == "metric" and value in METRICS:
        return metric_name(value, language)
    if kind == Kind.SETTING and column == "value":
        return _setting(value, language)
    return look_up(closed_words(kind, column), value, language)


def closed_words(kind: str, column: str) -> Mapping[str, Words]:
    """The words of a column's closed list; nothing where it holds whatever was written."""
    return _CLOSED_IN.get((kind, column)) or _CLOSED.get(column) or {}


def _setting(value: str, language: Language) -> str:
    try:
        held = json.loads(value)
    except (ValueError, RecursionError):
        return value
    if isinstance(held, dict | list):
        return _NEW_CONTENT.say(language)
    return look_up(_HELD, str(held), language)


def fate_words(fate: str, at: datetime | None, who: str, language: Language) -> str:
    """That a step was taken back or done again, when, and by whom, or that its rows are gone for good; '' for one that
    stands."""
    if fate == "erased":
        return _ERASED.say(language)
    words = _FATES.get(fate)
    if words is None or at is None:
        return ""
    said = words.say(language, at=moment(at, language))
    return _BY.say(language, what=said, who=who) if who else said


def written_forms(word: str, fold: Callable[[str], str], language: Language) -> Iterator[str]:
    """How a word that a person types, folded, may stand in the log: fields and what closed lists hold by their codes,
    months, days and amounts as they are stored."""
    for column, words in COLUMNS.items():
        if word in fold(words.say(language)):
            yield f'"{column}":'
    for table in (*_CLOSED.values(), *_CLOSED_IN.values(), SETTINGS, SURVEYS):
        yield from (f':"{code}"' for code, words in table.items() if word in fold(words.say(language)))
    yield from (f"-{place:02d}-" for place, month in enumerate(MONTHS, 1) if word == month.casefold())
    if "/" in word:
        yield word.replace("/", "-")
    digits = re.sub(r"[^0-9]", "", word)
    if digits and digits != word and not any(letter.isalpha() for letter in word):
        yield digits
