"""Headings of contracts and deals: when they begin, renew and end."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TERMS = (
    entry(
        "contract.start",
        ValueType.DATE,
        "2024-01-15",
        says="customer from|original contract|contract original start|contract date|first billed|first invoice|"
        "starts|begins|start of contract|start of service|start of subscription|contract begins|contract began|"
        "start|contract start|subscription start|begin|effective|effective from|service start|go live|"
        "activation|activated|commencement|term start|contract begin|current start|started|signed|booking|won|"
        "contract signed|live|subscription began|契約開始|開始|利用開始|サービス開始|契約|契約締結|受注|"
        "課金開始|適用開始|利用開始予定|開始予定|サービス利用開始|導入|稼働開始|本契約開始|初回契約|契約始期|"
        "始期|契約発効|有効開始|請求開始|提供開始|申込|成約|契約スタート|課金スタート|稼働|入会|加入|"
        "first subscription|first paid|first purchase|first payment|first charge|first billing|first order|"
        "became customer|became a customer|became a client|went live|live since|live from|active since|"
        "active from|service from|service begin|initial contract|initial start|original start|"
        "original contract start|original subscription start|agreement start|agreement signed|date signed|"
        "signed on|billing start|billing starts|billing began|subscription activated|paid since|customer start|"
        "client start|client from|license start|licence start|term begin|term begins|coverage start|"
        "初回利用開始|初回契約開始|当初契約|当初契約開始|契約開始年月|利用開始年月|契約開始月|利用開始月|"
        "開始年月|開始月|導入月|導入年月|契約月|契約年月|課金開始月|課金開始年月|導入時期|契約時期|利用開始時期|"
        "サービス開始月|利用契約開始|本番開始|本番稼働|本稼働|運用開始|サービスイン|カットオーバー|"
        "ライセンス開始|契約成立|有料開始|有料化|有料契約開始|サービス提供開始|初回課金|初回決済|契約期間(開始)|"
        "利用期間(開始)|契約期間(開始日)|契約期間開始日|契約期間(自)|利用期間(自)|契約期間(始)",
        hints="現契約開始|signed up|いつから|since when|from|valid from|since|customer since|client since|member since|"
        "subscribed|subscription|joined|onboarded|began|signup|sign up|契約期間(自)|自|期間開始|契約期間開始|"
        "スタート|使用開始|利用始期|取引開始|導入開始|agreement|date joined|初回購入|購入開始|アカウント発行|"
        "有効期間開始",
        bare="start|started|begin|begins|starts|effective|activated|開始|締結|始期|開始予定",
        may_be_empty=True,
    ),
    entry(
        "contract.end",
        ValueType.DATE,
        "2025-03-31",
        says="recurring revenue inactive|customer to|customer until|ends|end of contract|end of subscription|"
        "lost customer since|end|"
        "contract end|subscription end|ended|end of service|service end|churn|churned|termination|terminated|"
        "cancellation effective|last day of service|deactivated|inactive since|left service|lost|lost customer|"
        "subscription ended|access ends|service termination|終了|契約終了|利用終了|サービス終了|解約|解約実施|"
        "退会|離脱|現契約終了|提供終了|解約完了|契約解除|解除|利用停止|脱退|最終利用(解約)|契約終期|終期|"
        "有効終了|終了予定|解約予定|チャーン|解約成立|契約終了予定|退会予定|deactivation|cancel effective|"
        "effective cancellation|termination effective|service terminated|service ended|account closed|"
        "account closure|offboarded|discontinued|discontinuation|subscription terminated|subscription churned|"
        "subscription deactivated|customer end|client end|customer lost|customer churned|解約年月|解約月|"
        "解約時期|退会年月|退会月|離脱月|離脱年月|チャーン月|契約終了月|契約終了年月|利用終了月|利用終了年月|"
        "サービス終了月|サービス提供終了|解約確定|解約発効|解約適用|課金終了|課金停止|請求終了|有料終了|"
        "last day|last service day|final day|final service date|last active day|ご利用最終日|利用最終日|"
        "最終利用日|サービス最終日|最終契約日",
        hints="till|til|いつまで|to|until|finish|finished|thru|through|valid to|valid thru|valid through|left|closed|"
        "last day|last day of use|契約期間(至)|至|期間終了|契約期間終了|最終利用|利用最終|使用終了|停止|閉鎖|"
        "closure|expired|final day|終了月|終了年月|解約希望|アカウント停止|有効期間終了|失効|利用期間(至)|"
        "契約期間(終)",
        bare="end|ended|ends|terminated|終了|解約|終期|終了予定",
        last=True,
        may_be_empty=True,
    ),
    entry(
        "contract.renewal",
        ValueType.DATE,
        "2025-04-01",
        says="next assessment|next charge|next invoice|next payment|次回請求|次回決済|次回課金|current period ends|"
        "next billed|next bill|renewal|renews|renews on|next renewal|contract renewal|renewal due|term end|"
        "current term end|current period end|period end|contract expiration|expiration|expiry|expires|"
        "contract expiry|valid until|next billing|next renewal due|renew|current contract end|"
        "license expiration|subscription expiration|upcoming renewal|更新|契約更新|次回更新|更新予定|契約満了|"
        "満了|更新期限|契約期限|有効期限|契約満期|満期|次回契約更新|更新月|契約更新月|ライセンス期限|期限|"
        "期間満了|契約有効期限|自動更新日|renewal month|next renewal month|contract renewal month|"
        "subscription renews|subscription renewal|subscription expires|subscription expiry|license expires|"
        "license renewal|licence expiry|license expiry|licence expires|maintenance expiry|maintenance renewal|"
        "maintenance expires|support expires|term ends|term expires|term expiry|contract expires|"
        "agreement expiry|agreement expires|anniversary|contract anniversary|paid through|paid until|"
        "prepaid until|renewal effective|billing period end|period ends|次回更新月|次回更新年月|更新年月|"
        "契約更新年月|更新時期|契約更新時期|契約満了月|契約満了年月|満了月|満了年月|契約期間満了|次回契約満了|"
        "次期更新|次期契約更新|次回契約更新月|次回更新予定|次回更新予定月|更新予定月|更新予定年月|"
        "ライセンス更新|ライセンス有効期限|ライセンス満了|保守期限|保守満了|保守更新|利用期限|利用満了|"
        "利用有効期限|サービス期限|サービス更新|サービス満了|次回自動更新|次回請求予定|次回引落|次回支払|"
        "次回支払い|次回決済予定|次回課金予定|契約期間(終了)|契約期間(満了)|next renewal date|更新期日|"
        "contract until|contracted until|term until|subscribed until|contract through|contract runs until",
        bare="due|renewal|renews|term end|current term end|period end|expires|expiry|expiration|更新|満了|次回更新",
        last=True,
        may_be_empty=True,
    ),
    entry(
        "contract.period",
        ValueType.PERIOD,
        "2025-11-01 → 2026-11-01",
        says="contract period|contract term|term|subscription term|contract duration|subscription period|"
        "service period|contract length|contract dates|term length|契約期間|利用期間|契約年数|サービス期間|"
        "契約期間(月)|契約月数|利用契約期間|initial term|renewal term|term in months|contract months|"
        "contract term months|初回契約期間|対象期間|ご契約期間|契約有効期間|サービス利用期間|サービス提供期間|"
        "提供期間|ライセンス期間",
        hints="period|duration|期間|dates|有効期間|適用期間|請求対象期間",
        bare="period|term|duration|length|期間",
    ),
    entry(
        "contract.period_start",
        ValueType.DATE,
        "2026-10-03",
        says="current period started|current billing term start|"
        "current period start|current term start|period start|billing period start|"
        "current billing period start|当期開始|今期開始|現契約期間開始",
        hints="現契約開始",
        bare="period start|current term start|current period start",
        may_be_empty=True,
    ),
    entry(
        "contract.trial_start",
        ValueType.DATE,
        "2026-10-07",
        says="trial start|trial starts|trial started|trial began|trial begins|free trial start|free trial starts|"
        "free trial started|free trial began|trial from|トライアル開始|試用開始|無料期間開始|お試し開始|"
        "試用期間開始|無料トライアル開始",
        bare="trial start|trial started",
        may_be_empty=True,
    ),
    entry(
        "contract.trial_end",
        ValueType.DATE,
        "2026-10-21",
        says="trial end|trial ends|trial ended|trial expires|trial expiration|トライアル終了|試用終了|無料期間終了|"
        "お試し終了|試用期間終了|trial expiry|free trial end|free trial ends|trial until|trial finish|"
        "trial finished|トライアル期限|無料トライアル終了|お試し期限|試用期限|トライアル満了",
        bare="trial end|trial ends",
        last=True,
        may_be_empty=True,
    ),
    entry(
        "contract.canceled_at",
        ValueType.DATE,
        "2026-08-07",
        says="解約申入|解約申入れ|解約申し入れ|退会申入|退会申し出|解約希望受付|"
        "解約申出|解約申し出|退会申出|退会申請|canceled|cancelled|cancel|cancellation|cancelation|canceled at|"
        "cancelled at|cancellation date|cancel date|cancellation requested|subscription canceled|"
        "subscription cancelled|解約申込|解約申請|解約届|解約受付|解約連絡|解約通知|キャンセル|解約依頼|"
        "cancel requested|cancellation request|cancel request|cancellation submitted|cancellation received|"
        "cancellation notice|notice of cancellation|notice received|notice given|"
        "解約申し込み|解約申込み|解約申込受付|解約受領|解約受理|"
        "解約届出|解約届受領|解約手続き|解約手続|退会申込|退会受付|退会手続き|キャンセル申請|キャンセル申込|"
        "キャンセル受付|gave notice|notice received on",
        bare="canceled|cancelled|cancel|cancellation|キャンセル",
        last=True,
        may_be_empty=True,
    ),
    entry(
        "contract.close_date",
        ValueType.DATE,
        "2026-04-15",
        says="受注見込み時期|受注見込時期|契約予定|成約見込|close|closed|closing|expected close|deal close|close won|"
        "closed won|完了予定|"
        "クローズ|受注予定|完了|成約予定|クローズ予定|商談完了|受注見込|expected closing|forecast close|"
        "forecasted close|estimated close|est close|target close|anticipated close|actual close|受注予定月|"
        "受注見込月|受注予定年月|成約予定月|クローズ予定月|完了予定月|商談完了予定|契約予定月",
        hints="見込み時期|見込時期",
        bare="close|closing|完了予定|クローズ",
    ),
    entry(
        "contract.created_at",
        ValueType.DATE,
        "2024-01-15",
        says="subscription created|contract created|契約登録|契約作成",
        bare="created|create|creation|作成|登録",
        may_be_empty=True,
    ),
    entry(
        "contract.auto_renew",
        ValueType.YES_NO,
        "Yes",
        says="auto renew|auto renewal|automatic renewal|autorenew|auto renews|auto renewing|renews automatically|"
        "自動更新|自動更新有無|自動継続|自動更新フラグ|自動更新の有無|auto renewal flag|auto renewal enabled|"
        "auto renew enabled|automatically renews|will auto renew|is auto renew|is auto renewing|"
        "renew automatically|evergreen|更新自動|更新種別|更新方法|更新方式|更新区分|更新タイプ|自動更新設定|"
        "自動更新区分|"
        "自動更新条項|契約更新方法|契約更新区分|継続方法|自動延長|tacit renewal|tacit|tacitly renewed|rolls over|"
        "rolls over?|rollover|自動更新あり",
        bare="auto renew|auto renewal|自動更新|自動",
        may_be_empty=True,
        hints="自動|auto",
    ),
    entry(
        "contract.notice_days",
        ValueType.DAYS,
        "30",
        says="notice period|notice days|notice period days|cancellation notice days|termination notice|"
        "notice period (days)|notice|解約予告|予告|解約通知|解約通知期間|通知期間|解約予告日数|予告期間|解約予告期間|"
        "解約通知日数|予告日数|解約申出期限(日前)|更新拒絶通知期間|解約予告(日前)|解約予告(日)|解約通知(日前)|"
        "解約通知(日)|解約申出(日前)|解約通知期限(日前)|解約予告期限(日前)|解約期限(日前)|更新拒絶期限(日前)|"
        "予告(日前)|予告(日)",
        bare="notice days|notice period|通知期間",
    ),
    entry(
        "contract.notice_by",
        ValueType.DATE,
        "2025-02-28",
        says="notice by|notice deadline|cancellation deadline|cancel by|notice due|opt out deadline|"
        "opt out|opt out by|opt out date|notice date|解約申入期限|解約予告期限|解約通知期限|解約申出期限|解約期限|"
        "通知期限|更新拒絶期限|解約申請期限|申出期限|更新申出期限|更新期限(申出)",
        bare="notice by|notice deadline|通知期限",
        last=True,
        may_be_empty=True,
    ),
    entry(
        "contract.churn_reason",
        ValueType.TEXT,
        "too_expensive",
        says="recurring revenue inactive reason|cancellation message|cancellation comment|cancellation feedback|"
        "解約コメント|why churned|離脱要因|"
        "退会要因|離脱事由|why they left|why left|why cancelled|why canceled|churn reason|cancellation reason|"
        "cancelation reason|cancel reason|reason for churn|loss reason|lost reason|closed lost reason|"
        "reason for leaving|reason for cancellation|exit reason|decline reason|解約理由|失注理由|退会理由|"
        "離脱理由|チャーン理由|終了理由|解約要因|キャンセル理由|解約事由|失注・解約理由|reason lost|"
        "lost because|why lost|primary churn reason|main churn reason|reason churned|reason cancelled|"
        "reason canceled|churn notes|churn comments|churn detail|cancellation notes|cancellation details|"
        "termination reason|offboarding reason|attrition reason|deal lost reason|解約の理由|解約理由詳細|"
        "解約理由コメント|解約原因|解約背景|退会の理由|退会原因|離脱原因|チャーン要因|解約に至った理由|"
        "失注の理由|失注要因|失注原因|失注理由詳細|不更新理由|非更新理由|更新しない理由|解約理由(大分類)|"
        "解約理由(分類)|解約理由(区分)|解約理由(カテゴリ)|解約理由(大)|reason if lost|reason if churned|"
        "if lost why|if churned why|why did they leave|reason if not renewed|non renewal reason|"
        "reason for non renewal|解約時の理由|離反理由|解約の主な理由|主たる解約理由|解約した理由|"
        "解約を決めた理由|解約のきっかけ|退会の主な理由|primary reason for leaving|primary cancellation reason|"
        "やめる理由|やめた理由|辞めた理由|解約の主因|離脱の主因",
        hints="reason code|why|主な理由|main reason|reason main|reason primary|理由主|primary reason|解約の決め手|"
        "reason|理由|主因|主な原因",
        bare="cancel reason|cancellation reason|churn reason|解約理由",
        may_be_empty=True,
    ),
    entry(
        "contract.change",
        ValueType.WORD,
        "upsell",
        says="expansion type|change type|type of change|kind of change|contraction reason|downgrade reason|"
        "reason for change|mrr change reason|upsell type|拡大種別|増減理由|変更種別|増額理由|減額理由|変更理由|"
        "アップセル種別|縮小理由",
        bare="change type|変更種別|増減理由",
        may_be_empty=True,
    ),
    entry(
        "contract.discount_end",
        ValueType.DATE,
        "2025-03-31",
        says="discount end|discount ends|discount expires|promo end|割引終了|割引期限|キャンペーン終了|値引終了",
        bare="discount end|割引終了",
        last=True,
    ),
    entry(
        "contract.churned",
        ValueType.YES_NO,
        "no",
        says="churned?|is churned|churn flag|has churned|churned y n|churned yes no|event|解約フラグ|解約有無|"
        "離脱フラグ|チャーンフラグ|解約済|解約済み|解約したか|退会フラグ",
        hints="churned|churn|解約|cancelled|canceled|left|gone|quit|やめた|退会",
        bare="churned flag|churn flag|解約フラグ",
    ),
    entry(
        "contract.running",
        ValueType.YES_NO,
        "yes",
        says="paying|is paying|paying customer|課金中|有料契約中|"
        "active|is active|active now|currently active|still active|active customer|active y n|active flag|live|"
        "is live|running|in use|current customer|still a customer|稼働中|利用中|契約中|継続中|稼働|稼働フラグ|"
        "契約中フラグ|利用中フラグ|有効|有効フラグ|アクティブ|アクティブフラグ|現役",
    ),
    entry(
        "contract.paused",
        ValueType.YES_NO,
        "no",
        says="paused|is paused|on hold|suspended|pause|休止中|休止|停止中|一時停止|一時停止中|休会|休会中|休止フラグ",
    ),
)
