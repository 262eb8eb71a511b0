"""Words of the board workbook's sheets beyond the figures: cover, what is committed, survival, unit economics,
segments, concentration, reasons, risks, wins and actions."""

from csdesk.wording.speech import Words

SHEETS = {
    "cover": Words("Cover", "表紙"),
    "committed": Words("CMRR", "CMRR"),
    "survival": Words("Survival", "生存曲線"),
    "economics": Words("Unit economics", "ユニットエコノミクス"),
    "segments": Words("Segments", "セグメント別"),
    "concentration": Words("Concentration", "MRRの集中度"),
    "reasons": Words("Churn reasons", "解約理由"),
    "risks": Words("Risks", "リスク"),
    "wins": Words("Wins", "成果"),
    "actions": Words("Actions", "アクション"),
}
TITLES = {
    "cover": Words("Customer success report", "カスタマーサクセス報告書"),
    "committed": Words("From MRR to committed MRR in {days} days", "MRRから{days}日後のCMRR（確定MRR）まで"),
    "survival": Words("How long customers stay (Kaplan-Meier)", "顧客の継続期間（カプラン・マイヤー法）"),
    "economics": Words("What a customer is worth and costs", "ユニットエコノミクス（LTVとCAC）"),
    "segments": Words("Segments and what stays of them", "セグメント別のMRRと継続率"),
    "concentration": Words("How much hangs on how few (Pareto)", "MRRの集中度（パレート図）"),
    "reasons": Words("Why customers left", "解約の理由"),
    "risks": Words("Open risks and the plans against them", "対応中のリスクと対応方針"),
    "wins": Words("Wins", "成果"),
    "actions": Words("What is to be done, by whom, until when", "アクション（担当・期限）"),
}
HEADINGS = {
    "year_ago": Words("A year ago", "前年同期"),
    "year_change": Words("Change on a year", "前年同期比"),
    "target": Words("Target", "目標"),
    "to_target": Words("Against target", "目標との差"),
    "step": Words("Step", "内訳"),
    "cmrr_won": Words("Won", "受注"),
    "cmrr_upgrades": Words("Upgrades", "増額予定"),
    "cmrr_withdrawals": Words("Withdrawals", "解約予定"),
    "cmrr_downgrades": Words("Downgrades", "減額予定"),
    "cmrr": Words("CMRR", "CMRR"),
    "months_after": Words("Months", "経過月数"),
    "at_risk": Words("At risk", "観測対象数"),
    "left_then": Words("Left", "解約"),
    "seen_last": Words("Seen last, still there", "打ち切り（継続中）"),
    "still_there": Words("Still there", "継続している割合"),
    "new_accounts": Words("New accounts", "新規アカウント数"),
    "cac": Words("CAC", "CAC（顧客獲得単価）"),
    "ltv": Words("LTV", "LTV（顧客生涯価値）"),
    "ltv_to_cac": Words("LTV / CAC", "LTV/CAC"),
    "cac_payback": Words("CAC payback", "CAC回収期間"),
    "dimension": Words("By", "軸"),
    "group": Words("Group", "区分"),
    "rank": Words("Rank", "順位"),
    "cumulative": Words("Cumulative", "累計構成比"),
    "reason": Words("Reason", "理由"),
    "lost_accounts": Words("Accounts lost", "解約アカウント数"),
    "lost_mrr": Words("MRR lost", "解約MRR"),
    "year_accounts": Words("Accounts lost, 12 months", "解約アカウント数（直近12か月）"),
    "year_mrr": Words("MRR lost, 12 months", "解約MRR（直近12か月）"),
    "on": Words("Day", "日付"),
    "stated": Words("What they said", "顧客の説明"),
    "root_cause": Words("What was behind it", "根本原因"),
    "themes": Words("Themes", "テーマ"),
    "theme": Words("Theme", "テーマ"),
    "interviews": Words("Interviews", "ヒアリング数"),
    "risk": Words("Risk", "リスク"),
    "level": Words("Level", "段階"),
    "since_day": Words("Seen since", "検知日"),
    "plan": Words("Plan", "対応方針"),
    "once": Words("Counted", "集計対象"),
    "win": Words("Win", "成果"),
    "achieved": Words("What was achieved", "達成内容"),
    "due_on": Words("Due", "期限"),
    "action": Words("Action", "アクション"),
}
CHECKS = {
    "moves": Words(
        "Net change of the period: by month and account by account", "期間の純増減：月別の合計とアカウント別の合計"
    ),
    "committed": Words("CMRR: headline and the bridge", "CMRR：主要指標と内訳の合計"),
    "concentration": Words("MRR: headline and sum by rank", "MRR：主要指標と順位別の合計"),
    "segments": Words("MRR: headline and sum by: {by}", "MRR：主要指標と「{by}」別の合計"),
    "reasons": Words(
        "Accounts lost: the retention sheet and sum by reason", "解約アカウント数：継続率シートと理由別の合計"
    ),
}
PHRASES = {
    "starter_title": Words("Template: figures and their names", "テンプレート：指標と名前"),
    "starter": Words(
        "Copy the named cells to where you want them, with their names; everything else of a template stays as it is.",
        "名前の付いたセルを好きな場所に移して使います。テンプレートのその他の部分は変更されません。",
    ),
    "of_year": Words("a year ago: ", "前年同期 "),
    "of_target": Words("target: ", "目標 "),
    "what_changed": Words("What changed", "当期の変化"),
    "largest": Words("Largest movements", "主な増減"),
    "mrr_rose": Words(
        "MRR rose from {before} to {now} ({change}).", "MRRは{before}から{now}に増加しました（{change}）。"
    ),
    "mrr_fell": Words(
        "MRR fell from {before} to {now} ({change}).", "MRRは{before}から{now}に減少しました（{change}）。"
    ),
    "mrr_same": Words("MRR is {now}, as it was.", "MRRは{now}で、前期から変わっていません。"),
    "came": Words("New or back ({n}): {mrr}. {names}.", "新規・再開は{n}社、{mrr}です（{names}）。"),
    "grew": Words("Grown ({n}): {mrr}. {names}.", "拡大は{n}社、{mrr}です（{names}）。"),
    "shrank": Words("Shrunk ({n}): {mrr}. {names}.", "縮小は{n}社、{mrr}です（{names}）。"),
    "left": Words("Left ({n}): {mrr}. {names}.", "解約は{n}社、{mrr}です（{names}）。"),
    "nobody_left": Words("Nobody left.", "解約はありません。"),
    "named_why": Words("{name} ({why})", "{name}（{why}）"),
    "and_more": Words("{names} and {n} more", "{names}、ほか{n}社"),
    "joined": Words(", ", "、"),
    "ahead": Words(
        "What is signed and known takes MRR to {cmrr} within {days} days.",
        "契約済み・予定分を反映すると、{days}日以内にMRRは{cmrr}になります。",
    ),
    "open_risks": Words(
        "Open risks: {n}, on accounts that pay {mrr} a month; without a plan: {k}.",
        "対応中のリスクは{n}件、対象アカウントのMRRは{mrr}です。対応方針のないものは{k}件です。",
    ),
    "each_once": Words("MRR of these accounts, each once", "対象アカウントのMRR（重複なし）"),
    "median": Words(
        "Half of the customers stay {months} months or longer.", "顧客の半数は{months}か月以上継続します。"
    ),
    "no_median": Words("More than half of the customers are still there.", "半数以上の顧客が継続中です。"),
    "top_share": Words(
        "The largest {k} of {n} accounts pay {share}.", "上位{k}社（全{n}社）でMRRの{share}を占めます。"
    ),
    "others": Words("{n} others", "その他{n}社"),
    "interviews": Words("Exit interviews of the last 12 months", "直近12か月の解約ヒアリング"),
    "themes": Words("Themes of the exit interviews", "解約ヒアリングのテーマ"),
    "overdue": Words("Open: {n}; overdue: {k}.", "未完了{n}件（うち期限超過{k}件）。"),
    "bridge_chart": Words("What is signed and known to come and go", "契約済み・予定の増減"),
    "survival_chart": Words("Share still there, with its 95% band", "継続している割合と95%信頼区間"),
    "worth_chart": Words("LTV and CAC", "LTVとCAC"),
    "pareto_chart": Words(
        "MRR by account, largest first, and its cumulative share", "アカウント別MRR（降順）と累計構成比"
    ),
    "reasons_chart": Words("MRR lost by reason, last 12 months", "理由別の解約MRR（直近12か月）"),
}
