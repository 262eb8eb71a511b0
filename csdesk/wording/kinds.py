"""The words for the closed lists of a book: tiers, touch types, statuses, reasons and kinds of row."""

from collections.abc import Mapping

from csdesk.models.kinds import (
    CostPurpose,
    EffortDirection,
    Fit,
    Kind,
    Language,
    LineStatus,
    MarkerKind,
    Survey,
    SurveyRelation,
    Tier,
    TimelineEvent,
    TouchType,
)
from csdesk.models.text import fold_case
from csdesk.wording.movements import REASONS
from csdesk.wording.speech import Words, look_up

TIERS: Mapping[str, Words] = {
    Tier.HIGH: Words("High touch", "ハイタッチ"),
    Tier.LOW: Words("Low touch", "ロータッチ"),
    Tier.TECH: Words("Tech touch", "テックタッチ"),
}

FITS: Mapping[str, Words] = {Fit.GOOD: Words("Good fit", "適合"), Fit.POOR: Words("Poor fit", "不適合")}

TOUCH_TYPES: Mapping[str, Words] = {
    TouchType.CALL: Words("Call", "電話"),
    TouchType.EMAIL: Words("E-mail", "メール"),
    TouchType.MEETING: Words("Online meeting", "Web会議"),
    TouchType.VISIT: Words("Visit", "訪問"),
    TouchType.CHAT: Words("Chat", "チャット"),
    TouchType.QBR: Words("Business review (QBR)", "定例レビュー (QBR)"),
    TouchType.TRAINING: Words("Training", "トレーニング"),
    TouchType.WEBINAR: Words("Webinar", "ウェビナー"),
    TouchType.NEWSLETTER: Words("Newsletter", "メールマガジン"),
    TouchType.NOTE: Words("Note", "メモ"),
    TouchType.OTHER: Words("Other", "その他"),
}

LINE_STATUSES: Mapping[str, Words] = {
    LineStatus.ACTIVE: Words("Active", "有効"),
    LineStatus.PAST_DUE: Words("Past due", "支払遅延"),
    LineStatus.PAUSED: Words("Paused", "休止中"),
    LineStatus.TRIAL: Words("Trial", "トライアル"),
}

SURVEYS: Mapping[str, Words] = {
    Survey.NPS: Words("NPS", "NPS"),
    Survey.CSAT: Words("CSAT", "CSAT"),
    Survey.CES: Words("CES", "CES"),
}

RELATIONS: Mapping[str, Words] = {
    SurveyRelation.TRANSACTIONAL: Words("One event (transactional)", "個別の体験（トランザクショナル）"),
    SurveyRelation.RELATIONAL: Words("The relationship (relational)", "関係全体（リレーショナル）"),
}

DIRECTIONS: Mapping[str, Words] = {
    EffortDirection.HIGH_IS_EASY: Words("7 is easy", "7が「簡単」"),
    EffortDirection.HIGH_IS_HARD: Words("7 is hard", "7が「大変」"),
}

PURPOSES: Mapping[str, Words] = {
    CostPurpose.ACQUISITION: Words("Acquisition", "獲得"),
    CostPurpose.RETENTION: Words("Retention", "維持"),
    CostPurpose.OTHER: Words("Other", "その他"),
}

COST_FIELDS: Mapping[str, Words] = {
    "month": Words("Month", "月"),
    "channel": Words("Channel", "チャネル"),
    "item": Words("Item", "費目"),
    "purpose": Words("Purpose", "目的"),
    "amount": Words("Amount", "金額"),
    "notes": Words("Notes", "備考"),
}

RATE_FIELDS: Mapping[str, Words] = {
    "month": Words("Month", "月"),
    "currency": Words("Currency", "通貨"),
    "base": Words("In", "換算先"),
    "rate": Words("Rate", "レート"),
    "source": Words("Kind", "種類"),
}

