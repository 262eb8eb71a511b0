"""What is said of the book: troubles with its file, and the steps by which it was changed."""

import re
from collections.abc import Mapping

from csdesk.models.kinds import Language, StepName
from csdesk.wording.bin import TROUBLES as BIN_TROUBLES
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.metrics import METRICS, metric_name
from csdesk.wording.passwords import WRONG_PASSWORD
from csdesk.wording.speech import Words, look_up

TROUBLES: Mapping[str, Words] = {
    "missing": Words(
        "There is no file {path}. It may have been moved or renamed; open it from where it is now.",
        "ファイル {path} が見つかりません。移動または名前の変更がされた可能性があります。"
        "現在の場所から開いてください。",
    ),
    "no_folder": Words(
        "The folder for {path} is not there. Nothing was written; choose a folder that is.",
        "{path} の保存先フォルダーがありません。何も書き込んでいません。既存のフォルダーを指定してください。",
    ),
    "name_too_long": Words(
        "{path} is too long a name for a book and its backups. Nothing was changed; choose a shorter name or folder.",
        "{path} は名前が長すぎます。変更は行っていません。短い名前か浅い階層を指定してください。",
    ),
    "exists": Words(
        "{path} is already there and was left as it is. Choose another name.",
        "{path} はすでに存在するため、変更していません。別の名前を指定してください。",
    ),
    "not_a_book": Words(
        "{path} is not a csdesk book. It was not changed. To take in a spreadsheet, open a book and import it.",
        "{path} はcsdeskのブックではありません。ファイルは変更していません。"
        "表計算ファイルは、ブックを開いてから取り込んでください。",
    ),
    "too_new": Words(
        "{path} was written by a newer csdesk. It was not changed. Update csdesk to open it.",
        "{path} は新しいバージョンのcsdeskで作成されています。ファイルは変更していません。"
        "csdeskを更新してから開いてください。",
    ),
    "wrong_password": WRONG_PASSWORD,
    "damaged": Words(
        "{path} is damaged and was left as it is. Its backups are beside it: choose one to go on with, or have what "
        "can be read put into a new book.",
        "{path} は破損しています。ファイルはそのまま残してあります。同じ場所にあるバックアップから復元するか、"
        "読み取れる内容を新しいブックに救出してください。",
    ),
    "altered": Words(
        "Another program has changed the tables inside {path}. It was left as it is. Its backups are beside it: choose "
        "one to go on with, or have what can be read put into a new book.",
        "{path} の内部構造が別のプログラムによって変更されています。ファイルはそのまま残してあります。"
        "バックアップから復元するか、読み取れる内容を新しいブックに救出してください。",
    ),
    "busy": Words(
        "Another window or program is writing to {path}. Nothing was changed; try again in a moment.",
        "{path} は別のウィンドウまたはプログラムが書き込み中です。変更は行っていません。"
        "しばらくしてからもう一度お試しください。",
    ),
    "read_only": Words(
        "{path} can be read but not written to. Nothing was changed. Open it for reading only, or copy it to a folder "
        "of your own.",
        "{path} は読み取り専用です。変更は行っていません。"
        "読み取り専用で開くか、書き込みできるフォルダーにコピーしてください。",
    ),
    "reading_only": Words(
        "{path} is open for reading only. Nothing was changed. To go on working, save a copy in a folder of your own "
        "and open that.",
        "{path} は読み取り専用で開いているため、変更は行っていません。"
        "編集するには、自分のフォルダーにコピーを保存して、そのコピーを開いてください。",
    ),
    "unfinished": Words(
        "A crash left a change half done in {path}; it must be taken back before the book can be read, and that cannot "
        "be done in a folder that cannot be written to. Nothing was changed. Open a read-only copy, or copy the book "
        "together with the file of the same name that ends in -journal to a folder of your own.",
        "{path} には、異常終了により途中で止まった変更が残っています。"
        "読み取る前に元へ戻す必要がありますが、書き込みできないフォルダーでは行えません。ファイルは変更していません。"
        "読み取り専用のコピーを開くか、末尾が -journal の同名ファイルと一緒に自分のフォルダーへコピーしてください。",
    ),
    "elsewhere": Words(
        "{path} is open on another computer. Nothing was changed. Open a read-only copy, or close it there first.",
        "{path} は別のコンピューターで開かれています。変更は行っていません。"
        "読み取り専用のコピーを開くか、先にそちらで閉じてください。",
    ),
    "no_access": Words(
        "You are not allowed to use {path} or its folder. Nothing was changed. Choose another folder, or ask whoever "
        "looks after the computer.",
        "{path} またはそのフォルダーを使う権限がありません。変更は行っていません。"
        "別のフォルダーを選ぶか、管理者にお問い合わせください。",
    ),
    "disk_full": Words(
        "There is no room left to write {path}. What was saved before is safe; this change was not made. Make room and "
        "try again.",
        "空き容量が足りず、{path} に書き込めません。"
        "保存済みのデータは無事ですが、今回の変更は行われていません。"
        "空き容量を確保してから、もう一度お試しください。",
    ),
    "disk_failed": Words(
        "The disk or network with {path} did not answer. What was saved before is safe; this change was not made. "
        "Check the connection and try again.",
        "{path} のあるディスクまたはネットワークが応答しません。"
        "保存済みのデータは無事ですが、今回の変更は行われていません。"
        "接続を確認して、もう一度お試しください。",
    ),
    "replaced": Words(
        "{path} was moved or replaced while it was open. This change was not made. Open the book again.",
        "{path} は開いている間に移動または置き換えられました。今回の変更は行われていません。"
        "ブックを開き直してください。",
    ),
    "row_gone": Words(
        "What you were changing has been deleted meanwhile. Nothing was changed.",
        "変更しようとした項目はすでに削除されています。変更は行っていません。",
    ),
    "row_refused": Words(
        "A value does not fit into the book. Nothing was changed; correct it and try again.",
        "ブックに保存できない値が含まれています。変更は行っていません。値を修正して、もう一度お試しください。",
    ),
    "undo_refused": Words(
        "This cannot be taken back: something it touched has been changed since. Nothing was changed. Take back the "
        "later change first.",
        "その後に変更された項目があるため、取り消せません。変更は行っていません。先に後の変更を取り消してください。",
    ),
    "no_such_step": Words(
        "There is no such step. Nothing was changed. The history lists the steps with their numbers.",
        "その番号の操作はありません。変更は行っていません。操作の番号は変更履歴で確認できます。",
    ),
    "step_stays": Words(
        "This step cannot be taken back: it was undone already, or it made the book. Nothing was changed.",
        "この操作は取り消せません（すでに取り消されているか、ブックの作成そのものです）。変更は行っていません。",
    ),
    "not_a_copy": Words(
        "The file is no copy of this book: it was made on its own. Nothing was changed. To bring in what another book "
        "holds, export it there and import the file here.",
        "選択したファイルはこのブックのコピーではありません（別に作成されたブックです）。変更は行っていません。"
        "別のブックの内容を取り込むには、そのブックで書き出したファイルをこちらで取り込んでください。",
    ),
    "merge_moved": Words(
        "One of the two books has been changed meanwhile. Nothing was merged. Look again and choose anew.",
        "確認している間にどちらかのブックが変更されました。統合は行っていません。もう一度内容を確認してください。",
    ),
    **BIN_TROUBLES,
    "failed": Words(
        "Something went wrong with {path}. What was saved before is safe; this change was not made. Check the book in "
        "the settings.",
        "{path} の処理中に問題が発生しました。保存済みのデータは無事ですが、今回の変更は行われていません。"
        "設定画面でブックを点検してください。",
    ),
}

