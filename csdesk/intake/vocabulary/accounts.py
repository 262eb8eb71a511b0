"""Headings of accounts."""

from csdesk.intake.vocabulary.entry import ValueType, entry

ACCOUNTS = (
    entry(
        "account.name",
        ValueType.NAME,
        "Northwind Kettle Works",
        says="契約相手|契約相手方|契約相手名|契約相手先|契約相手の名称|契約相手方の名称|契約相手方名称|取引相手|"
        "取引相手先|相手先名|相手先名称|相手方名称|"
        "counterparty|counterparty name|contracting party|"
        "sales account|sales account name|author company|submitter company|churned customer|churned account|"
        "churned client|former customer|customer full name|payer|paid by|remitter|振込依頼人名|振込依頼人|"
        "振込人名|入金元|入金元名|依頼人名|退会企業|退会顧客|離脱企業|離脱顧客|失注企業|店舗|訪問先|架電先|"
        "相手先|相手先企業|訪問企業|訪問先企業|お客さま|解約企業|解約顧客|解約先|sold to|lost customer|店名|"
        "医院名|園名|事業者名|事業所名|発注元|納品先|加盟店|アカウント|顧客社名|buyer|subscriber|school|"
        "hospital|store|trading name|account holder|customer organization|client organization|member company|"
        "社名|契約社名|契約者|顧客企業|顧客企業名|取引先企業|取引先企業名|お得意先|組織|組織名称|関連する会社|"
        "company name|customer name|client name|account name|organization name|organisation name|company|"
        "customer|client|account|organization|organisation|org|logo|associated company|"
        "primary associated company|primary company|customer account|business name|tenant|tenant name|workspace|"
        "workspace name|会社名|企業名|顧客名|取引先名|取引先|顧客|お客様名|お客さま名|お客様|得意先名|得意先|"
        "クライアント名|クライアント|法人名|契約先|契約先名|契約企業名|契約者名|導入企業|導入企業名|導入先|"
        "導入先名|利用企業|利用企業名|加盟店名|店舗名|団体名|組織名|御社名|貴社名|貴社|企業|会社|顧客会社名|"
        "アカウント名|テナント名|ユーザー企業名|取引先会社名|販売先|請求先名|請求先|商号|屋号|客先名|客先|"
        "施設名|学校名|病院名|取引先名称|顧客名称|会社名称|名前(通称)|会社名(正式)|お名前(会社名)|所属企業|"
        "所属会社|関連付けられた会社|関連会社名|主な関連会社|client company|customer company|contact company|"
        "requester organization|requester company|user company|billing company|billing company name|"
        "customer business name|creator account|creator company|respondent company|institution|institution name|"
        "merchant|merchant name|firm|firm name|practice name|agency name|end customer|end client|dba|"
        "請求先会社名|請求先企業名|送付先会社名|送付先企業名|発注企業|契約法人|契約法人名|契約会社|契約会社名|"
        "契約者会社名|ご契約者名|ご契約企業|ご契約企業名|ご契約先|利用会社|利用会社名|申込企業|申込企業名|"
        "申込会社名|お取引先|お取引先名|所属会社名|所属企業名|所属組織|勤務先|勤務先名|勤務先会社名|お勤め先|"
        "法人・団体名|法人/団体名|会社・団体名|会社名・団体名|貴社名・団体名|企業アカウント|企業アカウント名|"
        "導入施設|事業者|医療機関名|自治体名|自治体|先方会社名|相手会社名|相手先会社名|訪問先会社|訪問先会社名|"
        "訪問先名|問い合わせ元企業|問合せ元会社名|リクエスタの組織|回答企業|回答企業名|回答者会社名|取引先社名|"
        "納品先名|納入先名",
        hints="brand|送付先|送付先名|display name|"
        "name|business|billing name|employer|who asked|関連会社|所属会社|ship to|bill to|parent account|名称|名前|名|"
        "宛先|"
        "請求先名称|宛名|所属|ロゴ|顧|客|先方",
        bare="name|名|名称|名前|label|企業名|会社名",
        pattern=r"(your|which|what)\b.*\b(company|organi[sz]ation|business)|御社名|貴社名|会社名|所属企業",
    ),
    entry(
        "account.external_id",
        ValueType.IDENTIFIER,
        "C-00123",
        says="customer id|company id|account id|client id|organization id|organisation id|org id|tenant id|"
        "workspace id|customer number|account number|customer code|client code|customer oid|customer key|"
        "customer external id|account external id|顧客id|顧客番号|顧客コード|取引先コード|取引先id|取引先番号|"
        "会社id|会社コード|企業id|企業コード|得意先コード|得意先番号|お客様番号|お客様id|契約者id|契約者番号|"
        "テナントid|アカウントid|クライアントid|クライアントコード|加盟店id|店舗コード|お客様コード|会員番号|"
        "sfdc id|sfdc account id|salesforce id|salesforce account id|sf account id|crm id|crm account id|"
        "billing account number|billing account id|company external id|customer ref|customer reference|"
        "customer ref no|client ref|client number|client no|customer no|account no|account ref|acct no|"
        "customer account number|customer account id|organization external id|org external id|company uuid|"
        "account uuid|account key|account code|company code|company key|顧客no|取引先no|得意先no|会社no|企業no|"
        "契約者コード|請求先コード|請求先id|請求先no|請求先番号|顧客管理番号|顧客管理no|取引先管理番号|"
        "企業管理番号|会員id|会員コード|会員no|利用企業id|契約企業id|組織id|組織コード|法人id|法人コード|店舗id|"
        "店舗番号|施設id|施設コード|加盟店コード|加盟店番号|企業アカウントid|会社番号|企業番号|顧客管理コード|"
        "管理コード|アカウント番号|アカウントコード|取引先管理コード",
        hints="associated company ids|group id|group key|customer|客番",
        bare="item id|copper id|group id|"
        "object id|hs object id|"
        "id|oid|code|number|no|key|external id|ref|reference|uuid|uid|record id|番号|コード|no.|ナンバー|"
        "管理番号|レコード番号|レコードid",
    ),
    entry(
        "account.legal_name",
        ValueType.NAME,
        "Northwind Kettle Works Ltd",
        says="legal name|registered name|legal entity|legal entity name|official name|full legal name|"
        "company legal name|正式名称|正式社名|正式名|登記名|登記名称|登録名|商号(登記)|会社正式名称|"
        "法人正式名称|請求書宛名|registered company name|official company name|legal business name|会社正式名|"
        "正式会社名|正式企業名|登記上の名称|登記社名|法人正式名",
        bare="legal name|official name|正式名称|正式名",
    ),
    entry(
        "account.short_name",
        ValueType.TEXT,
        "Northwind",
        says="short name|abbreviation|nickname|alias|display name|trade name|略称|略称名|顧客略称名|略名|略|通称|"
        "呼称|愛称|表示名|会社略称",
        bare="short name|abbreviation|alias|nickname|略称|略称名|通称|表示名",
    ),
    entry(
        "account.kana",
        ValueType.TEXT,
        "ミホンカイシャ",
        says="company name kana|会社名カナ|会社名かな|会社名フリガナ|会社名ふりがな|企業名カナ|企業名フリガナ|"
        "顧客名カナ|顧客名かな|顧客名フリガナ|取引先名カナ|取引先名フリガナ|名称カナ|カナ名称|名前カナ|"
        "社名カナ|社名フリガナ|法人名カナ|法人名フリガナ|会社名よみ|取引先カナ",
        hints="フリガナ|ふりがな|カナ|かな|よみがな|ヨミガナ|読み|yomi|kana|furigana|phonetic name",
        bare="kana|カナ|かな|フリガナ|ふりがな|よみがな|ヨミガナ|ヨミ|よみ|名カナ|名フリガナ|名ふりがな|名称カナ",
    ),
    entry(
        "account.corporate_number",
        ValueType.IDENTIFIER,
        "1000000000000",
        says="corporate number|corporate id|houjin bangou|company registration number|registration number|"
        "company number|法人番号|会社法人等番号|法人no|法人マイナンバー",
    ),
    entry(
        "account.domain",
        ValueType.DOMAIN,
        "northwindkettle.example",
        says="domain|company domain|company domain name|website|website url|web site|company website|homepage|"
        "home page|url|web|email domain|primary domain|requester domain|ドメイン|ドメイン名|会社のドメイン名|"
        "ウェブサイト|webサイト|ホームページ|hp|会社url|サイトurl|企業url|メールドメイン|コーポレートサイト|"
        "company url|company web site|corporate site|corporate website|web address|site url|企業ドメイン|"
        "会社ドメイン|会社hp|企業hp|企業サイト|会社サイト|ホームページurl|webサイトurl|ウェブサイトurl|"
        "webアドレス|url1|domains|company domains|domains for this company",
        bare="domain|domain name|website|url|web|homepage|ドメイン|ホームページ",
    ),
    entry(
        "account.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="取引先責任者所有者|取引先責任者 所有者|コンタクト所有者|コンタクトの所有者|名刺所有者|名刺所有者名|"
        "名刺の所有者|"
        "人物所有者|主担当cs|主担当csm|メイン担当cs|メイン担当csm|primary cs|"
        "our person|our owner|owned by|managed by|取引担当者|取引所有者|会社担当者|コンタクト担当者|primary csm|"
        "primary owner|"
        "lead csm|メイン担当|メイン担当者|正担当|relationship owner|renewal owner|担当cs|担当社員|"
        "担当カスタマーサクセス|csオーナー|カスタマーサクセス|フォロー担当|サポート担当|cs lead|looked after by|"
        "cs担当名|フォロー担当者|owner|account owner|company owner|deal owner|contact owner|opportunity owner|"
        "csm|cs owner|customer success manager|success manager|account manager|am|cs manager|customer success|"
        "owner name|assigned to|assigned csm|relationship manager|responsible|hubspot owner|csm name|cs rep|"
        "担当|担当者|担当csm|cs担当|cs担当者|csm担当|自社担当|自社担当者|弊社担当|弊社担当者|社内担当|"
        "社内担当者|当社担当|当社担当者|カスタマーサクセス担当|サクセス担当|アカウント担当|顧客担当|主担当|"
        "主担当者|商談所有者|商談の所有者|取引先所有者|取引先の所有者|会社の担当者|コンタクトの担当者|"
        "取引の担当者|担当営業|担当名|account owner name|company owner name|owner full name|csm owner|"
        "csm assigned|csm full name|dedicated csm|assigned cs manager|customer success owner|"
        "client success manager|client manager|customer manager|am name|account mgr|customer owner|client owner|"
        "account lead|success owner|success rep|担当者(自社)|担当者(弊社)|担当者(社内)|自社担当名|弊社担当名|"
        "csm名|csm担当者|担当csm名|担当cs名|社内担当者名|自社担当者名|弊社担当者名|主担当名|主担当者名|"
        "カスタマーサクセス担当者|サクセス担当者|レコード所有者|案件担当|案件担当者|案件担当者名|商談担当者名|"
        "取引担当者名|取引担当|商談担当者|"
        "商談担当|会社所有者|契約担当(自社)|owner user|account owner full name|契約所有者|契約の所有者|"
        "契約オーナー|契約担当者|contract owner|company csm|担当チームメイト|チームメイト|担",
        hints="cs|オーナー|担当者名|manager|rep|lead|assignee|所有者|責任者|main owner|担当者氏名(自社)",
        bare="owner|所有者|manager|担当",
    ),
    entry(
        "account.status",
        ValueType.WORD,
        "Customer",
        says="lifecycle stage|customer status|account status|company status|customer stage|lifecycle|"
        "customer lifecycle stage|account stage|life cycle stage|顧客ステータス|取引状況|取引ステータス|"
        "顧客状態|ライフサイクルステージ|ライフサイクル|顧客フェーズ|顧客ステージ|アカウントステータス|"
        "利用ステージ|導入フェーズ|取引先ステータス|customer lifecycle|client status|account lifecycle|"
        "account lifecycle stage|account phase|customer phase|relationship status|customer state|client stage|"
        "journey stage|customer journey stage|lifecycle phase|企業ステータス|会社ステータス|導入ステータス|"
        "導入ステージ|取引フェーズ|取引段階|活用フェーズ|支援フェーズ|フォローステータス|顧客ライフサイクル",
        bare="status|stage|state|phase|状態|ステータス|状況|フェーズ|ステージ|現状|利用状況|契約状況|契約状態|"
        "契約ステータス|利用ステータス",
        hints="取引区分",
    ),
    entry(
        "account.at_risk",
        ValueType.YES_NO,
        "Yes",
        says="risk y n|risk yes no|要注|at risk|risk flag|churn risk flag|is at risk|at risk?|danger flag|"
        "リスク有無|リスクあり|"
        "解約リスク有無|解約懸念|離脱懸念|要注意|危険フラグ|アラート|要注意フラグ|リスクフラグ",
        hints="risk|churn risk|リスク|解約リスク|チャーンリスク",
    ),
    entry(
        "account.tier",
        ValueType.WORD,
        "High touch",
        says="対応レベル|対応ランク|タッチ区分|tier|customer tier|account tier|touch model|cs tier|support tier|"
        "ティア|タッチモデル|タッチ|顧客ランク|ランク|重要度|顧客tier|service level|engagement model|"
        "customer level|customer class|account class|priority tier|strategic tier|coverage model|client tier|"
        "success tier|abc rank|abc class|顧客レベル|顧客クラス|サポートレベル|サポートランク|サービスレベル|"
        "対応モデル|支援レベル|顧客重要度|abcランク|abc区分|取引ランク|取引先ランク|会社ランク|企業ランク|"
        "タッチレベル|アカウント階層|顧客階層|account hierarchy tier|health tier|階層|契約ランク|お客様ランク|"
        "重要度ランク",
        bare="tier|rank|ランク|ティア",
    ),
    entry(
        "account.segment",
        ValueType.TEXT,
        "Mid-market",
        says="customer type|client type|account type|company type|organization type|segment|customer segment|"
        "account segment|market segment|セグメント|顧客セグメント|顧客区分|区分|顧客分類|顧客種別|顧客タイプ|"
        "企業区分|市場区分|business segment|customer group|client segment|customer category|account category|"
        "client category|client group|company segment|company category|customer classification|"
        "relationship type|顧客カテゴリ|顧客カテゴリー|顧客グループ|取引先区分|取引先分類|取引先種別|会社区分|"
        "会社種別|企業種別|企業分類|法人区分|企業セグメント|取引先グループ",
        hints="category|classification|カテゴリ|カテゴリー|分類|type|タイプ",
        bare="segment|category|classification|セグメント|区分|分類|カテゴリ|タイプ|種別",
    ),
    entry(
        "account.industry",
        ValueType.TEXT,
        "Manufacturing",
        says="industry|sector|vertical|industry type|line of business|industry name|業種|業界|産業|業種名|業界名|"
        "業種分類|業態|primary industry|industry sector|industry vertical|business sector|business category|"
        "業種(大分類)|業種大分類|主業種|業種カテゴリ|業種区分|事業分野|事業領域|業界区分|業界カテゴリ|産業分類",
        bare="industry|sector|vertical|業種|業界",
    ),
    entry(
        "account.size",
        ValueType.TEXT,
        "51-200",
        says="size|company size|account size|employee range|employees range|size band|会社規模|企業規模|規模|"
        "従業員規模|社員規模|company size range|employee band|employee size|organisation size|organization size|"
        "number of employees range|headcount range|headcount band|business size|従業員レンジ|従業員数レンジ|"
        "従業員数(レンジ)|従業員数規模|従業員区分|社員数規模|会社規模区分|企業規模区分|規模区分",
        bare="size|規模|サイズ",
    ),
    entry(
        "account.employees",
        ValueType.COUNT,
        "120",
        says="employees|number of employees|employee count|headcount|no of employees|staff count|従業員数|社員数|"
        "職員数|従業員|total employees|full time employees|fte|num employees|number of staff|employees total|"
        "規模(人)|規模(名)|人員数|全社員数|従業員人数|社員人数|正社員数",
        bare="employees|employee count|headcount|従業員数|社員数",
    ),
    entry(
        "account.channel",
        ValueType.TEXT,
        "Partner",
        says="channel|acquisition channel|lead source|source channel|sales channel|original source|獲得チャネル|"
        "チャネル|流入経路|販売チャネル|販路|獲得経路|リードソース|代理店|販売代理店|紹介元|経路|"
        "acquisition source|customer source|referral source|marketing source|how did you hear about us|"
        "how they found us|source of lead|first touch channel|リード元|リード獲得元|リード獲得経路|リード経路|"
        "獲得元|流入元|流入チャネル|認知経路|案件発生元|販売経路|商流|代理店名|販売代理店名",
        hints="source",
        bare="channel|source|チャネル|経路",
    ),
    entry(
        "account.sales_rep",
        ValueType.NAME,
        "Bram Oosterling",
        says="sales manager|営業マネージャー|sales rep|sales owner|sales person|salesperson|account executive|ae|"
        "sales|sales representative|closed by|営業担当|営業担当者|営業|受注担当|セールス担当|担当営業者|"
        "営業マン|販売担当|sales executive|sales lead|account rep|sales owner name|sales rep name|sold by|"
        "salesperson name|ae name|sales manager name|営業担当者名|営業担当名|担当営業名|自社営業担当|"
        "自社営業担当者|営業担当社員|受注担当者|seller",
    ),
    entry(
        "account.use_case",
        ValueType.TEXT,
        "Sales promotion",
        says="use case|usecase|use cases|purpose of use|primary use case|利用目的|用途|利用用途|ユースケース|"
        "活用用途|導入目的|導入用途",
        bare="use case|用途|目的",
    ),
    entry(
        "account.fit",
        ValueType.WORD,
        "Good",
        says="fit|icp fit|customer fit|fit score label|is icp|icp|フィット|適合度|適合|icp適合|ターゲット適合",
        bare="fit",
    ),
    entry(
        "account.fit_reason",
        ValueType.TEXT,
        "Needs what we make",
        says="fit reason|reason for fit|why fit|icp reason|icp fit reason|fit notes|fit comment|適合理由|適合の理由|"
        "フィット理由|適合度の理由|適合コメント",
    ),
    entry(
        "account.referred_by",
        ValueType.NAME,
        "Northwind Kettle",
        says="referred by|referrer|referring customer|referring account|referral from|introduced by|"
        "紹介元企業|紹介元会社|紹介元顧客|紹介企業|紹介会社|紹介顧客|紹介者|ご紹介者|ご紹介元",
    ),
    entry(
        "account.sentiment",
        ValueType.COUNT,
        "4",
        says="csm sentiment|csm score|csm pulse|pulse|sentiment|csm rating|主観評価|csm評価|担当者評価|感触|"
        "csm所感スコア",
    ),
    entry(
        "account.tags",
        ValueType.TEXT,
        "EMEA, Enterprise",
        says="tags|tag|labels|label|タグ|ラベル|account tags|company tags|キーワード|tag list|tag names|all tags|"
        "タグ名|タグ一覧|タグリスト|tag 1",
        bare="tags|tag|labels|タグ|ラベル",
    ),
    entry(
        "account.notes",
        ValueType.TEXT,
        "Asked for an export",
        says="notes|note|remarks|remark|comments|memo|additional notes|internal notes|account notes|備考|備考欄|メモ|"
        "社内メモ|摘要|特記事項|コメント|補足|顧客メモ|所感|注記|自由記入|general notes|account comments|"
        "free notes|background info|備考・メモ|メモ・備考|特記|引継事項|引き継ぎ事項|引継ぎ事項|引継ぎメモ|"
        "申し送り|申し送り事項|注意事項|その他備考|その他特記事項|社内備考|備考1|コメント欄|フリーメモ|補足事項|"
        "営業メモ|csメモ",
        hints="summary|概要|company description|description|comment|detail|details|その他|内容|説明|情報",
        bare="notes|note|memo|remarks|備考|メモ",
        may_be_empty=True,
    ),
    entry(
        "account.created_at",
        ValueType.DATE,
        "2024-02-01",
        says="in crm since|crm since|in crm|crm登録|顧客台帳登録|organization created|organisation created|"
        "customer created|tenant created|customer since|client since|"
        "member since|account created|company created|取引開始|顧客登録|登録|初回取引|顧客化|account creation|"
        "company creation|record created in crm|企業登録|企業作成|会社登録|会社作成|取引先登録|取引先作成|"
        "顧客作成|初回登録|アカウント作成|アカウント登録",
        bare="created|create|creation|signup|sign up|signed up|registered|added|since|登録|作成",
    ),
    entry(
        "account.total_paid",
        ValueType.MONEY,
        "1249.50",
        says="total spend|total paid|lifetime spend|lifetime revenue|total revenue|ltv to date|total payments|"
        "net revenue to date|lifetime value|累計売上|累計金額|累計支払額|累計入金額|入金累計|累計入金|取引累計|"
        "売上累計|総支払額|"
        "累計利用額|total revenue to date|all time revenue|revenue to date|cumulative revenue|累計売上金額|"
        "累計取引額|取引総額|取引累計額|累計購入額|累計購入金額|lifetime paid|paid to date",
        hints="net payments",
        bare="total spend|total paid|lifetime value",
    ),
)