MARKERS: Mapping[str, Words] = {
    MarkerKind.RELEASE: Words("Release", "リリース"),
    MarkerKind.PRICE: Words("Price change", "価格改定"),
    MarkerKind.POSITIONING: Words("Positioning", "ポジショニング変更"),
}

KINDS: Mapping[str, Words] = {
    Kind.ACCOUNT: Words("Accounts", "アカウント"),
    Kind.PERSON: Words("Team", "チーム"),
    Kind.CONTACT: Words("Contacts", "担当者"),
    Kind.PRODUCT: Words("Products", "製品"),
    Kind.CONTRACT: Words("Contract lines", "契約明細"),
    Kind.TOUCH: Words("Touches", "タッチ"),
    Kind.TASK: Words("Next steps", "次の対応"),
    Kind.MEASURE: Words("Measures of use", "利用指標"),
    Kind.USE: Words("Use", "利用実績"),
    Kind.TICKET: Words("Tickets", "問い合わせ"),
    Kind.ANSWER: Words("Survey answers", "アンケート回答"),
    Kind.INVOICE: Words("Invoices", "請求"),
    Kind.COST: Words("Costs", "費用"),
    Kind.MARKER: Words("Markers", "出来事"),
    Kind.CUSTOM_VALUE: Words("Own fields", "カスタム項目"),
    Kind.HEALTH_VALUE: Words("Health values by hand", "手入力のヘルス値"),
    Kind.HEALTH_DAY: Words("Health by day", "日ごとのヘルス"),
    Kind.GOAL: Words("Goals", "目標"),
    Kind.MILESTONE: Words("Milestones", "マイルストーン"),
    Kind.DEAL: Words("Deals", "商談"),
    Kind.FEEDBACK: Words("Feedback", "要望・フィードバック"),
    Kind.INTERVIEW: Words("Exit interviews", "解約ヒアリング"),
    Kind.MAILING: Words("Mail results", "メール配信結果"),
    Kind.EXCHANGE_RATE: Words("Exchange rates", "為替レート"),
    Kind.PERIOD_FIGURE: Words("Figures of periods", "期間ごとの数値"),
    Kind.INVITATION: Words("Surveys sent", "アンケートの依頼"),
    Kind.DEFINITION: Words("Versions of the definitions", "定義の版"),
    Kind.RISK: Words("Risks", "リスク"),
    Kind.PLAY: Words("Plays", "プレイブック"),
    Kind.PLAY_STEP: Words("Steps of plays", "プレイブックの手順"),
    Kind.PLAY_RUN: Words("Plays started", "実行したプレイブック"),
    Kind.HEALTH_OVERRIDE: Words("Health set by hand", "ヘルスの手動設定"),
    Kind.TARGET: Words("Targets", "目標値"),
    Kind.PACK: Words("Packs sent", "提出レポート"),
    Kind.WIN: Words("Wins", "成果の記録"),
    Kind.SETTING: Words("Settings", "設定"),
    Kind.SAVED_VIEW: Words("Saved views", "保存したビュー"),
    Kind.MERGE: Words("Copies brought in", "統合したコピー"),
    Kind.MATCHING: Words("Known layouts", "覚えている表の形"),
}

ROLES = {
    "basic": Words("basic", "一般利用者"),
    "advanced": Words("advanced", "上級利用者"),
    "admin": Words("admin", "管理者"),
}
"""What users are in the product; a book may have words of its own."""
ARR_BANDS = {
    "top": Words("Largest 25% by ARR", "ARR上位25%"),
    "middle": Words("Middle 50% by ARR", "ARR中位50%"),
    "bottom": Words("Smallest 25% by ARR", "ARR下位25%"),
}
"""Quarters of accounts by what they pay, or paid last."""
_NO_GROUP = Words("(not known)", "（不明）")

