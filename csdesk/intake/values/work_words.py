"""Words in tables about the work with customers: done or not, how a deal stands, what feedback is, why one left."""

import re
from functools import lru_cache
from typing import TypeVar

from csdesk.intake.shapes import Clean
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.numbers import read_number
from csdesk.intake.values.words import read_mark, read_yes_no, standing
from csdesk.models.kinds import DealOutcome, FeedbackKind, MarkerKind, ReasonFamily, Survey
from csdesk.models.problems import Reason
from csdesk.models.text import fold_case

_List = TypeVar("_List", FeedbackKind, ReasonFamily)
_DONE = frozenset(
    [
        "done",
        "complete",
        "completed",
        "closed",
        "finished",
        "resolved",
        "achieved",
        "reached",
        "ok",
        "100%",
        "完了",
        "完了済",
        "完了済み",
        "済",
        "済み",
        "実施済",
        "実施済み",
        "対応済",
        "対応済み",
        "終了",
        "クローズ",
        "達成",
        "達成済",
        "達成済み",
        "完",
    ]
)
_NOT_DONE = re.compile(r"未|\bnot\b|\bin progress\b|中$")
_LOST = re.compile(
    r"\b(?:closed)?lost\b|失注|"
    r"不成立|見送り|辞退|落選|\bdead\b|\bdisqualified\b|\bno decision\b|\babandoned\b|キャンセル"
)
_TALKS = re.compile(
    r"\bnegotiat|\bpropos|\bquote|\bverbal|\bcontract sent|\bon the fence|\bopen\b|\bevaluat|"
    r"\bpending\b|交渉|提案|見積|検討|商談|内示|保留"
)
_NO_DEAL = frozenset({"incomplete", "incomplete expired", "draft", "subscriber"})
"""Words of billing tools for subscriptions that never began."""
_NOBODY = frozenset({"none", "nobody", "no one", "nothing", "not sure", "特になし", "わからない", "未定", "なし"})
_CUSTOMER_SIDE = re.compile(r"customer|client|\bthem\b|\btheirs?\b|顧客|先方|お客|貴社|御社")
_OUR_SIDE = re.compile(r"\b(?:us|ours?|vendor|csm?|we)\b|自社|弊社|当社")
_FEEDBACK: dict[FeedbackKind, str] = {
    FeedbackKind.STRETCH: "stretch|at the limit|limits|advanced use|power user|限界|高度な要望|"
    "高度利用|活用拡大|発展的要望",
    FeedbackKind.FAILURE: "bug|bugs|defect|complaint|error|failure|incident|outage|不具合|障害|"
    "バグ|クレーム|苦情|不満|エラー|不具合報告",
    FeedbackKind.QUESTION: "question|questions|inquiry|enquiry|how to|質問|問い合わせ|問合せ|お問い合わせ|使い方",
    FeedbackKind.PRICE: "price|pricing|price talk|cost|discount request|価格|料金|価格の相談|価格交渉|値引き|"
    "値下げ|値引き要望|料金の相談",
}
_REASONS: dict[ReasonFamily, str] = {
    ReasonFamily.RIVAL: "competitor|competition|switched|rival|another vendor|other vendor|"
    "another tool|競合|他社|乗り換え|乗換|リプレイス|切り替え",
    ReasonFamily.UNAVOIDABLE: "bankrupt|acquired|acquisition|merger|out of business|closed down|"
    "shut down|倒産|廃業|買収|合併|事業撤退|事業終了|閉店|統廃合|清算",
    ReasonFamily.GAP: "missing feature|missing features|missing functionality|"
    "lack of feature|lacks|feature gap|no integration|機能不足|機能が足りない|機能が不足|必要な機能|機能面",
    ReasonFamily.ADOPTION: "not using|not used|low usage|no adoption|lack of adoption|never used|"
    "did not adopt|low adoption|定着せず|利用していない|使っていない|使われない|使いこなせ|利用頻度|"
    "活用できな|定着しな|利用減",
    ReasonFamily.PRICE: "price|pricing|expensive|cost|costs|budget|価格|料金|費用|予算|コスト|割高|高額|値上げ",
    ReasonFamily.RELATIONSHIP: "poor support|bad support|slow support|poor service|service quality|"
    "champion left|sponsor left|contact left|relationship|サポート品質|サポートの質|サポート対応|対応の悪さ|"
    "対応が悪|担当者の異動|担当者異動|担当者退職|担当者の退職|関係性",
    ReasonFamily.FIT: "not a fit|poor fit|wrong fit|did not fit|no longer need|"
    "no longer needed|not needed|業務に合わない|合わない|不一致|ニーズに合わ|必要なくな|不要にな",
}


_MARKERS: dict[MarkerKind, str] = {
    MarkerKind.RELEASE: "release|major release|minor release|feature release|launch|product launch|new feature|version|"
    "リリース|新機能|機能追加|機能リリース|バージョンアップ|公開|アップデート",
    MarkerKind.PRICE: "price|price change|pricing|pricing change|price increase|price rise|price cut|new pricing|"
    "価格|価格改定|価格変更|値上げ|値下げ|料金改定|料金変更|プラン改定",
    MarkerKind.POSITIONING: "positioning|repositioning|rebrand|rebranding|messaging|market change|"
    "ポジショニング|ポジショニング変更|リブランディング|ターゲット変更|訴求変更",
}


def _words(text: str) -> str:
    return " ".join(re.sub(r"[_\-–—・/]+", " ", fold_case(text)).split())


@lru_cache(maxsize=1024)
def is_done(text: str) -> bool | None:
    """Whether a word or tick says that something is done; None where it says neither."""
    word = _words(text)
    if word in _DONE:
        return True
    if _NOT_DONE.search(word):
        return False
    return read_mark(word, x_is_yes=False)


