"""Headings of invoices and costs."""

from csdesk.intake.vocabulary.entry import ValueType, entry

INVOICES = (
    entry(
        "invoice.external_id",
        ValueType.IDENTIFIER,
        "in_1Inv0000",
        says="invoice id|invoice oid|invoice external id|bill id|請求書id|請求id",
        hints="取引番号|取引id|transaction id",
        bare="id|oid|key|external id|uuid|record id|レコード番号",
    ),
    entry(
        "invoice.number",
        ValueType.IDENTIFIER,
        "INV-0001",
        hints="invoice|請求書",
        says="doc no|document no|doc number|invoice number|invoice no|invoice num|bill number|document number|"
        "請求書番号|請求番号|請求no|請求書no|伝票番号|文書番号|帳票番号|invoice ref|invoice reference|inv no|"
        "inv number|document ref|tax invoice number|請求書ナンバー|伝票no|伝票コード|請求管理番号|"
        "請求書管理番号|帳票no|書類番号",
        bare="number|no|num|番号|no.|管理番号|管理no",
    ),
    entry(
        "invoice.date",
        ValueType.DATE,
        "2024-01-15",
        says="billed|請求年月|請求月|invoice|invoice date|bill|billing|issue|issued|invoiced|invoice issued|document|"
        "posting|finalized|請求|請求書|発行|請求書発行|請求書作成|売上計上|計上|伝票|発生|取引|invoice created|"
        "date issued|issued on|charge|請求締|請求対象月|請求対象年月",
        bare="date|created|issued|issue|billing|sent|日付|発行|作成|送付",
        may_be_empty=True,
    ),
    entry(
        "invoice.due",
        ValueType.DATE,
        "2024-02-15",
        says="due by|due|payment due|invoice due|pay by|支払期限|お支払期限|お支払い期限|支払期日|支払い期限|"
        "入金期限|入金期日|入金予定|決済期日|期日|支払予定|振込期限|payable by|payment deadline|"
        "expected payment|terms due|回収予定|回収期日|回収期限|支払締切|お支払期日|お支払い期日|振込期日|"
        "決済予定|引落予定|口座振替",
        bare="due|due date|期限|期日",
        last=True,
    ),
    entry(
        "invoice.paid_on",
        ValueType.DATE,
        "2024-02-10",
        says="paid on|payment received|date paid|payment|入金|支払|入金完了|決済|入金確認|消込|last payment|"
        "fully paid on|fully paid|payment completed|入金処理|入金実績|支払完了|支払い完了|決済完了|回収実績|"
        "入金消込|date received|received on|money received on",
        bare="paid on|payment|入金",
    ),
    entry(
        "invoice.subject",
        ValueType.TEXT,
        "クラウド利用料 4月分",
        hints="案件名|プロジェクト名|project|project name",
        says="invoice subject|subject|invoice title|件名|請求件名|請求書件名|題名|タイトル|invoice description|"
        "invoice memo|請求タイトル|請求内容|請求書タイトル|請求名目|請求名|但し書き|但書",
        bare="subject|title|件名|タイトル",
    ),
    entry(
        "invoice.item",
        ValueType.TEXT,
        "月額利用料",
        says="item|line item|item name|line item description|product description|line description|品目|品名|明細|"
        "明細名|項目|商品名|品番・品名|内訳|摘要|品目名|商品|品番|line item name|item description|"
        "product service|service description|charge name|請求項目|請求明細|明細名称|品名・サービス名|"
        "商品名・サービス名|商品・サービス名|サービス名|サービス内容|明細内容|内訳名",
        hints="product|description|商品名|for",
        bare="item|line item|品目|品名|明細",
    ),
    entry(
        "invoice.currency",
        ValueType.CURRENCY,
        "usd",
        says="invoice currency|currency|currency code|通貨|通貨コード|currency iso code|transaction currency|"
        "通貨単位|取引通貨|決済通貨|ccy",
        bare="currency|通貨",
    ),
    entry(
        "invoice.subtotal",
        ValueType.MONEY,
        "45.00",
        says="税抜|請求金額(税抜)|請求額(税抜)|請求金額(税別)|請求額(税別)|ご請求金額(税抜)|売上金額(税抜)|"
        "total (net)|amount (net)|invoice amount (net)|total (excl vat)|amount (excl vat)|total excl vat|"
        "amount excl vat|subtotal|sub total|net amount|amount excl tax|amount before tax|net|total excl tax|"
        "total before tax|小計|税抜金額|税抜合計|金額(税抜)|税抜額|合計(税抜)|税別金額|本体金額|合計金額(税抜)|"
        "net total|untaxed amount|amount untaxed|untaxed|amount excluding tax|total excluding tax|"
        "pre tax amount|pretax|taxable amount|subtotal amount|amount ex vat|amount ex gst|税抜小計|小計(税抜)|"
        "税抜合計金額|税抜請求額|税抜売上|税抜売上金額|税抜請求金額|課税対象額|本体価格|本体額",
        bare="subtotal|小計",
    ),
    entry(
        "invoice.tax",
        ValueType.MONEY,
        "4.50",
        hints="税",
        says="tax total|tax|tax amount|vat|sales tax|gst|vat amount|total tax|消費税|消費税額|税額|税金|消費税合計|"
        "内消費税|消費税(10%)|total vat|vat total|gst amount|sales tax amount|tax value|tax1|tax 1|うち消費税|"
        "うち消費税額|内税額|消費税等|消費税金額|税金額|外税額",
        bare="tax|消費税",
    ),
    entry(
        "invoice.total",
        ValueType.MONEY,
        "49.50",
        says="発生金額|発生額|発生金額(税込)|債権金額|債権額|"
        "税込|total|total amount|grand total|invoice total|invoice amount|amount incl tax|gross total|"
        "total incl tax|gross amount|合計|合計金額|請求金額|請求額|ご請求金額|総額|請求合計|税込金額|税込合計|"
        "合計(税込)|総合計|金額(税込)|御請求額|ご請求額|請求総額|合計請求額|合計金額(税込)|invoice value|"
        "total incl vat|total including tax|total inc gst|amount total|invoice total amount|bill total|"
        "bill amount|billed amount|billed total|amount charged|charged amount|total charged|total billed|"
        "請求合計金額|請求合計額|税込請求額|税込請求金額|税込合計金額|税込総額|税込売上|今回請求額|今回ご請求額|"
        "当月請求額|差引請求額|総合計金額|合計額|合計請求金額",
        hints="gross|amount|金額|取引金額",
        bare="total|amount|金額|合計|額",
    ),
    entry(
        "invoice.amount_due",
        ValueType.MONEY,
        "49.00",
        says="未決済残高|未決済金額|未消込残高|未消込額|債権残高|"
        "open balance|remaining balance|balance remaining|amount due|balance due|outstanding|amount outstanding|"
        "amount remaining|未収金額|未入金額|請求残高|未払残高|未収額|売掛残高|unpaid amount|unpaid|"
        "amount unpaid|outstanding amount|outstanding balance|due amount|balance amount|amount open|open amount|"
        "remaining amount|remaining due|未回収額|未回収金額|未収金|未入金金額|未入金残高|未払額|未払金額|"
        "入金残高|請求残|残額|売掛金残高|未決済額|o/s|amount o/s|o/s amount|open|still open|still owed",
        bare="amount due|balance|残高",
    ),
    entry(
        "invoice.amount_paid",
        ValueType.MONEY,
        "49.00",
        says="決済済金額|決済済み金額|決済済額|入金済金額|消込済金額|消込済額|"
        "amount received|received|入金金額(税込)|amount paid|paid amount|paid|payment amount|received amount|"
        "入金額|支払額|入金済額|入金済み金額|入金金額|受領額|回収額|支払済額|paid to date|amount settled|"
        "settled amount|amount collected|collected amount|collected|payments applied|total paid|total payments|"
        "入金合計|入金累計|入金実績額|既入金額|回収金額|回収済額|回収済み金額|領収金額|支払済み金額|支払済金額|"
        "決済金額|決済額|消込金額|消込額|振込額|振込金額|rec'd|amount rec'd",
        bare="amount paid|paid amount|入金額",
    ),
    entry(
        "invoice.status",
        ValueType.WORD,
        "paid",
        says="invoice status|payment status|入金ステータス|請求ステータス|支払ステータス|入金状況|請求書ステータス|"
        "支払状況|入金状態|請求状況|決済ステータス|回収状況|paid status|payment state|invoice state|"
        "invoice payment status|collection status|入金確認状況|入金消込状況|消込状況|消込ステータス|"
        "回収ステータス|支払いステータス|支払い状況|請求書状態|請求書状況|請求状態|決済状況|決済状態|入金区分",
        hints="消込|入金消込|取引ステータス",
        bare="status|state|stage|ステータス|状態|状況",
    ),
)

