"""Closed lists of words: yes and no, marks, standings of a contract, billing intervals, types and priorities."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from csdesk.intake.values.text import folded
from csdesk.models.kinds import Charge, CostPurpose, Fit, Priority, Tier, TouchType
from csdesk.models.text import fold_case

_YES = frozenset(
    [
        "1", "true", "yes", "y", "t", "on", "はい", "有", "有り", "あり", "要", "済", "済み", "可", "〇", "○", "◯",
        "●", "◎", "✓", "✔", "☑", "✅", "レ", "ﾚ", "該当", "対象", "稼働", "利用中", "契約中", "active", "checked",
        "する", "1.0", "■", "★", "◆",
    ]
)  # fmt: skip
_NO = frozenset(
    [
        "0", "false", "no", "n", "f", "off", "いいえ", "無", "無し", "なし", "不要", "未", "否", "不可", "×", "✕", "✖",
        "✗", "✘", "❌", "☐", "□", "非該当", "対象外", "停止", "inactive", "unchecked", "しない", "0.0",
    ]
)  # fmt: skip


def read_yes_no(text: str) -> bool | None:
    """Yes or no by word or mark; None where it is neither. The letter x is left to `read_mark`."""
    word = folded(text)
    if word in _YES:
        return True
    return False if word in _NO else None


_BY_ITSELF = re.compile(
    r"(?:契約)?自動(?:更新|継続|延長)?(?:あり|する|on)?|auto(?:matic(?:ally)?)?(?:[ -]?renew(?:al|s)?)?|evergreen"
)
_BY_HAND = re.compile(
    r"(?:契約)?手動(?:更新)?|(?:自動)?(?:更新|継続|延長)(?:なし|無し|しない|off)|都度(?:更新|契約)?|"
    r"manual(?:ly)?(?:[ -]?renew(?:al|s)?)?|(?:non|no)[ -]auto[ -]?renew(?:al)?"
)


def read_auto(text: str) -> bool | None:
    """Whether a contract renews by itself, by yes and no or in words: 自動更新, 'Manual renewal'; else None."""
    word = folded(text)
    if _BY_ITSELF.fullmatch(word):
        return True
    return False if _BY_HAND.fullmatch(word) else read_yes_no(text)


def read_mark(text: str, *, x_is_yes: bool) -> bool | None:
    """A cell of a month grid: yes, no, or None for what is neither. '' and '-' are no; a letter x is a tick where the
    grid has no other (`x_is_yes`), a cross where it stands beside ○ or ✓."""
    word = folded(text)
    if word in {"", "-", "–", "—", "ー", "−", "―", "/", "＼", "\\", "n/a", "#n/a"}:
        return False
    if word in {"x", "☒", "⊠"}:
        return x_is_yes
    return read_yes_no(word)


class Standing(StrEnum):
    """What a status word says of a contract or deal."""

    ACTIVE = "active"
    TRIAL = "trial"
    PAST_DUE = "past_due"
    PAUSED = "paused"
    ENDING = "ending"
    ENDED = "ended"
    WON = "won"
    NOT_WON = "not_won"


_STANDINGS: dict[Standing, str] = {
    Standing.NOT_WON: (
        "open|lead|prospect|proposal|negotiation|negotiating|qualified|qualification|discovery|"
        "demo|quote|quoted|draft|lost|in approval process|in approval|pending approval|awaiting approval|"
        "awaiting signature|承認待ち|承認中|承認申請中|稟議中|署名待ち|下書き|ドラフト|"
        "closed lost|closedlost|prospecting|needs analysis|appointmentscheduled|qualifiedtobuy|"
        "presentationscheduled|decisionmakerboughtin|contractsent|opportunity|"
        "pipeline|incomplete|incomplete expired|new lead|contacted|"
        "evaluation|verbal|on the fence|"
        "presentation scheduled|appointment scheduled|decision maker bought in|contract sent|"
        "qualified to buy|marketing qualified lead|"
        "sales qualified lead|subscriber|商談中|商談|提案|提案中|見積|見積中|見積提出|失注|"
        "見込み|見込|見込み客|リード|検討中|交渉中|"
        "アプローチ|ヒアリング|未契約|内示|引合|引き合い|営業中|保留|不成立|案件化|クロージング|キャンセル見積"
    ),
    Standing.WON: "won|closed won|closedwon|成立|signed|受注|受注確定|受注済|受注済み|成約|成約済|契約締結|締結済|"
    "締結済み|契約成立|確定",
    Standing.ENDING: (
        "canceling|cancelling|cancel scheduled|scheduled to cancel|non renewing|not renewing|pending cancellation|"
        "pending cancel|notice given|leaving|will leave|will churn|churning|cancel at period end|解約予定|"
        "解約手続き中|解約申請中|解約申込|退会予定|"
        "解約手続中|終了予定|更新しない|更新なし|非更新|解約見込み|解約通知あり"
    ),
    Standing.ENDED: (
        "canceled|cancelled|churned|churn|ended|expired|terminated|inactive|closed|deactivated|"
        "former customer|lost customer|"
        "not renewed|past customer|former|completed|cancellation|解約|解約済|解約済み|終了|"
        "契約終了|取引終了|取引停止|退会|退会済|退会済み|失効|期限切れ|有効期限切れ|"
        "finished|廃止|廃止済|廃止済み|満了|期間満了|利用終了|サービス終了|離脱|解除|契約解除|無効|休眠解約|初回更新で解約|2回目更新で解約|チャーン"
    ),
    Standing.TRIAL: (
        "trial|trialing|trialling|in trial|free trial|on trial|poc|pilot|evaluation license|"
        "トライアル|トライアル中|無料トライアル|"
        "試用|試用中|試用期間|お試し|お試し中|無償トライアル|体験中|パイロット|検証中"
    ),
    Standing.PAST_DUE: (
        "past due|overdue|unpaid|in arrears|delinquent|payment failed|dunning|未払い|未払|滞納|"
        "滞納中|延滞|延滞中|支払遅延|"
        "支払遅れ|未入金|入金遅延"
    ),
    Standing.PAUSED: (
        "paused|on hold|suspended|frozen|hold|pause|休止|休止中|一時停止|一時停止中|停止中|凍結|"
        "休会|休会中|利用停止|利用休止|"
        "中断|中断中|サスペンド"
    ),
    Standing.ACTIVE: (
        "active|activated|ongoing|live|current|customer|paid|paying|renewed|ok|in good standing|onboarding|"
        "implementing|implementation|running|"
        "at risk|healthy|enabled|valid|future|existing|existing customer|subscribed|auto renew|"
        "renewal due|launched|adopted|"
        "有効|契約中|取引中|利用中|稼働|稼働中|継続|継続中|継続利用|更新済|更新済み|本契約|契約済|契約済み|オンボーディング|"
        "オンボーディング中|導入中|導入済|導入済み|導入支援中|更新前|既存|既存顧客|顧客|"
        "アクティブ|運用中|利用開始|提供中|本番稼働|"
        "引き止め中|引き留め中|解約撤回|活用中|正常|在籍|在籍中|初回契約|更新待ち|契約更新|課金中|有料|正式契約|定着"
    ),
}


def _plain(text: str) -> str:
    """A status word without its brackets, marks and underscores."""
    word = re.sub(r"[(\[【].*?[)\]】]", "", fold_case(text))
    return " ".join(re.sub(r"[_\-–—・.!:*]+", " ", word).split())


_STANDING_BY_WORD = {word: standing for standing, words in _STANDINGS.items() for word in words.split("|")}
_LONG_WORDS = sorted(
    (
        (f" {word} " if word.isascii() else f" {word}", standing)
        for word, standing in _STANDING_BY_WORD.items()
        if len(word) >= (4 if word.isascii() else 2)
    ),
    key=lambda pair: -len(pair[0].strip()),
)
"""With the spaces that have to stand around them; words that are written without any have to stand first."""


def standing(text: str) -> Standing | None:
    """What a status word says; None for one that is not known. Longer words may hold a known one ('契約中（要注意）',
    'Closed won - new')."""
    word = _plain(text)
    known = _STANDING_BY_WORD.get(word)
    if known or not word:
        return known
    whole = f" {word} "
    for part, meaning in _LONG_WORDS:
        if part in whole and (part.isascii() or whole.startswith(part)):
            return meaning
    return None


SUBSCRIPTION_WORDS = frozenset({"past due", "trialing", "in trial", "unpaid", "non renewing", "incomplete", "canceled"})
"""Status words that only billing tools write; a column that holds one is a contract's status."""


