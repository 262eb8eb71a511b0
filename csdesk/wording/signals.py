"""Danger signals in words: what each is called, and the figures that say so."""

from collections.abc import Mapping, Sequence

from csdesk.models.kinds import Language
from csdesk.models.signals import Signal
from csdesk.wording.speech import Words, look_up, short, whole

SIGNALS: Mapping[str, Words] = {
    Signal.NO_VALUE: Words("No business value seen", "成果が見えていない"),
    Signal.STALLED: Words("Implementation stalled", "導入の遅れ・停止"),
    Signal.SPONSOR_LEFT: Words("Sponsor left", "推進者の離任"),
    Signal.LOW_ADOPTION: Words("Low adoption", "利用の定着不足"),
    Signal.ACQUIRED: Words("Acquired by another vendor's user", "他社製品の利用企業による買収"),
    Signal.MISSING_FEATURES: Words("Missing features", "機能不足"),
    Signal.NEW_STRATEGY: Words("New strategy at the top", "経営方針の転換"),
    Signal.QUALITY: Words("Quality or performance problems", "品質・性能の問題"),
    Signal.NOT_BEST: Words("Judged not the best solution", "最適な解決策と見られていない"),
    Signal.CSM: Words("Strained relationship with the CSM", "CSMとの関係の悪化"),
    Signal.SCORE_DROP: Words("Health falls", "ヘルスの急落"),
    Signal.NO_TOUCH: Words("No touch", "タッチなし"),
    Signal.SILENT_SPONSOR: Words("Silent sponsor", "推進者からの反応なし"),
    Signal.SINGLE_CONTACT: Words("Too few contacts", "窓口の担当者が少ない"),
    Signal.LATE_TICKETS: Words("Tickets open too long", "問い合わせの長期未解決"),
    Signal.LATE_PAYMENT: Words("Late payment", "支払いの遅延"),
    Signal.NO_PLAN: Words("No success plan", "サクセスプランなし"),
    Signal.UNANSWERED_FEEDBACK: Words("Feedback unanswered", "要望への未回答"),
    Signal.LOW_CSAT: Words("Low CSAT", "CSATの低下"),
    Signal.DOUBLED: Words("Pays far more for as many seats", "席数が同じまま契約額が急増"),
    Signal.PEAK: Words("Ask for a review or reference", "レビュー・事例紹介を依頼する好機"),
}
_SAID: Mapping[str, Words] = {
    Signal.NO_VALUE: Words("use is {0}% below what was usual", "利用が通常より{0}%減少"),
    Signal.STALLED: Words("overdue milestones: {0}, by up to {1} days", "期限切れのマイルストーン{0}件（最長{1}日）"),
    Signal.SPONSOR_LEFT: Words("days since: {0}", "{0}日前に離任"),
    Signal.LOW_ADOPTION: Words("use scores {0} of 100", "利用のスコアは100点中{0}点"),
    Signal.MISSING_FEATURES: Words(
        "wishes not resolved: {0}, talk of the price: {1}", "未解決の要望{0}件、価格の相談{1}件"
    ),
    Signal.QUALITY: Words("tickets in 30 days: {0}, usually {1}", "30日で問い合わせ{0}件（通常は{1}件）"),
    Signal.NOT_BEST: Words("the account is judged a poor fit", "適合度が低いと判定されています"),
    Signal.CSM: Words("last {1} touches: sentiment {0} of 5 at most", "直近{1}回のタッチの感触：5段階で{0}以下"),
    Signal.SCORE_DROP: Words("from {0} to {1}", "{0}から{1}へ低下"),
    Signal.NO_TOUCH: Words("days without one: {0}", "{0}日間なし"),
    Signal.SILENT_SPONSOR: Words("decision makers: no touch for {0} days", "決裁者とのタッチが{0}日間なし"),
    Signal.SINGLE_CONTACT: Words("contacts still there: {0}", "在籍中の担当者：{0}名"),
    Signal.LATE_TICKETS: Words("open: {0}, for up to {1} days", "未解決{0}件（最長{1}日）"),
    Signal.LATE_PAYMENT: Words("unpaid: {0}, late by up to {1} days", "未入金{0}件（最長{1}日遅れ）"),
    Signal.NO_PLAN: Words("no goal open, a customer for {0} days", "契約から{0}日、進行中の目標なし"),
    Signal.UNANSWERED_FEEDBACK: Words("unanswered: {0}, for up to {1} days", "未回答{0}件（最長{1}日）"),
    Signal.LOW_CSAT: Words("last CSAT: {0} of 5", "直近のCSAT：5段階で{0}"),
    Signal.DOUBLED: Words("MRR × {0} in a year, seats: {1}", "MRRが1年で{0}倍、席数は{1}"),
    Signal.PEAK: Words("health {0}, last NPS rating {1}", "ヘルス{0}、直近のNPS評価{1}"),
}
_LIMITS: Mapping[str, Words] = {
    "days": Words("more than", "経過日数"),
    "within": Words("within", "期間"),
    "in_days": Words("in", "期間"),
    "fall": Words("down by", "減少率"),
    "drop": Words("down by", "低下幅"),
    "below": Words("below", "基準（未満）"),
    "fewer": Words("fewer than", "基準（未満）"),
    "at_least": Words("at least", "下限"),
    "with_price": Words("with price talk", "価格相談時"),
    "at_most": Words("at most", "上限"),
    "times": Words("times as much", "倍率"),
    "in_a_row": Words("in a row", "連続"),
    "nps": Words("NPS rating from", "NPS評価の下限"),
}
_UNITS: Mapping[str, Words] = {
    "percent": Words("%", "%"),
    "points": Words(" points", "点"),
    "days": Words(" days", "日"),
    "count": Words("", "件"),
    "people": Words("", "名"),
    "touches": Words(" touches", "回"),
    "times": Words("×", "倍"),
    "of_five": Words(" of 5", "（5段階）"),
    "of_ten": Words(" of 10", "（10点満点）"),
}
_FINE = frozenset({Signal.CSM, Signal.QUALITY, Signal.LOW_CSAT, Signal.DOUBLED})
"""Figures in which a decimal tells something."""


def signal_name(signal: str, language: Language) -> str:
    """What a signal is called; one in a person's own words as it is."""
    return look_up(SIGNALS, signal, language)


def signal_evidence(signal: Signal, figures: Sequence[float], language: Language) -> str:
    """The figures for which a rule gave a signal, in words; '' for signals that are only raised by hand."""
    words = _SAID.get(signal)
    said = [short(figure) if signal in _FINE else whole(figure) for figure in figures]
    return words.say(language).format(*said) if words else ""


def limit_name(limit: str, language: Language) -> str:
    """What a limit of a rule says."""
    return look_up(_LIMITS, limit, language)


def limit_unit(unit: str, language: Language) -> str:
    """What a limit counts, as it stands behind its figure."""
    return look_up(_UNITS, unit, language)