COSTS = (
    entry(
        "cost.month",
        ValueType.MONTH,
        "2024-04",
        says="month|cost month|year month|accounting month|fiscal month|月|年月|対象月|計上月|発生月|対象年月|"
        "計上年月|会計月|集計月|支払月|費用計上月|月度|対象期間",
        hints="date|period|日付|計上日|発生日|日|支払日|取引日|期間",
        bare="month|date|period|月|日|年月|日付|対象月",
    ),
    entry(
        "cost.item",
        ValueType.TEXT,
        "広告費",
        says="expense|expense category|cost item|cost type|expense type|category|account item|cost category|"
        "gl account|spend category|expense name|費目|勘定科目|科目|経費項目|費用項目|費用区分|内訳|項目|"
        "経費区分|費用種別|コスト項目|支出項目|施策|施策名|費用名|費用分類",
        hints="item|description|name|campaign|type|品目|内容|摘要|カテゴリ|名目|名称|区分",
        bare="item|type|category|name|項目|種別|区分|科目|名",
    ),
    entry(
        "cost.channel",
        ValueType.TEXT,
        "Search ads",
        says="channel|marketing channel|source|media|acquisition channel|ad channel|medium|チャネル|媒体|"
        "広告媒体|流入経路|獲得チャネル|経路|メディア|販路|媒体名",
        bare="channel|source|媒体|チャネル",
    ),
    entry(
        "cost.purpose",
        ValueType.WORD,
        "acquisition",
        says="purpose|cost purpose|objective|cost center|department|team|目的|用途|部門|部署|コストセンター|"
        "費用目的|使途",
        bare="purpose|目的|用途",
        hints="type|kind|区分|種別|for",
    ),
    entry(
        "cost.amount",
        ValueType.MONEY,
        "42000000",
        says="広告費|広告宣伝費|広告料|販促費|マーケティング費|宣伝費|ad cost|media cost|marketing cost|"
        "cost|spend|expense amount|amount|expenses|costs|total cost|ad spend|marketing spend|spending|"
        "amount spent|cost amount|acquisition cost|金額|費用|コスト|支出|経費|広告費用|支出額|費用額|"
        "使用金額|支払金額|支出金額|総費用|費用合計|コスト合計|利用額|消化金額|経費額|獲得費用|実績金額",
        hints="value|total|合計|実績|金額(税抜)|税抜金額|税込金額|price|actual|actuals|actual spend|actual cost|実績額",
        bare="amount|value|total|金額|額|合計",
    ),
    entry(
        "cost.notes",
        ValueType.TEXT,
        "Spring campaign",
        says="notes|note|memo|remarks|comment|備考|メモ|摘要|コメント",
        bare="notes|memo|備考",
    ),
)
