"""What every figure, movement, dimension and health factor is called, and what it means in one sentence."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.cohorts import COHORT_METRICS
from csdesk.wording.metric_words import MetricWords
from csdesk.wording.metrics_ahead import AHEAD
from csdesk.wording.metrics_deeper import DEEPER
from csdesk.wording.metrics_economics import ECONOMICS, WHAT_IF
from csdesk.wording.metrics_levels import LEVELS
from csdesk.wording.metrics_movements import MOVEMENT_KINDS
from csdesk.wording.metrics_rates import RATES
from csdesk.wording.metrics_renewals import RENEWALS
from csdesk.wording.metrics_risks import REGISTER
from csdesk.wording.metrics_staying import STAYING
from csdesk.wording.metrics_support import SUPPORT
from csdesk.wording.metrics_users import PRACTICES_OF, USERS, WHY_USERS
from csdesk.wording.metrics_voice import ANSWERS, VOICE
from csdesk.wording.speech import Words, look_up, whole

METRICS: Mapping[str, MetricWords] = {
    **LEVELS,
    **RATES,
    **COHORT_METRICS,
    **AHEAD,
    **STAYING,
    **ECONOMICS,
    **WHAT_IF,
    **VOICE,
    **SUPPORT,
    **ANSWERS,
    **REGISTER,
    **MOVEMENT_KINDS,
    **RENEWALS,
    **DEEPER,
    **USERS,
    **PRACTICES_OF,
}
"""Every metric's words by its id."""

_OWN_NAMES = {
    ("logo_churn", "start_and_new"): Words("Logo churn (start + new)", "ロゴ解約率（期首 + 新規）"),
    ("logo_retention", "start_and_new"): Words("Logo retention (start + new)", "ロゴ継続率（期首 + 新規）"),
    ("annualised_logo_churn", "start_and_new"): Words(
        "Logo churn, annualised (start + new)", "ロゴ解約率（年率換算、期首 + 新規）"
    ),
    ("logo_churn", "renewals_due"): Words("Logo churn (of renewals due)", "ロゴ解約率（更新対象に対して）"),
    ("logo_retention", "renewals_due"): Words("Logo retention (of renewals due)", "ロゴ継続率（更新対象に対して）"),
}
"""A rate on another base goes by another name, so that no trend mixes the two."""

WHY_SENTENCES = {
    **WHY_USERS,
    "no_base": Words("There is nothing to divide by in this period.", "この期間には分母となる対象がありません。"),
    "no_loss": Words("Nothing was lost in this period.", "この期間に失ったものはありません。"),
    "no_costs": Words(
        "No acquisition costs are entered for this period. Enter, paste or import them: page Unit economics.",
        "この期間の獲得費用が入力されていません。「顧客採算」ページで入力・貼り付けするか、取り込んでください。",
    ),
    "costs_by_channel": Words(
        "Acquisition costs are kept by month and channel. Split by channel to see what a customer costs; revenue less "
        "costs shares them out over the groups of any split.",
        "獲得費用は月と獲得チャネルごとに記録されています。獲得単価は獲得チャネル別に見てください。「売上 − 獲得・"
        "維持費用」は、どの切り口でも費用を割り当てて表示します。",
    ),
    "of_whole_accounts": Words(
        "Touches and costs are of whole accounts, and cannot be told apart by product or plan. Split by something that "
        "accounts have, such as segment.",
        "タッチと費用はアカウント単位の記録のため、製品別・プラン別には分けられません。セグメントなど、アカウントの"
        "項目で分けてください。",
    ),
    "nobody_new": Words("Nobody became a customer in this period.", "この期間に新規の顧客はいません。"),
    "no_answers": Words(
        "Nobody answered in this period. Add answers on the page Voice, or import them.",
        "この期間の回答がありません。「お客様の声」ページで追加するか、取り込んでください。",
    ),
    "no_amounts": Words("The contracts have no amounts.", "契約に金額が記録されていません。"),
    "no_history": Words("The records begin after this period.", "この期間の記録がありません。"),
    "no_data": Words("Nothing is recorded that this could be made from.", "計算のもとになるデータがありません。"),
    "not_yet": Words(
        "This period has not been reached, or is not over yet.", "この期間はまだ到来していないか、途中です。"
    ),
    "lower_bound": Words(
        "Nobody left in the months looked at, so this is the least it can be.",
        "対象の月に解約がなかったため、下限値（少なくともこの値）を示しています。",
    ),
    "too_few": Words("Fewer than ten: too few to compare.", "10件未満のため、比較には向きません。"),
    "negative_churn": Words(
        "Growth of existing customers was larger than what was lost.",
        "既存顧客の拡大が、解約と縮小による減少を上回りました。",
    ),
    "no_purchases": Words(
        "This formula needs how often a customer pays in its life. Enter it: Unit economics, How it is counted.",
        "この計算式には、1社あたりの購入回数が必要です。「顧客採算」ページの「計算方法」で入力してください。",
    ),
    "no_years": Words(
        "This formula needs how many years a customer stays. Enter it on the page Unit economics: How it is counted.",
        "この計算式には、顧客の継続年数が必要です。「顧客採算」ページの「計算方法」で入力してください。",
    ),
    "no_retention_costs": Words(
        "This formula needs what it costs to keep customers. Enter costs of retention on the page Unit economics.",
        "この計算式には、顧客の維持費用が必要です。「顧客採算」ページでこの期間の維持費用を入力してください。",
    ),
    "below_zero": Words(
        "A customer costs more to win and keep than it brings: review costs, price, or how long customers stay.",
        "獲得と維持の費用が、顧客のもたらす金額を上回っています。費用・価格・継続年数を見直してください。",
    ),
    "not_reached": Words(
        "More than half are still there, so nobody can say yet.", "半数以上が継続中のため、まだ算出できません。"
    ),
    "no_touch_cost": Words(
        "No touch of this period has both its minutes and a person with an hourly rate. Enter the rates below.",
        "この期間に、所要時間と担当者の時間単価がそろったタッチがありません。時間単価を入力してください。",
    ),
    "not_asked": Words(
        "It is not known who was asked in this period. Enter it on the page Voice, or import it.",
        "この期間に誰に依頼したかの記録がありません。「お客様の声」ページで入力するか、取り込んでください。",
    ),
    "not_all_asked": Words(
        "More people answered than are known to have been asked: not all who were asked are recorded.",
        "依頼した人数の記録より回答が多いため、回答率を算出できません（依頼の記録が一部不足しています）。",
    ),
    "no_risks": Words("No risk was logged in the period.", "期間中に登録されたリスクがありません。"),
    "not_touched": Words(
        "None of the customers whose risks were logged has been touched since.",
        "登録したリスクの顧客に、その後のタッチがありません。",
    ),
    "no_risks_closed": Words("No risk was closed in the period.", "期間中に終了したリスクがありません。"),
    "nothing_resolved": Words(
        "No feedback was resolved in this period.", "この期間に対応が完了したフィードバックはありません。"
    ),
    "no_tickets": Words("No such ticket in this period.", "この期間に該当する問い合わせはありません。"),
    "part_of_costs": Words(
        "Some touches have no minutes, or their person no hourly rate: it is at least this.",
        "所要時間または担当者の時間単価のないタッチがあるため、少なくともこの値です。",
    ),
}

