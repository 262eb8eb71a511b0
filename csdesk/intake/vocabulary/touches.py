"""Headings of touches and of use."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TOUCHES = (
    entry(
        "touch.external_id",
        ValueType.IDENTIFIER,
        "A-204",
        says="報告no|報告番号|日報no|日報番号|activity id|touch id|log id|engagement id|interaction id|task id|"
        "活動id|履歴id|対応id|対応番号|履歴番号|活動番号|meeting id|call id|note id|appointment id|booking id|"
        "visit id|予定id|訪問id|面談id|コールid|ミーティングid|予約id|予約番号|日報id|touchpoint id|"
        "タッチポイントid|conversation log id|アクティビティーid|アクティビティid",
        bare="object id|hs object id|uuid|id|no|number|record id|番号|レコード番号|レコードid",
    ),
    entry(
        "touch.date",
        ValueType.DATE,
        "2026-08-01",
        says="start date & time|予約日時|予約日|contact on|meeting start|meeting start time|note date|call date|"
        "コンタクト日|marked as done|mtg|visited|met|ミーティング|打ち合わせ|商談|spoke|spoken|activity|touch|"
        "contact date|contacted|meeting|call|visit|interaction|logged|activity date|date of contact|"
        "engagement date|対応|対応日|活動|接触|連絡|訪問|面談|実施|実施日|記録|架電|コンタクト|商談実施|打合せ|"
        "会議|対応履歴|appointment|appointment start|call started|call start|visited on|date of meeting|"
        "date of call|date of visit|event start|scheduled for|held|held on|occurred on|happened on|通話|"
        "通話開始|開催|面会|来社|来訪|会議日|mtg日|アポ|アポイント|応対|架電実施|報告|日報日付|logged on|"
        "アクティビティーの日付|アクティビティの日付|アクティビティー日|アクティビティ日|メモの日付|"
        "コールの日付|ミーティングの日付|会話日|対話日|定例実施|定例開催|added on|commented on|qbr date|"
        "ebr date|qbr|ebr|review date|business review|business review date|check in date|check in|check ins|"
        "checkin|checkin date|架電日時|電話日|電話日時|接客日|対話|定例日|定例会|review call|review held",
        hints="start time|started|記入|記入日|月日|date|when|day|日付|日時|日|年月日|completed|created|timestamp|期日",
        bare="start|開始|date|on|time|日付|日時|日|年月日|timestamp|created|when",
    ),
    entry(
        "touch.type",
        ValueType.WORD,
        "電話",
        says="event type name|meeting type|予約メニュー|activity type|touch type|contact type|contact method|"
        "communication type|interaction type|engagement type|method|touchpoint|medium|how|活動種別|対応種別|"
        "接触種別|対応方法|接触方法|連絡方法|手段|連絡手段|コンタクト種別|コンタクト方法|活動タイプ|対応区分|"
        "接点|接点種別|活動区分|チャネル|対応手段|対応チャネル|方法|last contact method|last contact type|"
        "last touch type|last touch channel|last contact channel|最終接触方法|最終接触手段|最終対応方法|"
        "最終連絡方法|前回接触方法|前回対応方法|直近の対応方法|call type|communication channel|contact channel|"
        "touch channel|mode of contact|communication method|interaction channel|予定メニュー|予定種別|活動方法|"
        "活動手段|訪問種別|訪問区分|面談種別|面談形式|面談方法|商談方法|商談形式|会議種別|会議形式|"
        "ミーティング種別|ミーティング形式|mtg種別|実施方法|実施形式|開催形式|開催方法|対応形態|コンタクト区分|"
        "コンタクトタイプ|コンタクトチャネル|連絡種別|連絡区分|アクション種別|アクションタイプ|応対方法|"
        "応対種別|task subtype|activity subtype|subtype|形式|形態|実施形態|開催形態|接触形態|"
        "コミュニケーション種別|コミュニケーション手段|アクティビティーの種類|アクティビティの種類|"
        "アクティビティータイプ|アクティビティタイプ|type of touch|type of contact|type of meeting|接触タイプ|"
        "アクティビティ種別",
        hints="categories|分類|type|kind|channel|format|meeting format|種別|区分|種類|タイプ|カテゴリ|category",
        bare="type|kind|method|channel|category|種別|種類|区分|タイプ|方法|手段",
    ),
    entry(
        "touch.by",
        ValueType.NAME,
        "架空一郎",
        says="meeting organizer|meeting organiser|会議の開催者|会議の主催者|会議開催者|会議主催者|"
        "activity assigned to|activity owner|任命先|活動の割り当て先|自社参加者|担当社員|架電者|handled by|"
        "訪問担当|記載者|by|logged by|csm|owner|assigned to|author|author name|who|made by|rep|performed by|"
        "host|staff|csm name|自社|弊社|当社|当方|当方担当|当方参加者|当方出席者|担当|担当者|対応者|記録者|実施者|"
        "担当csm|活動者|"
        "社内担当|自社担当|当社担当|当社担当者|cs担当|入力者|"
        "記入者|対応担当|訪問者|担当名|対応担当者|報告者|自社担当者|弊社担当|completed by|conducted by|"
        "organizer|organiser|meeting owner|call owner|note author|entered by|recorded by|rep name|host name|"
        "internal attendees|主催者|開催者|弊社参加者|自社出席者|弊社出席者|社内参加者|面談担当|面談担当者|"
        "商談担当者|架電担当|架電担当者|訪問者名|対応者名|報告者名|応対者|who (us)|attendees (us)|our attendees|"
        "当社参加者|自社側参加者|弊社側参加者|当社出席者|当社側参加者|アクティビティーの担当者|"
        "アクティビティの担当者|アクティビティー担当者|アクティビティ担当者|コールの担当者|ミーティングの担当者|"
        "メモの担当者|our side|our people|added by|commented by|posted by|written by|架電担当名|対応社員|出席(当方)|"
        "出席(当社)|出席(弊社)|出席(自社)|参加(当方)|参加(当社)|参加(弊社)|同席(当方)|担",
        hints="assigned|割り当て先|user|担当者名|name|agent|operator|営業担当|営業担当者",
        bare="assigned to|assigned|assignee|割り当て先|by|owner|author|担当|担当者|者|所有者",
    ),
    entry(
        "touch.minutes",
        ValueType.MINUTES,
        "30",
        says="minutes|duration|duration minutes|call duration|time spent|length|minutes spent|duration (min)|"
        "length (min)|所要時間|時間(分)|対応時間|所要時間(分)|分数|所要分|面談時間|分|工数(分)|duration mins|"
        "talk time|meeting duration|meeting length|通話時間|会議時間|実施時間|商談時間|call length|"
        "打ち合わせ時間|mins",
        bare="duration|minutes|time|時間|所要時間",
    ),
    entry(
        "touch.purpose",
        ValueType.TEXT,
        "Renewal talk",
        says="email subject|mail subject|メール件名|call title|meeting title|meeting name|call name|ミーティング名|"
        "コールのタイトル|ミーティングタイトル|purpose|objective|reason|topic|agenda|subject|title|目的|用件|"
        "議題|件名|テーマ|目的・議題|タイトル|要件|題名|meeting topic|call purpose|meeting purpose|"
        "visit purpose|meeting subject|call subject|activity subject|event title|event subject|訪問目的|"
        "面談目的|商談目的|会議名|会議件名|予定名|予定タイトル|予定件名|ミーティングの目的|mtg目的|活動名|"
        "活動件名|活動タイトル|アクション名|打ち合わせ名|打合せ名|topics|topics discussed|agenda items|"
        "議題・テーマ",
        bare="name|名前|名称|purpose|subject|topic|title|目的|件名|用件|タイトル",
    ),
    entry(
        "touch.note",
        ValueType.TEXT,
        "状況確認",
        says="internal meeting notes|internal call notes|internal note body|"
        "email body|mail body|メール本文|note body|full comments|notes plain text|meeting description|call body|"
        "meeting body|ミーティングの説明|コールメモ|メモの本文|メモ本文|コールの内容|通話メモ|議事|"
        "last touch notes|last contact notes|last meeting notes|last call notes|last touch summary|最終接触内容|"
        "最終対応内容|最終連絡内容|最終訪問内容|最終面談内容|前回内容|前回対応内容|前回メモ|前回面談内容|"
        "直近の対応内容|what we talked about|what we discussed|what was said|what was discussed|key points|"
        "discussion points|talking points|takeaways|key takeaways|要点|決定事項|相談内容|ヒアリング内容|"
        "打合せ内容|打ち合わせ内容|会話内容|議事メモ|mtgメモ|ミーティングメモ|面談メモ|商談メモ|打合せメモ|"
        "打ち合わせメモ|会議メモ|訪問メモ|電話メモ|summary of talk|meeting summary|call summary|meeting note|"
        "call note|minutes of the meeting|note|notes|summary|details|description|content|comments|memo|body|"
        "discussion|minutes of meeting|call notes|meeting notes|outcome|result|what happened|log|comment|text|"
        "内容|対応内容|活動内容|対応履歴内容|詳細|議事録|メモ|結果|備考|コメント|所感|記録|面談内容|やりとり|"
        "やり取り|報告|概要|本文|商談内容|活動結果|対応詳細|話した内容|call result|meeting result|visit notes|"
        "conversation notes|discussion notes|activity notes|activity description|touch notes|日報内容|報告内容|"
        "訪問内容|訪問結果|面談結果|面談記録|商談結果|商談記録|対応結果|対応記録|対応メモ|活動メモ|活動記録|"
        "活動詳細|架電内容|架電メモ|架電結果|通話内容|連絡内容|打合せ結果|会議内容|ミーティング内容|mtg内容|"
        "実施内容|応対内容|応対メモ|応対結果|コンタクト内容|ヒアリング結果|所見|メモの内容|メモ内容|"
        "コールメモの内容|アクティビティーの内容|アクティビティの内容|議事要旨|議事概要|要旨|会議要旨|"
        "ミーティング要旨|打合せ要旨|サマリー|サマリ|面談要旨|対話内容|内容メモ|通話内容メモ|会話メモ|"
        "対応内容メモ|やりとり内容|ご相談内容|話したこと|話した事|聞いたこと|言われたこと|what they said|"
        "what we heard",
        hints="message|remarks|履歴|状況",
        bare="description|full comments|説明|本文|"
        "note|notes|summary|content|details|body|内容|メモ|詳細|備考|結果|概要",
    ),
    entry(
        "touch.next",
        ValueType.TEXT,
        "来週",
        says="nextアクション|nextステップ|actions|action points|action required|やること|次にやること|次やること|"
        "次にやる事|次やる事|やる事|対応予定|next|"
        "next step|next steps|"
        "next action|next actions|follow up|followup|action item|action items|to do|todo|next activity|"
        "follow up date|next meeting|next contact|next touch|next call|next qbr|next ebr|next review|"
        "next business review|next check in|next visit|次回|次回予定|次のステップ|次アクション|"
        "ネクストアクション|次回アクション|次回対応|次回アクション日|宿題|フォロー|次回訪問|次回連絡|次の予定|"
        "次回打合せ|次回面談|次回対応予定|次回定例|次回qbr|次回訪問日|次回連絡日|次回面談日|次回定例日|"
        "次回対応日|次回予定日|次回mtg日|next meeting date|next call date|next touch date|next contact date|"
        "次回レビュー|次回mtg|次回打ち合わせ|今後の対応|次のアクション|フォローアップ|next planned action|"
        "next follow up|next task|follow up task|next appointment|planned next step|次回活動|次回活動日|"
        "次回活動予定|次回活動予定日|次回予定内容|次回対応内容|次回アポ|次回アポイント|次回架電|次回架電日|"
        "次回商談|次回商談日|次回タスク|次アクション日|次アクション内容|ネクストステップ|今後の予定|"
        "今後のアクション|フォロー予定|フォローアップ日|次回フォロー|次回フォロー日|次回コンタクト|"
        "次回コンタクト日|次回接触|次回接触予定|再架電予定|再架電日|再訪問予定|再連絡予定|再連絡日|次回架電予定|"
        "次回訪問予定|次回連絡予定",
        bare="next|next step|次回|次回予定",
    ),
    entry(
        "touch.sentiment",
        ValueType.COUNT,
        "4",
        says="sentiment|mood|feeling|sentiment score|customer sentiment|温度感|感触|顧客の温度感|反応|満足感|雰囲気",
        bare="sentiment|感触|温度感",
    ),
    entry(
        "touch.held",
        ValueType.WORD,
        "Completed",
        says="canceled|cancelled|is canceled|is cancelled|meeting outcome|booking status|appointment status|"
        "event status|meeting status|no show|attended|held|took place|invitee status|予約ステータス|予約状況|"
        "実施状況|開催状況|実施有無|開催有無|キャンセル|キャンセル有無|中止|ミーティングの成果|ミーティング結果|"
        "アポ状況|来社状況|訪問状況|面談状況|面談ステータス|訪問ステータス|活動ステータス|実施ステータス",
        hints="status|outcome|result|call outcome|ステータス|状態|状況|結果|進捗",
    ),
    entry(
        "touch.last_at",
        ValueType.DATETIME,
        "2026-09-02 08:00",
        says="last check in|last checkin|last touch|last activity|last contact|last contacted|last interaction|"
        "last engagement|last meeting|last call|most recent activity|recent touch|last csm touch|"
        "last touchpoint|last heard from|最終対応|最終活動|最終接触|最終連絡|最終コンタクト|前回対応|前回接触|"
        "直近対応|最終訪問|直近接触|最終アクティビティー|最終アクティビティ|最終面談|前回面談|最新活動|"
        "直近コンタクト|最終打ち合わせ|最終打合せ|最終mtg|最終商談|最終架電|最終メール|最終レビュー|最終定例|"
        "前回訪問|前回連絡|前回定例|前回打ち合わせ|前回打合せ|前回mtg|前回商談|前回qbr|前回レビュー|直近訪問|"
        "直近面談|直近連絡|直近の面談|直近の訪問|直近の連絡|直近の接触|last qbr|last ebr|last business review|"
        "last review|last visit|last email|last e mail|last spoke|last spoken|last met|last conversation|"
        "last sync|last 1on1|last contact made|last customer contact|last csm call|last emailed|last email sent|"
        "last customer touch|last cs touch|last cs activity|last note|last logged activity|last touched|"
        "latest activity|latest meeting|most recent contact|most recent meeting|most recent touch|"
        "date of last contact|date of last meeting|date of last activity|last reached out|last outreach|"
        "直近打ち合わせ|直近の打ち合わせ|直近打合せ|直近mtg|直近のmtg|直近ミーティング|直近のミーティング|"
        "直近商談|直近の商談|直近架電|直近活動|直近の活動|直近定例|直近の定例|最終アクション|最終アプローチ|"
        "最終フォロー|最終コール|最終電話|最終メール送信|最終応対|最終ミーティング|最終会議|最新接触|最新面談|"
        "最新商談|前回コンタクト|前回活動|前回アプローチ|前回架電|前回フォロー|前回ミーティング|最後の連絡|"
        "最後の接触|最終接点|最終接点日|直近接点|直近接点日|最終タッチ|最終タッチ日|直近タッチ|"
        "last touchpoint date|last cs touchpoint|最終コンタクト日時|最終面会|最終フォロー日",
    ),
    entry(
        "touch.last",
        ValueType.TEXT,
        "2026/10/1 定例会",
        says="last touch|last contact|last contacted|last interaction|last meeting|last call|"
        "last touchpoint|latest touch|"
        "latest contact|直近の対応|直近対応|直近の対応履歴|直近の接触|最終対応|最終接触|"
        "最終連絡|前回対応|最新の対応|最新対応|"
        "直近のやり取り|対応履歴最新",
    ),
)

USE = (
    entry(
        "usage.date",
        ValueType.DATETIME,
        "2026-10-01",
        says="usage|event|event time|activity|day|event date|usage date|log date|report date|利用|利用日|"
        "イベント日時|発生|集計|ログ|計測|操作|アクセス|取得",
        hints="reporting month|reporting period|usage month|date|time|timestamp|month|period|week|日付|日時|年月|"
        "月|対象月|年月日|when|日|集計月|利用月|期間",
        bare="date|time|month|day|timestamp|日付|日時|月|日|年月",
    ),
    entry(
        "usage.login_at",
        ValueType.DATETIME,
        "2026-10-01 09:00",
        says="login at|login time|login date|logged in|logged in at|sign in time|signed in at|login timestamp|"
        "ログイン日時|ログイン時刻|ログイン時間|ログイン日|接続開始|利用開始日時|サインイン日時|signin time|"
        "sign in at|session start|session started|session start time|ログイン開始|サインイン時刻|接続日時",
    ),
    entry(
        "usage.logout_at",
        ValueType.DATETIME,
        "2026-10-01 10:30",
        says="logout at|logout time|logged out|logged out at|sign out time|signed out at|logoff time|ログアウト日時|"
        "ログアウト時刻|ログアウト時間|接続終了|利用終了日時|サインアウト日時|session end|session ended|"
        "session end time|signout time|サインアウト|切断日時|接続終了日時",
    ),
    entry(
        "usage.measure",
        ValueType.WORD,
        "logins",
        says="event text|event label|"
        "event|event type|measure|metric|event name|event type|feature|feature name|action|"
        "activity name|metric name|kpi|"
        "page|screen|function|指標|イベント|イベント名|機能|機能名|操作|操作名|アクション|利用機能|項目|"
        "画面|画面名|メトリクス|操作内容",
        hints="event|type|item|what|種別|区分",
        bare="type|measure|metric|event|種別|機能|項目",
    ),
    entry(
        "usage.amount",
        ValueType.NUMBER,
        "12",
        says="count|times|usage count|number of times|frequency|hits|quantity used|usage amount|回数|件数|"
        "利用回数|利用数|使用回数|実行回数|利用量|操作数|アクセス数|使用量|実績値|計測値|how many|how often",
        hints="total clicks|clicks|number of clicks|event count|value|amount|total|quantity|値|数値|数|量|合計|実績",
        bare="count|amount|value|total|number|回数|件数|数|値|量",
    ),
    entry(
        "usage.active_users",
        ValueType.NUMBER,
        "37",
        says="ログインユーザー数|利用者人数|active users|mau|wau|dau|monthly active users|weekly active users|"
        "daily active users|users active|active user count|number of active users|unique users|active visitors|"
        "number of visitors|total visitors|visitors|unique visitors|active accounts users|アクティブユーザー|"
        "アクティブユーザー数|利用ユーザー数|利用者数|月間アクティブユーザー|月間アクティブユーザー数|"
        "アクティブ数|稼働ユーザー数|利用人数|アクティブid数|訪問者数|monthly users|active seats|seats used|"
        "licenses used|used seats|used licenses|seats in use|利用中ユーザー数|稼働id数|稼働アカウント数|"
        "ログイン人数|利用ユーザ数|アクティブユーザ数|アクティブアカウント数|実利用者数|月間利用者数|利用id数|"
        "利用アカウント数|週間アクティブユーザー数|日次アクティブユーザー数",
    ),
    entry(
        "usage.logins",
        ValueType.NUMBER,
        "120",
        says="logged in|signed in|logins|login count|total logins|number of logins|logins count|sign ins|"
        "sign in count|logons|login|monthly logins|login times|logins last 30 days|ログイン|ログイン数|"
        "ログイン回数|総ログイン数|月間ログイン数|月間ログイン回数|ログイン件数|累計ログイン数|ログイン回数(月)|"
        "直近ログイン回数|log ins|times logged in|no of logins|login total|ログイン合計|ログイン総数",
    ),
    entry(
        "usage.sessions",
        ValueType.NUMBER,
        "210",
        says="sessions|session count|number of sessions|total sessions|web sessions|visits|visit count|"
        "number of visits|ウェブセッション|会社のウェブセッション|セッション|セッション数|訪問数|訪問回数|"
        "アクセス回数|来訪回数|総セッション数|"
        "total visits|app opens|no of sessions|セッション回数|起動回数|来訪数",
    ),
    entry(
        "usage.events",
        ValueType.NUMBER,
        "5310",
        says="user activities|user activity count|user actions|user events|ユーザー操作数|ユーザー操作回数|"
        "events|event count|total events|number of events|event total|events count|actions|action count|"
        "clicks|feature clicks|total feature clicks|total page views|pageviews|page views|イベント数|"
        "操作回数|総イベント数|アクション数|クリック数|ページビュー|ページビュー数|pv|pv数|操作件数",
    ),
    entry(
        "usage.minutes",
        ValueType.MINUTES,
        "340",
        says="minutes|time on app|time on site|total minutes|usage minutes|time spent|minutes used|time in app|"
        "total time|time on app (minutes)|time on site (minutes)|number of minutes|active minutes|"
        "session minutes|session duration|session length|session time|length of session|time logged in|"
        "ログイン時間(分)|セッション時間|セッション長|利用時間|利用時間(分)|滞在時間|滞在時間(分)|使用時間|"
        "総利用時間|利用分数|滞在分数|アプリ利用時間|接続時間|total time spent|time on platform|minutes in app|"
        "累計利用時間|総滞在時間|累計滞在時間|合計利用時間|稼働時間|time spent mins|滞在(分)|接続(分)|滞在分",
        hints="mins",
    ),
    entry(
        "usage.days_active",
        ValueType.NUMBER,
        "18",
        says="days active|active days|number of active days|days used|usage days|number of days active|login days|"
        "total days active|利用日数|稼働日数|アクティブ日数|ログイン日数|使用日数|活動日数|days logged in|"
        "number of days used|days visited|アクセス日数|来訪日数",
    ),
    entry(
        "usage.engagement_rate",
        ValueType.NUMBER,
        "0.71",
        says="engagement rate|engagement|engagement percent|エンゲージメント率|エンゲージメント|エンゲージメント指数",
    ),
    entry(
        "usage.first_seen",
        ValueType.DATETIME,
        "2024-01-02",
        says="first seen|first used|first visit|first login|first active|first session|first activity|初回ログイン|"
        "初回利用|初回訪問|初回アクセス|first event|first logged in|first seen at|初回来訪|初回セッション|"
        "初回起動|初回操作|初回接続",
    ),
    entry(
        "usage.last_seen",
        ValueType.DATETIME,
        "2026-10-20",
        says="last seen|last used|last visit|last login|last active|last session|last sign in|last logged in|"
        "last access|recent login|最終ログイン|最終利用|最終訪問|最終アクセス|最終ログイン日時|最終操作|"
        "last event|last product activity|last product login|last online|last visited|last logon|last logged on|"
        "last usage|last use|latest login|most recent login|最終来訪|最終セッション|最終起動|最終接続|"
        "最終サインイン|直近ログイン|直近のログイン|直近利用|直近アクセス|最新ログイン|最新アクセス|前回ログイン",
    ),
)
