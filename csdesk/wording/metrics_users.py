"""Words of the metrics of users: how many are active, how often they come, who stops and who comes back."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

_DISTINCT = Words(
    "Distinct users with activity that counts{how}{value}", "カウント対象の利用があったユーザー数{how}{value}"
)
_ANY = Words("Distinct users with any use{how}{value}", "何らかの利用があったユーザー数{how}{value}")
_DAILY = Words(
    "Active users of each day{how}, summed{part} ÷ days{value}", "1日ごとのユーザー数{how}の合計{part} ÷ 日数{value}"
)
_LOST = Words(
    "Users lost{how}{part} ÷ users active before{whole}{value}",
    "離脱したユーザー数{how}{part} ÷ 前の期間に利用したユーザー数{whole}{value}",
)

USERS: Mapping[str, MetricWords] = {
    "daily_active_users": MetricWords(
        Words("DAU", "DAU（日次ユーザー）"),
        Words(
            "Users with activity that counts as value on a day, averaged over the last 30 days, so that no Sunday "
            "stands for all of them.",
            "価値とみなす利用があったユーザー数を1日ごとに数え、直近30日間で平均した値です。曜日や祝日の影響を受けにくくなります。",
        ),
        _DAILY,
    ),
    "weekly_active_users": MetricWords(
        Words("WAU", "WAU（週次ユーザー）"),
        Words(
            "Users with activity that counts as value in the last 7 days, each counted once.",
            "直近7日間に、価値とみなす利用があったユーザー数です。1人を1回だけ数えます。",
        ),
        _DISTINCT,
    ),
    "monthly_active_users": MetricWords(
        Words("MAU", "MAU（月次ユーザー）"),
        Words(
            "Users with activity that counts as value in the last 30 days, or in the calendar month where use is known "
            "by month only.",
            "直近30日間に、価値とみなす利用があったユーザー数です。月単位の記録のみの場合は暦月で数えます。",
        ),
        _DISTINCT,
    ),
    "daily_login_users": MetricWords(
        Words("DAU, login-active", "DAU（ログインのみ含む）"),
        Words(
            "Users with any use on a day, whether it counts as value or not, averaged over the last 30 days.",
            "何らかの利用があったユーザー数を1日ごとに数え、直近30日間で平均した値です。価値とみなさない利用も含みます。",
        ),
        _DAILY,
    ),
    "weekly_login_users": MetricWords(
        Words("WAU, login-active", "WAU（ログインのみ含む）"),
        Words(
            "Users with any use in the last 7 days, whether it counts as value or not.",
            "直近7日間に何らかの利用があったユーザー数です。価値とみなさない利用も含みます。",
        ),
        _ANY,
    ),
    "monthly_login_users": MetricWords(
        Words("MAU, login-active", "MAU（ログインのみ含む）"),
        Words(
            "Users with any use in the last 30 days, whether it counts as value or not.",
            "直近30日間に何らかの利用があったユーザー数です。価値とみなさない利用も含みます。",
        ),
        _ANY,
    ),
    "stickiness": MetricWords(
        Words("Stickiness (DAU/MAU)", "定着度（DAU/MAU）"),
        Words(
            "On how large a share of the last 30 days a user of these days came: DAU, the mean of the days, over MAU.",
            "直近30日間のユーザーが、そのうち何割の日に利用したかを示します（30日間の平均DAU ÷ MAU）。",
        ),
        Words(
            "Days with activity of all users{how}{part} ÷ (days × MAU){whole}{value}",
            "全ユーザーの利用日数の合計{how}{part} ÷ （日数 × MAU）{whole}{value}",
        ),
    ),
    "stickiness_weekly": MetricWords(
        Words("Stickiness (WAU/MAU)", "定着度（WAU/MAU）"),
        Words(
            "Share of the month's users that were active in the last 7 days.",
            "月間ユーザーのうち、直近7日間にも利用したユーザーの割合です。",
        ),
        Words("WAU{part} ÷ MAU{how}{whole}{value}", "WAU{part} ÷ MAU{how}{whole}{value}"),
    ),
    "user_attrition": MetricWords(
        Words("User attrition", "ユーザー離脱率"),
        Words(
            "Share of the users active in the 30 days before the period that were not active in its last 30. New users "
            "have no part in it.",
            "期首前の30日間に利用したユーザーのうち、期末までの30日間に利用がなかった割合です。新規ユーザーは含みません。",
        ),
        _LOST,
    ),
    "user_retention": MetricWords(
        Words("User retention", "ユーザー継続率"),
        Words(
            "Share of the users active in the 30 days before the period that were active in its last 30.",
            "期首前の30日間に利用したユーザーのうち、期末までの30日間にも利用した割合です。",
        ),
        Words(
            "Users kept{how}{part} ÷ users active before{whole}{value}",
            "継続したユーザー数{how}{part} ÷ 前の期間に利用したユーザー数{whole}{value}",
        ),
    ),
    "user_attrition_weekly": MetricWords(
        Words("User attrition, weekly", "ユーザー離脱率（週次）"),
        Words(
            "Share of the users active in one week that were not active in the next: the last 7 days.",
            "前の7日間に利用したユーザーのうち、直近7日間に利用がなかった割合です。",
        ),
        _LOST,
    ),
    "user_attrition_monthly": MetricWords(
        Words("User attrition, monthly", "ユーザー離脱率（月次）"),
        Words(
            "Share of the users active in 30 days that were not active in the next 30: the last ones.",
            "前の30日間に利用したユーザーのうち、直近30日間に利用がなかった割合です。",
        ),
        _LOST,
    ),
    "user_attrition_quarterly": MetricWords(
        Words("User attrition, 90 days", "ユーザー離脱率（90日）"),
        Words(
            "Share of the users active in the 30 days up to 90 days ago that were not active in the last 30.",
            "90日前までの30日間に利用したユーザーのうち、直近30日間に利用がなかった割合です。",
        ),
        _LOST,
    ),
    **{
        f"user_retention_d{days}": MetricWords(
            Words(f"D{days} retention of new users", f"新規ユーザーのD{days}継続率"),
            Words(
                f"Share of the users first active in the period that were active {days} days later to the day, as far "
                "as that day is known.",
                f"期間中に初めて利用したユーザーのうち、ちょうど{days}日後にも利用した割合です。{days}日後が未到来の"
                "ユーザーは含みません。",
            ),
            Words(
                f"New users{{how}} active {days} days later{{part}} ÷ new users{{whole}}{{value}}",
                f"新規ユーザー{{how}}のうち{days}日後に利用した数{{part}} ÷ 新規ユーザー数{{whole}}{{value}}",
            ),
        )
        for days in (1, 7, 30)
    },
    "feature_adoption": MetricWords(
        Words("Adoption of key features", "主要機能の活用率"),
        Words(
            "Share of the chosen key features that an active user has used in the last 30 days, averaged.",
            "直近30日間のアクティブユーザーが、選んだ主要機能のうち何割を使ったかの平均です。",
        ),
        Words(
            "Key features used, summed over users{how}{part} ÷ (users × key features){whole}{value}",
            "各ユーザーが使った主要機能数の合計{how}{part} ÷ （ユーザー数 × 主要機能数）{whole}{value}",
        ),
    ),
    "user_growth": MetricWords(
        Words("Growth of users", "ユーザーの成長"),
        Words(
            "New and returned users of the last 30 days for each user lost, at most 100%.",
            "直近30日間の新規・復帰ユーザー数を、離脱ユーザー数で割った値です。上限は100%です。",
        ),
        Words(
            "New and returned users{how}{part} ÷ users lost{whole}, at most 100%{value}",
            "新規・復帰ユーザー数{how}{part} ÷ 離脱ユーザー数{whole}（上限100%）{value}",
        ),
    ),
    "product_engagement_score": MetricWords(
        Words("Product engagement (PES)", "PES（製品活用度）"),
        Words(
            "Mean of adoption, stickiness and growth of users, each from 0 to 100.",
            "活用率・定着度・ユーザーの成長（それぞれ0～100）の平均です。",
        ),
        Words("(Adoption + stickiness + growth) ÷ 3{value}", "（活用率 + 定着度 + 成長）÷ 3{value}"),
    ),
}

_DID = Words(
    "Accounts that did it{part} ÷ accounts of the group{whole}{value}",
    "該当アカウント数{part} ÷ グループのアカウント数{whole}{value}",
)
PRACTICES_OF: Mapping[str, MetricWords] = {
    "practice_of_best": MetricWords(
        Words("Share that did it, best quarter", "実施割合（上位25%）"),
        Words(
            "Share of the best quarter of accounts that had done it before the twelve months looked at.",
            "上位25%のアカウントのうち、対象の12か月より前に実施していた割合です。",
        ),
        _DID,
    ),
    "practice_of_others": MetricWords(
        Words("Share that did it, all others", "実施割合（その他）"),
        Words(
            "Share of all other accounts that had done it before the twelve months looked at.",
            "それ以外のアカウントのうち、対象の12か月より前に実施していた割合です。",
        ),
        _DID,
    ),
}

WHY_USERS: Mapping[str, Words] = {
    "all_alike": Words(
        "Too many accounts are equally good: no quarter stands out.",
        "同じ値のアカウントが多く、上位25%を分けられません。",
    ),
    "no_use": Words(
        "No use of these users is recorded. Import a list of logins, events or other use with a date and, if you have "
        "it, the user.",
        "対象ユーザーの利用実績がありません。日付と（あれば）ユーザーを含むログインやイベントの一覧を取り込んでください。",
    ),
    "by_month": Words(
        "Use is recorded as one figure a month, so nobody knows on which days users came. Import use by day to see it.",
        "利用実績が月単位のため、どの日に利用されたかがわかりません。日単位の利用実績を取り込むと表示できます。",
    ),
    "by_account": Words(
        "No use names a user, so accounts are counted in the place of users.",
        "利用実績にユーザーの記録がないため、ユーザーの代わりにアカウントを数えています。",
    ),
    "short_records": Words(
        "The records of use begin within the days looked at, so some users may be missing.",
        "利用実績の記録が対象期間の途中から始まるため、実際より少ない可能性があります。",
    ),
    "no_key_features": Words(
        "No measure is marked as a key feature. Mark some on the page Users: What counts as activity.",
        "主要機能が選ばれていません。「ユーザー」ページの「カウントする利用」で選んでください。",
    ),
    "no_new_users": Words(
        "Nobody was active for the first time in this period; who is seen in the first month of the records may have "
        "been there before.",
        "この期間に初めて利用したユーザーがいません（記録の最初の月のユーザーは、以前から利用していた可能性があります）。",
    ),
}
"""Why a figure of users cannot be had, or what to know about it."""