DOUBTS = {
    "gap": Words("Short gap", "短い空白"),
    "overlap": Words("Overlap", "重複"),
    "undecided": Words("Renewal undecided", "更新未定"),
    "past_due": Words("Past due", "支払遅延"),
    "joined_and_lost": Words("Joined and lost within the month", "月内の契約・解約"),
}

COMPARISONS = {
    "higher": Words("higher: {low} to {high} pt", "高い：{low}～{high}pt"),
    "lower": Words("lower: {low} to {high} pt", "低い：{low}～{high}pt"),
    "no_difference": Words("no difference shown: {low} to {high} pt", "差があるとはいえない：{low}～{high}pt"),
    "too_few": Words("too few to compare", "件数が少なく比較不可"),
}
"""A rate against all others', by `Verdict`, with the 95 % interval of the difference."""

DIMENSIONS = {
    "tier": Words("Touch model", "タッチモデル"),
    "segment": Words("Segment", "セグメント"),
    "industry": Words("Industry", "業種"),
    "size": Words("Size", "企業規模"),
    "region": Words("Region", "地域"),
    "channel": Words("Channel", "獲得チャネル"),
    "owner": Words("Owner", "担当CSM"),
    "sales_rep": Words("Sales rep", "営業担当"),
    "use_case": Words("Use case", "利用用途"),
    "fit": Words("Fit", "適合度"),
    "stage": Words("Stage", "ステージ"),
    "arr": Words("ARR band", "ARR規模"),
    "product": Words("Product", "製品"),
    "plan": Words("Plan", "プラン"),
}


def metric_name(metric: str, language: Language, denominator: str = "start") -> str:
    """The metric's name; the id itself where it is not known. A logo rate on another base has a name of its own."""
    own = _OWN_NAMES.get((metric, denominator))
    words = METRICS.get(metric)
    if own or not words:
        return own.say(language) if own else metric
    return words.name.say(language)


def metric_sentence(metric: str, language: Language) -> str:
    """What the metric means; '' where it is not known."""
    words = METRICS.get(metric)
    return words.sentence.say(language) if words else ""


def metric_formula(
    metric: str, language: Language, *, part: str = "", whole: str = "", value: str = "", how: str = "", by: str = ""
) -> str:
    """How the metric is made, with the numbers that are given in their places; '' where it is not known. `how` is what
    `how_text` says of this figure, `by` the way that the book has chosen, where a metric is made in more than one."""
    words = METRICS.get(metric)
    if not words:
        return ""
    formula = words.others.get(by, words.formula)
    left, right = ("（", "）") if language is Language.JA else (" (", ")")
    shown = {"part": part and f"{left}{part}{right}", "whole": whole and f"{left}{whole}{right}"}
    return formula.say(language, **shown, how=how, value=value and f" = {value}")


def metric_definition(metric: str, language: Language) -> str:
    """What the metric means and how it is made, in two lines."""
    return "\n".join(filter(None, (metric_sentence(metric, language), metric_formula(metric, language))))


def comparison_text(verdict: str, low: float, high: float, language: Language) -> str:
    """How a group's rate stands against all others', with the interval of the difference in points: 'higher: +2.1 to
    +14.0 pt'."""
    low_text, high_text = (f"{'+' if bound > 0 else ''}{whole(bound * 100, 1)}" for bound in (low, high))
    return look_up(COMPARISONS, verdict, language, low=low_text, high=high_text)


def why_sentence(why: str, language: Language) -> str:
    """Why a figure cannot be had, or what to know about it."""
    return look_up(WHY_SENTENCES, why, language)


def dimension_name(dimension: str, language: Language) -> str:
    """What figures are split by; a book's own column goes by its heading."""
    return look_up(DIMENSIONS, dimension, language).removeprefix("custom:")
