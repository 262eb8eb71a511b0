"""What the tables of an import are called, and what a plan would do with their rows."""

from collections.abc import Mapping

from csdesk.wording.speech import Words

KINDS: Mapping[str, Words] = {
    "accounts": Words("Accounts", "顧客一覧"),
    "contacts": Words("Contacts", "担当者一覧"),
    "contracts": Words("Contracts", "契約一覧"),
    "matrix": Words("Logo by month", "顧客×月の表"),
    "movements": Words("MRR changes", "MRR増減の記録"),
    "touches": Words("Touches", "対応履歴"),
    "usage": Words("Use", "利用実績"),
    "tickets": Words("Tickets", "問い合わせ一覧"),
    "answers": Words("Survey answers", "アンケート回答"),
    "invoices": Words("Invoices", "請求書一覧"),
    "costs": Words("Costs", "費用一覧"),
    "figures": Words("Figures by period", "期間ごとの数値"),
    "rates": Words("Exchange rates", "為替レート"),
    "team": Words("Team", "チーム"),
    "products": Words("Products", "製品一覧"),
    "tasks": Words("Next steps", "次の対応一覧"),
    "goals": Words("Goals", "目標一覧"),
    "milestones": Words("Milestones", "マイルストーン一覧"),
    "deals": Words("Deals", "商談一覧"),
    "feedback": Words("Feedback", "要望・フィードバック一覧"),
    "interviews": Words("Exit interviews", "解約ヒアリング一覧"),
    "mailings": Words("Mailings", "メール配信結果"),
    "measures": Words("Measures of use", "利用指標一覧"),
    "markers": Words("Markers", "出来事一覧"),
    "invitations": Words("Surveys sent", "アンケートの依頼"),
    "definitions": Words("Versions of the definitions", "定義の版"),
    "risks": Words("Risks", "リスク"),
    "plays": Words("Plays", "プレイブック"),
    "play_steps": Words("Steps of plays", "プレイブックの手順"),
    "play_runs": Words("Plays started", "実行したプレイブック"),
    "health_overrides": Words("Health set by hand", "ヘルスの手動設定"),
    "targets": Words("Targets", "目標値"),
    "packs": Words("Packs sent", "提出レポート"),
    "wins": Words("Wins", "成果の記録"),
    "health": Words("Health values", "ヘルス値一覧"),
    "health_days": Words("Health by day", "日ごとのヘルス"),
    "settings": Words("Settings", "設定"),
    "views": Words("Saved views", "保存したビュー"),
    "matchings": Words("Known layouts", "覚えている表の形"),
    "columns": Words("Description of columns", "列の説明"),
    "unknown": Words("Not recognised", "判別できない表"),
}

VERDICTS: Mapping[str, Words] = {
    "new": Words("New", "新規"),
    "changed": Words("Changed", "変更"),
    "same": Words("Same", "同じ"),
    "conflict": Words("Conflict", "矛盾"),
    "refused": Words("Refused", "取り込み不可"),
}
