"""Words of movements: kinds of change, and why customers leave."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up

MOVEMENTS = {
    "new": Words("New", "新規"),
    "reactivation": Words("Reactivation", "再開"),
    "expansion": Words("Expansion", "拡大"),
    "contraction": Words("Contraction", "縮小"),
    "churn": Words("Churn", "解約"),
}

CHANGES: Mapping[str, Words] = {
    "upsell": Words("Upsell: a higher plan", "アップセル（上位プラン）"),
    "cross_sell": Words("Cross-sell: another product", "クロスセル（別製品）"),
    "add_on": Words("Add-on", "アドオン（追加機能）"),
    "seats": Words("Seats", "席数"),
    "price": Words("Price", "価格"),
    "discount": Words("Discount", "値引き"),
    "pause": Words("Pause", "休止"),
    "downgrade": Words("Downgrade: a lower plan", "ダウングレード（下位プラン）"),
    "dropped": Words("Product dropped", "一部製品の解約"),
    "longer_term": Words("A lower price for a longer term", "長期契約による減額"),
    "unknown": Words("Not known", "不明"),
}
"""Why a paying account's MRR rose or fell, by `ChangeKind`."""

REASON_FAMILIES: Mapping[str, Words] = {
    "adoption": Words("Not adopted", "定着せず"),
    "fit": Words("Product did not fit", "製品との不一致"),
    "gap": Words("Something was missing", "機能・ニーズの不足"),
    "unavoidable": Words("Unavoidable", "不可避（買収・倒産など）"),
    "rival": Words("Another vendor", "他社への乗り換え"),
    "price": Words("Price against value", "価格・費用対効果"),
    "relationship": Words("Relationship", "関係性"),
    "unknown": Words("Reason unknown", "理由不明"),
}
"""Why a customer left, by `ReasonFamily`."""


def change_name(change: str, language: Language) -> str:
    """What a kind of change is called."""
    return look_up(CHANGES, change, language)


def moved_why(movement: str, change: str | None, reason: str, family: str | None, language: Language) -> str:
    """Why MRR moved: by its kind of change; of who left by the reason told, else its kind, where nobody knowing is
    said as well; '' for who came."""
    if change is not None:
        return change_name(change, language)
    return (reason or look_up(REASON_FAMILIES, family or "unknown", language)) if movement == "churn" else ""
