"""Headings of accounts."""

from csdesk.intake.vocabulary.entry import ValueType, entry

ACCOUNTS = (
    entry(
        "account.name",
        ValueType.NAME,
        "Northwind Kettle Works",
        says="sales account|sales account name|author company|submitter company|"
        "churned customer|churned account|churned client|former customer|"
        "customer full name|payer|paid by|remitter|振込依頼人名|振込依頼人|振込人名|入金元|入金元名|"
        "依頼人名|退会企業|退会顧客|離脱企業|離脱顧客|失注企業|"
        "店舗|訪問先|架電先|相手先|相手先企業|訪問企業|訪問先企業|お客さま|解約企業|解約顧客|解約先|sold to|"
        "lost customer|店名|医院名|園名|事業者名|事業所名|発注元|"
        "納品先|加盟店|アカウント|顧客社名|buyer|subscriber|brand|school|hospital|"
        "store|trading name|account holder|customer organization|client organization|member company|"
        "社名|契約社名|契約者|顧客企業|顧客企業名|取引先企業|取引先企業名|お得意先|"
        "組織|組織名称|関連する会社|company name|customer name|client name|account name|"
        "organization name|organisation name|company|"
        "customer|client|account|organization|organisation|org|logo|associated company|"
        "primary associated company|primary company|customer account|business name|tenant|tenant name|"
        "workspace|workspace name|customer organization|会社名|企業名|顧客名|取引先名|取引先|顧客|"
        "お客様名|お客さま名|お客様|得意先名|得意先|クライアント名|クライアント|法人名|契約先|契約先名|"
        "契約企業名|契約者名|導入企業|導入企業名|導入先|導入先名|利用企業|利用企業名|加盟店名|店舗名|"
        "団体名|組織名|御社名|貴社名|貴社|企業|会社|顧客会社名|アカウント名|テナント名|ユーザー企業名|"
        "取引先会社名|販売先|請求先名|請求先|商号|屋号|客先名|客先|施設名|学校名|病院名|取引先名称|"
        "顧客名称|会社名称|名前(通称)|会社名(正式)|お名前(会社名)|所属企業|所属会社|関連付けられた会社|"
        "関連会社名|主な関連会社",
        hints="送付先|送付先名|display name|"
        "name|business|billing name|employer|ship to|bill to|parent account|名称|名前|名|宛先|請求先名称|"
        "宛名|所属|ロゴ",
        bare="name|名|名称|名前|label|企業名|会社名",
        pattern=r"(your|which|what)\b.*\b(company|organi[sz]ation|business)|御社名|貴社名|会社名|所属企業",
    ),
    entry(
        "account.external_id",
        ValueType.IDENTIFIER,
        "C-00123",
        says="customer id|company id|account id|client id|organization id|organisation id|org id|tenant id|"
        "workspace id|customer number|account number|customer code|client code|customer oid|customer key|"
        "customer external id|account external id|顧客id|顧客番号|顧客コード|取引先コード|取引先id|"
        "取引先番号|会社id|会社コード|企業id|企業コード|得意先コード|得意先番号|お客様番号|お客様id|"
        "契約者id|契約者番号|テナントid|アカウントid|クライアントid|クライアントコード|加盟店id|"
        "店舗コード|お客様コード|会員番号",
        hints="group id|group key|customer|客番|人物id",
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
        "法人正式名称|請求書宛名",
        bare="legal name|official name|正式名称|正式名",
    ),
    entry(
        "account.short_name",
        ValueType.TEXT,
        "Northwind",
        says="short name|abbreviation|nickname|alias|display name|trade name|略称|略称名|顧客略称名|略名|通称|"
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
        "home page|url|web|email domain|primary domain|requester domain|ドメイン|ドメイン名|"
        "会社のドメイン名|ウェブサイト|webサイト|ホームページ|hp|会社url|サイトurl|企業url|"
        "メールドメイン|コーポレートサイト",
        bare="domain|domain name|website|url|web|homepage|ドメイン|ホームページ",
    ),
    entry(
        "account.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="owned by|managed by|"
        "取引担当者|取引所有者|会社担当者|コンタクト担当者|"
        "primary csm|primary owner|lead csm|メイン担当|メイン担当者|正担当|"
        "relationship owner|renewal owner|担当cs|担当社員|担当カスタマーサクセス|"
        "csオーナー|カスタマーサクセス|フォロー担当|サポート担当|cs lead|looked after by|cs担当名|フォロー担当者|"
        "owner|account owner|company owner|deal owner|contact owner|opportunity owner|csm|cs owner|"
        "customer success manager|success manager|account manager|am|cs manager|customer success|"
        "owner name|assigned to|assigned csm|relationship manager|responsible|hubspot owner|csm name|"
        "cs rep|担当|担当者|担当csm|cs担当|cs担当者|csm担当|自社担当|自社担当者|弊社担当|弊社担当者|"
        "社内担当|社内担当者|当社担当|当社担当者|カスタマーサクセス担当|サクセス担当|アカウント担当|"
        "顧客担当|主担当|主担当者|商談所有者|商談の所有者|取引先所有者|取引先の所有者|会社の担当者|"
        "コンタクトの担当者|取引の担当者|担当営業|担当名",
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
        "利用ステージ|導入フェーズ|取引先ステータス",
        bare="status|stage|state|phase|状態|ステータス|状況|フェーズ|ステージ|現状|利用状況|契約状況|契約状態|"
        "契約ステータス|利用ステータス",
    ),
    entry(
        "account.at_risk",
        ValueType.YES_NO,
        "Yes",
        says="at risk|risk flag|churn risk flag|is at risk|at risk?|danger flag|リスク有無|リスクあり|"
        "解約リスク有無|要注意|危険フラグ|アラート|要注意フラグ|リスクフラグ",
        hints="risk|churn risk|リスク|解約リスク|チャーンリスク",
    ),
    entry(
        "account.tier",
        ValueType.WORD,
        "High touch",
        says="対応レベル|対応ランク|タッチ区分|"
        "tier|customer tier|account tier|touch model|cs tier|support tier|ティア|タッチモデル|タッチ|"
        "顧客ランク|ランク|重要度|顧客tier",
        bare="tier|rank|ランク|ティア",
    ),
    entry(
        "account.segment",
        ValueType.TEXT,
        "Mid-market",
        says="customer type|client type|account type|company type|organization type|"
        "segment|customer segment|account segment|market segment|セグメント|顧客セグメント|顧客区分|区分|"
        "顧客分類|顧客種別|顧客タイプ|企業区分|市場区分",
        hints="category|classification|カテゴリ|カテゴリー|分類|type|タイプ",
        bare="segment|category|classification|セグメント|区分|分類|カテゴリ|タイプ|種別",
    ),
    entry(
        "account.industry",
        ValueType.TEXT,
        "Manufacturing",
        says="industry|sector|vertical|industry type|line of business|industry name|業種|業界|産業|業種名|"
        "業界名|業種分類|業態",
        bare="industry|sector|vertical|業種|業界",
    ),
    entry(
        "account.size",
        ValueType.TEXT,
        "51-200",
        says="size|company size|account size|employee range|employees range|size band|会社規模|企業規模|規模|"
        "従業員規模|社員規模",
        bare="size|規模|サイズ",
    ),
    entry(
        "account.employees",
        ValueType.COUNT,
        "120",
        says="employees|number of employees|employee count|headcount|no of employees|staff count|従業員数|"
        "社員数|職員数|従業員",
        bare="employees|employee count|headcount|従業員数|社員数",
    ),
    entry(
        "account.region",
        ValueType.TEXT,
        "Kanto",
        says="region|area|territory|sales region|geography|geo|地域|エリア|地区|リージョン|地方|拠点地域|営業エリア",
        bare="region|area|territory|地域|エリア",
    ),
    entry(
        "account.prefecture",
        ValueType.TEXT,
        "東京都",
        says="請求先(都道府県)|住所(都道府県)|納入先(都道府県)|prefecture|state province|都道府県|"
        "都道府県名|県名|本社都道府県|billing state|所在地(都道府県)",
        bare="prefecture|都道府県",
    ),
    entry(
        "account.postal_code",
        ValueType.TEXT,
        "100-0001",
        says="postal code|post code|postcode|zip|zip code|billing zip|billing postal code|郵便番号|〒|郵便|"
        "本社郵便番号",
        bare="postal code|zip|zip code|郵便番号",
    ),
    entry(
        "account.address",
        ValueType.TEXT,
        "見本区例示1-1",
        says="請求先(町名・番地)|請求先(市区郡)|address|address 1|address1|address line 1|street|"
        "street address|billing street|billing address|"
        "mailing address|住所|住所1|住所１|所在地|本社所在地|市区町村・番地|市区町村番地|本社住所|"
        "会社住所|番地",
        bare="address|address 1|street|住所|住所1|所在地",
    ),
    entry(
        "account.phone",
        ValueType.TEXT,
        "03-0000-0000",
        says="main phone|company phone|office phone|代表電話|代表電話番号|会社電話番号|会社電話|代表tel|"
        "tel会社|会社tel|本社電話番号",
        hints="phone|telephone|tel|phone number|電話|電話番号|tel番号",
        bare="phone|phone number|telephone|tel|電話|電話番号",
    ),
    entry(
        "account.channel",
        ValueType.TEXT,
        "Partner",
        says="channel|acquisition channel|lead source|source channel|sales channel|original source|"
        "獲得チャネル|チャネル|流入経路|販売チャネル|販路|獲得経路|リードソース|代理店|販売代理店|紹介元|"
        "経路",
        hints="source",
        bare="channel|source|チャネル|経路",
    ),
    entry(
        "account.sales_rep",
        ValueType.NAME,
        "Bram Oosterling",
        says="sales manager|営業マネージャー|"
        "sales rep|sales owner|sales person|salesperson|account executive|ae|sales|sales representative|"
        "closed by|営業担当|営業担当者|営業|受注担当|セールス担当|担当営業者|営業マン|販売担当",
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
        says="tags|tag|labels|label|タグ|ラベル|account tags|company tags|キーワード",
        bare="tags|tag|labels|タグ|ラベル",
    ),
    entry(
        "account.notes",
        ValueType.TEXT,
        "Asked for an export",
        says="notes|note|remarks|remark|comments|memo|additional notes|internal notes|account notes|備考|"
        "備考欄|メモ|社内メモ|摘要|特記事項|コメント|補足|顧客メモ|所感|注記|自由記入",
        hints="summary|概要|company description|description|comment|detail|details|その他|内容|説明|情報",
        bare="notes|note|memo|remarks|備考|メモ",
        may_be_empty=True,
    ),
    entry(
        "account.created_at",
        ValueType.DATE,
        "2024-02-01",
        says="organization created|organisation created|customer created|tenant created|"
        "customer since|client since|member since|account created|company created|取引開始|顧客登録|登録|"
        "初回取引|顧客化",
        bare="created|create|creation|signup|sign up|signed up|registered|added|since|登録|作成",
    ),
    entry(
        "account.total_paid",
        ValueType.MONEY,
        "1249.50",
        says="total spend|total paid|lifetime spend|lifetime revenue|total revenue|ltv to date|total payments|"
        "net revenue to date|lifetime value|累計売上|累計金額|累計支払額|累計入金額|取引累計|売上累計|"
        "総支払額|累計利用額",
        bare="total spend|total paid|lifetime value",
    ),
)
