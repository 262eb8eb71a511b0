"""What teams call figures that csdesk reckons itself, and words that tell any figure of a business."""

import re

METRICS: dict[str, str] = {
    "mrr": "mrr|ending mrr|end mrr|closing mrr|total mrr|monthly recurring revenue|月次経常収益|月末mrr|期末mrr|"
    "mrr合計|"
    "月間経常収益",
    "arr": "arr|annual recurring revenue|ending arr|total arr|年間経常収益|年次経常収益|期末arr",
    "arpa": "arpa|arpu|average revenue per account|average revenue per user|顧客単価|平均顧客単価|平均単価|"
    "1社あたりmrr|1社当たりmrr|平均mrr",
    "accounts": "customers|paying customers|active customers|total customers|customer count|number of customers|"
    "accounts|"
    "active accounts|logos|ending customers|顧客数|契約社数|契約数|有料顧客数|課金顧客数|導入社数|契約企業数|"
    "期末顧客数|"
    "月末顧客数|アクティブ顧客数|利用社数",
    "start_mrr": "starting mrr|start mrr|opening mrr|beginning mrr|期首mrr|期首 mrr|月初mrr|前月mrr|前月末mrr",
    "start_accounts": "starting customers|opening customers|期首顧客数|月初顧客数",
    "new_mrr": "new mrr|new business mrr|new biz mrr|新規mrr|新規獲得mrr",
    "reactivation_mrr": "reactivation mrr|再開mrr|復活mrr",
    "expansion_mrr": "expansion mrr|upsell mrr|拡大mrr|増額mrr|エクスパンションmrr|アップセルmrr",
    "contraction_mrr": "contraction mrr|downgrade mrr|縮小mrr|減額mrr|ダウンセルmrr|ダウングレードmrr",
    "churned_mrr": "churned mrr|churn mrr|lost mrr|解約mrr|チャーンmrr",
    "new_accounts": "new customers|new accounts|new logos|new paying customers|新規顧客数|新規契約数|新規獲得数|"
    "新規社数|"
    "新規獲得社数|新規契約社数|新規導入社数",
    "churned_accounts": "churned customers|lost customers|cancelled customers|churned accounts|churned logos|解約数|"
    "解約社数|解約顧客数|解約件数",
    "gross_mrr_churn": "gross mrr churn|gross mrr churn rate|revenue churn|revenue churn rate|gross revenue churn|"
    "mrr churn rate|グロスレベニューチャーンレート|グロスmrr解約率|収益解約率|金額解約率|レベニューチャーン|"
    "レベニューチャーンレート",
    "net_mrr_churn": "net mrr churn|net mrr churn rate|net revenue churn|ネットレベニューチャーンレート|"
    "ネットmrr解約率|"
    "ネットチャーン",
    "gross_revenue_retention": "grr|gross revenue retention|gross retention|売上総維持率",
    "net_revenue_retention": "nrr|ndr|net revenue retention|net dollar retention|net retention|売上維持率|売上継続率|"
    "収益維持率",
    "mrr_growth": "mrr growth|mrr growth rate|mrr成長率|mrr増加率",
    "quick_ratio": "quick ratio|saas quick ratio|クイックレシオ|当座比率(saas)",
    "logo_churn": "logo churn|logo churn rate|customer churn|customer churn rate|churn rate|churn|ロゴ解約率|解約率|"
    "顧客解約率|チャーンレート|月次解約率|カスタマーチャーンレート|解約率(件数)|社数解約率",
    "logo_retention": "logo retention|customer retention|customer retention rate|retention rate|継続率|顧客維持率|"
    "ロゴ継続率|顧客継続率",
    "ltv": "ltv|clv|customer lifetime value|lifetime value|顧客生涯価値",
    "cac": "cac|customer acquisition cost|顧客獲得単価|獲得単価|顧客獲得コスト|1社あたり獲得コスト",
    "ltv_to_cac": "ltv cac|ltv to cac|ltv cac ratio|ユニットエコノミクス",
    "cac_payback": "cac payback|cac payback period|payback period|cac回収期間|回収期間",
    "nps": "nps|nps score|net promoter score|推奨度",
    "csat": "csat|csat score|customer satisfaction|顧客満足度|満足度",
    "ces": "ces|ces score|customer effort score|顧客努力指標",
    "health_mean": "average health score|health score|mean health score|平均ヘルススコア|ヘルススコア平均",
}
"""The id of a figure in the catalogue, and the words for it."""

SHARES = frozenset(
    {"gross_mrr_churn", "net_mrr_churn", "gross_revenue_retention", "net_revenue_retention", "mrr_growth", "logo_churn",
     "logo_retention"}
)  # fmt: skip
"""Of these, those that are shares of a whole."""

ANY_METRIC = re.compile(
    r"(?<![a-z])(?:mrr|arr|nrr|grr|ndr|churn(?:ed)?|retention|ltv|cac|nps|csat|ces|arpa|arpu|acv|revenue|sales|"
    "bookings?|"
    r"billings?|gross (?:margin|profit)|margin|profit|ebitda|burn|cash|runway|headcount|fte|employees|customers?|"
    r"logos?|accounts|users|signups?|sign ups|leads?|mqls?|sqls?|trials?|demos?|opportunities|deals|win rate|pipeline|"
    r"conversion|visitors|sessions|dau|wau|mau|tickets?|expansion|contraction|reactivation|upsell|downgrades?|"
    "upgrades?|"
    r"quick ratio|payback|growth|rate|ratio|new|starting|ending|opening|closing|net new|health score|"
    r"satisfaction)(?![a-z])"
    r"|売上|収益|利益|粗利|原価|損益|残高|資金|現預金|解約|継続|維持率|新規|獲得|顧客|社数|件数|人数|客数|会員|単価|"
    "ユーザー|"
    r"リード|商談|受注|失注|成約|契約|申込|トライアル|アクティブ|稼働|利用率|率$|率\(|問い合わせ|チケット|満足度|"
    "推奨度|従業員|"
    r"社員数|成長|達成|期首|期末|増額|減額|拡大|縮小|再開|アップセル|問合せ|登録者|訪問|セッション|コンバージョン|"
    "ヘルス"
)
"""Words that tell a figure of a business, in a folded label."""
