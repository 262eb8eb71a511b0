"""Words of the files going out: the board workbook's sheets, headings and sentences, and why a file was refused."""

from csdesk.models.kinds import Language
from csdesk.wording import board, template
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.speech import Words, look_up

SHEETS = {
    **board.SHEETS,
    "summary": Words("Summary", "サマリー"),
    "restatement": Words("Restatement", "数値の訂正"),
    "figures": Words("Figures", "主要指標"),
    "movements": Words("Movements", "MRRの増減"),
    "moves": Words("Movement list", "増減の明細"),
    "retention": Words("Retention", "継続率・解約率"),
    "cohorts": Words("Cohorts", "コホート"),
    "health": Words("Health", "ヘルス"),
    "renewals": Words("Renewals", "更新予定"),
    "accounts": Words("Accounts", "アカウント"),
    "definitions": Words("Definitions", "定義"),
    "cohort_cells": Words("Cohort data", "コホート元データ"),
    "sources": Words("Sources", "出典"),
    "reconciliation": Words("Reconciliation", "照合"),
}

TITLES = {
    **board.TITLES,
    "summary": Words("Figures and charts", "指標とグラフ"),
    "restatement": Words("What was stated, what it is now, and why", "提出時の数値と現在の数値、その理由"),
    "figures": Words("Headline figures", "主要指標"),
    "movements": Words("MRR movements by month", "月別のMRRの増減"),
    "moves": Words("Movements by account", "アカウント別の増減"),
    "retention": Words("Retention and churn", "継続率と解約率"),
    "cohorts": Words("Retention by start of contract", "契約開始時期別の継続率"),
    "health": Words("Customer health", "顧客のヘルススコア"),
    "renewals": Words("Renewals in the next {days} days", "今後{days}日間の更新予定"),
    "accounts": Words("Accounts and their MRR", "アカウント別MRR"),
    "definitions": Words("What each figure means", "指標の定義"),
    "cohort_cells": Words("What the cohort shares are made of", "コホート継続率の元データ"),
    "sources": Words("Contract lines behind the MRR", "MRRの内訳（契約明細）"),
    "reconciliation": Words("Reconciliation: every difference must be 0", "照合（差異はすべて0）"),
}

