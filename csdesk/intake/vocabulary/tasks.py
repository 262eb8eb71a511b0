"""Headings of lists of tasks, and of the next action in a tracker of renewals."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TASKS = (
    entry(
        "task.external_id",
        ValueType.IDENTIFIER,
        "T-12",
        bare="id|no|number|key|番号|レコード番号|record id|管理番号",
        says="task id|task no|task number|タスクid|タスク番号|タスクno|todo id|card id|task key",
    ),
    entry(
        "task.title",
        ValueType.TEXT,
        "Prepare the quarterly review",
        says="cta|cta name|cta title|call to action|card name|task|tasks|task name|task title|open task|action item|"
        "action items|to do|to dos|todo|todos|todo item|タスク|タスク名|タスク内容|やること|作業内容|todo内容|"
        "宿題|アクションアイテム|対応事項|task description|what to do|task summary|タスクタイトル|タスク件名|"
        "実施事項|対応タスク|依頼事項|todo名",
        bare="title|name|subject|action|item|description|内容|件名|項目|作業|作業名|アクション|タイトル",
    ),
    entry(
        "task.due",
        ValueType.DATE,
        "2026-12-08",
        says="task due|task deadline|action due|next action due|next action date|next step date|タスク期限|"
        "アクション期限|アクション期日|対応期限|次回アクション期限|次回アクション日|アクション予定|task due by|"
        "nextアクション日|nextアクション期限|"
        "完了期限|実施期限|対応期日|next date|ns date|next step by|next action by|宿題期限|宿題の期限",
        bare="due|due by|due on|deadline|by when|target|期限|期日|締切|締め切り|〆切|完了予定|予定|いつまで",
    ),
    entry("task.snoozed_until", ValueType.DATE, "2026-12-10"),
    entry(
        "task.done_on",
        ValueType.DATE,
        "2026-12-11",
        says="task completed|task done|タスク完了|date completed|completed on|actual completion|実施完了",
        bare="completed|complete|completion|done|finished|closed|完了|完了実績|実施|対応",
    ),
    entry(
        "task.status",
        ValueType.WORD,
        "Open",
        says="task status|タスク状況|タスクステータス",
        bare="status|state|progress|done|complete|completed|ステータス|状態|状況|進捗|進捗状況|完了|完了フラグ|済",
    ),
    entry(
        "task.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="task owner|task assignee|タスク担当|タスク担当者",
        bare="owner name|assignee name|assigned to name|owner|assignee|assigned to|assigned|responsible|who|csm|担当|"
        "担当者|責任者|実施者|assignees|assigned users|owners|responsible person|担当メンバー|実行者|アサイン先|"
        "自社担当|自社担当者|弊社担当|弊社担当者|当社担当",
    ),
    entry(
        "task.customer_side",
        ValueType.YES_NO,
        "No",
        says="customer task|waiting on customer|顧客側タスク|先方対応",
    ),
    entry(
        "task.notes",
        ValueType.TEXT,
        "Ask for their figures first",
        bare="notes|note|comments|comment|details|remarks|備考|メモ|コメント|詳細|description|説明|内容詳細",
    ),
)