def status_word(text: str) -> str:
    """A status word as `SUBSCRIPTION_WORDS` has it."""
    return _plain(text)


_INTERVALS = {
    1: "month|monthly|mo|m|months|every month|per month|1m|月|月次|毎月|月払い|月払|月額|1ヶ月|"
    "1か月|月々|月ごと|月極|マンスリー|月契約",
    3: "quarter|quarterly|3 months|quarters|every 3 months|3m|四半期|3ヶ月|3か月|四半期払い|3ヶ月払い|三ヶ月",
    6: "half year|half yearly|semi annual|semiannual|semi annually|biannual|6 months|"
    "every 6 months|6m|半年|半期|6ヶ月|6か月|半年払い|六ヶ月",
    12: "year|yearly|annual|annually|annum|yr|y|years|per year|every year|12 months|12m|1 year|"
    "1y|年|年次|毎年|年払い|年払|年額|1年|年間|12ヶ月|12か月|一年|一括年払い|"
    "年一括|年契約|アニュアル",
    24: "2 years|biennial|24 months|every 2 years|2年|24ヶ月|二年",
    36: "3 years|triennial|36 months|every 3 years|3年|36ヶ月|三年",
}
_INTERVAL_BY_WORD = {word: months for months, words in _INTERVALS.items() for word in words.split("|")}
_COUNTED = re.compile(r"(\d{1,3})\s*(か月|ヶ月|カ月|ヵ月|ケ月|箇月|months?|mos?|m|年|years?|yrs?|y)(?:間|契約|払い)?")