HEADINGS = {
    **board.HEADINGS,
    "figure": Words("Figure", "指標"),
    "now": Words("This period", "当期"),
    "fingerprint": Words("Fingerprint of the content", "内容のハッシュ"),
    "definition_versions": Words("Definitions", "指標の定義"),
    "made_with": Words("Made with csdesk", "csdeskのバージョン"),
    "stated": Words("As stated", "提出時"),
    "figure_now": Words("Now", "現在"),
    "by_definitions": Words("Of the difference: by definitions", "差のうち定義の変更"),
    "by_data": Words("Of the difference: by records or csdesk", "差のうちデータ・csdesk"),
    "made_then": Words("Made with, then", "提出時の条件"),
    "made_now": Words("Made with, now", "現在の条件"),
    "changes_since": Words("What was done since", "提出後の操作"),
    "done_on": Words("On", "日付"),
    "done_by": Words("By", "操作者"),
    "done": Words("What", "操作"),
    "done_to": Words("Accounts", "対象アカウント"),
    "before": Words("Previous period", "前期"),
    "change": Words("Change", "増減"),
    "part": Words("Part", "分子"),
    "whole": Words("Whole", "分母"),
    "n": Words("n", "件数 (n)"),
    "low": Words("95% from", "95%下限"),
    "high": Words("95% to", "95%上限"),
    "note": Words("Note", "備考"),
    "cell_name": Words("Cell name", "セルの名前"),
    "period": Words("Period", "期間"),
    "month": Words("Month", "月"),
    "movement": Words("Movement", "増減の種類"),
    "why": Words("Why", "理由"),
    "start": Words("MRR at start", "期首MRR"),
    **MOVEMENTS,
    "end": Words("MRR at end", "期末MRR"),
    "net": Words("Net change", "純増減"),
    "check": Words("Difference", "差異"),
    "measured_end": Words("By contracts", "契約集計"),
    "accounts_at_start": Words("Accounts at start", "期首アカウント数"),
    "accounts_lost": Words("Accounts lost", "解約アカウント数"),
    "logo_churn": Words("Logo churn", "ロゴ解約率"),
    "logo_retention": Words("Logo retention", "ロゴ継続率"),
    "kept": Words("Of it kept (no growth)", "うち継続分（拡大除く）"),
    "kept_and_grown": Words("Of it at end", "うち期末残高（拡大含む）"),
    "grr": Words("GRR", "GRR（総売上継続率）"),
    "nrr": Words("NRR", "NRR（売上継続率）"),
    "gross_mrr_churn": Words("Gross MRR churn", "グロスMRR解約率"),
    "net_mrr_churn": Words("Net MRR churn", "ネットMRR解約率"),
    "cohort": Words("Started", "開始時期"),
    "size": Words("Accounts", "アカウント数"),
    "base": Words("At start", "開始時"),
    "opening": Words("Opening", "記録開始時"),
    "average": Words("Average", "加重平均"),
    "account": Words("Account", "アカウント"),
    "number": Words("No.", "No."),
    "owner": Words("Owner", "担当"),
    "mrr": Words("MRR", "MRR"),
    "share": Words("Share", "構成比"),
    "score": Words("Score", "スコア"),
    "band": Words("Health", "ヘルス"),
    "coverage": Words("Coverage", "データ充足率"),
    "oldest": Words("Oldest input, days", "最古データ（日数）"),
    "computed": Words("Computed, where set by hand", "計算値（手動設定の場合）"),
    "profile": Words("Health profile", "ヘルスのプロファイル"),
    "count": Words("Accounts", "アカウント数"),
    "weight": Words("Weight", "重み"),
    "total": Words("Total", "合計"),
    "renewal": Words("Renewal", "更新日"),
    "days": Words("Days left", "残日数"),
    "standing": Words("Standing", "状況"),
    "since": Words("Since", "契約開始"),
    "tier": Words("Tier", "ティア"),
    "segment": Words("Segment", "セグメント"),
    "industry": Words("Industry", "業種"),
    "region": Words("Region", "地域"),
    "employees": Words("Size", "規模"),
    "channel": Words("Channel", "獲得経路"),
    "stage": Words("Stage", "ステージ"),
    "product": Words("Product", "製品"),
    "service_start": Words("Start", "開始日"),
    "service_end": Words("Last day", "終了日"),
    "file": Words("File", "ファイル"),
    "sheet": Words("Sheet", "シート"),
    "row": Words("Row", "行"),
    "metric": Words("Figure", "指標"),
    "meaning": Words("Meaning", "意味"),
    "formula": Words("Formula", "計算式"),
    "rules": Words("Rules in force", "適用ルール"),
    "compared": Words("Compared", "照合する値"),
    "left": Words("First", "値1"),
    "right": Words("Second", "値2"),
    "result": Words("Result", "結果"),
    "undecided": Words("Renewal undecided", "更新未定"),
    "due": Words("Due", "更新予定"),
}

CHECKS = {
    **board.CHECKS,
    "movements": Words("MRR: headline and end of the last month", "MRR：主要指標と直近月の期末MRR"),
    "accounts": Words("MRR: headline and sum of the accounts", "MRR：主要指標とアカウント別の合計"),
    "sources": Words("MRR: headline and sum of the contract lines", "MRR：主要指標と契約明細の合計"),
    "health": Words("MRR: headline and sum of the scored accounts", "MRR：主要指標とヘルス対象の合計"),
    "each_account": Words(
        "MRR account by account: sum of the differences from its contract lines",
        "アカウントごとのMRR：契約明細との差異の合計",
    ),
    "each_month": Words(
        "MRR month by month: sum of the differences from the contracts", "月ごとのMRR：契約からの集計との差異の合計"
    ),
}

