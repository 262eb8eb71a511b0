"""Targets, packs and wins in words."""

from collections.abc import Mapping

from csdesk.models.reporting import WinKind
from csdesk.wording.speech import Words

WIN_KINDS: Mapping[str, Words] = {
    WinKind.OUTCOME: Words("Customer outcome", "顧客の成果"),
    WinKind.RENEWAL: Words("Renewal", "更新"),
    WinKind.EXPANSION: Words("Expansion", "拡大"),
    WinKind.SAVED: Words("Churn averted", "解約の回避"),
    WinKind.ADVOCACY: Words("Reference or referral", "事例・紹介"),
    WinKind.TEAM: Words("The team itself", "チームの成果"),
}
REPORTING_FIELDS: Mapping[str, Words] = {
    "target.metric": Words("Target: metric", "目標値：指標"),
    "target.period_kind": Words("Target: for each", "目標値：期間の単位"),
    "target.since": Words("Target: from month", "目標値：開始月"),
    "target.value": Words("Target: value", "目標値：値"),
    "target.reason": Words("Target: reason", "目標値：理由"),
    "target.set_at": Words("Target: set at", "目標値：設定日時"),
    "target.who": Words("Target: set by", "目標値：設定者"),
    "pack.file": Words("Pack: file", "提出レポート：ファイル"),
    "pack.period_kind": Words("Pack: kind of period", "提出レポート：期間の単位"),
    "pack.first_month": Words("Pack: first month", "提出レポート：開始月"),
    "pack.as_of": Words("Pack: as of", "提出レポート：基準日"),
    "pack.language": Words("Pack: language", "提出レポート：言語"),
    "pack.redacted": Words("Pack: without customer names", "提出レポート：顧客名なし"),
    "pack.note": Words("Pack: for whom", "提出レポート：提出先"),
    "pack.made_at": Words("Pack: made at", "提出レポート：作成日時"),
    "pack.made_by": Words("Pack: made by", "提出レポート：作成者"),
    "pack.made_with": Words("Pack: made with csdesk", "提出レポート：csdeskのバージョン"),
    "pack.rules": Words("Pack: definitions", "提出レポート：指標の定義"),
    "pack.definition": Words("Pack: version of the definitions", "提出レポート：定義の版"),
    "pack.fingerprint": Words("Pack: fingerprint", "提出レポート：ハッシュ"),
    "pack.figures": Words("Pack: figures as stated", "提出レポート：提出時の数値"),
    "win.on_date": Words("Win: date", "成果：日付"),
    "win.title": Words("Win", "成果"),
    "win.text": Words("Win: what was achieved", "成果：内容"),
    "win.kind": Words("Win: kind", "成果：種類"),
    "win.owner": Words("Win: by", "成果：担当"),
    "own.target": Words("Target: csdesk ID", "目標値：csdesk ID"),
    "own.pack": Words("Pack: csdesk ID", "提出レポート：csdesk ID"),
    "own.win": Words("Win: csdesk ID", "成果：csdesk ID"),
}
