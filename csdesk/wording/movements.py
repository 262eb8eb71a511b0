"""Words of movements: kinds of change, and why customers leave."""

from collections.abc import Mapping

from csdesk.models.kinds import ChangeKind, Language, ReasonFamily
from csdesk.wording.speech import Words, look_up

MOVEMENTS = {
    "new": Words("New", "新規"),
    "reactivation": Words("Reactivation", "再開"),
    "expansion": Words("Expansion", "拡大"),
    "contraction": Words("Contraction", "縮小"),
    "churn": Words("Churn", "解約"),
    "fx": Words("FX", "為替"),
}

CHANGES: Mapping[str, Words] = {
    ChangeKind.UPSELL: Words("Upsell: a higher plan", "アップセル（上位プラン）"),
    ChangeKind.CROSS_SELL: Words("Cross-sell: another product", "クロスセル（別製品）"),
    ChangeKind.ADD_ON: Words("Add-on", "アドオン（追加機能）"),
    ChangeKind.SEATS: Words("Seats", "席数"),
    ChangeKind.PRICE: Words("Price", "価格"),
    ChangeKind.DISCOUNT: Words("Discount", "値引き"),
    ChangeKind.PAUSE: Words("Pause", "休止"),
    ChangeKind.DOWNGRADE: Words("Downgrade: a lower plan", "ダウングレード（下位プラン）"),
    ChangeKind.DROPPED: Words("Product dropped", "一部製品の解約"),
    ChangeKind.LONGER_TERM: Words("A lower price for a longer term", "長期契約による減額"),
    ChangeKind.UNKNOWN: Words("Not known", "不明"),
}
"""Why a paying account's MRR rose or fell."""

REASON_FAMILIES: Mapping[str, Words] = {
    ReasonFamily.ADOPTION: Words("Not adopted", "定着せず"),
    ReasonFamily.FIT: Words("Product did not fit", "製品との不一致"),
    ReasonFamily.GAP: Words("Something was missing", "機能・ニーズの不足"),
    ReasonFamily.UNAVOIDABLE: Words("Unavoidable", "不可避（買収・倒産など）"),
    ReasonFamily.RIVAL: Words("Another vendor", "他社への乗り換え"),
    ReasonFamily.PRICE: Words("Price against value", "価格・費用対効果"),
    ReasonFamily.RELATIONSHIP: Words("Relationship", "関係性"),
    ReasonFamily.UNKNOWN: Words("Reason unknown", "理由不明"),
}
"""Why a customer left."""

REASONS: Mapping[str, Words] = {
    **REASON_FAMILIES,
    "stated": Words("Given in words, not sorted yet", "記述のみ（未分類）"),
    "": REASON_FAMILIES[ReasonFamily.UNKNOWN],
}
"""What churn is shared out among: families, reasons that belong to none yet, and none at all."""


def change_name(change: str, language: Language) -> str:
    """What a kind of change is called."""
    return look_up(CHANGES, change, language)


def moved_why(change: ChangeKind | None, reason: str, family: ReasonFamily | None, language: Language) -> str:
    """Why MRR moved: by its kind of change; of who left by the reason told, else its kind; '' for who came."""
    if change is not None:
        return change_name(change, language)
    return reason or (look_up(REASON_FAMILIES, family, language) if family else "")