PHRASES = {
    "pinned": Words(
        "The same day, records and definitions give this same workbook again.",
        "同じ基準日・データ・定義からは、同じレポートが再現されます。",
    ),
    "restated": Words(
        "{file}, made on {on}: {n} of {all} figures are others now",
        "{file}（{on}作成）：{all}個中{n}個の数値が変わりました",
    ),
    **board.PHRASES,
    "about": Words("{period} · as of {day} · amounts in {currency}", "{period}　{day}時点　通貨：{currency}"),
    "redacted": Words("{about} · redacted: customer names left out", "{about}　顧客名は伏せています"),
    "span": Words("{period} ({first} to {last})", "{period}（{first}～{last}）"),
    "as_of": Words("As of", "基準日"),
    "page": Words("Page {page} of {pages}", "{page} / {pages} ページ"),
    "previous": Words("before: ", "前期 "),
    "too_few": Words("too few to compare", "件数が少なく比較不可"),
    "incomplete": Words("not complete yet", "期間の途中"),
    "and": Words("; ", "、"),
    "or_earlier": Words("{period} or earlier", "{period}以前"),
    "logo_triangle": Words(
        "Accounts kept (share of the cohort's accounts)", "アカウント継続率（開始時のアカウント数に対する割合）"
    ),
    "revenue_triangle": Words("MRR kept (share of the cohort's first MRR)", "売上継続率（開始時のMRRに対する割合）"),
    "cohort_ages": Words(
        "Columns count periods since the start. Empty: not yet observed.",
        "列は開始からの経過期間です。空欄はまだ観測されていない期間です。",
    ),
    "opening": Words(
        "'Or earlier': already paying when the records begin, left out of the average.",
        "「以前」は記録開始時点で契約済みのアカウントで、加重平均から除いています。",
    ),
    "renewals": Words(
        "Of the {n} renewals in the next {days} days, {k} are at high risk.",
        "今後{days}日間の更新{n}件のうち、高リスクは{k}件です。",
    ),
    "no_renewals": Words("No renewals in the next {days} days.", "今後{days}日間に更新予定はありません。"),
    "agrees": Words("✔ agrees", "✔ 一致"),
    "differs": Words("✖ differs", "✖ 不一致"),
    "all_agree": Words(
        "✔ All figures reconcile with the contract lines.", "✔ すべての数値が契約明細と一致しています。"
    ),
    "some_differ": Words(
        "✖ Some figures do not reconcile: see the last sheet.",
        "✖ 一致しない数値があります。「照合」シートを確認してください。",
    ),
    "shown_rows": Words("Rows shown: ", "表示件数 "),
    "empty": Words("Nothing to show yet.", "表示するデータがまだありません。"),
    "reported": Words("Reported period: {period}", "報告対象：{period}"),
    "all_months": Words("All months shown", "表示期間の合計"),
    "factor_values": Words(
        "Factor values, 0 to 100; empty: no fresh data", "各要素の値（0～100、空欄は最新データなし）"
    ),
    "points": Words(" pt", "pt"),
    "months": Words(" months", "か月"),
    "days": Words(" days", "日"),
    "hours": Words(" hours", "時間"),
    "times": Words("x", "倍"),
    "mrr_chart": Words("MRR at month end", "月末MRR"),
    "movements_chart": Words("MRR movements by month", "月別のMRRの増減"),
    "retention_chart": Words("Retention", "継続率の推移"),
    "churn_chart": Words("Logo churn with 95% interval", "ロゴ解約率と95%信頼区間"),
    "health_chart": Words("MRR by health", "ヘルス別のMRR"),
}