@lru_cache(maxsize=1024)
def deal_outcome(text: str) -> DealOutcome | None:
    """How a deal stands by the word of its stage; None for words that are no stage of a deal."""
    word = _words(text)
    if word in _NO_DEAL:
        return None
    if _LOST.search(word):
        return DealOutcome.LOST
    known = standing(text)
    if known is None or known.value not in {"won", "not_won"}:
        return None
    return DealOutcome.WON if known.value == "won" else DealOutcome.OPEN


def is_negotiating(text: str) -> bool:
    """Whether a word says that a renewal is being talked about; 'Lead' and 'Prospect' are no customers yet."""
    return bool(_TALKS.search(_words(text)))


def on_customer_side(value: Clean) -> bool | None:
    """Whether the customer is to do it, by a tick or by who is named; None where that is not told."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return None
    word = _words(value)
    if _CUSTOMER_SIDE.search(word):
        return not _OUR_SIDE.search(word)
    return False if _OUR_SIDE.search(word) else read_yes_no(word)


def feedback_kind(text: str) -> FeedbackKind | None:
    """What a word says that feedback is. A plain wish may come from either, so that none is taken from it."""
    return _held(_FEEDBACK, text, whole=True)


def reason_family(text: str) -> ReasonFamily | None:
    """The family of a reason for leaving, where its words are plain; None where they are not, or name several."""
    return _held(_REASONS, text, whole=False)


def _held(lists: dict[_List, str], text: str, *, whole: bool) -> _List | None:
    word = _words(text)
    found = [kind for kind, words in lists.items() if _names(word, words.split("|"), whole=whole)]
    return found[0] if len(found) == 1 else None


def _names(word: str, known: list[str], *, whole: bool) -> bool:
    if word in known:
        return True
    parts = [part for part in known if len(part) > 1]
    return not whole and any(f" {part} " in f" {word} " if part.isascii() else part in word for part in parts)


def rival_named(text: str) -> bool:
    """Whether an answer to who comes instead names somebody: 'Yes', 'None' and 'なし' do not."""
    return read_yes_no(text) is None and _words(text) not in _NOBODY


def how_many(value: Clean) -> int | None:
    """A count in a mail result: a number, a tick as 1, its absence as 0, and any day or moment as 1."""
    if not isinstance(value, str):
        return None
    number = read_number(value)
    if not isinstance(number, Reason):
        return int(number) if number >= 0 and number == int(number) else None
    if isinstance(read_date(value), Dated):
        return 1
    answer = read_mark(value, x_is_yes=False)
    return None if answer is None else int(answer)


@lru_cache(maxsize=1024)
def marker_kind(text: str) -> MarkerKind | None:
    """The kind of a dated event by its word; None for words that are none."""
    word = _words(text)
    return next((kind for kind, words in _MARKERS.items() if word in words.split("|")), None)


_SURVEY_WORDS = {
    Survey.NPS: re.compile(r"(?<![a-z])(?:e?nps|net promoter)(?![a-z])|推奨度|ネットプロモーター"),
    Survey.CSAT: re.compile(r"(?<![a-z])csat(?![a-z])|satisfaction|満足度"),
    Survey.CES: re.compile(r"(?<![a-z])ces(?![a-z])|effort|努力|手間"),
}


def survey_named(text: str) -> Survey | None:
    """The one survey that words speak of; None for none and for several."""
    found = [survey for survey, pattern in _SURVEY_WORDS.items() if pattern.search(_words(text))]
    return found[0] if len(found) == 1 else None


_RENEWAL = re.compile(
    r"renewed|renewing|renewed early|auto renewed|will renew|in negotiation|negotiating|will churn|"
    r"not renewing|up for renewal|"
    r"did not renew|更新|更新済み?|更新予定|更新確定|更新見込み?|更新しない|更新なし|更新せず|"
    r"交渉中|解約予定|更新交渉中|更新合意|"
    r"継続|継続予定|継続確定"
)
_OUTCOME = re.compile(
    r"churned|lost|cancell?ed|pending|open|tbd|undecided|"
    r"downgraded|upgraded|expanded|解約|未定|検討中|保留"
)
"""What stands beside words of renewals in one column."""


_MISSED = re.compile(
    r"cancell?ed(?: by .+)?|no ?show|did not (?:attend|show|take place)|not (?:held|attended)|missed|declined|"
    r"rescheduled|postponed|skipped|キャンセル(?:済み?)?|中止|延期|リスケ(?:ジュール)?|欠席|未実施|不参加|ノーショー|"
    r"日程変更|見送り|流会|取消し?|取り消し"
)
_MISSING = re.compile(r"cancell?ed|no ?show|キャンセル|中止")


def is_missed(text: str) -> bool:
    """Whether a word says that a meeting did not take place: Canceled, No-show, 中止."""
    return bool(_MISSED.fullmatch(_words(text)))


def was_held(text: str, heading: str) -> bool:
    """Whether a meeting took place, by a word for it and the heading that it stands under: a Yes under 'Canceled' says
    that it did not. What says nothing of it took place."""
    answer = read_yes_no(text)
    asks_missing = bool(_MISSING.search(_words(heading)))
    if answer is None:
        return not is_missed(text) and not (asks_missing and isinstance(read_date(text), Dated))
    return answer is not asks_missing


def tells_renewal(text: str) -> bool:
    """Whether a word says how a renewal stands: Renewed, In negotiation, 更新予定."""
    return bool(_RENEWAL.fullmatch(_words(text)))


def is_renewal_word(text: str) -> bool:
    """Whether a word may stand in a column that says how renewals went: Renewed, Churned, Pending."""
    return tells_renewal(text) or bool(_OUTCOME.fullmatch(_words(text)))
