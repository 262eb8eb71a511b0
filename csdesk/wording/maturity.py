"""How a team works and which figures say something to it, in words."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from csdesk.models.kinds import Language
from csdesk.wording.hygiene import incomplete_words
from csdesk.wording.lists import LEVELS
from csdesk.wording.metrics import why_sentence
from csdesk.wording.speech import Words, look_up


class _Sight(NamedTuple):
    name: Words
    why: Words
    needs: Words


_SIGHTS: Mapping[str, _Sight] = {
    "mrr": _Sight(
        Words("MRR", "MRR"),
        Words(
            "What comes in every month; the base of all other figures.",
            "毎月の収入です。ほかの数値の土台になります。",
        ),
        Words("Needs contracts with amounts and dates.", "必要なもの：金額と日付のある契約"),
    ),
    "accounts": _Sight(
        Words("Paying accounts", "契約中のアカウント"),
        Words("Who your customers are, and how many.", "顧客が誰で、何社あるかがわかります。"),
        Words("Needs a list of customers and since when they pay.", "必要なもの：顧客の一覧と契約の開始日"),
    ),
    "reasons": _Sight(
        Words("Who left, and why", "解約した顧客とその理由"),
        Words(
            "Three reasons that you know teach more than a rate.",
            "理由のわかる解約3件は、解約率より多くを教えてくれます。",
        ),
        Words("Needs an end date and a reason for each churn.", "必要なもの：解約ごとの終了日と理由"),
    ),
    "logo_churn": _Sight(
        Words("Logo churn by quarter", "四半期のロゴ解約率"),
        Words(
            "A quarter has churns enough to speak of, a month rarely.",
            "月単位では件数が少なく、四半期なら傾向が見えます。",
        ),
        Words("Needs every churn entered when it happens.", "必要なもの：解約をその都度、漏れなく入力していること"),
    ),
    "nrr": _Sight(
        Words("NRR by quarter", "四半期のNRR（売上継続率）"),
        Words("Whether the customers you have are growing.", "既存顧客の売上が伸びているかがわかります。"),
        Words(
            "Needs changes of amount entered with their day.",
            "必要なもの：金額の変更を、その日付とともに入力していること",
        ),
    ),
    "touches": _Sight(
        Words("Touches", "タッチ"),
        Words("Whom nobody has spoken with for long.", "長く連絡していない顧客がわかります。"),
        Words("Needs everyone to log whom they spoke with.", "必要なもの：全員がタッチを記録していること"),
    ),
    "health_by_hand": _Sight(
        Words("Health set by hand", "手入力のヘルス"),
        Words(
            "Your own judgement, in one form for all accounts.",
            "担当者の見立てを、全アカウントで同じ形に揃えられます。",
        ),
        Words(
            "Needs agreement on what green, yellow and red mean.",
            "必要なもの：「良好・注意・危険」の基準を決めてあること",
        ),
    ),
    "renewals": _Sight(
        Words("Renewals ahead", "今後の更新"),
        Words("What must be talked about, while there is time.", "間に合ううちに話すべき相手がわかります。"),
        Words(
            "Needs renewal dates, and who prepares a renewal when.",
            "必要なもの：更新日と、誰がいつ準備するかの取り決め",
        ),
    ),
    "nps": _Sight(
        Words("NPS", "NPS"),
        Words("What customers say, asked alike every time.", "毎回同じ聞き方をすれば、顧客の声を比べられます。"),
        Words(
            "Needs the same question to everybody, at set times.",
            "必要なもの：全員に同じ質問を、決まった時期に送ること",
        ),
    ),
    "health": _Sight(
        Words("Health from data", "データに基づくヘルス"),
        Words("Sees what nobody has noticed yet.", "まだ誰も気づいていない変化が見えます。"),
        Words(
            "Needs use, tickets or answers brought in regularly, and touches logged by all.",
            "必要なもの：利用・問い合わせ・回答の定期的な取り込みと、タッチの記録",
        ),
    ),
    "cohorts": _Sight(
        Words("Cohorts", "コホート"),
        Words(
            "Whether newer customers stay better than older ones did.",
            "新しい顧客が以前の顧客より定着しているかがわかります。",
        ),
        Words("Needs start dates that are right, over a year or more.", "必要なもの：1年以上にわたる正確な開始日"),
    ),
    "survival": _Sight(
        Words("How long customers stay", "顧客の継続期間"),
        Words(
            "When customers leave, those who are still there counted in.",
            "いつ解約しやすいかが、継続中の顧客も含めてわかります。",
        ),
        Words(
            "Needs start and end dates of all who ever were customers.",
            "必要なもの：過去のすべての顧客の開始日と終了日",
        ),
    ),
    "worth": _Sight(
        Words("LTV and CAC", "LTVとCAC"),
        Words("Whether a new customer pays back what it cost.", "新規顧客が獲得費用に見合うかがわかります。"),
        Words("Needs costs by month, complete.", "必要なもの：毎月の費用が漏れなく入力されていること"),
    ),
    "back_test": _Sight(
        Words("Health tried on the past", "過去のデータによるヘルスの検証"),
        Words("Whether the score foretold who left.", "スコアが解約を予見できていたかがわかります。"),
        Words(
            "Needs scores from data, and enough churns to test them on.",
            "必要なもの：データに基づくスコアと十分な解約件数",
        ),
    ),
    "forecast": _Sight(
        Words("Forecast", "予測"),
        Words("What to expect, with how wrong it may be.", "今後の見込みと、その誤差の幅がわかります。"),
        Words("Needs months that went by the same way of working.", "必要なもの：同じ進め方で積み重ねた月の記録"),
    ),
    "what_if": _Sight(
        Words("What if", "もしもの試算"),
        Words("Which accounts are worth the effort.", "どのアカウントに力を注ぐべきかがわかります。"),
        Words(
            "Needs figures that the team trusts and decides by.",
            "必要なもの：チームが信頼し、判断に使っている数値",
        ),
    ),
    "plays": _Sight(
        Words("Plays compared", "プレイブックの比較"),
        Words("What helps against which danger.", "どの危険に何が効くかがわかります。"),
        Words(
            "Needs plays run the same way many times, and ended with a verdict.",
            "必要なもの：同じ手順での繰り返しと、終了時の評価",
        ),
    ),
}
"""What a figure is good for, and what a team must do for it to be, by `Figure`."""

_SO_FAR: Mapping[str, Words] = {
    "back_test": Words(
        "Churns in the last 36 months: {have}; at least {least} are needed.",
        "直近36か月の解約は{have}件です。{least}件以上必要です。",
    ),
    "forecast": Words(
        "Months known: {have}; at least {least} are needed.",
        "わかっているのは{have}か月分です。{least}か月以上必要です。",
    ),
}


_STILL_A_CURVE = "not_reached"
"""Why there is no median of lifetimes, which lacks nothing: how long customers stay is seen all the same."""


class Given(Protocol):
    """What of a figure tells whether the book has what it needs; `why` is the text of its enum."""

    @property
    def value(self) -> object: ...
    @property
    def why(self) -> str | None: ...
    @property
    def too_few(self) -> bool: ...
    @property
    def incomplete(self) -> int: ...


def level_words(level: str, language: Language) -> str:
    """What a team of that level says of itself."""
    return look_up(LEVELS, level, language)


def sight_name(figure: str, language: Language) -> str:
    """What the figure is called."""
    return _SIGHTS[figure].name.say(language)


def sight_words(figure: str, language: Language, *, waits: bool) -> str:
    """What the figure is good for, or what it needs where it waits."""
    said = _SIGHTS[figure]
    return (said.needs if waits else said.why).say(language)


def book_words(figure: str, measure: Given | None, have: int | None, least: int | None, language: Language) -> str:
    """What the book lacks for the figure; '' where nothing is known to be lacking."""
    if have is not None and least is not None and have < least:
        return look_up(_SO_FAR, figure, language, have=f"{have:,}", least=f"{least:,}")
    if measure is None:
        return ""
    if measure.value is None and measure.why != _STILL_A_CURVE:
        return why_sentence(measure.why or "no_data", language)
    if measure.too_few:
        return why_sentence("too_few", language)
    return incomplete_words(measure.incomplete, language) if measure.incomplete else ""