_YEARS_AND_MONTHS = re.compile(
    r"(\d{1,2})\s*(?:年|years?|yrs?|y)\s*(?:and )?(\d{1,2})\s*(?:か月|ヶ月|カ月|ヵ月|ケ月|箇月|months?|mos?|m)"
)
_HALF_YEARS = re.compile(r"(\d{1,2})(?:\.5\s*(?:年間?|years?|yrs?)|\s*年半)")


def months_of(text: str) -> int | None:
    """Months of a billing interval or term by word or figure: 'yearly' 12, '6ヶ月' 6, '2 years' 24, '3' 3. None for
    what is no whole number of months (weekly, one-off)."""
    word = _plain(text)
    if word in _INTERVAL_BY_WORD:
        return _INTERVAL_BY_WORD[word]
    if found := re.fullmatch(r"(\d{1,3})(?:\.0+)?", folded(text)):
        return int(found[1]) or None
    if found := _YEARS_AND_MONTHS.fullmatch(word):
        return int(found[1]) * 12 + int(found[2])
    if found := _HALF_YEARS.fullmatch(folded(text)):
        return int(found[1]) * 12 + 6
    if found := _COUNTED.fullmatch(word):
        return int(found[1]) * (12 if found[2][0] in "年y" else 1) or None
    return None


_CHARGES: dict[Charge, str] = {
    Charge.ONE_OFF: "one time|one off|once|onetime|setup|single|non recurring|initial|一括|一括請求|一括払い|"
    "一回|単発|スポット|初期費用|初期|買い切り|都度",
    Charge.USAGE: "usage|metered|usage based|pay as you go|payg|consumption|従量|従量課金|従量制",
    Charge.RECURRING: "recurring|subscription|定期|定期請求|継続課金|サブスク|サブスクリプション|ストック|"
    "月額課金|licensed",
}
_CHARGE_BY_WORD = {word: charge for charge, words in _CHARGES.items() for word in words.split("|")}


def charge_of(text: str) -> Charge | None:
    """What kind of charge a word names; None where it names none."""
    return _CHARGE_BY_WORD.get(_plain(text))


_TOUCH_TYPES: dict[TouchType, str] = {
    TouchType.CALL: "call|phone|phone call|telephone|tel|outbound call|inbound call|電話|架電|TEL|通話|入電|"
    "受電|コール",
    TouchType.EMAIL: "email|e mail|mail|メール|eメール|Eメール|電子メール|メール対応",
    TouchType.MEETING: "meeting|web meeting|online meeting|video call|zoom|teams|google meet|webex|mtg|check in|"
    "1on1|sync|kickoff|kick off|demo|会議|web会議|打ち合わせ|打合せ|面談|オンライン会議|"
    "オンライン商談|"
    "オンライン面談|ミーティング|定例|定例会|定例会議|オンラインmtg|キックオフ|商談|デモ|zoom会議|リモート会議|オンライン|リモート|ウェブ会議|online|remote|video|virtual|"
    "virtual meeting",
    TouchType.VISIT: "visit|on site|onsite|site visit|in person|訪問|来訪|往訪|来社|対面|客先訪問|オフライン",
    TouchType.CHAT: "chat|slack|message|sms|line|チャット|チャットワーク|chatwork|メッセージ|slack対応",
    TouchType.QBR: "qbr|ebr|business review|quarterly business review|executive business review|レビュー会|"
    "四半期レビュー|定期レビュー",
    TouchType.TRAINING: "training|workshop|onboarding|onboarding session|lesson|研修|トレーニング|勉強会|"
    "操作説明|説明会|講習|操作説明会|オンボーディング",
    TouchType.WEBINAR: "webinar|seminar|event|conference|ウェビナー|セミナー|イベント|オンラインセミナー|ユーザー会",
    TouchType.NEWSLETTER: "newsletter|campaign|mailing|mass email|メルマガ|ニュースレター|メールマガジン|一斉メール",
    TouchType.NOTE: "note|memo|comment|log|メモ|記録|ノート|備考",
    TouchType.OTHER: "other|others|misc|その他|他",
}
_TOUCH_BY_WORD = {folded(word): kind for kind, words in _TOUCH_TYPES.items() for word in words.split("|")}
_TOUCH_LONG = [
    (f" {word} " if word.isascii() else word, _TOUCH_BY_WORD[word])
    for word in sorted(_TOUCH_BY_WORD, key=lambda word: -len(word))
    if len(word) > 1
]


