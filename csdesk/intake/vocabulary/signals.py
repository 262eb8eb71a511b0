"""Headings of what customers do and say: touches, use, tickets, survey answers, health."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TOUCHES = (
    entry("touch.external_id", ValueType.IDENTIFIER, "A-204", "activity id|touch id|log id|engagement id|interaction id|task id|活動id|履歴id|対応id|対応番号|履歴番号|活動番号", bare="id|no|number|record id|番号|レコード番号"),
    entry("touch.date", ValueType.DATE, "2026-08-01", "activity|touch|contact date|contacted|meeting|call|visit|interaction|logged|activity date|date of contact|engagement date|対応|対応日|活動|接触|連絡|訪問|面談|実施|実施日|記録|架電|コンタクト|商談実施|打合せ|会議|対応履歴", hints="date|when|day|日付|日時|日|年月日|due|completed|created|timestamp", bare="date|on|time|日付|日時|日|年月日|timestamp|created|when"),
    entry("touch.type", ValueType.WORD, "電話", "activity type|touch type|contact type|contact method|communication type|interaction type|engagement type|method|touchpoint|medium|how|活動種別|対応種別|接触種別|対応方法|接触方法|連絡方法|手段|連絡手段|コンタクト種別|コンタクト方法|活動タイプ|対応区分|接点|接点種別|活動区分|チャネル|対応手段|対応チャネル|方法", hints="type|kind|channel|種別|区分|種類|タイプ|カテゴリ|category", bare="type|kind|method|channel|category|種別|種類|区分|タイプ|方法|手段"),
    entry("touch.by", ValueType.NAME, "架空一郎", "by|logged by|csm|owner|assigned to|author|who|made by|created by|rep|performed by|host|staff|csm name|担当|担当者|対応者|記録者|実施者|担当csm|活動者|社内担当|自社担当|cs担当|入力者|記入者|対応担当|訪問者|担当名|対応担当者|報告者|自社担当者|弊社担当", hints="user|担当者名|作成者|name", bare="by|owner|author|担当|担当者|者"),
    entry("touch.minutes", ValueType.COUNT, "30", "minutes|duration|duration minutes|call duration|time spent|length|minutes spent|duration (min)|length (min)|所要時間|時間(分)|対応時間|所要時間(分)|分数|所要分|面談時間|分|工数(分)", bare="duration|minutes|time|時間|所要時間"),
    entry("touch.purpose", ValueType.TEXT, "Renewal talk", "purpose|objective|reason|topic|agenda|subject|title|目的|用件|議題|件名|テーマ|目的・議題|タイトル|要件|題名", bare="purpose|subject|topic|title|目的|件名|用件|タイトル"),
    entry("touch.note", ValueType.TEXT, "状況確認", "note|notes|summary|details|description|content|comments|memo|body|discussion|minutes of meeting|call notes|meeting notes|outcome|result|what happened|log|comment|text|内容|対応内容|活動内容|対応履歴内容|詳細|議事録|メモ|結果|備考|コメント|所感|記録|面談内容|やりとり|やり取り|報告|概要|本文|商談内容|会話内容|活動結果|対応詳細|話した内容", hints="message|remarks|履歴|状況", bare="note|notes|summary|content|details|body|内容|メモ|詳細|備考|結果|概要"),
    entry("touch.next", ValueType.TEXT, "来週", "next|next step|next steps|next action|next actions|follow up|followup|action item|action items|to do|todo|next activity|follow up date|next meeting|next contact|next touch|next call|次回|次回予定|次のステップ|次アクション|ネクストアクション|次回アクション|次回対応|次回アクション日|todo|宿題|フォロー|次回訪問|次回連絡|次の予定|次回打合せ|次回面談|次回対応予定|今後の対応|次のアクション|フォローアップ", bare="next|next step|次回|次回予定"),
    entry("touch.sentiment", ValueType.COUNT, "4", "sentiment|mood|feeling|sentiment score|customer sentiment|温度感|感触|顧客の温度感|反応|満足感|雰囲気", bare="sentiment|感触|温度感"),
    entry("touch.last_at", ValueType.DATETIME, "2026-09-02 08:00", "last touch|last activity|last contact|last contacted|last interaction|last engagement|last meeting|last call|most recent activity|recent touch|last csm touch|last touchpoint|last heard from|最終対応|最終活動|最終接触|最終連絡|最終コンタクト|前回対応|前回接触|直近対応|最終訪問|直近接触|最終アクティビティー|最終アクティビティ|最終面談|前回面談|最新活動|直近コンタクト|最終打ち合わせ"),
)  # fmt: skip

USE = (
    entry("usage.date", ValueType.DATETIME, "2026-10-01", "usage|event|event time|activity|day|event date|usage date|log date|report date|利用|利用日|イベント日時|発生|集計|ログ|計測|操作|アクセス|取得", hints="date|time|timestamp|month|period|week|日付|日時|年月|月|対象月|年月日|when|日|集計月|利用月|期間", bare="date|time|month|day|timestamp|日付|日時|月|日|年月"),
    entry("usage.measure", ValueType.WORD, "logins", "measure|metric|event name|event type|feature|feature name|action|activity name|metric name|kpi|page|screen|function|指標|イベント|イベント名|機能|機能名|操作|操作名|アクション|利用機能|項目|画面|画面名|メトリクス|操作内容", hints="event|type|item|what|種別|区分", bare="type|measure|metric|event|種別|機能|項目"),
    entry("usage.amount", ValueType.NUMBER, "12", "count|times|usage count|number of times|frequency|hits|quantity used|usage amount|回数|件数|利用回数|利用数|使用回数|実行回数|利用量|操作数|アクセス数|使用量|実績値|計測値", hints="value|amount|total|quantity|値|数値|数|量|合計|実績", bare="count|amount|value|total|number|回数|件数|数|値|量"),
    entry("usage.active_users", ValueType.NUMBER, "37", "active users|mau|wau|dau|monthly active users|weekly active users|daily active users|users active|active user count|number of active users|unique users|active visitors|number of visitors|total visitors|visitors|unique visitors|active accounts users|アクティブユーザー|アクティブユーザー数|利用ユーザー数|利用者数|月間アクティブユーザー|月間アクティブユーザー数|アクティブ数|稼働ユーザー数|利用人数|アクティブid数|訪問者数"),
    entry("usage.logins", ValueType.NUMBER, "120", "logins|login count|total logins|number of logins|logins count|sign ins|sign in count|logons|login|monthly logins|login times|logins last 30 days|ログイン|ログイン数|ログイン回数|総ログイン数|月間ログイン数|月間ログイン回数|ログイン件数|累計ログイン数|ログイン回数(月)|直近ログイン回数"),
    entry("usage.sessions", ValueType.NUMBER, "210", "sessions|session count|number of sessions|total sessions|web sessions|visits|visit count|number of visits|セッション|セッション数|訪問数|訪問回数|アクセス回数|来訪回数|総セッション数"),
    entry("usage.events", ValueType.NUMBER, "5310", "events|event count|total events|number of events|event total|events count|actions|action count|clicks|feature clicks|total feature clicks|total page views|pageviews|page views|イベント数|操作回数|総イベント数|アクション数|クリック数|ページビュー|ページビュー数|pv|pv数|操作件数"),
    entry("usage.minutes", ValueType.NUMBER, "340", "minutes|time on app|time on site|total minutes|usage minutes|time spent|minutes used|time in app|total time|time on app (minutes)|time on site (minutes)|number of minutes|active minutes|session minutes|session duration|利用時間|利用時間(分)|滞在時間|滞在時間(分)|使用時間|総利用時間|利用分数|滞在分数|アプリ利用時間|接続時間"),
    entry("usage.days_active", ValueType.NUMBER, "18", "days active|active days|number of active days|days used|usage days|number of days active|login days|total days active|利用日数|稼働日数|アクティブ日数|ログイン日数|使用日数|活動日数"),
    entry("usage.engagement_rate", ValueType.NUMBER, "0.71", "engagement rate|engagement|engagement score|engagement percent|エンゲージメント率|エンゲージメント|エンゲージメント指数"),
    entry("usage.first_seen", ValueType.DATETIME, "2024-01-02", "first seen|first used|first visit|first login|first active|first session|first activity|初回ログイン|初回利用|初回訪問|初回アクセス"),
    entry("usage.last_seen", ValueType.DATETIME, "2026-10-20", "last seen|last used|last visit|last login|last active|last session|last sign in|last logged in|last access|recent login|最終ログイン|最終利用|最終訪問|最終アクセス|最終ログイン日時|最終操作"),
)  # fmt: skip

TICKETS = (
    entry("ticket.external_id", ValueType.IDENTIFIER, "20001", "ticket id|ticket number|ticket no|case number|case id|issue key|issue id|conversation id|request id|case no|ticket|チケットid|チケット番号|問い合わせ番号|問合せ番号|問い合わせid|ケース番号|受付番号|お問い合わせ番号|ケースid|問合せid|課題番号|課題キー|インシデント番号|問い合わせno", bare="id|oid|code|number|no|key|external id|record id|番号|コード|no.|レコード番号"),
    entry("ticket.subject", ValueType.TEXT, "Login fails", "ticket subject|subject|case subject|issue|summary|title|conversation subject|headline|request|件名|タイトル|題名|問い合わせ件名|質問|問い合わせ内容|お問い合わせ内容|お問い合わせ件名|問合せ内容|問い合わせタイトル|要約|表題|概要", hints="description|内容|first message|content|本文|body", bare="subject|title|summary|件名|内容|タイトル|題名|概要"),
    entry("ticket.type", ValueType.WORD, "Question", "ticket type|case type|issue type|request type|conversation type|ticket category|issue category|問い合わせ種別|問合せ種別|問い合わせ区分|問い合わせカテゴリ|チケット種別|種別|お問い合わせ種別|問い合わせ分類|カテゴリ|カテゴリー|分類|ケース種別|問い合わせ種類|区分", hints="type|category|topic|種類|reason|product area", bare="type|category|kind|種別|種類|分類|区分|カテゴリ"),
    entry("ticket.priority", ValueType.WORD, "High", "priority|ticket priority|case priority|severity|urgency|impact|優先度|優先順位|重要度|緊急度|重大度|プライオリティ|深刻度", bare="priority|severity|優先度|重要度|緊急度"),
    entry("ticket.status", ValueType.WORD, "Solved", "ticket status|case status|issue status|conversation status|ticket state|resolution|チケットステータス|対応状況|対応ステータス|対応状態|処理状況|問い合わせステータス|進捗|問い合わせ状況|処理ステータス|完了状況", bare="status|state|ステータス|状態|状況"),
    entry("ticket.opened_at", ValueType.DATETIME, "2026-08-01 10:12", "created|opened|open|submitted|received|reported|ticket created|case opened|conversation started|requested|create|raised|受付|起票|問い合わせ|問合せ|受信|発生|作成|登録|お問い合わせ|チケット作成|着信|受領|問い合わせ受付|質問", hints="date|started|start|日付|日時|timestamp|time", bare="created|opened|date|created at|submitted|作成|受付|日時|日付|登録|time"),
    entry("ticket.first_response_at", ValueType.DATETIME, "2026-08-01 11:00", "first response|first reply|first responded|first replied|first agent reply|first response at|first admin response|first response date|first replied at|初回回答|初回返信|一次回答|初回応答|初回対応|一次返信|一次対応", bare="first response|first reply|初回回答"),
    entry("ticket.first_response_hours", ValueType.HOURS, "2.5", "first response time|first reply time|first response time hrs|time to first response|first response hours|first response time (in hrs)|first response time (hours)|first reply time hours|初回応答時間|初回回答時間|一次回答時間|初回返信時間|初回応答時間(時間)", bare="first response time"),
    entry("ticket.resolution_hours", ValueType.HOURS, "56.98", "resolution time|time to resolution|resolution hours|time to resolve|full resolution time|time to close|resolution time (in hrs)|resolution time (hours)|resolution duration|解決時間|解決までの時間|対応時間|処理時間|クローズまでの時間|解決所要時間|完了時間", bare="resolution time"),
    entry("ticket.updated_at", ValueType.DATETIME, "2026-08-02 10:12", "updated|last updated|last update|modified|last modified|update|ticket updated|last activity|last message|last reply|更新|最終更新|更新日時|最終更新日時|最終対応|最終返信", bare="updated|last updated|modified|更新|最終更新"),
    entry("ticket.closed_at", ValueType.DATETIME, "2026-08-03 17:45", "closed|solved|closed at|ticket closed|date closed|completed|closure|last closed|first closed|solved at|date solved|resolved at|完了|解決|クローズ|対応完了|終了|解決完了|完結|回答完了|クローズ日時", hints="resolved|resolution|done|finished", bare="closed|solved|resolved|完了|解決|クローズ"),
    entry("ticket.assignee", ValueType.NAME, "Alda Fenwick", "assignee|agent|assigned to|assigned agent|owner|case owner|ticket owner|handler|teammate|agent name|assignee name|responsible|teammate assigned|担当|担当者|対応者|回答者|対応担当者|対応担当|サポート担当|担当オペレーター|担当エージェント|処理担当者|オペレーター", hints="assigned|csm|担当者名|closed by", bare="assignee|agent|owner|担当|担当者|assigned to"),
    entry("ticket.csat", ValueType.WORD, "Good", "satisfaction score|satisfaction|csat|satisfaction rating|csat score|customer satisfaction|rating|conversation rating|ticket satisfaction|survey rating|満足度|顧客満足度|評価|csatスコア|満足度評価|アンケート結果|回答評価", bare="satisfaction|rating|csat|満足度|評価"),
    entry("ticket.tags", ValueType.TEXT, "billing, export", "ticket tags|tags|conversation tags|labels|タグ|ラベル|キーワード", bare="tags|tag|labels|タグ"),
    entry("ticket.root_cause", ValueType.TEXT, "Configuration", "root cause|cause|reason code|原因|根本原因|発生原因|要因", bare="root cause|原因"),
)  # fmt: skip

ANSWERS = (
    entry("nps.external_id", ValueType.IDENTIFIER, "R-17", "response id|answer id|survey response id|survey id|respondent no|submission id|回答id|回答番号|アンケートid|回答no|受付番号|エントリーid", bare="id|no|number|key|record id|token|番号|no.|レコード番号"),
    entry(
        "nps.score", ValueType.NUMBER, "9",
        "nps|nps score|nps rating|nps response|net promoter score|likelihood to recommend|recommend score|nps answer|latest nps|last nps|recommendation score|ltr|promoter score|"
        "推奨度|nps回答|npsスコア|nps評価|nps点数|推奨意向|推奨スコア|おすすめ度|お勧め度|オススメ度|お薦め度|推奨度合い|他者推奨意向",
        hints="score|rating|スコア|点数|評価|得点|点|result", bare="score|rating|value|スコア|点数|評価|得点",
        pattern=r"recommend|薦め|勧め|すすめ|推奨",
    ),
    entry(
        "nps.comment", ValueType.TEXT, "Fast and simple",
        "comment|comments|nps comment|feedback|reason|reason for score|verbatim|open feedback|why|explanation|nps feedback|answer text|free text|remarks|open text|additional comments|"
        "コメント|理由|ご意見|自由回答|自由記述|ご意見・ご要望|フリーコメント|自由記入|自由記入欄|nps理由|理由・コメント|ご要望|ご感想|感想|回答理由|評価理由|スコアの理由|改善点",
        hints="notes|備考|メモ|message|text|内容|その他", bare="comment|feedback|reason|コメント|理由|自由記述|意見",
        pattern=r"\bwhy\b|main reason|primary reason|reason for|what (can|could|would|should).*(improve|better|do)|how (can|could) we|tell us more|anything else|理由|ご意見|ご要望|改善|お聞かせ|自由に",
    ),
    entry("nps.responded_at", ValueType.DATETIME, "2026-10-01 09:05", "timestamp|responded|submitted|submit|response|completed|answered|date submitted|survey date|response date|submitted at|completion|response time|submission|nps date|タイムスタンプ|回答|回答日時|送信|送信日時|提出|受付|回答完了|回答日|記入|アンケート実施|実施|登録", hints="date|created|time|日付|日時|年月日|when|day", bare="date|created|submitted|responded|time|at|日付|日時|日|回答|送信"),
    entry("nps.kind", ValueType.WORD, "Promoter", "nps category|nps type|nps group|promoter type|survey type|respondent type|survey name|survey|nps segment|promoter category|response type|category|nps区分|推奨者区分|回答者区分|アンケート種別|調査種別|アンケート名|調査名|nps分類|批判者・推奨者", hints="type|segment|group|区分|種別|分類", bare="category|type|kind|group|区分|種別"),
    entry("nps.average", ValueType.NUMBER, "8.2", "average nps|average score|avg score|nps average|mean score|avg nps|average nps score|mean nps|average rating|平均スコア|nps平均|平均点|平均nps|スコア平均|平均推奨度", bare="average|mean|平均"),
    entry("csat.score", ValueType.NUMBER, "4", "csat|csat score|customer satisfaction|satisfaction|satisfaction score|overall satisfaction|csat rating|satisfaction rating|満足度|顧客満足度|総合満足度|満足度スコア|csatスコア|満足度評価|サービス満足度|お客様満足度", bare="score|rating|スコア|点数|評価", pattern=r"how satisfied|satisf(ied|action)|満足"),
    entry("ces.score", ValueType.NUMBER, "6", "ces|ces score|customer effort score|effort score|customer effort|ease of use score|effort|顧客努力指標|cesスコア|努力指数|手間スコア|使いやすさ|容易さ|顧客努力スコア", bare="score|rating|スコア|点数", pattern=r"how easy|effort|どのくらい簡単|簡単に|容易|手間"),
)  # fmt: skip

HEALTH = (
    entry("health.score", ValueType.NUMBER, "72", "health score|health|total score|customer health score|account health|customer health|overall score|overall health|health total|ヘルススコア|健康度|健全度|総合スコア|顧客健康度|ヘルス|ヘルススコア合計|健康スコア|総合点", bare="score"),
    entry("health.band", ValueType.WORD, "Green", "risk level|health status|health band|health color|health colour|risk|churn risk|rag|rag status|health rating|risk rating|risk status|health category|traffic light|リスク|リスクレベル|解約リスク|ヘルスステータス|健康状態|信号|ヘルスランク|リスク度|健全性|ヘルス判定|リスク判定|チャーンリスク|信号機", hints="health|ヘルス|健康度|ヘルススコア|status"),
    entry("health.usage_login", ValueType.NUMBER, "8", "login frequency|login score|usage frequency|frequency of login|login health|login activity score|usage score|ログイン頻度|利用頻度|利用頻度スコア|ログインスコア|利用度|利用スコア"),
    entry("health.usage_adoption", ValueType.NUMBER, "7", "feature adoption|core feature adoption|adoption score|adoption|product adoption|key feature adoption|feature usage score|depth of use|機能活用度|機能利用度|活用度|機能定着度|定着度|主要機能利用|活用スコア|機能利用スコア|コア機能利用"),
    entry("health.support", ValueType.NUMBER, "9", "ticket volume|ticket volume trend|support score|support health|support tickets score|ticket trend|support ticket trend|サポート|サポートスコア|問い合わせ傾向|問い合わせスコア|サポート状況|問い合わせ状況"),
)  # fmt: skip
