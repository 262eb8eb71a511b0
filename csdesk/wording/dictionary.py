"""What the page of the field dictionary says around the fields themselves."""

from collections.abc import Mapping

from csdesk.wording.speech import Words

GROUPS: Mapping[str, Words] = {
    "account": Words("Accounts", "アカウント（顧客）"),
    "contact": Words("Contacts and users", "担当者・利用者"),
    "contract": Words("Contracts", "契約"),
    "movement": Words("MRR changes", "MRRの増減"),
    "touch": Words("Touches", "対応履歴"),
    "usage": Words("Use", "利用実績"),
    "ticket": Words("Tickets", "問い合わせ"),
    "nps": Words("Survey answers: NPS, and what all answers have", "アンケート回答：NPSと共通項目"),
    "csat": Words("Survey answers: CSAT", "アンケート回答：CSAT"),
    "ces": Words("Survey answers: CES", "アンケート回答：CES"),
    "invoice": Words("Invoices and payments", "請求・入金"),
    "cost": Words("Costs", "費用"),
    "figure": Words("Figures by period", "期間ごとの数値"),
    "rate": Words("Exchange rates", "為替レート"),
    "health": Words("Health", "ヘルス"),
    "task": Words("Next steps", "次の対応"),
    "goal": Words("Goals", "目標"),
    "milestone": Words("Milestones", "マイルストーン"),
    "deal": Words("Deals", "商談"),
    "renewal": Words("Renewals", "更新"),
    "feedback": Words("Feedback", "要望・フィードバック"),
    "interview": Words("Exit interviews", "解約ヒアリング"),
    "mailing": Words("Mailings", "メール配信"),
    "person": Words("Team", "チーム"),
    "product": Words("Products", "製品"),
    "measure": Words("Measures of use", "利用指標"),
    "marker": Words("Markers", "出来事"),
    "invitation": Words("Surveys sent", "アンケートの依頼"),
}
"""Groups of fields that spreadsheets have, in the order of the page."""

VALUE_TYPES: Mapping[str, Words] = {
    "text": Words("text", "文字列"),
    "name": Words("a name", "名前"),
    "names": Words("names, with commas between", "名前（読点・カンマ区切り）"),
    "identifier": Words("an identifier, kept letter by letter", "識別子（そのまま保持）"),
    "word": Words("a word of a list", "区分"),
    "email": Words("an e-mail address", "メールアドレス"),
    "domain": Words("a domain or web address", "ドメイン・URL"),
    "currency": Words("a currency", "通貨"),
    "money": Words("money", "金額"),
    "cents": Words("money in the smallest unit", "金額（最小通貨単位）"),
    "number": Words("a number", "数値"),
    "count": Words("a whole number", "整数"),
    "days": Words("days, or weeks, months, years with their unit", "日数（または週・月・年を単位つきで）"),
    "hours": Words("hours, or h:mm:ss", "時間（または h:mm:ss）"),
    "minutes": Words("minutes, or h:mm:ss", "分（または h:mm:ss）"),
    "date": Words("a date", "日付"),
    "datetime": Words("a date, with or without a time", "日付・日時"),
    "month": Words("a month", "月"),
    "period": Words("a period, from - to", "期間（開始〜終了）"),
    "yes_no": Words("yes or no", "はい・いいえ"),
    "mark": Words("a mark or an amount", "印または金額"),
}

COLUMNS: Mapping[str, Words] = {
    "id": Words("Field", "項目"),
    "name": Words("English", "名称"),
    "name_ja": Words("日本語", "日本語"),
    "holds": Words("Holds", "値"),
    "example": Words("Example", "例"),
    "headings": Words("Headings that name it", "対応する見出し"),
}
KIND_COLUMNS = ("--as", "English", "日本語")

TEXTS: Mapping[str, Words] = {
    "title": Words("Field dictionary", "項目辞書"),
    "about": Words(
        "What a column of a spreadsheet may be taken for. Columns that are none of these become columns of your "
        "own; nothing is dropped. Headings are compared without regard to width, case, kana, spaces and units; "
        "dates are listed by their stem (`start` stands for start date, started at, and so on), and many more "
        "headings are told by their parts, by their values and by their neighbours. A field can be named in the "
        "file given to `csdesk import --map`.",
        "スプレッドシートの列が何として読み取られるかの一覧です。該当しない列は独自の列として残り、捨てられるものはありません。"
        "見出しは全角・半角、大文字・小文字、かな、空白、単位の違いを区別せずに照合します。日付は語幹で示しています"
        "（「契約開始」は契約開始日・契約開始日時なども含みます）。このほか、見出しの一部や値、隣の列からも判断します。"
        "`csdesk import --map` に渡すファイルでは、ここにある項目名を使えます。",
    ),
    "kinds": Words("Kinds of table", "表の種類"),
    "about_kinds": Words(
        "What `csdesk import --as` takes. Without it the kind is found from the columns.",
        "`csdesk import --as` で指定できる種類です。指定しなければ列から判断します。",
    ),
}