_UNDO_REFUSED_FOR = Words(
    "This cannot be taken back: “{title}” ({kind}) has been changed since, or something new belongs to it. Nothing was "
    "changed. Take back that later change first.",
    "「{title}」（{kind}）がその後に変更されたか、関連する項目が追加されているため、取り消せません。"
    "変更は行っていません。先に後の変更を取り消してください。",
)

_S = StepName
STEPS: Mapping[str, Words] = {
    _S.NEW_BOOK: Words("New book", "ブックの作成"),
    _S.DEMO: Words("Demo book", "デモブックの作成"),
    _S.RESCUE: Words("Rescue[ from {subject}]", "[{subject}からの]救出"),
    _S.IMPORT: Words("Import[ of {subject}]", "[{subject}の]取り込み"),
    _S.ADD_ACCOUNT: Words("New account[ {subject}]", "アカウント[「{subject}」]の追加"),
    _S.EDIT_ACCOUNTS: Words("Edit of [{subject}|accounts]", "[{subject}|アカウント]の編集"),
    _S.DELETE_ACCOUNTS: Words("Deletion of [{subject}|accounts]", "[{subject}|アカウント]の削除"),
    _S.ADD_CONTACT: Words("New contact[ {subject}]", "担当者[「{subject}」]の追加"),
    _S.EDIT_CONTACT: Words("Edit of contact[ {subject}]", "担当者[「{subject}」]の編集"),
    _S.DELETE_CONTACT: Words("Deletion of contact[ {subject}]", "担当者[「{subject}」]の削除"),
    _S.ADD_CONTRACT: Words("New contract line[: {subject}]", "契約明細[「{subject}」]の追加"),
    _S.EDIT_CONTRACT: Words("Edit of contract line[: {subject}]", "契約明細[「{subject}」]の編集"),
    _S.DELETE_CONTRACT: Words("Deletion of contract line[: {subject}]", "契約明細[「{subject}」]の削除"),
    _S.LOG_TOUCH: Words("Touch[ with {subject}]", "[{subject}への]タッチの記録"),
    _S.EDIT_TOUCH: Words("Edit of touch[: {subject}]", "タッチ[「{subject}」]の編集"),
    _S.DELETE_TOUCH: Words("Deletion of touch[: {subject}]", "タッチ[「{subject}」]の削除"),
    _S.ADD_TASK: Words("New next step[: {subject}]", "次の対応[「{subject}」]の追加"),
    _S.EDIT_TASK: Words("Edit of next step[: {subject}]", "次の対応[「{subject}」]の編集"),
    _S.FINISH_TASK: Words("Next step done[: {subject}]", "次の対応[「{subject}」]の完了"),
    _S.SNOOZE_TASK: Words("Next step put off[: {subject}]", "次の対応[「{subject}」]の延期"),
    _S.DELETE_TASK: Words("Deletion of next step[: {subject}]", "次の対応[「{subject}」]の削除"),
    _S.ADD_PERSON: Words("New team member[ {subject}]", "メンバー[「{subject}」]の追加"),
    _S.EDIT_PERSON: Words("Edit of team member[ {subject}]", "メンバー[「{subject}」]の編集"),
    _S.ADD_COST: Words("New cost[: {subject}]", "費用[「{subject}」]の追加"),
    _S.EDIT_COST: Words("Edit of costs", "費用の編集"),
    _S.DELETE_COST: Words("Deletion of costs", "費用の削除"),
    _S.DELETE_FIGURE: Words("Deletion of figures of periods", "期間の数値の削除"),
    _S.ADD_RATE: Words("New exchange rate[: {subject}]", "為替レート[「{subject}」]の追加"),
    _S.EDIT_RATE: Words("Edit of exchange rates", "為替レートの編集"),
    _S.DELETE_RATE: Words("Deletion of exchange rates", "為替レートの削除"),
    _S.ADD_MARKER: Words("New marker[: {subject}]", "出来事[「{subject}」]の追加"),
    _S.EDIT_MARKER: Words("Edit of markers", "出来事の編集"),
    _S.DELETE_MARKER: Words("Deletion of markers", "出来事の削除"),
    _S.ADD_ANSWER: Words("New survey answer[ of {subject}]", "[{subject}の]アンケート回答の追加"),
    _S.EDIT_ANSWER: Words("Edit of survey answer[ of {subject}]", "[{subject}の]アンケート回答の編集"),
    _S.DELETE_ANSWER: Words("Deletion of survey answer[ of {subject}]", "[{subject}の]アンケート回答の削除"),
    _S.ADD_INVITATION: Words("Who was asked[: {subject}]", "アンケート依頼[「{subject}」]の記録"),
    _S.DELETE_INVITATION: Words("Deletion of who was asked[: {subject}]", "アンケート依頼[「{subject}」]の記録の削除"),
    _S.SET_HEALTH: Words("Health value[ of {subject}]", "[{subject}の]ヘルス値の入力"),
    _S.CHANGE_SETTINGS: Words("Change of settings", "設定の変更"),
    _S.CHANGE_WHAT_IF: Words("What if more customers stayed", "継続率の試算"),
    _S.TELL_MATURITY: Words("How your team works", "チームの進め方の回答"),
    _S.CHANGE_DEFINITIONS: Words("Change of the definitions", "定義の変更"),
    _S.SIGN_DEFINITIONS: Words("Agreement on the definitions", "定義への合意の記録"),
    _S.JUDGE_MEASURES: Words("What counts as use", "利用とみなす指標の変更"),
    _S.SAVE_VIEW: Words("Saved view[ {subject}]", "ビュー[「{subject}」]の保存"),
    _S.EDIT_LAYOUT: Words("Edit of known layout[ {subject}]", "覚えている表の形[「{subject}」]の編集"),
    _S.FORGET_LAYOUT: Words("Forgetting of known layout[ {subject}|s]", "覚えている表の形[「{subject}」]の削除"),
    _S.DELETE_VIEW: Words("Deletion of view[ {subject}]", "ビュー[「{subject}」]の削除"),
    _S.ADD_GOAL: Words("New goal[: {subject}]", "目標[「{subject}」]の追加"),
    _S.EDIT_GOAL: Words("Edit of goal[: {subject}]", "目標[「{subject}」]の編集"),
    _S.ADD_MILESTONE: Words("New milestone[: {subject}]", "マイルストーン[「{subject}」]の追加"),
    _S.EDIT_MILESTONE: Words("Edit of milestone[: {subject}]", "マイルストーン[「{subject}」]の編集"),
    _S.ADD_DEAL: Words("New deal[: {subject}]", "商談[「{subject}」]の追加"),
    _S.EDIT_DEAL: Words("Edit of deal[: {subject}]", "商談[「{subject}」]の編集"),
    _S.ADD_FEEDBACK: Words("New feedback[: {subject}]", "要望[「{subject}」]の追加"),
    _S.EDIT_FEEDBACK: Words("Edit of feedback[: {subject}]", "要望[「{subject}」]の編集"),
    _S.ADD_INTERVIEW: Words("New exit interview[ of {subject}]", "[{subject}の]解約ヒアリングの追加"),
    _S.EDIT_INTERVIEW: Words("Edit of exit interview[ of {subject}]", "[{subject}の]解約ヒアリングの編集"),
    _S.ADD_MAILING: Words("New mail result[: {subject}]", "メール配信結果[「{subject}」]の追加"),
    _S.EDIT_MAILING: Words("Edit of mail result[: {subject}]", "メール配信結果[「{subject}」]の編集"),
    _S.DELETE_GOAL: Words("Deletion of goal[: {subject}]", "目標[「{subject}」]の削除"),
    _S.DELETE_MILESTONE: Words("Deletion of milestone[: {subject}]", "マイルストーン[「{subject}」]の削除"),
    _S.DELETE_DEAL: Words("Deletion of deal[: {subject}]", "商談[「{subject}」]の削除"),
    _S.DELETE_FEEDBACK: Words("Deletion of feedback[: {subject}]", "要望[「{subject}」]の削除"),
    _S.DELETE_INTERVIEW: Words("Deletion of exit interview[ of {subject}]", "[{subject}の]解約ヒアリングの削除"),
    _S.DELETE_MAILING: Words("Deletion of mail result[: {subject}]", "メール配信結果[「{subject}」]の削除"),
    _S.MERGE: Words("Merging[ {subject}]", "[{subject}の]統合"),
    _S.COMPLETE_DATA: Words("Completion of data[: {subject}]", "[{subject}の]データの補完"),
    _S.DISMISS_SIGNAL: Words("Dismissed signal[ of {subject}]", "[{subject}の]シグナルを対応不要に"),
    _S.ADD_RISK: Words("New risk[ of {subject}]", "[{subject}の]リスクの登録"),
    _S.EDIT_RISK: Words("Edit of risk[ of {subject}]", "[{subject}の]リスクの編集"),
    _S.DELETE_RISK: Words("Deletion of risk[ of {subject}]", "[{subject}の]リスクの削除"),
    _S.NOTE_CAUSE: Words("Root cause of ticket[: {subject}]", "問い合わせ[「{subject}」]の根本原因の記録"),
    _S.DELETE_PLAY: Words("Deletion of play[ {subject}]", "プレイブック[「{subject}」]の削除"),
    _S.ADD_PLAY: Words("New play[: {subject}]", "プレイブック[「{subject}」]の追加"),
    _S.EDIT_PLAY: Words("Edit of play[: {subject}]", "プレイブック[「{subject}」]の編集"),
    _S.START_PLAY: Words("Start of play[: {subject}]", "プレイブック[「{subject}」]の開始"),
    _S.END_PLAY: Words("End of play[: {subject}]", "プレイブック[「{subject}」]の終了"),
    _S.SET_TARGET: Words("Target set[: {subject}]", "目標値[「{subject}」]の設定"),
    _S.DELETE_TARGET: Words("Deletion of target[: {subject}]", "目標値[「{subject}」]の削除"),
    _S.WRITE_PACK: Words("Pack sent[: {subject}]", "提出レポート[「{subject}」]の記録"),
    _S.EDIT_PACK: Words("Edit of pack sent[: {subject}]", "提出レポート[「{subject}」]の編集"),
    _S.DELETE_PACK: Words("Deletion of pack sent[: {subject}]", "提出レポート[「{subject}」]の記録の削除"),
    _S.ADD_WIN: Words("New win[: {subject}]", "成果[「{subject}」]の記録"),
    _S.EDIT_WIN: Words("Edit of win[: {subject}]", "成果[「{subject}」]の編集"),
    _S.DELETE_WIN: Words("Deletion of win[: {subject}]", "成果[「{subject}」]の削除"),
    _S.SETTLE_DUE: Words("Done on Today[: {subject}]", "「今日」での対応済み[：{subject}]"),
    _S.PUT_OFF_DUE: Words("Put off on Today[: {subject}]", "「今日」での延期[：{subject}]"),
    _S.LEAVE_AS_IS: Words("Left as it is[: {subject}]", "[{subject}の]データを現状のままにする設定"),
    _S.JOIN_ACCOUNTS: Words("Bringing together[ of {subject}]", "[{subject}の]アカウントの統合"),
    _S.TAKE_BACK: Words("Taking back[ of {subject}]", "[{subject}の]取り消し"),
    _S.PUT_BACK: Words("Putting back[ of {subject}]", "[「{subject}」の]ゴミ箱からの復元"),
    _S.ERASE: Words("Deletion for good", "完全な削除"),
}
"""What stands in brackets is said with a subject; after a bar, what is said without one."""

