"""What a forecast says of itself: its method, its range, how it did before; and how accounts stand that may leave."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.wording.speech import Words, look_up, money, percent

_METHODS: Mapping[str, Words] = {
    "usual": Words(
        "As usual: each month the accounts of its start together change by {rate} (gains less losses), and {new} comes "
        "new. Learned from the last {n} months.",
        "通常の傾向から予測：毎月、月初のアカウント全体で{rate}増減し（増加 − 減少）、新規で{new}加わるものとします。"
        "直近{n}か月の実績に基づきます。",
    ),
    "same": Words(
        "As last month: looking back, what is usual has not come closer than that, or there are too few months to "
        "tell. Learned from the last {n} months.",
        "前月と同額で予測：過去にさかのぼって検証しても、通常の傾向による予測が前月据え置きより近かったとはいえないためです"
        "（または記録がまだ短いためです）。直近{n}か月の実績に基づきます。",
    ),
}
_RANGE = Words(
    "Eight of ten such forecasts should end within the range, if the months ahead are like those behind; the fewer "
    "months are known, the wider it is.",
    "これまでと同じ傾向が続けば、10回のうち8回は予測区間に収まる見込みです。記録が短いほど区間は広くなります。",
)
_UNCHANGED = Words(
    "Nothing changed in these months, so no range can be told; that does not mean that nothing will.",
    "この期間に増減がなかったため、予測区間は示せません。今後も増減がないという意味ではありません。",
)
_CONSTANT = Words(
    "All months are reckoned at the exchange rates of the last one; what rates may do is not forecast.",
    "すべての月を直近月の為替レートで換算しています。為替の変動は予測していません。",
)
PROOFS: Mapping[str, Words] = {
    "better": Words("● closer than 'as last month'", "● 前月据え置きより近い"),
    "not_better": Words("■ not closer than 'as last month'", "■ 前月据え置きより近いとはいえない"),
    "too_few": Words("○ too few to tell", "○ 検証数が不足"),
}
STANDINGS: Mapping[str, Words] = {
    "paying": Words("Paying", "課金中"),
    "ending": Words("Ends on a known day", "終了予定あり"),
    "left": Words("Has left", "解約済み"),
}
_KEPT = Words(
    "Of {due} accounts whose renewal came up in the last 12 months, {kept} stayed: {share} (95%: {low}–{high}).",
    "直近12か月に更新時期を迎えた{due}社のうち、{kept}社が継続：{share}（95%区間 {low}～{high}）。",
)
_FEW = Words(" That is too few to lean on.", "件数が少ないため参考値です。")
_NONE_DUE = Words(
    "No renewal has come up in the last 12 months, so nothing can be said of how many will be kept.",
    "直近12か月に更新時期を迎えた契約がないため、更新率は予測できません。",
)
_TOO_FEW = 10


def method_text(
    method: str, rate: float, new: float, months: int, currency: Currency, language: Language, *,
    of_currencies: bool, ranged: bool = True,
) -> str:  # fmt: skip
    """How a forecast was made, with its numbers, and what its range means or why it has none; and that exchange rates
    are held still, where there are any."""
    said = look_up(
        _METHODS, method, language, rate=("+" if rate > 0 else "") + percent(rate), new=money(new, currency, language),
        n=months,
    )  # fmt: skip
    between = "" if language is Language.JA else " "
    held = (_CONSTANT.say(language),) if of_currencies else ()
    return between.join((said, (_RANGE if ranged else _UNCHANGED).say(language), *held))


def kept_text(kept: int, due: int, low: float | None, high: float | None, language: Language) -> str:
    """How renewals went so far."""
    if not due:
        return _NONE_DUE.say(language)
    said = _KEPT.say(language, due=due, kept=kept, share=percent(kept / due), low=percent(low), high=percent(high))
    return said + (_FEW.say(language) if due < _TOO_FEW else "")
