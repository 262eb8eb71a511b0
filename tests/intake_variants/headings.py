"""What people call their columns: by meaning, in English and in Japanese."""

from typing import Final

HEADINGS: Final[dict[str, dict[str, str]]] = {
    "account": {
        "en": "Buyer|End customer|Customer Org|Client organisation|Account holder|Brand|School|Hospital|Store|"
        "Member company|Subscriber|Trading name|Customer's name|Client (company)|ACCOUNT_NAME|"
        "acct_name|Company / Client|Customer|Client|Company|Account|Customer name|Company name|Client Name|"
        "Account Name|Organization|Organisation|CUSTOMER|customer_name|companyName|Logo|Business name|"
        "Name of customer|Customer / Company|Cust. name|Name",
        "ja": "契約企業|お取引先名|御社名|会社名（正式名称）|顧客（会社名）|店名|学校名|医院名|事業者名|法人名称|"
        "得意先|お客様（法人名）|ユーザー会社名|利用会社|契約法人名|加盟店|発注元|納品先|顧客社名|"
        "クライアント社名|ご利用企業様|アカウント|契約者（法人）|事業所名|組織|顧客名|会社名|企業名|取引先|"
        "取引先名|お客様名|お客様|得意先名|顧客|社名|導入企業名|契約先|クライアント名|契約者名|貴社名|企業|"
        "会社|顧客企業|ご契約者様名|お客さま名|利用企業名|契約社名|取引先名称|契約先名",
    },
    "account_id": {
        "en": "Customer ID|Client No.|Account ID|Customer code|Cust ID|customer_id|Account #|Client ID|Company ID",
        "ja": "顧客ID|顧客コード|取引先コード|会社ID|お客様番号|得意先コード|顧客No.|企業ID|顧客番号|取引先ID",
    },
    "contract_id": {
        "en": "Contract ID|Contract no.|Subscription ID|Agreement no|contract_id|Contract #",
        "ja": "契約ID|契約番号|契約No.|契約コード|契約管理番号",
    },
    "product": {
        "en": "Plan / product|Subscription type|Tariff|Edition|Licence|Offering|Solution|Contracted plan|"
        "Current plan|plan_name|Subscription|Package name|Product/Service|Course|Programme|Product|Service|"
        "Plan|Package|Product name|Module|Plan name|Subscription plan|SKU|Line item|Item",
        "ja": "ご利用プラン|契約サービス名|商品・サービス|商品／プラン|プラン種別|契約コース|メニュー|導入製品|"
        "ライセンス名|サービス種別|ご契約商品|利用サービス名|プラン（契約）|サービスプラン|契約メニュー|商品|"
        "商品名|製品|サービス|サービス名|プラン|契約プラン|品目|コース|契約内容|プラン名|契約商品|製品名|"
        "ご契約プラン",
    },
    "mrr": {
        "en": "Monthly Recurring Revenue (MRR)|Mthly fee|Monthly net|mrr_amount|monthly_price|monthlyFee|"
        "Mo. price|Price p.m.|Monthly subscription fee|Monthly plan price|Fee per month (net)|"
        "Monthly value (excl. VAT)|Current monthly fee|Monthly invoice|Licence fee / month|Amount/mo|$/month|"
        "Monthly retainer|Recurring monthly|Monthly bill|Monthly income|$ per month|MRR now|"
        "MRR|Monthly fee|Monthly price|Monthly|Monthly amount|Price/month|Fee (monthly)|Amount per month|"
        "Monthly recurring revenue|Monthly subscription|Monthly charge|Fee / month|mrr|Price per month|"
        "Monthly Fee|Current MRR|Monthly payment|Per month|Monthly rent|Recurring (monthly)|Monthly total|"
        "Amount (month)",
        "ja": "月額（円）|月額(税別)|月額利用料（税抜）|月額売上高|月額請求額|月額(円/税抜)|月次利用料|月次請求額|"
        "月間売上|毎月の支払額|1ヶ月あたりの料金|月々の料金|月々のお支払い|月額固定|利用料月額|"
        "契約月額（税抜）|月額保守料|月額サービス料|月額合計（税抜）|毎月の請求額|月あたり利用料|MRR（円）|"
        "月次経常収益|定期売上（月額）|料金（月額・税抜）|月額ライセンス料|月会費|月額基本料|サブスク月額|"
        "月額|月額料金|月額（税抜）|金額(月)|MRR|月額利用料|月額費用|月次売上|月額金額|利用料（月）|"
        "月間利用料|料金/月|月額利用料金|月額料金（税抜）|月額契約金額|毎月の料金|月々|月次料金|月額 (税別)|"
        "金額/月|契約金額（月額）",
    },
    "arr": {
        "en": "Annual recurring|Annual fee (net)|Annual subscription|Yearly amount|Yearly subscription|"
        "Annual contract|Annualised value|Price p.a.|$/year|Fee per annum|annual_value|"
        "Annual licence fee|Yearly revenue|ARR|Annual price|ACV|Annual fee|Yearly price|"
        "Annual contract value|Price / year|Annual amount|Annual recurring revenue|Yearly fee|Annual|"
        "Amount per year|Annual value|Yearly|Contract value p.a.",
        "ja": "年額（円）|年額(税別)|年間契約料|年間利用料（税抜）|年間ライセンス料|年額ライセンス|年次利用料|"
        "年間サービス料|年間契約額|契約年額（税抜）|1年あたりの料金|年間請求額|年間保守料|年額料金（税抜）|"
        "年会費|ARR|年額|年間契約金額|年額料金|年間利用料|年額（税抜）|契約金額（年額）|年契約額|年間金額|"
        "年額利用料|金額(年)|年間契約額（税抜）|料金/年|年間費用",
    },
    "amount": {
        "en": "Amount|Price|Fee|Contract value|Billing amount|Contract amount|Invoice amount|Recurring amount|Charge",
        "ja": "金額|契約金額|請求額|料金|請求金額|利用料金|利用料|契約額|金額（税抜）|価格",
    },
    "unit": {
        "en": "Unit price|Price per seat|Price per user|Unit cost|Price/unit|Seat price|Rate",
        "ja": "単価|ライセンス単価|ID単価|1ID単価|ユーザー単価|単価（税抜）",
    },
    "unit_month": {
        "en": "Unit price (monthly)|Monthly unit price|Price per seat per month|Monthly price per user",
        "ja": "単価（月額）|月額単価|月額単価（税抜）|1ID月額",
    },
    "quantity": {
        "en": "Quantity|Qty|Seats|Licenses|Number of seats|Users|No. of licences|Units|Seat count",
        "ja": "数量|席数|ライセンス数|ID数|契約ID数|利用人数|契約数|ユーザー数|口数|アカウント数",
    },
    "interval": {
        "en": "Billing cycle|Billing frequency|Billing interval|Interval|Billing period|Frequency|Payment cycle|Billed",
        "ja": "支払サイクル|請求サイクル|支払区分|請求頻度|支払周期|請求区分|課金サイクル|お支払いサイクル|支払間隔",
    },
    "months": {
        "en": "Billing months|Months per invoice|Billing interval (months)|Interval (months)|Months billed",
        "ja": "請求月数|請求サイクル（月）|請求間隔(月)|請求サイクル(ヶ月)|課金月数|支払月数",
    },
    "start": {
        "en": "Contract from|Start of subscription|First day|Joined|Joined on|Subscription start date|Sub start|"
        "Contract signed|Signed on|Active since|Active from|Live date|Go live date|Launch date|Activated on|"
        "In service since|Commenced|Begins|Contract commencement date|Term start date|First billing date|"
        "Paid since|Customer from|Effective start|Enrolled|start_dt|contract_start_date|dateStarted|Start|"
        "Start date|Begin|Began|From|Contract start|Start of contract|Effective date|Since|Customer since|"
        "Subscribed on|Go-live|Contract begins|Date started|Service start|Activation date|Started on|"
        "start_date|StartDate|Valid from|Contract start date|Begin date|Commencement|Starts on|Onboarded",
        "ja": "契約開始年月|契約スタート|サービス利用開始日|ご契約日|契約締結日|導入年月日|利用開始月|課金開始月|"
        "加入日|入会日|適用開始年月日|初回契約日|契約起算日|起算日|取引開始日|サービスイン|稼働開始日|"
        "本番開始日|契約期間（開始）|契約期間 From|開始月|契約始まり|運用開始日|受注日|使用開始日|契約開始日|"
        "利用開始日|利用開始|開始|開始日|サービス開始日|契約日|導入日|課金開始日|適用開始日|契約開始|"
        "契約期間（自）|開始年月日|ご利用開始日|契約開始年月日|利用開始年月日|サービス開始|スタート日|自|"
        "契約始期|開始日付",
    },
    "end": {
        "en": "Contract to|End of subscription|Subscription end date|Sub end|Churn|Churned|Churned at|Cancel date|"
        "Canceled on|Cancellation effective date|Date cancelled|Date lost|Left|Left in|Exit date|Offboarded|"
        "Deactivated on|Terminates|Termination|Ended at|Inactive since|Service ended|Contract ended on|"
        "Discontinued|Cancelled (date)|end_dt|contract_end_date|dateEnded|Last service day|Access until|End|"
        "End date|Until|To|Churned on|Cancelled|Cancelled on|Churn date|Cancellation date|Contract end|"
        "Terminated|Left on|Date of churn|Service end|Ends|Ended on|Lost on|Valid to|end_date|EndDate|"
        "Date ended|Canceled at|Termination date|End of service|Contract end date|Closed on|Last day|Finish",
        "ja": "解約年月|解約月|解約実施日|契約解約日|退会年月日|サービス終了|利用終了年月日|契約終了月|"
        "解約日（予定含む）|解約済日|終了月|契約期間（終了）|契約期間 To|解約完了日|停止日|脱退日|"
        "チャーン年月|離脱年月|解除日|キャンセル日|ご解約年月日|契約終わり|閉鎖日|利用停止年月日|契約終了日|"
        "解約日|終了|終了日|利用終了日|契約終了|解約年月日|退会日|サービス終了日|契約終了年月日|解約|"
        "終了年月日|契約期間（至）|離脱日|解約日付|至|チャーン日|利用停止日|最終利用日|契約解除日|ご解約日",
    },
    "status": {
        "en": "Status|State|Contract status|Standing|Account status",
        "ja": "状態|ステータス|契約状況|契約状態|契約ステータス|現状|状況",
    },
    "segment": {
        "en": "Tier|Segment|Customer segment|Size class",
        "ja": "セグメント|顧客区分|区分|企業規模",
    },
    "industry": {
        "en": "Industry|Sector|Vertical",
        "ja": "業種|業界|業種名",
    },
    "region": {
        "en": "Region|Area|Territory",
        "ja": "地域|エリア|地区",
    },
    "date": {
        "en": "Date|Activity date|Contact date|When|Date of contact|Logged on|Day",
        "ja": "日付|対応日|活動日|実施日|訪問日|連絡日|日時|対応日時",
    },
    "type": {
        "en": "Type|Activity type|Channel|Kind|Method|Touch type|How",
        "ja": "種別|対応種別|活動種別|手段|方法|区分|対応方法|種類",
    },
    "note": {
        "en": "Notes|Note|Summary|Details|Comment|What happened|Description|Content",
        "ja": "内容|メモ|対応内容|詳細|備考|議事録|概要|コメント|活動内容",
    },
    "by": {
        "en": "By|Owner|CSM|Logged by|Who|Staff|Rep",
        "ja": "担当|担当者|対応者|記録者|CS担当|記入者|社内担当",
    },
    "use_date": {
        "en": "Date|Month|Period|Week|Day|Usage date|Reporting month",
        "ja": "日付|月|対象月|利用月|年月|集計月|期間|計測日",
    },
    "measure": {
        "en": "Event|Metric|Feature|Measure|Event name|Action|KPI",
        "ja": "指標|イベント|機能|イベント名|項目|操作|機能名",
    },
    "value": {
        "en": "Count|Value|Number of times|Times|Amount|Quantity|Total",
        "ja": "回数|値|件数|数値|利用回数|数|実績値",
    },
    "logins": {
        "en": "Logins|Login count|Number of logins|Total logins|Monthly logins|# of logins|Sign-ins",
        "ja": "ログイン数|ログイン回数|月間ログイン数|ログイン|総ログイン数|ログイン件数",
    },
    "active_users": {
        "en": "Active users|MAU|Monthly active users|Users active|Number of active users|# active users",
        "ja": "アクティブユーザー数|利用ユーザー数|利用者数|月間アクティブユーザー|アクティブユーザー|MAU|利用人数",
    },
    "answered": {
        "en": "Timestamp|Date|Response date|Submitted at|Answered on|Survey date|Date submitted",
        "ja": "回答日|タイムスタンプ|回答日時|送信日時|日付|記入日|回答日付",
    },
    "nps": {
        "en": "NPS|NPS score|Score (0-10)|How likely are you to recommend us to a friend or colleague?|"
        "Likelihood to recommend|Net promoter score|Recommend (0-10)|Would you recommend us?",
        "ja": "NPS|推奨度|推奨度（0〜10）|NPSスコア|当社を知人に薦める可能性はどのくらいですか|おすすめ度|"
        "このサービスを友人や同僚にすすめたいと思いますか？|推奨意向(0-10)",
    },
    "csat": {
        "en": "CSAT|Satisfaction|How satisfied are you with our service?|Customer satisfaction|Satisfaction (1-5)",
        "ja": "CSAT|満足度|総合満足度|サービスにどの程度満足していますか？|満足度（1〜5）|顧客満足度",
    },
    "ces": {
        "en": "CES|Customer effort score|How easy was it to get your issue resolved?|Effort score|Ease (1-7)",
        "ja": "CES|顧客努力指標|CESスコア|問題の解決はどのくらい簡単でしたか？|手間の少なさ(CES)",
    },
    "comment": {
        "en": "Comment|Why?|Reason|What is the main reason for your score?|Feedback|Comments",
        "ja": "コメント|理由|ご意見・ご要望|自由記述|その理由を教えてください|自由回答",
    },
    "email": {
        "en": "Email|E-mail|Email address|Contact email|Mail",
        "ja": "メールアドレス|メール|E-mail|ご担当者メールアドレス|連絡先メール",
    },
    "person": {
        "en": "Contact|Contact name|Full name|Contact person|Respondent|Primary contact|Contact Name",
        "ja": "氏名|ご担当者名|担当者氏名|お名前|先方担当者|連絡先氏名",
    },
    "title": {
        "en": "Title|Job title|Position|Role",
        "ja": "役職|役職名|肩書",
    },
    "department": {
        "en": "Department|Team|Dept",
        "ja": "部署|部署名|部門|所属部署",
    },
    "phone": {
        "en": "Phone|Phone number|Tel|Telephone",
        "ja": "電話番号|TEL|電話|連絡先電話番号",
    },
    "month": {
        "en": "Month|Date|Period|Year-month|Accounting month|Cost month",
        "ja": "月|年月|対象月|計上月|対象年月|発生月|計上年月",
    },
    "item": {
        "en": "Item|Category|Expense|Cost type|Expense category|Cost item|Description",
        "ja": "費目|勘定科目|項目|科目|内訳|費用項目|経費項目",
    },
    "cost": {
        "en": "Amount|Cost|Spend|Total|Expense amount|Amount spent",
        "ja": "金額|費用|コスト|支出額|金額（円）|支払金額|経費",
    },
    "ticket_id": {
        "en": "Ticket ID|Ticket #|Case number|ID|Ticket|Case ID|Issue key|No.",
        "ja": "チケットID|問い合わせ番号|受付番号|ケース番号|お問い合わせ番号|管理番号|No",
    },
    "subject": {
        "en": "Subject|Title|Summary|Issue|Ticket subject|Case subject",
        "ja": "件名|タイトル|問い合わせ内容|概要|お問い合わせ件名|問合せ内容",
    },
    "opened": {
        "en": "Created|Opened|Created at|Opened on|Date opened|Received|Submitted|Reported on",
        "ja": "受付日|受付日時|起票日|作成日|問い合わせ日|発生日|受信日時|登録日",
    },
    "closed": {
        "en": "Closed|Resolved|Closed at|Solved at|Date closed|Resolved on|Completed",
        "ja": "完了日|解決日|クローズ日|対応完了日|完了日時|解決日時|回答完了日",
    },
    "priority": {
        "en": "Priority|Severity|Urgency",
        "ja": "優先度|重要度|緊急度",
    },
    "ticket_status": {
        "en": "Status|State|Ticket status",
        "ja": "ステータス|状態|対応状況|状況",
    },
    "invoice_no": {
        "en": "Invoice number|Invoice no.|Invoice #|Number|Document no|Invoice No",
        "ja": "請求書番号|請求番号|伝票番号|請求No|請求書No.|文書番号",
    },
    "invoice_date": {
        "en": "Invoice date|Date|Issued|Issue date|Billing date|Date of invoice|Issued on",
        "ja": "請求日|発行日|請求書日付|請求書発行日|請求年月日|日付",
    },
    "due": {
        "en": "Due date|Due|Payment due|Due on|Pay by",
        "ja": "支払期限|支払期日|お支払期限|入金期限|入金予定日",
    },
    "total": {
        "en": "Total|Amount|Invoice total|Total amount|Amount due|Grand total|Invoice amount",
        "ja": "請求金額|合計|合計金額|請求額|ご請求金額|税込合計|請求金額（税込）",
    },
    "owner": {
        "en": "CSM|Owner|Account manager|Account owner",
        "ja": "担当|担当者|CSM|自社担当|担当CS",
    },
    "domain": {
        "en": "Website|Domain|URL|Company domain",
        "ja": "ドメイン|URL|ホームページ|Webサイト",
    },
    "employees": {
        "en": "Employees|Number of employees|Headcount",
        "ja": "従業員数|社員数|従業員",
    },
    "tags": {
        "en": "Tags|Labels",
        "ja": "タグ|ラベル",
    },
}
"""Every word is one that a person may well have at the head of such a column."""

EXTRAS: Final = {
    "en": "Internal memo|Colour|Ref 2|Birthday of CEO|Parking|Old code|Signed PDF|Version|Misc",
    "ja": "社内メモ|色|旧コード|稟議番号|駐車場|帳票区分|押印|版数|予備欄",
}
"""Columns that nobody knows."""