_OPTIONAL = re.compile(r"\[([^|\]]*)\|?([^\]]*)\]")
_COUNTED = frozenset(
    {
        *(_S.IMPORT, _S.EDIT_ACCOUNTS, _S.DELETE_ACCOUNTS, _S.COMPLETE_DATA, _S.LEAVE_AS_IS, _S.JOIN_ACCOUNTS),
        *(_S.ADD_COST, _S.EDIT_COST, _S.DELETE_COST, _S.DELETE_FIGURE, _S.ADD_RATE, _S.EDIT_RATE, _S.DELETE_RATE),
        *(_S.EDIT_MARKER, _S.DELETE_MARKER, _S.ADD_RISK),
        *(_S.TAKE_BACK, _S.MERGE, _S.PUT_BACK, _S.ERASE),
    }
)
_OF_METRICS = frozenset({_S.SET_TARGET, _S.DELETE_TARGET})
_ROWS = Words("{step} ({count} rows)", "{step}（{count}行）")


def trouble_words(trouble: str, path: str, language: Language) -> str:
    """What happened to the book at `path`, what is safe, what to do."""
    return look_up(TROUBLES, trouble, language, path=path)


def undo_refused_words(kind: str, title: str, language: Language) -> str:
    """Why a step cannot be taken back, with the row that has changed since."""
    return _UNDO_REFUSED_FOR.say(language, kind=name_of_kind(kind, language), title=title)


def step_words(step: str, language: Language, *, subject: str = "", count: int = 0) -> str:
    """A step by name, with whom or what it was about, and how many rows where there may be many."""
    form = look_up(STEPS, step, language)
    if step in _OF_METRICS and subject in METRICS:
        subject = metric_name(subject, language)
    text = _OPTIONAL.sub(r"\1" if subject else r"\2", form).replace("{subject}", subject)
    return _ROWS.say(language, step=text, count=f"{count:,}") if step in _COUNTED and count > 1 else text