WHY = {
    "no_base": Words("nothing to divide by", "分母となる対象がありません"),
    "no_loss": Words("no loss", "損失なし"),
    "no_costs": Words("no costs entered: add them", "費用を入力してください"),
    "costs_by_channel": Words("costs are by channel", "費用はチャネル別のみ"),
    "of_whole_accounts": Words("of whole accounts only", "アカウント単位のみ"),
    "nobody_new": Words("nobody new", "新規顧客がいません"),
    "no_answers": Words("no answers: add them", "回答を入力してください"),
    "no_amounts": Words("no amounts recorded", "金額の記録がありません"),
    "no_history": Words("not enough history", "履歴が足りません"),
    "no_data": Words("no data", "データがありません"),
    "not_yet": Words("not yet known", "まだ確定していません"),
    "lower_bound": Words("at least this much", "下限値（少なくともこの値）"),
    "too_few": Words("too few to compare", "件数が少なく比較不可"),
    "negative_churn": Words("negative churn", "ネガティブチャーン"),
    "no_purchases": Words("purchases not entered", "購入回数が未入力です"),
    "no_years": Words("years not entered", "継続年数が未入力です"),
    "no_retention_costs": Words("no retention costs entered", "維持費用が未入力です"),
    "below_zero": Words("below zero: review", "マイナスです（要確認）"),
    "not_reached": Words("more than half are still there", "半数以上が継続中"),
    "no_touch_cost": Words("no minutes or rates known", "時間・単価の記録なし"),
    "not_asked": Words("not known who was asked", "依頼先の記録なし"),
    "not_all_asked": Words("asked: partly unknown", "依頼の記録が一部不足"),
    "no_risks": Words("no risk logged", "リスクの登録なし"),
    "not_touched": Words("no touch since", "その後のタッチなし"),
    "no_risks_closed": Words("no risk closed", "終了したリスクなし"),
    "nothing_resolved": Words("nothing resolved", "対応完了なし"),
    "no_tickets": Words("no such ticket", "該当なし"),
    "part_of_costs": Words("at least: parts missing", "未入力あり（下限値）"),
    "all_alike": Words("no quarter stands out", "上位を分けられません"),
    "no_use": Words("no use recorded: import it", "利用実績なし"),
    "by_month": Words("known by month only", "月単位の記録のみ"),
    "by_account": Words("accounts, for want of users", "アカウント単位で集計"),
    "short_records": Words("records are shorter", "記録期間が短い"),
    "no_key_features": Words("no key feature chosen", "主要機能が未設定です"),
    "no_new_users": Words("no new users", "新規ユーザーがいません"),
}

REFUSALS = {
    **template.REFUSALS,
    "no_folder": Words(
        "The folder for '{name}' is not there. Nothing was written; choose another folder.",
        "「{name}」の保存先フォルダーが見つかりません。ファイルは作成されていません。別のフォルダーを選んでください。",
    ),
    "not_a_file": Words(
        "'{name}' is not an ordinary file and cannot be replaced. Choose another name.",
        "「{name}」は通常のファイルではないため上書きできません。別の名前を選んでください。",
    ),
    "read_only": Words(
        "'{name}' or its folder is read-only. Nothing was written; choose another place.",
        "「{name}」または保存先フォルダーは読み取り専用です。ファイルは作成されていません。別の場所を選んでください。",
    ),
    "open_elsewhere": Words(
        "'{name}' is open in another program. Close it there and try again, or choose another name.",
        "「{name}」は別のアプリで開かれています。閉じてからもう一度試すか、別の名前を選んでください。",
    ),
    "holds_a_book": Words(
        "'{name}' is a book or another database and is not replaced. Choose another name.",
        "「{name}」はブックなどのデータベースのため上書きできません。別の名前を選んでください。",
    ),
    "no_workbook": Words(
        "'{name}' is no name for a workbook. Choose one that ends in .xlsx.",
        "「{name}」はブック（Excel）のファイル名ではありません。末尾が .xlsx の名前を選んでください。",
    ),
    "no_review": Words(
        "'{name}' is no name for a review. Choose one that ends in .pdf or .xlsx.",
        "「{name}」はレビューのファイル名ではありません。末尾が .pdf または .xlsx の名前を選んでください。",
    ),
    "no_calendar": Words(
        "'{name}' is no name for a calendar. Choose one that ends in .ics.",
        "「{name}」はカレンダーのファイル名ではありません。末尾が .ics の名前を選んでください。",
    ),
    "disk_full": Words(
        "The disk is full. '{name}' was not written; make room or choose another disk.",
        "ディスクの空き容量が足りません。「{name}」は作成されていません。空き容量を増やすか、別のディスクを選んでください。",
    ),
    "bad_name": Words(
        "'{name}' cannot be used as a file name here. Choose another name.",
        "「{name}」はファイル名として使えません。別の名前を選んでください。",
    ),
    "cannot_write": Words(
        "'{name}' could not be written. Nothing was changed; choose another place.",
        "「{name}」を書き込めませんでした。元のファイルはそのままです。別の場所を選んでください。",
    ),
}


def sheet_name(sheet: str, language: Language) -> str:
    """What a sheet of the board workbook is called on its tab."""
    return look_up(SHEETS, sheet, language)


def report_refusal_words(reason: str, name: str, language: Language) -> str:
    """Why a file was not written, what is safe, and what to do."""
    return look_up(REFUSALS, reason, language, name=name)
