"""What the command line prints around figures: headings, and the few sentences that no window says."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words

_EN, _JA = Language.EN, Language.JA
HEADINGS: Mapping[str, Mapping[Language, tuple[str, ...]]] = {
    "history": {
        _EN: ("step", "when", "who", "what was done", "changed", "field", "from → to", "since then"),
        _JA: ("番号", "日時", "変更者", "操作", "対象", "項目", "変更前 → 変更後", "その後"),
    },
    "bin": {
        _EN: ("number", "deleted", "by", "what", "account", "with it"),
        _JA: ("番号", "削除日時", "削除者", "対象", "アカウント", "一緒に削除"),
    },
    "figures": {_EN: ("period", "figure", "", ""), _JA: ("期間", "指標", "", "")},
    "cohorts": {_EN: ("cohort", "n"), _JA: ("開始時期", "n")},
    "survival": {
        _EN: ("group", "months", "at risk", "left", "seen last", "still there", "95%"),
        _JA: ("区分", "月数", "観測対象数", "解約", "打ち切り", "継続割合", "95%区間"),
    },
    "health": {_EN: ("account", "score", "band", "coverage"), _JA: ("アカウント", "スコア", "区分", "充足率")},
    "health_by_profile": {
        _EN: ("account", "score", "band", "coverage", "profile"),
        _JA: ("アカウント", "スコア", "区分", "充足率", "プロファイル"),
    },
    "hygiene": {
        _EN: ("what is missing", "account", "which", "MRR", "since"),
        _JA: ("不足している内容", "アカウント", "対象", "MRR", "いつから"),
    },
    "today": {
        _EN: ("why", "what", "account", "when", "owner"),
        _JA: ("理由", "内容", "アカウント", "期日", "担当"),
    },
}
OR_BEFORE = Words("{period} or before", "{period}以前")
READ = Words("{rows} rows, {problems} to look at", "{rows}行、要確認 {problems}件")
UNKNOWN = Words(
    "Its headings do not tell what it holds; nothing was taken. Say it with --as, or choose it in the window.",
    "見出しから内容を判別できないため、取り込んでいません。--as で種類を指定するか、画面で選んでください。",
)
COMPLETE = Words("Nothing is missing.", "不足しているデータはありません。")
SOUND = Words("No damage found.", "問題は見つかりませんでした。")
NO_SCREEN = Words(
    "csdesk: No screen was found, so there can be no window. csdesk --help lists what works without one.",
    "csdesk: 画面が見つからないため、ウィンドウを開けません。画面なしで使えるコマンドは csdesk --help で確認できます。",
)
