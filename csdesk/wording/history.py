"""How a change is told: what the columns of every kind of row are called, and what their closed lists hold."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language
from csdesk.models.money import Currency
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
from csdesk.wording.lists import CHARGES, END_READINGS, PRIORITIES
from csdesk.wording.metrics import factor_name
from csdesk.wording.movements import CHANGES, REASON_FAMILIES
from csdesk.wording.speech import MONTHS, Words, day, look_up, moment, money
from csdesk.wording.window import LANGUAGES

COLUMNS: Mapping[str, Words] = {
    "account_id": Words("Account", "アカウント"),
    "active": Words("Active", "有効"),
    "address": Words("Address", "住所"),
    "amount": Words("Amount", "金額"),
    "answered_on": Words("Answered on", "回答日"),
    "assignee": Words("Assignee", "対応者"),
    "at": Words("When", "日時"),
    "auto_renew": Words("Renews by itself", "自動更新"),
    "band": Words("Band", "区分"),
    "candour": Words("Candour (1-5)", "本音度 (1-5)"),
    "change": Words("Why MRR changed", "増減理由"),
    "channel": Words("Channel", "獲得経路"),
    "charge": Words("Kind of charge", "課金種別"),
    "choices": Words("Choices", "読み取り方"),
    "closed_at": Words("Closed", "完了日時"),
    "code": Words("Code", "コード"),
    "columns": Words("Columns", "列の対応"),
    "comment": Words("Comment", "コメント"),
    "contact_id": Words("Contact", "担当者"),
    "corporate_number": Words("Corporate number", "法人番号"),
    "counts": Words("Counts", "件数"),
    "coverage": Words("Coverage", "データ充足率"),
    "created_on": Words("Created", "登録日"),
    "currency": Words("Currency", "通貨"),
    "customer_side": Words("To be done by the customer", "顧客側の作業"),
    "decision_maker": Words("Decision maker", "決裁者"),
    "definition": Words("Definition", "内容"),
    "department": Words("Department", "部署"),
    "direction": Words("What a high score means", "スコアの向き"),
    "discount_amount": Words("Discount", "値引額"),
    "discount_ends_on": Words("Discount ends", "値引終了日"),
    "domain": Words("Domain", "ドメイン"),
    "done_on": Words("Done on", "完了日"),
    "due_on": Words("Due", "期限"),
    "email": Words("E-mail", "メールアドレス"),
    "employees": Words("Employees", "従業員数"),
    "end_reading": Words("How the end is meant", "終了日の数え方"),
    "end_reason": Words("Reason for leaving", "解約理由"),
    "end_reason_family": Words("Kind of reason", "解約理由の分類"),
    "ended_on": Words("Ended on", "終了日"),
    "executive": Words("Executive", "経営層"),
    "external_id": Words("Own ID", "管理番号"),
    "factor": Words("Factor", "要因"),
    "factors": Words("Factors", "要因"),
    "family": Words("Product family", "製品群"),
    "file": Words("File", "ファイル"),
    "first_response_at": Words("First response", "初回回答日時"),
    "fit": Words("Fit", "適合度"),
    "fit_reason": Words("Why (fit)", "適合度の理由"),
    "hourly_rate": Words("Hourly rate", "時間単価"),
    "industry": Words("Industry", "業種"),
    "interval_months": Words("Billing interval (months)", "請求サイクル（月数）"),
    "issued_on": Words("Invoice date", "請求日"),
    "item": Words("Item", "費目"),
    "kana": Words("Kana", "フリガナ"),
    "key": Words("Setting", "設定"),
    "kind": Words("Kind", "種類"),
    "known_until": Words("Known until", "把握している最終日"),
    "least": Words("Least that counts", "有効とみなす最小値"),
    "left_on": Words("Left on", "退職日"),
    "legal_name": Words("Legal name", "正式名称"),
    "list_amount": Words("List price", "定価"),
    "measure_id": Words("Measure", "利用指標"),
    "minutes": Words("Minutes", "所要時間（分）"),
    "month": Words("Month", "月"),
    "name": Words("Name", "名前"),
    "note": Words("Note", "メモ"),
    "notes": Words("Notes", "メモ"),
    "notice_by": Words("Notice deadline", "解約通知期限"),
    "number": Words("Number", "番号"),
    "on_date": Words("Date", "日付"),
    "opened_at": Words("Opened", "受付日時"),
    "owner_id": Words("Owner", "担当"),
    "page": Words("Page", "ページ"),
    "paid_amount": Words("Amount paid", "入金額"),
    "paid_on": Words("Paid on", "入金日"),
    "person_id": Words("By", "担当"),
    "phone": Words("Phone", "電話番号"),
    "plan": Words("Plan", "プラン"),
    "postal_code": Words("Postal code", "郵便番号"),
    "priority": Words("Priority", "優先度"),
    "product_id": Words("Product", "製品"),
    "purpose": Words("Purpose", "目的"),
    "qualifies": Words("Counts as use", "利用とみなす"),
    "region": Words("Region", "地域"),
    "relation": Words("About", "対象"),
    "relationship": Words("Relationship (1-5)", "関係性 (1-5)"),
    "role": Words("Role", "役割"),
    "root_cause": Words("Root cause", "根本原因"),
    "sales_rep": Words("Sales rep", "営業担当"),
    "score": Words("Score", "スコア"),
    "seats": Words("Seats", "席数"),
    "segment": Words("Segment", "セグメント"),
    "sentiment": Words("Sentiment (1-5)", "所感 (1-5)"),
    "sha256": Words("Fingerprint", "指紋"),
    "steps": Words("Steps of the copy", "コピー側の操作"),
    "answers": Words("Choices", "選択内容"),
    "same": Words("Rows kept once", "統合した行"),
    "shape": Words("Headings", "見出しの組み合わせ"),
    "short_name": Words("Short name", "略称"),
    "size": Words("Size", "規模"),
    "snoozed_until": Words("Put off until", "延期先"),
    "stage": Words("Stage", "ステージ"),
    "start_known": Words("Start is known", "開始日が判明"),
    "starts_on": Words("Start", "開始日"),
    "status": Words("Status", "ステータス"),
    "subject": Words("Subject", "件名"),
    "survey": Words("Survey", "アンケート"),
    "tables": Words("Sheets", "シート"),
    "tags": Words("Tags", "タグ"),
    "term_ends_on": Words("Renewal date", "更新日"),
    "tier": Words("Tier", "ティア"),
    "title": Words("Title", "件名・役職"),
    "touch_id": Words("Touch", "タッチ"),
    "type": Words("Type", "種別"),
    "unit": Words("Unit", "単位"),
    "use_case": Words("Use case", "用途"),
    "value": Words("Value", "値"),
    "who": Words("Who", "変更者"),
}

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
}

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
}
_CLOSED_IN: Mapping[tuple[str, str], Mapping[str, Words]] = {
    (Kind.TOUCH, "type"): TOUCH_TYPES,
    (Kind.CONTRACT, "status"): LINE_STATUSES,
    (Kind.MARKER, "kind"): MARKERS,
    (Kind.COST, "purpose"): PURPOSES,
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
_NAMES: Mapping[str, Mapping[str, Words]] = {Kind.SETTING: SETTINGS, Kind.ANSWER: SURVEYS}
_MONEY = frozenset({"list_amount", "discount_amount", "paid_amount", "hourly_rate"})
_INNER = frozenset({"definition", "columns", "choices", "tables", "counts", "factors", "steps", "answers", "same"})
"""Columns that hold what is written for programs."""
_YES, _NO, _NEW_CONTENT = Words("yes", "はい"), Words("no", "いいえ"), Words("(other content)", "（内容を変更）")
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
        return (_YES if value else _NO).say(language)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if not isinstance(value, datetime):
        return day(value, language)
    said = day(value.date(), language)  # as the sheet had it, which named no zone; a bare day has become a midnight
    return f"{said} {value:%H:%M}" if value.time() else said


def _text(kind: str, column: str, value: str, language: Language) -> str:
    if column == "":
        return name_words(kind, value, language)
    if column == "factor":
        return factor_name(value, language)
    if kind == Kind.SETTING and column == "value":
        return _setting(value, language)
    return look_up(_CLOSED_IN.get((kind, column)) or _CLOSED.get(column) or {}, value, language)


def _setting(value: str, language: Language) -> str:
    try:
        held = json.loads(value)
    except (ValueError, RecursionError):
        return value
    if isinstance(held, dict | list):
        return _NEW_CONTENT.say(language)
    words = LANGUAGES.get(Language(held)) if held in set(Language) else None
    return words.say(language) if words else str(held)


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
