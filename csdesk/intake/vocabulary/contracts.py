"""Headings of contracts and deals: what they are and what they cost."""

from csdesk.intake.vocabulary.entry import ValueType, entry

CONTRACTS = (
    entry(
        "contract.external_id",
        ValueType.IDENTIFIER,
        "sub_1Inv0000",
        hints="asset id|asset number|document id|envelope id|書類id|文書id|order",
        says="納入商品id|納入商品番号|"
        "contract id|subscription id|contract number|subscription number|deal id|opportunity id|agreement id|"
        "order id|order number|subscription oid|subscription|contract no|subscription key|契約id|契約番号|"
        "契約no|契約コード|契約管理no|案件番号|案件id|案件no|案件コード|商談id|商談番号|サブスクリプションid|"
        "受注番号|受注id|注文番号|申込番号|契約管理番号|サブスクid|subscription ref|subscription reference|"
        "subscription uuid|subscription external id|contract ref|contract reference|contract uuid|"
        "agreement number|agreement no|order no|order ref|sales order number|license id|license number|"
        "opportunity number|deal number|deal no|契約書番号|契約管理id|契約キー|受注no|受注コード|受注管理番号|"
        "申込id|申込no|注文no|注文id|オーダー番号|オーダーid|サブスクリプション番号|サブスク番号|利用契約番号|"
        "利用契約id|請求情報番号|請求情報id|定期請求id|ライセンスid|ライセンス番号|案件管理番号|商談no|"
        "商談コード",
        bare="copper id|"
        "object id|hs object id|"
        "id|oid|code|number|no|key|external id|ref|reference|uuid|record id|番号|コード|no.|管理番号|"
        "レコード番号|レコードid",
    ),
    entry(
        "contract.name",
        ValueType.TEXT,
        "Northwind – renewal",
        says="asset name|納入商品名|資産名|"
        "deal name|opportunity name|contract name|subscription name|agreement name|deal title|contract title|"
        "opportunity|deal|project name|商談名|案件名|契約名|契約件名|取引名|サブスクリプション名|受注件名|案件|"
        "order name|subscription title|契約タイトル|契約名称|案件タイトル|商談タイトル|受注名|受注案件名|注文名|"
        "契約書名|契約書タイトル",
        hints="document name|document title|書類名|文書名|title|件名",
        bare="name|title|名|名称|件名|タイトル",
    ),
    entry(
        "contract.product",
        ValueType.TEXT,
        "Base",
        says="product|product name|service|service name|product line|module|solution|item purchased|sku|製品|製品名|"
        "商品|商品名|サービス|サービス名|プロダクト|プロダクト名|契約製品|契約サービス|契約商品|利用サービス|"
        "ソリューション|モジュール|product service|product or service|product title|product display|"
        "product display name|subscribed product|product purchased|products|契約商品名|契約製品名|"
        "契約サービス名|利用サービス名|利用製品|利用プロダクト|提供サービス|提供サービス名|商材|商材名|"
        "商品・サービス|商品/サービス|製品・サービス|商品・サービス名|導入製品|導入サービス|導入商品|購入商品|"
        "購入製品|申込サービス|申込商品|契約プロダクト",
        hints="item|line item|subscription|offering|品目|品名|オプション|機能|契約内容|内容|明細",
        bare="product|product name|service|商品|製品|サービス|商品名|製品名|サービス名",
    ),
    entry(
        "contract.plan",
        ValueType.TEXT,
        "Growth",
        says="plan nickname|price nickname|product tier|service tier|subscription tier|plan tier|plans|current plans|"
        "active plans|subscribed plans|subscription type|contracted plan|plan at churn|解約時プラン|"
        "解約時のプラン|プラン種別|ライセンス名|メニュー|"
        "契約メニュー|プラン・商品|plan|plan name|subscription plan|pricing plan|price plan|package|edition|"
        "license type|plan type|current plan|プラン|プラン名|契約プラン|料金プラン|利用プラン|エディション|"
        "パッケージ|コース|コース名|契約コース|ライセンス種別|ライセンス|グレード|price plan name|plan title|"
        "plan display name|tier name|pricing tier|subscription level|membership|membership type|"
        "membership level|membership plan|service plan|service package|billing plan|current package|"
        "subscribed plan|license edition|license tier|licence type|rate plan|rate plan name|契約プラン名|"
        "現プラン|現在のプラン|現契約プラン|利用プラン名|申込プラン|プランタイプ|料金プラン名|料金コース|"
        "会員プラン|サービスプラン|サービスプラン名|ライセンスプラン|ライセンスタイプ|契約グレード|プラン区分|"
        "item price name|subscription item name|導入プラン|導入コース|加入プラン|"
        "加入コース|契約中のプラン|提供プラン|適用プラン",
        hints="price|license|licence|tariff|course|programme|program|契約内容|ご契約内容|サービス内容|利用内容",
        bare="plan|plan name|package|edition|プラン|プラン名|コース",
    ),
    entry(
        "contract.plan_id",
        ValueType.IDENTIFIER,
        "plan_1",
        says="plan id|plan oid|price id|plan code|price oid|plan key|item price id|プランid|プランコード|価格id|"
        "rate plan id|plan slug|plan uuid|price key|プラン番号|プランno|料金プランid|料金プランコード",
        bare="plan id|price id|プランid",
    ),
    entry(
        "contract.type",
        ValueType.WORD,
        "New business",
        says="新/追/更|新/増/更|新/追加/更新|新追更|new/add/ren|new/exp/renew|取引タイプ|new/exp/ren|"
        "new/expansion/renewal|new/upsell/renewal|新規/増額/更新|contract type|deal type|"
        "subscription type|opportunity type|agreement type|business type|"
        "契約種別|契約形態|契約区分|契約タイプ|商談種別|商談タイプ|案件種別|取引種別|新規・更新|新規/更新|"
        "受注種別|契約の種類|order type|sale type|sales type|new renewal|new or renewal|new/renewal|"
        "deal category|contract category|受注区分|受注タイプ|案件区分|案件タイプ|商談区分|取引区分|申込区分|"
        "申込種別|新規/継続|新規・継続|新規継続区分|新規更新区分|契約分類|契約カテゴリ",
        bare="type|kind|category|種別|区分|タイプ|形態|種類",
    ),
    entry(
        "contract.status",
        ValueType.WORD,
        "active",
        says="subscription status|contract status|契約ステータス|契約状態|契約状況|受注ステータス|"
        "サブスクリプションステータス|受注状況|契約フラグ|利用状況|契約有無|解約ステータス|subscription state|"
        "plan status|license status|agreement status|billing status|service status|契約の状態|契約ステータス名|"
        "利用状態|サービス利用状況|サービスステータス|課金ステータス|課金状況|課金状態|サブスク状態|"
        "サブスクステータス|サブスクリプション状態|ライセンスステータス|契約継続状況",
        hints="standing|現況",
        bare="status|state|standing|状態|ステータス|状況|現状",
    ),
    entry(
        "contract.stage",
        ValueType.WORD,
        "Closed won",
        says="フェーズ名|ステージ名|stage name|deal stage|opportunity stage|sales stage|pipeline stage|フェーズ|"
        "商談フェーズ|商談ステージ|案件ステータス|案件フェーズ|取引ステージ|商談ステータス|営業フェーズ|"
        "案件ステージ|確度|deal status|opportunity status|sales phase|pipeline status|deal phase|営業ステータス|"
        "営業ステージ|案件状況|案件状態|案件進捗|商談状況|商談進捗|受注フェーズ|営業段階|商談段階",
        hints="stage|ステージ",
        bare="stage|phase|フェーズ|ステージ",
    ),
    entry(
        "contract.quantity",
        ValueType.COUNT,
        "25",
        says="seats bought|seats purchased|licenses purchased|licences purchased|licences bought|paid seats|"
        "契約済席数|quantity|qty|seats|number of seats|licenses|licences|number of licenses|seat count|"
        "license count|plan quantity|users licensed|contracted seats|purchased seats|数量|席数|ライセンス数|"
        "契約席数|id数|契約id数|アカウント数|契約アカウント数|契約ライセンス数|ユーザー数|契約ユーザー数|契約数|"
        "利用人数|店舗数|シート数|seat quantity|total seats|seats sold|seats licensed|licensed seats|"
        "licensed users|license quantity|licenses sold|number of licences|no of seats|no of licenses|"
        "contracted users|contracted licenses|paid users|paid licenses|user licenses|user seats|seat limit|"
        "subscribed seats|subscription quantity|committed seats|billable users|billable seats|契約席|購入席数|"
        "購入ライセンス数|契約数量|発行id数|発行アカウント数|契約台数|契約店舗数|契約拠点数|契約ユーザ数|"
        "有料ユーザー数|有料id数|有料アカウント数|課金ユーザー数|課金id数|課金アカウント数|契約シート数|"
        "ライセンス本数|id契約数",
        hints="users|number of users|units|headcount|個数|人数|口数|利用者数|契約人数",
        bare="quantity|qty|seats|licenses|数量|席数|ライセンス数",
    ),
    entry("contract.total", ValueType.MONEY, "620"),
    entry(
        "contract.mrr",
        ValueType.MONEY,
        "1249.50",
        says="mrr lost|lost mrr|churned mrr|失ったmrr|解約mrr|月謝|rev mo|月会費|mrr|monthly recurring revenue|"
        "monthly fee|monthly price|monthly amount|price per month|monthly revenue|monthly spend|monthly charge|"
        "current mrr|monthly subscription|monthly value|fee per month|amount per month|mrr amount|"
        "subscription mrr|net mrr|total mrr|monthly cost|monthly rate|monthly contract value|月額|月額料金|"
        "月額費用|月額利用料|月額金額|月額単価|月額売上|月間売上|月間利用料|月額固定費|月次売上|月次金額|"
        "月次料金|月額契約金額|月額請求額|利用料(月額)|月額税抜|月額(税抜)|料金(月額)|月単価|月額合計|月間料金|"
        "月額課金|月当たり金額|月あたり金額|月額mrr|契約月額|月額利用料金|月契約金額|基本料金(月額)|月々の料金|"
        "月収|月売上|mrr value|subscription monthly amount|monthly contract amount|monthly subscription fee|"
        "monthly subscription amount|monthly license fee|monthly plan price|monthly billing|"
        "monthly billing amount|monthly bill|monthly payment|committed mrr|cmrr|contracted mrr|normalized mrr|"
        "monthly total|current monthly|mrr at churn|mrr金額|月額基本料|月額基本料金|基本月額|基本月額料金|"
        "月額保守料|月額使用料|月額利用金額|月額契約料|月額定額|月額ランニング|月額ランニング費用|月次費用|"
        "月次利用料|月次請求額|月次請求金額|毎月請求額|毎月の請求額|月々の金額|月々の費用|月々の利用料|"
        "月間契約額|月間契約金額|月間請求額|月間費用|月間金額|現在の月額|現月額|現在mrr|現mrr|解約時mrr|"
        "解約時月額|サブスク月額",
        hints="recurring revenue",
        bare="mrr|monthly amount|月額|月額料金",
    ),
    entry(
        "contract.arr",
        ValueType.MONEY,
        "14994",
        says="arr up for renewal|arr lost|lost arr|churned arr|年会費|annualised value|annualized value|arr|"
        "annual recurring revenue|annual value|annual contract value|acv|yearly amount|annual amount|annual fee|"
        "annual price|yearly price|price per year|yearly fee|annualized revenue|annualised revenue|"
        "contract value (annual)|annual spend|contract arr|current arr|年額|年額料金|年額費用|年額利用料|"
        "年間契約額|年間契約金額|年間利用料|年間金額|年間料金|年契約金額|年額金額|年間費用|年額(税抜)|"
        "年間売上(契約)|年間契約料|年間利用料金|年額契約金額|契約年額|arr value|arr amount|"
        "annual contract amount|annual subscription fee|annual subscription|annual subscription amount|"
        "annual license fee|annual billing|annual payment|annual total|yearly value|"
        "yearly subscription|yearly contract value|contract acv|current acv|committed arr|carr|contracted arr|"
        "arr at churn|arr金額|年間利用額|年間請求額|年間支払額|年間保守料|年間ライセンス料|年間ライセンス費用|"
        "年間使用料|年間基本料|年間取引額|年額保守料|年額使用料|年額基本料|現在arr|解約時arr|年間契約料金",
        bare="arr|acv|annual amount|年額|年間金額",
    ),
    entry(
        "contract.amount",
        ValueType.MONEY,
        "120000",
        says="amount billed|保守料金|保守料|顧問料|retainer|保守費用|基本料金|invoice amount|contract price|"
        "contract fee|fee amount|deal size|contract value|contract amount|deal amount|opportunity amount|"
        "deal value|total contract value|tcv|order amount|billing amount|billed amount|charge amount|"
        "price per period|recurring amount|contract total|period amount|契約金額|契約額|受注金額|受注額|"
        "見積金額|請求額|請求金額|商談金額|案件金額|契約総額|総契約額|合計契約金額|定価合計|請求サイクル金額|"
        "利用金額|取引金額|初回契約額|販売金額|成約金額|注文金額|契約料金|契約料|値引後|割引後|値引後金額|"
        "割引後金額|値引後価格|割引後価格|discounted price|price after discount|amount after discount|"
        "total contract amount|order total|order value|booking amount|sale amount|sales amount|"
        "selling price|recurring price|recurring fee|subscription amount|subscription price|subscription fee|"
        "subscription value|plan price|plan cost|renewal amount|renewal value|contracted amount|契約価格|"
        "契約総金額|受注総額|受注合計|案件規模|商談規模|売上金額|売上額|ご契約金額|サービス料金|サービス利用料|"
        "サブスク料金|定期課金額|課金額|課金金額|プラン料金|プラン金額|販売価格|販売額|取引額|成約額|注文額|"
        "申込金額|契約金額(税抜)|total price|合計価格|商品金額",
        hints="net price|net|value|total|total amount|price|fee|revenue|charge|合計|合計金額|料金|利用料|"
        "利用料金|売上|"
        "税抜金額|金額(税抜)",
        bare="amount|value|price|fee|total|金額|額|価格|総額|料金",
    ),
    entry(
        "contract.unit_amount",
        ValueType.MONEY,
        "49.00",
        says="unit cost|seat price|user price|price unit|price seat|price user|rate per seat|rate per user|"
        "unit amount|unit price|plan unit price|price per unit|price per seat|price per user|per seat price|"
        "per user price|item unit price|list price per unit|単価|ライセンス単価|id単価|ユーザー単価|席単価|"
        "1id単価|契約単価|アカウント単価|商品単価|税抜単価|price per license|price per licence|license price|"
        "seat rate|rate per unit|unit rate|1ユーザー単価|1席単価|ユーザー当たり単価|販売単価|提供単価|請求単価|"
        "利用単価|sales price|price each|選択単価|販売単価(税抜)",
        hints="販売価格|selling price|amount|rate|price each|each",
        bare="unit amount|unit price|rate|price|単価",
    ),
    entry(
        "contract.unit_amount_cents",
        ValueType.CENTS,
        "4900",
        says="plan amount|amount in cents|unit amount cents|amount cents|price in cents|unit amount in cents|"
        "plan amount in cents|plan unit amount|price cents|mrr cents",
        bare="amount cents|amount in cents|unit amount cents",
    ),
    entry(
        "contract.currency",
        ValueType.CURRENCY,
        "USD",
        says="currency|currency code|plan currency|billing currency|iso currency|ccy|deal currency|通貨|通貨コード|"
        "請求通貨|契約通貨|currency iso code|currency iso|amount currency|currency of value|"
        "billing currency code|subscription currency|contract currency|price currency|transaction currency|"
        "通貨単位|取引通貨|決済通貨",
        bare="currency|currency code|通貨",
    ),
    entry(
        "contract.interval",
        ValueType.WORD,
        "month",
        says="支払条件請求|支払周期|支払い区分|支払い間隔|支払い頻度|billing schedule|interval|billing interval|"
        "billing frequency|"
        "billing cycle|billing period unit|payment frequency|billing term|plan interval|payment interval|"
        "billing period|payment cycle|invoice frequency|payment terms frequency|請求サイクル|請求区分|"
        "支払サイクル|請求頻度|支払頻度|課金サイクル|課金周期|請求周期|請求間隔|支払間隔|契約周期|請求単位|"
        "料金体系|支払い周期|支払いサイクル|更新サイクル|課金単位|月払/年払|月払い・年払い|支払区分|"
        "billing interval unit|interval unit|subscription interval|subscription frequency|renewal frequency|"
        "renewal cycle|renewal interval|recurring interval|billing recurrence|payment schedule|payment plan|"
        "invoicing frequency|invoice interval|invoicing interval|charge frequency|charge interval|"
        "plan billing period|plan period|plan frequency|支払いプラン|請求タイミング|繰返し周期|繰り返し周期|"
        "繰り返し間隔|繰返し間隔|決済サイクル|決済周期|決済頻度|課金間隔|課金頻度|契約サイクル|年払い/月払い|"
        "月額/年額|月額・年額|支払単位|料金サイクル",
        hints="billing|payment|billed|支払|支払い|課金|請求",
        bare="interval|frequency|cycle|period unit|サイクル|周期|頻度",
    ),
    entry(
        "contract.interval_count",
        ValueType.COUNT,
        "1",
        says="billing cycle frequency|cycle frequency|"
        "billing cycle count|cycle count|interval unit count|"
        "interval length|"
        "months per invoice|months invoiced|months per bill|months per payment|"
        "interval count|plan interval count|billing months|billing interval months|months per billing|"
        "billing interval count|interval months|billing period months|months billed|"
        "billing frequency (months)|billing interval (months)|billing cycle months|請求サイクル(月)|"
        "請求月数|請求間隔(月)|請求サイクル月数|支払サイクル(月)|請求サイクル(ヶ月)|請求サイクル(か月)|"
        "請求単位(月)|課金月数|請求周期(月)|支払月数",
        hints="interval|interval value|billing interval|周期|間隔|"
        "billing period|請求サイクル|支払サイクル|課金サイクル|請求期間",
        bare="interval count|interval months|period|months",
    ),
    entry(
        "contract.charge",
        ValueType.WORD,
        "recurring",
        says="charge type|revenue type|billing type|price type|pricing model|課金種別|料金種別|売上区分|課金タイプ|"
        "料金区分|売上種別|課金形態|revenue category|fee type|charge model|recurring or one time|"
        "recurring one time|one time or recurring|income type|課金区分|請求タイプ|請求種別|売上タイプ|"
        "料金タイプ|ストック/フロー|ストック・フロー|フロー/ストック|定期/スポット|定期・スポット|初期/月額|"
        "初期・月額",
        bare="charge type|料金種別",
    ),
    entry(
        "contract.list_amount",
        ValueType.MONEY,
        "150000",
        says="リスト価格|リスト金額|リストプライス|"
        "list price|list amount|standard price|gross amount|gross mrr|price before discount|"
        "割引前価格|値引前|値引前金額|値引前価格|定価|標準価格|正価|定価(月額)|"
        "割引前金額|割引前",
        bare="list price|list amount|定価",
    ),
    entry(
        "contract.discount_amount",
        ValueType.MONEY,
        "20000",
        says="discount amount|discount value|値引額|割引額|値引き額|割引金額|値引|値引き",
        hints="discount|割引",
        bare="discount amount|割引額",
    ),
    entry(
        "contract.discount_rate",
        ValueType.NUMBER,
        "10%",
        says="discount rate|discount percent|discount percentage|discount pct|discount %|% discount|% off|"
        "percent off|"
        "割引率|値引率|値引き率|割引%|値引%|値引き%|ディスカウント率",
        hints="discount|off|割引|値引|値引き",
        bare="discount rate|割引率",
    ),
    entry(
        "contract.tax_rate",
        ValueType.NUMBER,
        "10%",
        says="tax rate|vat rate|tax %|vat %|gst rate|sales tax rate|税率|消費税率|適用税率",
    ),
)
