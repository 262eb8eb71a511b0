"""What the name of a sheet or file, or a title above it, says of a table's kind."""

import re
from pathlib import PurePath

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.shapes import FoundTable, TableKind

_WEIGHT = 1.2
"""What a title is worth beside headings: it settles what they leave open."""
_OF_ACCOUNTS = 0.4
"""What one is worth that speaks of accounts: lists of all that is done with them are called so as well."""
_BOARD = 3.0
"""What a title that speaks of wishes says against tasks: boards call either 'cards'."""
_WORDS = {
    TableKind.TICKETS: r"\b(?:tickets?|cases|issues|complaints|incidents|inbox|help ?desk|support requests?)\b|"
    r"問い?合わ?せ|クレーム|苦情|チケット|受信箱|受信一覧|ケース|応対",
    TableKind.INVOICES: r"\b(?:invoices?|bills|payments?|charges|receivables?)\b|請求|入金|売掛|支払一覧|売上明細",
    TableKind.CONTRACTS: r"\b(?:subscriptions?|contracts?|agreements)\b|契約|サブスク",
    TableKind.ACCOUNTS: r"\b(?:accounts?|customers|clients|compan(?:y|ies)|organi[sz]ations?|tenants?)\b|"
    r"顧客|取引先|会社|企業|得意先|テナント",
    TableKind.CONTACTS: r"\b(?:contacts?|people|persons?|leads?)\b|コンタクト|名刺|連絡先|担当者一覧|責任者|リード一覧",
    TableKind.TOUCHES: r"\b(?:activit(?:y|ies)|calls?|meetings?|touch(?:es|points)?|interactions?|"
    r"appointments?|bookings?|visits|engagements|calendar|schedules?)\b|対応履歴|活動|訪問|面談|予定|会議|商談履歴|接触|スケジュール|日報|"
    r"架電|予約|商談(?:メモ|記録)|議事録|議事メモ|打ち?合わ?せ|ミーティング",
    TableKind.USE: r"\b(?:usage|logins?|sessions|events|visitors|page ?views)\b|"
    r"利用(?!規約|者)|ログイン|アクセス|操作|イベント",
    TableKind.ANSWERS: r"\b(?:nps|csat|ces|surveys?|responses?|answers)\b|アンケート|回答|満足度",
    TableKind.MAILINGS: r"\b(?:campaigns?|mailings?|newsletters?|broadcasts?|mails?)\b|配信|メルマガ|開封",
    TableKind.TASKS: r"\b(?:tasks?|to ?dos?|action items)\b|タスク|課題|やること",
    TableKind.FEEDBACK: r"\b(?:feedback|ideas?|suggestions?|feature requests?|posts|insights|voc)\b|"
    r"要望|お客様の声|顧客の声",
    TableKind.INTERVIEWS: r"\b(?:exit|churn|cancel\w*|offboarding) (?:\w+ )?"
    r"(?:interviews?|surveys?|sessions|reasons?)\b|"
    r"(?:解約|退会|離脱)(?:時)?(?:ヒアリング|アンケート|インタビュー|理由)",
    TableKind.GOALS: r"\b(?:goals?|objectives|success plans?)\b|目標|サクセスプラン",
    TableKind.MILESTONES: r"\b(?:milestones?|onboarding)\b|マイルストーン|オンボーディング",
}
_BY = re.compile(r"\b(?:by|per) \w+|\w+(?:別|ごと)")
"""What figures are parted by, which is not what they are."""
_SAYS = {kind: re.compile(words) for kind, words in _WORDS.items()}


def kinds_in_title(table: FoundTable) -> frozenset[TableKind]:
    """The kinds that the nearest title names: that above the table, else its sheet's name, else its file's."""
    for title in (table.context, table.sheet, PurePath(table.file).stem):
        words = _BY.sub(" ", fold_words(title))
        if named := frozenset(kind for kind, says in _SAYS.items() if says.search(words)):
            return named
    return frozenset()


def title_speaks(kind: TableKind, titled: frozenset[TableKind]) -> float:
    """What the kinds that a title names say for one kind."""
    if kind not in titled:
        return -_BOARD if kind is TableKind.TASKS and TableKind.FEEDBACK in titled else 0.0
    return _OF_ACCOUNTS if kind is TableKind.ACCOUNTS else _WEIGHT
