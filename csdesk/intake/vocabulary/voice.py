"""Headings of tickets, survey answers and health."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TICKETS = (
    entry(
        "ticket.external_id",
        ValueType.IDENTIFIER,
        "20001",
        says="chat id|チャットid|会話id|case|ケース|ticket id|ticket number|ticket no|case number|case id|issue key|"
        "issue id|conversation id|request id|case no|ticket|チケットid|チケット番号|問い合わせ番号|問合せ番号|"
        "問い合わせid|ケース番号|受付番号|お問い合わせ番号|ケースid|問合せid|課題番号|課題キー|インシデント番号|"
        "問い合わせno|ticket ref|ticket reference|ticket key|case reference|case ref|issue number|issue no|"
        "request number|request no|thread id|inquiry id|inquiry number|enquiry id|incident id|incident number|"
        "チケットno|チケットキー|問い合わせコード|問合せno|お問い合わせid|お問合せ番号|受付no|受付id|課題id|"
        "課題no|インシデントid",
        bare="object id|hs object id|key|キー|id|ref|reference|oid|code|number|no|external id|record id|番号|コード|"
        "no.|管理番号|"
        "レコード番号|レコードid",
    ),
    entry(
        "ticket.subject",
        ValueType.TEXT,
        "Login fails",
        says="チケット名|ticket name|short description|ticket subject|subject|case subject|issue|summary|title|"
        "conversation subject|headline|request|件名|タイトル|題名|問い合わせ件名|質問|問い合わせ内容|"
        "お問い合わせ内容|お問い合わせ件名|問合せ内容|問い合わせタイトル|要約|表題|概要|conversation title|"
        "issue title|issue summary|case title|case summary|request subject|request title|ticket title|"
        "ticket summary|inquiry|inquiry subject|enquiry|お問い合わせタイトル|お問い合わせ題名|問い合わせ題名|"
        "問合せ件名|問合せタイトル|質問内容|質問タイトル|ご質問内容|ご相談内容|相談内容|受信件名|チケット件名|"
        "チケットタイトル|ケース件名|課題名|課題タイトル",
        hints="bug|problem|不具合|description|内容|first message|content|本文|body",
        bare="name|subject|title|summary|件名|内容|タイトル|題名|概要",
    ),
    entry(
        "ticket.type",
        ValueType.WORD,
        "Question",
        says="tracker|トラッカー|タイプ|ticket type|case type|issue type|request type|conversation type|"
        "ticket category|issue category|問い合わせ種別|問合せ種別|問い合わせ区分|問い合わせカテゴリ|"
        "チケット種別|種別|お問い合わせ種別|問い合わせ分類|カテゴリ|カテゴリー|分類|ケース種別|問い合わせ種類|"
        "区分|inquiry type|enquiry type|contact reason|reason for contact|request category|case category|"
        "case reason|problem type|ticket topic|お問合せ種別|お問い合わせ区分|お問い合わせカテゴリ|"
        "お問い合わせの種類|お問い合わせ項目|問い合わせ項目|問合せ区分|問合せ分類|問合せカテゴリ|質問種別|"
        "質問カテゴリ|対応カテゴリ|応対カテゴリ|受付区分|受付種別|チケットタイプ|チケット分類|ケース分類|"
        "ケース区分|ケースの種類|相談種別|問い合わせタイプ|応対区分|応対種別",
        hints="type|category|topic|種類|reason|product area",
        bare="タイプ|type|category|kind|種別|種類|分類|区分|カテゴリ",
    ),
    entry(
        "ticket.priority",
        ValueType.WORD,
        "High",
        says="priority|ticket priority|case priority|severity|urgency|impact|優先度|優先順位|重要度|緊急度|重大度|"
        "プライオリティ|深刻度|ticket severity|importance|criticality|緊急性|影響度|対応優先度|チケット優先度|"
        "至急度|優先",
        bare="priority|severity|優先度|重要度|緊急度",
    ),
    entry(
        "ticket.status",
        ValueType.WORD,
        "Solved",
        says="ticket status|case status|issue status|conversation status|ticket state|チケットステータス|"
        "対応状況|対応ステータス|対応状態|処理状況|問い合わせステータス|進捗|問い合わせ状況|処理ステータス|"
        "完了状況|conversation state|case state|issue state|request status|request state|resolution status|"
        "inquiry status|チケット状態|チケット状況|ケース状況|ケースのステータス|処理状態|問合せ状況|"
        "問合せステータス|お問い合わせステータス|お問い合わせ状況|解決状況|回答状況|返信状況|受付状況|"
        "受付ステータス|応対状況",
        bare="status|state|ステータス|状態|状況",
        hints="resolution",
    ),
    entry(
        "ticket.opened_at",
        ValueType.DATETIME,
        "2026-08-01 10:12",
        says="chat started|チャット開始|会話開始|created|opened|open|submitted|received|reported|ticket created|"
        "case opened|conversation started|requested|create|raised|受付|起票|問い合わせ|問合せ|受信|発生|作成|"
        "登録|お問い合わせ|チケット作成|着信|受領|問い合わせ受付|質問|inquiry|enquiry|raised on|リクエスト|"
        "問い合わせ受信|問合せ受付|お問い合わせ受付|入電|オープン|初回問い合わせ|初回受信|受付開始|creation|"
        "date/time opened|date time opened|opened date time|受付日付|起票日時",
        hints="logged|date|started|start|日付|日時|timestamp|time|came in|arrived",
        bare="created|opened|date|created at|submitted|作成|受付|日時|日付|登録|time|in|came in|受けた",
    ),
    entry(
        "ticket.first_response_at",
        ValueType.DATETIME,
        "2026-08-01 11:00",
        hints="返信|応答|responded",
        says="first response|first reply|first responded|first replied|first agent reply|first response at|"
        "first admin response|first response date|first replied at|初回回答|初回返信|一次回答|初回応答|初回対応|"
        "一次返信|一次対応|first agent response|first public reply|first answered|first reply sent|初動|"
        "一次応答|初回返信完了|first answer|初回エージェント応答|初回エージェント返信|最初のエージェント返信|"
        "最初のエージェント応答",
        bare="first response|first reply|初回回答",
    ),
    entry(
        "ticket.first_response_hours",
        ValueType.HOURS,
        "2.5",
        says="初回エージェントeメール返信までの時間|time to first agent email reply|最初のエージェント返信までの時間|"
        "最初の返信までの時間|初回返信までの時間|初回応答までの時間|"
        "time to first agent reply|time to first reply|time to first agent response|first response time|"
        "first reply time|first response time hrs|time to first response|first response hours|"
        "first response time (in hrs)|first response time (hours)|first reply time hours|初回応答時間|"
        "初回回答時間|一次回答時間|初回返信時間|初回応答時間(時間)|frt|first response duration|初動時間|"
        "first reply h|first response h|first reply hours|hours to first reply|hours to first response|"
        "初回対応時間|一次応答時間|一次返信時間|初回回答までの時間|初回応答まで|初回返信まで(時間)|"
        "初回回答まで(時間)",
        bare="first response time",
    ),
    entry(
        "ticket.resolution_hours",
        ValueType.HOURS,
        "56.98",
        says="resolution time|time to resolution|resolution hours|time to resolve|full resolution time|time to close|"
        "resolution time (in hrs)|resolution time (hours)|resolution duration|解決時間|解決までの時間|対応時間|"
        "処理時間|クローズまでの時間|解決所要時間|完了時間|time to solve|time to full resolution|"
        "hours to fix|time to fix|hours to close|hours to resolve|hours to solve|hours to resolution|"
        "ttr|ttr h|ttr hours|"
        "total resolution time|完全解決時間|解決までの所要時間|完了までの時間|対応所要時間|解決にかかった時間|"
        "解決まで(時間)|完了まで(時間)|クローズまで(時間)",
        bare="resolution time",
    ),
    entry(
        "ticket.updated_at",
        ValueType.DATETIME,
        "2026-08-02 10:12",
        says="updated|last updated|last update|modified|last modified|update|ticket updated|last activity|"
        "last message|last reply|更新|最終更新|更新日時|最終更新日時|最終対応|最終返信",
        bare="updated|last updated|modified|更新|最終更新",
    ),
    entry(
        "ticket.closed_at",
        ValueType.DATETIME,
        "2026-08-03 17:45",
        says="chat ended|チャット終了|会話終了|fixed|close|closed|solved|closed at|ticket closed|date closed|"
        "completed|closure|last closed|first closed|solved at|date solved|resolved at|完了|解決|クローズ|"
        "対応完了|終了|解決完了|完結|回答完了|クローズ日時|resolved|resolution date|date resolved|対応終了|"
        "処理完了|date/time closed|date time closed|closed date time|完結日",
        hints="resolved|resolution|done|finished",
        bare="close|closed|solved|resolved|完了|解決|クローズ",
    ),
    entry(
        "ticket.assignee",
        ValueType.NAME,
        "Alda Fenwick",
        says="チケット担当者|チケット所有者|ケース所有者|課題担当者|エージェント|handled by|taken by|worked by|"
        "割り当て先|担当エージェント名|teammate|assignee|agent|assigned to|assigned agent|owner|case owner|"
        "ticket owner|handler|agent name|assignee name|responsible|teammate assigned|担当|担当者|対応者|回答者|"
        "対応担当者|対応担当|サポート担当|担当オペレーター|担当エージェント|処理担当者|オペレーター|"
        "ticket agent|agent assigned|support agent|support rep|support engineer|case assignee|assigned user|"
        "assigned staff|resolver|solved by|resolved by|operator|operator name|assigned teammate|対応者名|"
        "対応担当者名|対応担当名|回答担当|回答担当者|受付担当|受付担当者|担当スタッフ|オペレーター名|応対者|"
        "応対担当|応対者名|返信担当|返信者|処理者|処理担当|エージェント名|アサイン先|一次対応者|サポート担当者|"
        "担当チームメイト|チームメイト|対応チームメイト|担",
        hints="担当者の名前|担当者名|assigned|csm|担当者名|closed by",
        bare="who|assignee|agent|owner|担当|担当者|assigned to",
    ),
    entry(
        "ticket.csat",
        ValueType.WORD,
        "Good",
        says="satisfaction rating score|happiness rating|happiness|satisfaction score|satisfaction|csat|"
        "satisfaction rating|csat score|customer satisfaction|rating|conversation rating|ticket satisfaction|"
        "survey rating|満足度|顧客満足度|評価|csatスコア|満足度評価|アンケート結果|回答評価|customer rating|"
        "customer satisfaction rating|feedback rating|satisfaction survey rating|satisfaction survey score|"
        "survey score|happy|happy?|csat rating|csat response|ticket rating|support rating|お客様満足度|お客様評価|"
        "対応満足度|"
        "サポート満足度|チケット満足度|満足度スコア|顧客評価",
        bare="satisfaction|rating|csat|満足度|評価",
    ),
    entry(
        "ticket.tags",
        ValueType.TEXT,
        "billing, export",
        says="ticket tags|tags|conversation tags|labels|タグ|ラベル|キーワード",
        bare="tags|tag|labels|タグ",
    ),
    entry(
        "ticket.root_cause",
        ValueType.TEXT,
        "Configuration",
        says="root cause|cause|reason code|原因|根本原因|発生原因|要因|cause category|原因区分|原因分類|"
        "問い合わせ原因|不具合原因",
        bare="root cause|原因",
    ),
)

ANSWERS = (
    entry(
        "nps.external_id",
        ValueType.IDENTIFIER,
        "R-17",
        says="回答者id|回答者番号|"
        "respondent id|"
        "response id|answer id|survey response id|survey id|respondent no|submission id|回答id|回答番号|"
        "アンケートid|回答no|受付番号|エントリーid",
        bare="id|no|number|key|record id|token|番号|no.|レコード番号",
    ),
    entry(
        "nps.score",
        ValueType.NUMBER,
        "9",
        says="nps|nps score|nps rating|nps response|net promoter score|likelihood to recommend|recommend score|"
        "nps answer|latest nps|last nps|recommendation score|ltr|promoter score|推奨度|nps回答|npsスコア|"
        "nps評価|nps点数|推奨意向|推奨スコア|おすすめ度|お勧め度|オススメ度|お薦め度|推奨度合い|他者推奨意向|"
        "nps value|promoter rating|recommendation rating|推奨値|推奨点数|nps値|薦めたい度|紹介意向|友人推奨度|"
        "nps (last)|nps (latest)|直近nps|最新nps|前回nps|nps(直近)|nps(最新)|npsスコア(直近)|current nps|"
        "recent nps|most recent nps",
        hints="answer|score|rating|スコア|点数|評価|得点|点|result",
        bare="score|rating|value|スコア|点数|評価|得点",
        pattern=r"recommend|薦め|勧め|すすめ|推奨",
    ),
    entry(
        "nps.comment",
        ValueType.TEXT,
        "Fast and simple",
        says="follow up response|follow up answer|追加コメント|text response|response text|comment text|"
        "open ended response|score reason|survey comment|rating comment|comment|comments|nps comment|feedback|"
        "reason|reason for score|verbatim|open feedback|why|explanation|nps feedback|answer text|free text|"
        "remarks|open text|additional comments|コメント|理由|ご意見|自由回答|自由記述|ご意見・ご要望|"
        "フリーコメント|自由記入|自由記入欄|nps理由|理由・コメント|ご要望|ご感想|感想|回答理由|評価理由|"
        "スコアの理由|feedback comment|reason for rating|response comment|open ended|free form feedback|"
        "freeform feedback|ご意見・ご感想|コメント欄|フリーアンサー|自由回答欄|その理由|評価の理由|点数の理由|"
        "選んだ理由|具体的な理由|csat comment|satisfaction comment|satisfaction survey comment|満足度の理由|"
        "理由をお聞かせください|評価の理由をお聞かせください|スコアの理由をお聞かせください|q1の理由|問1の理由|"
        "reason for q1|q1 reason|why q1|why this mark|why this score",
        hints="回答|回答内容|response|response text|answer|notes|備考|メモ|message|text|内容|改善してほしい点|"
        "改善要望|改善点",
        bare="comment|feedback|reason|コメント|理由|自由記述|意見",
        pattern=r"\bwhy\b|main reason|primary reason|reason for|what (can|could|would|should).*(im"
        r"prove|better|do)|how (can|could) we|tell us more|anything (?:else|.*improve|.*(?:add|share|tell))|"
        r"(?:other|additional) comments|理由|ご意見|ご要望|改善|お聞かせ|自由に",
    ),
    entry(
        "nps.responded_at",
        ValueType.DATETIME,
        "2026-10-01 09:05",
        says="rated|rating date|評価日|評価日時|完了|timestamp|responded|submitted|submit|response|completed|"
        "answered|date submitted|survey date|response date|submitted at|completion|response time|submission|"
        "nps date|タイムスタンプ|回答|回答日時|送信|送信日時|提出|受付|回答完了|回答日|記入|アンケート実施|実施|"
        "登録|feedback|scored|survey completed|survey response|アンケート回答|回答送信",
        hints="end|date|created|time|日付|日時|年月日|when|day|date in",
        bare="end|ended|終了|date|created|submitted|responded|time|at|日付|日時|日|回答|送信",
    ),
    entry(
        "nps.asked_at",
        ValueType.DATETIME,
        "2026-09-28",
        says="survey sent|survey sent at|survey sent date|survey sent on|date survey sent|invited|invited at|"
        "invited on|invitation sent|invitation date|invitation sent at|asked|asked on|asked at|sent to customer|"
        "依頼|依頼日|依頼日時|アンケート依頼日|回答依頼日|アンケート送信日|アンケート送付日|アンケート配信日|"
        "調査依頼日|"
        "配信日|送付日",
        bare="sent|sent at|sent on",
    ),
    entry(
        "nps.kind",
        ValueType.WORD,
        "Promoter",
        says="answer label|answerlabel|rating category|回答の種類|回答種別|回答区分|nps category|nps type|nps group|"
        "promoter type|survey type|respondent type|survey name|survey|nps segment|promoter category|category|"
        "nps区分|推奨者区分|回答者区分|アンケート種別|調査種別|アンケート名|調査名|nps分類|批判者・推奨者|"
        "score type|nps label|promoter status|推奨者分類|回答タイプ|npsカテゴリ|nps種別|推奨区分|推奨カテゴリ",
        hints="bucket|type|segment|group|response type|区分|種別|分類",
        bare="category|type|kind|group|区分|種別",
    ),
    entry(
        "nps.average",
        ValueType.NUMBER,
        "8.2",
        says="average nps|average score|avg score|nps average|mean score|avg nps|average nps score|mean nps|"
        "average rating|平均スコア|nps平均|平均点|平均nps|スコア平均|平均推奨度",
        bare="average|avg|mean|平均",
    ),
    entry(
        "csat.score",
        ValueType.NUMBER,
        "4",
        says="csat|csat score|customer satisfaction|satisfaction|satisfaction score|overall satisfaction|csat rating|"
        "satisfaction rating|満足度|顧客満足度|総合満足度|満足度スコア|csatスコア|満足度評価|サービス満足度|"
        "お客様満足度|overall csat|support csat|satisfaction level|総合満足|サポート満足度|満足度点数|満足度評点",
        bare="score|rating|スコア|点数|評価",
        pattern=r"how satisfied|satisf(ied|action)|満足",
    ),
    entry(
        "ces.score",
        ValueType.NUMBER,
        "6",
        says="ces|ces score|customer effort score|effort score|customer effort|ease of use score|effort|ease|"
        "ease score|顧客努力指標|cesスコア|努力スコア|努力指数|手間スコア|使いやすさ|容易さ|顧客努力スコア|"
        "effort rating|ease rating|解決のしやすさ",
        bare="score|rating|スコア|点数",
        pattern=r"how easy|effort|どのくらい簡単|簡単に|容易|手間",
    ),
)

HEALTH = (
    entry(
        "health.score",
        ValueType.NUMBER,
        "72",
        says="current score|churnscore|churn score|health index|health score|health|total score|"
        "customer health score|account health|customer health|overall score|overall health|health total|"
        "ヘルススコア|健康度|健全度|総合スコア|顧客健康度|ヘルス|ヘルススコア合計|健康スコア|総合点|"
        "health value|customer health index|overall health score|cs health score|ヘルス点数|ヘルス値|"
        "健康度スコア|総合ヘルススコア|総合ヘルス|総合点数",
        bare="score",
    ),
    entry(
        "health.band",
        ValueType.WORD,
        "Green",
        says="r/y/g|ryg|r/a/g|renewal risk|更新リスク|risk level|health status|health band|health color|"
        "health colour|risk|"
        "churn risk|rag|rag status|health rating|risk rating|risk status|health category|traffic light|リスク|"
        "リスクレベル|解約リスク|ヘルスステータス|健康状態|信号|ヘルスランク|リスク度|健全性|ヘルス判定|"
        "リスク判定|チャーンリスク|信号機|health grade|health label|health state|health tier|churn risk level|"
        "risk category|risk grade|risk band|ヘルス状態|ヘルス状況|ヘルスレベル|ヘルス評価|ヘルスカラー|"
        "解約リスク度|解約リスクレベル|解約危険度|チャーンリスクレベル|リスク区分|リスクランク|リスク評価|"
        "危険度|risk h m l|colour now|color now",
        hints="overall health|account health|customer health|health score|health|ヘルス|健康度|ヘルススコア|status|"
        "colour|color|色|信号色",
    ),
    entry(
        "health.usage_login",
        ValueType.NUMBER,
        "8",
        says="login frequency|login score|usage frequency|frequency of login|login health|"
        "login activity score|usage score|ログイン頻度|利用頻度|利用頻度スコア|ログインスコア|利用度|"
        "利用スコア",
    ),
    entry(
        "health.usage_adoption",
        ValueType.NUMBER,
        "7",
        says="feature adoption|core feature adoption|adoption score|adoption|product adoption|"
        "key feature adoption|feature usage score|depth of use|機能活用度|機能利用度|活用度|機能定着度|"
        "定着度|主要機能利用|活用スコア|機能利用スコア|コア機能利用",
    ),
    entry(
        "health.support",
        ValueType.NUMBER,
        "9",
        says="ticket volume|ticket volume trend|support score|support health|support tickets score|"
        "ticket trend|support ticket trend|サポート|サポートスコア|問い合わせ傾向|問い合わせスコア|"
        "サポート状況|問い合わせ状況",
    ),
)