def touch_type(text: str) -> TouchType | None:
    """The type of a touch by word; a longer word may begin with a known one. None where it is not known."""
    word = _plain(text)
    known = _TOUCH_BY_WORD.get(word)
    if known or not word:
        return known
    whole = f" {word} "
    for part, kind in _TOUCH_LONG:
        if part in whole:
            return kind
    return None


_Kind = TypeVar("_Kind", Tier, Fit, Priority, CostPurpose)
_TIERS = {
    Tier.HIGH: "high|high touch|hightouch|ハイタッチ|ハイ|高|white glove",
    Tier.LOW: "low|low touch|lowtouch|mid touch|ロータッチ|ロー|低",
    Tier.TECH: "tech|tech touch|techtouch|digital|digital touch|テックタッチ|テック|self serve",
}
_FITS = {
    Fit.GOOD: "good|yes|fit|icp|match|a|ideal|良い|良|適合|合致|○|◎|〇|high|strong|ターゲット",
    Fit.POOR: "poor|no|bad|misfit|non icp|悪い|不適合|×|△|low|weak|ターゲット外|対象外",
}
_PRIORITIES = {
    Priority.LOW: "low|lowest|minor|p4|4|低|低い|低め|小",
    Priority.NORMAL: "normal|medium|mid|moderate|p3|3|中|通常|普通|標準",
    Priority.HIGH: "high|major|p2|2|高|高い|高め|大|重要",
    Priority.URGENT: "urgent|critical|highest|blocker|emergency|p1|p0|1|緊急|至急|急いで|今すぐ|最優先|最高|致命的",
}
_PURPOSES = {
    CostPurpose.RETENTION: "retention|customer success|cs|support|success|onboarding|カスタマーサクセス|サポート|"
    "維持|維持費|継続|既存|cs人件費|サポート人件費|リテンション|オンボーディング|"
    "カスタマーサポート",
    CostPurpose.OTHER: "other|others|overhead|general|admin|hosting|cogs|その他|管理費|一般管理費|開発費|"
    "サーバー費|原価",
    CostPurpose.ACQUISITION: "acquisition|sales|marketing|sales and marketing|advertising|ads|獲得|獲得費|新規獲得|"
    "営業|マーケティング|広告|広告費|営業人件費|広告宣伝費|販促費|販売促進費",
}


_OF_CS = re.compile(r"(?<![a-z])(?:cs|csm)(?![a-z])")


def _closed(lists: dict[_Kind, str], text: str) -> _Kind | None:
    word = _plain(text)
    for kind, words in lists.items():
        if word in words.split("|"):
            return kind
    return None


@lru_cache(maxsize=1024)
def tier(text: str) -> Tier | None:
    """Touch model by word; None where the word is the team's own (Enterprise, A)."""
    return _closed(_TIERS, text)


@lru_cache(maxsize=1024)
def fit(text: str) -> Fit | None:
    """Good or poor fit by word."""
    return _closed(_FITS, text)


def priority(text: str) -> Priority | None:
    """Priority of a ticket by word."""
    return _closed(_PRIORITIES, text)


def cost_purpose(text: str) -> CostPurpose | None:
    """What a cost was for, where a word of its purpose, category or item tells: None where none does."""
    known = _closed(_PURPOSES, text)
    if known:
        return known
    word = _plain(text)
    if _OF_CS.search(word):
        return CostPurpose.RETENTION
    for kind in (CostPurpose.RETENTION, CostPurpose.ACQUISITION):
        parts = [part for part in _PURPOSES[kind].split("|") if len(part) >= (4 if part.isascii() else 2)]
        if any((f" {part} " in f" {word} ") if part.isascii() else part in word for part in parts):
            return kind
    return None
