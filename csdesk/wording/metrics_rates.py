"""Words of the metrics that are rates, ratios and scores, and of the road to CMRR."""

from collections.abc import Mapping

from csdesk.wording.lifetime_value import LTV_FORMULAS
from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

RATES: Mapping[str, MetricWords] = {
    "gross_mrr_churn": MetricWords(
        Words("Gross MRR churn", "グロスMRR解約率"),
        Words(
            "Share of the MRR at start that was lost by churn and contraction, without any growth set against it. "
            "Other currencies are held at the exchange rates of the start.",
            "期首MRRのうち、解約と縮小で失った割合です。拡大分は差し引きません。外貨は期首のレートで換算します。",
        ),
        Words(
            "Lost MRR of the accounts at start{part} ÷ MRR at start{whole}{value}",
            "期首アカウントの減少MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "net_mrr_churn": MetricWords(
        Words("Net MRR churn", "ネットMRR解約率"),
        Words(
            "Share of the MRR at start that was lost, less growth of the same accounts; below zero: negative churn. "
            "Other currencies are held at the exchange rates of the start.",
            "期首MRRのうち、同じアカウントの拡大を差し引いて失った割合です。マイナスならネガティブチャーンです。"
            "外貨は期首のレートで換算します。",
        ),
        Words(
            "(MRR at start − MRR of the same accounts at end){part} ÷ MRR at start{whole}{value}",
            "（期首MRR − 同じアカウントの期末MRR）{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "gross_revenue_retention": MetricWords(
        Words("GRR", "GRR（総売上継続率）"),
        Words(
            "Share of the MRR at start that was kept, account by account, growth left out. Never above 100%. "
            "Other currencies are held at the exchange rates of the start.",
            "期首MRRのうち維持できた割合です。アカウントごとに計算し、拡大分は含めません。100%を超えません。"
            "外貨は期首のレートで換算します。",
        ),
        Words(
            "Sum of the smaller of MRR at start and at end{part} ÷ MRR at start{whole}{value}",
            "期首と期末の小さい方のMRRの合計{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "net_revenue_retention": MetricWords(
        Words("NRR", "NRR（売上継続率）"),
        Words(
            "What the accounts at start pay at the end, as a share of what they paid at start. "
            "Other currencies are held at the exchange rates of the start.",
            "期首のアカウントの期末MRRが、期首MRRの何％にあたるかを示します。外貨は期首のレートで換算します。",
        ),
        Words(
            "MRR at end of the accounts at start{part} ÷ MRR at start{whole}{value}",
            "期首アカウントの期末MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "mrr_growth": MetricWords(
        Words("MRR growth", "MRR成長率"),
        Words(
            "How much MRR grew over the period, new business included.",
            "新規も含め、期間中にMRRがどれだけ伸びたかを示します。",
        ),
        Words(
            "(MRR at end − MRR at start){part} ÷ MRR at start{whole}{value}",
            "（期末MRR − 期首MRR）{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "quick_ratio": MetricWords(
        Words("Quick ratio", "クイックレシオ"),
        Words("MRR gained for each unit of MRR lost.", "失ったMRRに対して、何倍のMRRを獲得したかを示します。"),
        Words(
            "(New + reactivation + expansion){part} ÷ (contraction + churn){whole}{value}",
            "（新規 + 再開 + 拡大）{part} ÷ （縮小 + 解約）{whole}{value}",
        ),
    ),
    "growth_from_existing": MetricWords(
        Words("Growth from existing customers", "既存顧客による成長の割合"),
        Words(
            "Share of the MRR gained that came from customers won earlier.",
            "増えたMRRのうち、既存顧客（拡大と再開）による割合です。",
        ),
        Words(
            "(Expansion + reactivation){part} ÷ (new + expansion + reactivation){whole}{value}",
            "（拡大 + 再開）{part} ÷ （新規 + 拡大 + 再開）{whole}{value}",
        ),
    ),
    "logo_churn": MetricWords(
        Words("Logo churn", "ロゴ解約率"),
        Words(
            "Share of the accounts paying at start that no longer pay at the end. New accounts never count.",
            "期首に契約していたアカウントのうち、期末までに解約した割合です。期中の新規は含みません。",
        ),
        Words(
            "Accounts lost{part} ÷ accounts at start{whole}{value}",
            "解約アカウント数{part} ÷ 期首アカウント数{whole}{value}",
        ),
        {
            "start_and_new": Words(
                "Accounts lost{part} ÷ accounts at start and new ones{whole}{value}",
                "解約アカウント数{part} ÷ 期首と新規のアカウント数{whole}{value}",
            ),
            "renewals_due": Words(
                "Accounts lost at their renewal{part} ÷ accounts whose renewal was due{whole}{value}",
                "更新時の解約アカウント数{part} ÷ 更新を迎えたアカウント数{whole}{value}",
            ),
        },
    ),
    "logo_retention": MetricWords(
        Words("Logo retention", "ロゴ継続率"),
        Words(
            "Share of the accounts paying at start that still pay at the end.",
            "期首に契約していたアカウントのうち、期末も契約を続けている割合です。",
        ),
        Words(
            "Accounts kept{part} ÷ accounts at start{whole}{value}",
            "継続アカウント数{part} ÷ 期首アカウント数{whole}{value}",
        ),
        {
            "start_and_new": Words(
                "Accounts kept{part} ÷ accounts at start and new ones{whole}{value}",
                "継続アカウント数{part} ÷ 期首と新規のアカウント数{whole}{value}",
            ),
            "renewals_due": Words(
                "Accounts kept at their renewal{part} ÷ accounts whose renewal was due{whole}{value}",
                "更新時の継続アカウント数{part} ÷ 更新を迎えたアカウント数{whole}{value}",
            ),
        },
    ),
    "annualised_logo_churn": MetricWords(
        Words("Logo churn, annualised", "ロゴ解約率（年率換算）"),
        Words(
            "What a year would lose if every period lost the same share, by compounding.",
            "同じ解約率が1年続いた場合に失う割合です。単純な掛け算ではなく複利で計算します。",
        ),
        Words("1 − (1 − logo churn) ^ periods in a year{value}", "1 − （1 − ロゴ解約率）^ 1年の期間数{value}"),
    ),
    "renewal_churn": MetricWords(
        Words("Renewal churn", "更新時解約率"),
        Words(
            "Share of the accounts whose term ended in the period that had no service the day after.",
            "期間中に更新日を迎えたアカウントのうち、翌日以降の契約がなかった割合です。",
        ),
        Words(
            "Accounts lost at renewal{part} ÷ accounts due for renewal{whole}{value}",
            "更新時に解約したアカウント数{part} ÷ 更新対象アカウント数{whole}{value}",
        ),
    ),
    "avoidable_logo_churn": MetricWords(
        Words("Avoidable logo churn", "回避可能なロゴ解約率"),
        Words(
            "Share of the accounts at start that left, those not counted whose reason nobody could have helped.",
            "期首のアカウントのうち、合併や倒産など不可避の理由を除いて解約した割合です。",
        ),
        Words(
            "Accounts lost for avoidable reasons{part} ÷ accounts at start{whole}{value}",
            "回避可能な解約数{part} ÷ 期首アカウント数{whole}{value}",
        ),
    ),
    "silent_logo_churn": MetricWords(
        Words("Silent logo churn", "理由不明のロゴ解約率"),
        Words(
            "Share of the accounts at start that left and nobody knows why; the aim is 0.",
            "期首のアカウントのうち、理由がわからないまま解約した割合です。目標は0です。",
        ),
        Words(
            "Accounts lost without a known reason{part} ÷ accounts at start{whole}{value}",
            "理由不明の解約数{part} ÷ 期首アカウント数{whole}{value}",
        ),
    ),
    "regrettable_logo_churn": MetricWords(
        Words("Regrettable logo churn", "適合顧客のロゴ解約率"),
        Words(
            "Share of the accounts at start that left though they are a good fit.",
            "期首のアカウントのうち、自社に適した顧客であるのに解約した割合です。",
        ),
        Words(
            "Good-fit accounts lost{part} ÷ accounts at start{whole}{value}",
            "適合顧客の解約数{part} ÷ 期首アカウント数{whole}{value}",
        ),
    ),
    "cmrr": MetricWords(
        Words("CMRR", "CMRR（確定MRR）"),
        Words(
            "The MRR there will be at the end of the horizon by what is signed and what is known to end.",
            "締結済みの契約と、わかっている解約・減額を反映した、見通し期間末のMRRです。",
        ),
        Words(
            "MRR + won + upgrades − withdrawals − downgrades{value}",
            "MRR + 受注 + 増額 − 解約予定 − 減額予定{value}",
        ),
    ),
    "cmrr_won": MetricWords(
        Words("CMRR: won", "CMRR：受注"),
        Words(
            "MRR of accounts that do not pay now and have signed to start, or to resume, within the horizon.",
            "現在は支払いがなく、見通し期間内の開始（または再開）が決まっているアカウントのMRRです。",
        ),
        Words("Sum over accounts yet to start or resume{value}", "開始・再開予定アカウントのMRRの合計{value}"),
    ),
    "cmrr_upgrades": MetricWords(
        Words("CMRR: upgrades", "CMRR：増額"),
        Words(
            "What paying accounts have signed to pay more within the horizon.",
            "契約中のアカウントで、見通し期間内に増えることが決まっているMRRです。",
        ),
        Words("Sum of the signed increases{value}", "決定済みの増額の合計{value}"),
    ),
    "cmrr_withdrawals": MetricWords(
        Words("CMRR: withdrawals", "CMRR：解約予定"),
        Words(
            "MRR of accounts whose service is known to end within the horizon, with nothing to follow.",
            "見通し期間内に契約が終わり、後続の契約がないアカウントのMRRです。",
        ),
        Words("Sum over accounts known to leave{value}", "解約予定アカウントのMRRの合計{value}"),
    ),
    "cmrr_downgrades": MetricWords(
        Words("CMRR: downgrades", "CMRR：減額予定"),
        Words(
            "What accounts that stay will pay less within the horizon.",
            "契約を続けるアカウントで、見通し期間内に減ることが決まっているMRRです。",
        ),
        Words("Sum of the known decreases{value}", "決定済みの減額の合計{value}"),
    ),
    "ltv": MetricWords(
        Words("LTV", "LTV（顧客生涯価値）"),
        Words(
            "What an average account brings until it leaves; where nobody left, the least it can be.",
            "平均的なアカウントが解約までにもたらす金額です。解約がない場合は下限値を示します。",
        ),
        Words(
            "ARPA × margin{part} ÷ mean monthly churn{how}{whole}{value}",
            "ARPA × 粗利率{part} ÷ {how}月次解約率の平均{whole}{value}",
        ),
        LTV_FORMULAS,
    ),
    "cac": MetricWords(
        Words("CAC", "CAC（顧客獲得単価）"),
        Words("What it cost to win one new account.", "新規アカウント1社の獲得にかかった費用です。"),
        Words(
            "Acquisition cost{part} ÷ new accounts{whole}{value}",
            "獲得費用{part} ÷ 新規アカウント数{whole}{value}",
        ),
    ),
    "ltv_to_cac": MetricWords(
        Words("LTV / CAC", "LTV / CAC（ユニットエコノミクス）"),
        Words(
            "How many times an account brings in what it cost to win; 3 or more is usually sound.",
            "獲得費用に対して何倍の価値をもたらすかを示します。3倍以上が健全の目安です。",
        ),
        Words("LTV{part} ÷ CAC{whole}{value}", "LTV{part} ÷ CAC{whole}{value}"),
    ),
    "cac_payback": MetricWords(
        Words("CAC payback", "CAC回収期間"),
        Words(
            "Months until a new account has paid back what it cost to win.",
            "獲得費用を回収するまでにかかる月数です。",
        ),
        Words("CAC{part} ÷ (ARPA × margin){whole}{value}", "CAC{part} ÷ （ARPA × 粗利率）{whole}{value}"),
    ),
    "nps": MetricWords(
        Words("NPS", "NPS"),
        Words(
            "Share of promoters (9-10) minus share of detractors (0-6), in points from -100 to 100.",
            "推奨者（9～10点）の割合から批判者（0～6点）の割合を引いた値です。-100～100ポイントで表します。",
        ),
        Words(
            "100 × (promoters − detractors){part} ÷ answers{whole}{value}",
            "100 × （推奨者数 − 批判者数）{part} ÷ 回答数{whole}{value}",
        ),
    ),
    "csat": MetricWords(
        Words("CSAT", "CSAT（顧客満足度）"),
        Words("Share of answers 4 or 5 on a scale of 1 to 5.", "5段階評価で4または5と答えた割合です。"),
        Words("Answers 4-5{part} ÷ answers{whole}{value}", "4～5の回答数{part} ÷ 回答数{whole}{value}"),
    ),
    "csat_mean": MetricWords(
        Words("CSAT, mean", "CSAT（平均点）"),
        Words("Mean answer on a scale of 1 to 5.", "5段階評価の平均点です。"),
        Words("Sum of the answers{part} ÷ answers{whole}{value}", "点数の合計{part} ÷ 回答数{whole}{value}"),
    ),
    "csat_transactional": MetricWords(
        Words("CSAT, one event", "CSAT（個別の体験）"),
        Words(
            "Share of answers 4 or 5 where the question was about one event.",
            "個別の体験（トランザクショナル）について尋ねた回答のうち、4または5の割合です。",
        ),
        Words("Answers 4-5{part} ÷ answers{whole}{value}", "4～5の回答数{part} ÷ 回答数{whole}{value}"),
    ),
    "csat_relational": MetricWords(
        Words("CSAT, the relationship", "CSAT（関係全体）"),
        Words(
            "Share of answers 4 or 5 where the question was about the relationship.",
            "関係全体（リレーショナル）について尋ねた回答のうち、4または5の割合です。",
        ),
        Words("Answers 4-5{part} ÷ answers{whole}{value}", "4～5の回答数{part} ÷ 回答数{whole}{value}"),
    ),
    "ces": MetricWords(
        Words("CES, mean", "CES平均（顧客努力指標）"),
        Words(
            "Mean answer on a scale of 1 to 7, in the direction the question was asked.",
            "7段階評価の平均点です。点数の向き（高いほど簡単か、大変か）は設問に従います。",
        ),
        Words("Sum of the answers{how}{part} ÷ answers{whole}{value}", "点数{how}の合計{part} ÷ 回答数{whole}{value}"),
    ),
    "ces_easy": MetricWords(
        Words("CES, found it easy", "CES（簡単と答えた割合）"),
        Words(
            "Share of answers on the easy side: 5 to 7 where high means easy, 1 to 3 where high means hard.",
            "「簡単」側の回答の割合です（高いほど簡単なら5～7、高いほど大変なら1～3）。",
        ),
        Words("Easy answers{how}{part} ÷ answers{whole}{value}", "「簡単」の回答数{how}{part} ÷ 回答数{whole}{value}"),
    ),
    "health_mean": MetricWords(
        Words("Mean health", "平均ヘルススコア"),
        Words(
            "Mean health score of the paying accounts whose health is known.",
            "ヘルスが判定できた契約アカウントのヘルススコアの平均です。",
        ),
        Words("Sum of the scores{part} ÷ accounts{whole}{value}", "スコアの合計{part} ÷ アカウント数{whole}{value}"),
    ),
    "cohort_logo_retention": MetricWords(
        Words("Cohort: logo retention", "コホート：ロゴ継続率"),
        Words(
            "Share of the accounts that began in one period and still pay some periods later.",
            "同じ期間に契約を始めたアカウントのうち、経過期間後も契約している割合です。",
        ),
        Words(
            "Accounts still paying{part} ÷ accounts that began{whole}{value}",
            "継続アカウント数{part} ÷ 開始時アカウント数{whole}{value}",
        ),
    ),
    "cohort_revenue_retention": MetricWords(
        Words("Cohort: revenue retention", "コホート：売上継続率"),
        Words(
            "MRR some periods later of the accounts that began in one period, as a share of their first MRR.",
            "同じ期間に契約を始めたアカウントの経過期間後のMRRが、最初のMRRの何％かを示します。",
        ),
        Words(
            "MRR still paid{part} ÷ first MRR{whole}{value}",
            "経過期間後のMRR{part} ÷ 開始時のMRR{whole}{value}",
        ),
    ),
}
