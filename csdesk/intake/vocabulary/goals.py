"""Headings of goals (success plans), of their milestones and of onboarding checklists."""

from csdesk.intake.vocabulary.entry import ValueType, entry

GOALS = (
    entry(
        "goal.external_id",
        ValueType.IDENTIFIER,
        "G-12",
        says="goal id|objective id|目標id|目標番号|ゴールid|goal no|goal number|目標no",
        bare="id|no|number|key|番号|管理番号",
    ),
    entry(
        "goal.statement",
        ValueType.TEXT,
        "Halve the time to close the books",
        says="goal|goals|objective|objectives|business objective|business goal|customer goal|"
        "customer objective|success goal|desired outcome|expected outcome|goal name|goal statement|目標|"
        "ゴール|達成目標|導入目標|目標内容|ビジネス目標|顧客目標|お客様の目標|サクセス目標|期待成果|"
        "期待する成果|目指す姿|達成したいこと|what they want to reach|what they want to achieve|what they want|"
        "what they are after|達成したい事|やりたいこと",
        hints="導入目的|outcome",
        bare="name|title|description|statement|内容|名称|目的|テーマ",
    ),
    entry(
        "goal.victory",
        ValueType.TEXT,
        "Closed within five working days",
        says="success criteria|success criterion|definition of success|victory|victory condition|"
        "how we measure success|成功基準|達成基準|達成条件|成功の定義|成功条件|判定基準|達成の定義",
        bare="criteria|基準|条件",
    ),
    entry(
        "goal.metric",
        ValueType.TEXT,
        "Days to close",
        says="success metric|target metric|goal metric|measure of success|success kpi|成果指標|目標指標|"
        "測定指標|評価指標|kpi名",
        bare="kpi|metric|measure|indicator|指標|測定項目|ものさし|measured by|はかり方|測り方",
    ),
    entry("goal.unit", ValueType.TEXT, "days", says="goal unit|目標単位", bare="unit|units|単位"),
    entry(
        "goal.baseline",
        ValueType.NUMBER,
        "10",
        says="baseline|baseline value|starting value|value at start|ベースライン|導入前の値|導入前数値|"
        "開始時の値|基準値|初期値",
        bare="start value|before|導入前|開始時|はじめ|baseline|at start|start|スタート時|当初",
    ),
    entry(
        "goal.target",
        ValueType.NUMBER,
        "5",
        says="target value|goal value|目標値|目標数値|ターゲット値",
        bare="target|goal|ターゲット|目標",
    ),
    entry(
        "goal.current",
        ValueType.NUMBER,
        "7",
        says="現状値|current value|actual value|latest value|value today|現在値|実績値|直近値|現在の値",
        bare="現状|current|actual|latest|progress|実績|現在|進捗|いま|今|reached so far|so far|now|today|到達値",
    ),
    entry(
        "goal.due",
        ValueType.DATE,
        "2026-12-31",
        says="goal due|goal date|goal deadline|目標日|目標期日|達成期限|達成予定|目標期限|達成目標",
        bare="due|deadline|target|by when|target completion|期限|期日|完了予定|いつまで|目標|予定|締切",
        last=True,
    ),
    entry(
        "goal.reached_on",
        ValueType.DATE,
        "2026-12-18",
        says="achieved|reached|goal achieved|goal reached|目標達成|達成",
        bare="completed|done|完了|実績",
    ),
    entry(
        "goal.status",
        ValueType.WORD,
        "On track",
        says="goal status|objective status|目標ステータス|達成状況|目標の状況|目標達成状況",
        bare="status|state|progress|rag|ステータス|状態|状況|進捗|進捗状況",
    ),
    entry(
        "goal.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="goal owner|objective owner|目標責任者|目標担当|目標担当者",
        bare="owner|responsible|accountable|csm|担当|担当者|責任者|主担当",
    ),
    entry(
        "goal.notes", ValueType.TEXT, "Agreed in March", bare="notes|note|comments|comment|remarks|備考|メモ|コメント"
    ),
)

MILESTONES = (
    entry(
        "milestone.external_id",
        ValueType.IDENTIFIER,
        "M-3",
        says="milestone id|step id|マイルストーンid|マイルストーン番号",
        bare="id|no|number|key|番号|no.|管理番号|step no|レコード番号|record id",
    ),
    entry(
        "milestone.title",
        ValueType.TEXT,
        "Go-live",
        says="milestone|milestones|milestone name|onboarding step|onboarding task|onboarding milestone|"
        "onboarding item|checklist item|checklist step|implementation step|implementation task|"
        "マイルストーン|マイルストーン名|オンボーディング項目|オンボーディングステップ|"
        "オンボーディングタスク|チェック項目|チェックリスト項目|導入ステップ|導入タスク|導入工程",
        hints="step|step name|checklist|ステップ|工程|実施項目|stage gate",
        bare="name|title|item|task|step|action|activity|項目|項目名|名称|タスク|タスク名|内容|作業|"
        "作業項目|やること|ステップ",
    ),
    entry("milestone.step", ValueType.TEXT, "2026-10-02"),
    entry(
        "milestone.due",
        ValueType.DATE,
        "2026-12-08",
        says="milestone due|milestone date|milestone deadline|マイルストーン期日|マイルストーン期限|マイルストーン予定",
        bare="due|deadline|target|planned|plan|expected|scheduled|期限|期日|予定|完了予定|実施予定|目標|"
        "計画|締切|締め切り|planned for|scheduled for|foreseen for",
        last=True,
    ),
    entry(
        "milestone.done_on",
        ValueType.DATE,
        "2026-12-07",
        says="milestone completed|milestone reached|マイルストーン完了|マイルストーン達成",
        bare="completed|complete|completion|done|finished|actual|achieved|reached|completed on|完了|"
        "完了実績|実施|実績|達成",
    ),
    entry(
        "milestone.status",
        ValueType.WORD,
        "Done",
        says="milestone status|step status|onboarding status|マイルストーン状況|オンボーディング状況|"
        "オンボーディングステータス",
        bare="status|state|progress|done|complete|completed|ステータス|状態|状況|進捗|進捗状況|完了|"
        "完了フラグ|チェック",
    ),
    entry(
        "milestone.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="milestone owner|step owner|マイルストーン担当|マイルストーン担当者",
        bare="owner|responsible|assignee|assigned to|csm|担当|担当者|責任者|実施者|自社担当|自社担当者|弊社担当|"
        "弊社担当者|当社担当|assignee name|assignees|who|担当メンバー|実行者",
    ),
    entry(
        "milestone.customer_side",
        ValueType.WORD,
        "Customer",
        says="customer side|responsible party|our side or theirs|顧客側|顧客タスク|先方タスク|実施主体|"
        "担当側|お客様作業",
        bare="party|side|who|主体|担当区分|役割分担",
    ),
    entry(
        "milestone.notes",
        ValueType.TEXT,
        "Waits for their data",
        bare="notes|note|comments|comment|remarks|備考|メモ|コメント|description|details|詳細|説明|blocked by note",
    ),
)