TIMELINE: Mapping[str, Words] = {
    TimelineEvent.CONTRACT_START: Words("Contract starts", "契約開始"),
    TimelineEvent.CONTRACT_END: Words("Contract ended", "契約終了"),
    TimelineEvent.TICKET: Words("Ticket", "問い合わせ"),
    TimelineEvent.INVOICE: Words("Invoice", "請求"),
    TimelineEvent.INTERVIEW: Words("Exit interview", "解約ヒアリング"),
    TimelineEvent.FEEDBACK: Words("Feedback", "要望・フィードバック"),
    TimelineEvent.SCORE: Words("Score of another tool", "他ツールのスコア"),
}

ACCOUNT_FIELDS: Mapping[str, Words] = {
    "name": Words("Account", "アカウント"),
    "score": Words("Health", "ヘルス"),
    "mrr": Words("MRR", "MRR"),
    "arr": Words("ARR", "ARR"),
    "trend": Words("Trend", "推移"),
    "renewal_on": Words("Renewal", "更新日"),
    "last_touch_on": Words("Last touch", "最終タッチ"),
    "owner": Words("Owner", "担当"),
    "tier": Words("Tier", "ティア"),
    "segment": Words("Segment", "セグメント"),
    "industry": Words("Industry", "業種"),
    "region": Words("Region", "地域"),
    "size": Words("Size", "規模"),
    "channel": Words("Channel", "獲得経路"),
    "stage": Words("Stage", "ステージ"),
    "fit": Words("Fit", "適合度"),
    "referred_by": Words("Referred by", "紹介元"),
    "sentiment": Words("Sentiment (1-5)", "所感 (1-5)"),
    "next_step": Words("Next step", "次の対応"),
    "next_due": Words("Due", "期限"),
    "external_id": Words("Own ID", "管理番号"),
    "domain": Words("Domain", "ドメイン"),
    "notes": Words("Notes", "メモ"),
    "legal_name": Words("Legal name", "正式名称"),
    "short_name": Words("Short name", "略称"),
    "kana": Words("Kana", "フリガナ"),
    "corporate_number": Words("Corporate number", "法人番号"),
    "employees": Words("Employees", "従業員数"),
    "postal_code": Words("Postal code", "郵便番号"),
    "address": Words("Address", "住所"),
    "phone": Words("Phone", "電話番号"),
    "sales_rep": Words("Sales rep", "営業担当"),
    "use_case": Words("Use case", "用途"),
    "fit_reason": Words("Why (fit)", "適合度の理由"),
    "tags": Words("Tags", "タグ"),
    "created_on": Words("Created", "登録日"),
    "since": Words("Customer since", "契約開始"),
}


def name_of_kind(kind: str, language: Language) -> str:
    """What a kind of row is called."""
    return look_up(KINDS, kind, language)


QUARTERS: Mapping[str, Words] = {
    "neither": Words("Neither good", "どちらも不十分"),
    "experience_alone": Words("Experience alone", "体験のみ良好"),
    "outcome_alone": Words("Outcome alone", "成果のみ良好"),
    "both": Words("Both good", "どちらも良好"),
}
"""Whether outcome and experience are good."""


_GROUPS: Mapping[str, Mapping[str, Words]] = {
    "tier": TIERS, "fit": FITS, "reason": REASONS, "role": ROLES, "arr": ARR_BANDS, "stood": QUARTERS,
}  # fmt: skip


def group_name(dimension: str, group: str, language: Language) -> str:
    """What a group of a dimension is called; the one without a name is said to be so."""
    words = _GROUPS.get(dimension, {})
    return look_up(words, group, language) if group or "" in words else _NO_GROUP.say(language)


def key_for(table: Mapping[str, Words], text: str) -> str | None:
    """The key a person means by a word of either language, or by the key itself; width and case do not matter."""
    wanted = _plain(text)
    for key, words in table.items():
        if wanted in {_plain(key), _plain(words.en), _plain(words.ja)}:
            return str(key)
    return None


def _plain(text: str) -> str:
    return fold_case(text).strip()
