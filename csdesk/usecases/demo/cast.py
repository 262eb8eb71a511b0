"""The demo's invented names and phrases, in English and Japanese; every company is marked as a sample."""

from csdesk.models.kinds import CostPurpose, Language, ReasonFamily
from csdesk.wording.speech import Words

_STEMS_JA = (
    "あおぞら", "みどり", "北斗", "南星", "東雲", "白樺", "紅葉", "月島", "ひのき", "やまびこ", "つむぎ", "カワセミ",
    "しおかぜ", "若草", "すずらん", "大空", "はるかぜ", "こだま", "いずみ", "さくら坂", "銀河", "たけのこ", "波の音",
    "ひだまり", "つばめ", "風車", "木もれび", "星空", "ほたる", "水鏡",
)  # fmt: skip
_TRADES_JA = ("食品", "物流", "電機", "書房", "製作所", "システムズ", "建設", "薬品", "教育", "デザイン")
_FORMS_JA = ("株式会社{}見本", "{}見本株式会社", "合同会社{}サンプル", "{}サンプル有限会社", "㈱{}見本")

_STEMS_EN = (
    "Maple", "Harbor", "Northwind", "Juniper", "Copper", "Willow", "Granite", "Larkspur", "Meadow", "Cobalt", "Orchard",
    "Pebble", "Saffron", "Thistle", "Umber", "Violet", "Walnut", "Yarrow", "Amber", "Birch", "Clover", "Driftwood",
    "Ember", "Fern", "Garnet", "Hazel", "Indigo", "Jasper", "Kestrel", "Linden",
)  # fmt: skip
_TRADES_EN = ("Foods", "Logistics", "Electric", "Books", "Works", "Systems", "Builders", "Pharma", "Learning", "Design")
_FORMS_EN = ("Sample {} Inc.", "Sample {} Ltd.", "{} Example LLC", "{} Example GmbH", "Sample {}")

INDUSTRIES = (
    Words("Food", "食品"),
    Words("Logistics", "物流"),
    Words("Electronics", "電機"),
    Words("Publishing", "出版"),
    Words("Manufacturing", "製造"),
    Words("IT", "IT"),
    Words("Construction", "建設"),
    Words("Healthcare", "医療"),
    Words("Education", "教育"),
    Words("Design", "デザイン"),
)
REGIONS = (
    Words("North", "北海道・東北"),
    Words("Capital", "関東"),
    Words("Central", "中部"),
    Words("West", "関西"),
    Words("South", "九州・沖縄"),
)
CHANNELS = (
    Words("Referral", "紹介"),
    Words("Web search", "Web検索"),
    Words("Event", "展示会"),
    Words("Partner", "代理店"),
)
SALES_REPS = (Words("Sample Haru", "見本 はる"), Words("Sample Nao", "見本 なお"), Words("Sample Rin", "見本 りん"))
USE_CASES = (
    Words("Shift planning", "シフト管理"),
    Words("Stock control", "在庫管理"),
    Words("Sales analysis", "売上分析"),
)
SIZES = {
    "high": Words("500+", "500名以上"),
    "low": Words("50-499", "50〜499名"),
    "tech": Words("1-49", "1〜49名"),
}
SEGMENTS = {
    "high": Words("Enterprise", "エンタープライズ"),
    "low": Words("Mid-market", "中堅"),
    "tech": Words("SMB", "SMB"),
}
TEAM = (
    (Words("Sample Aoi", "見本 あおい"), Words("CSM", "CSM")),
    (Words("Sample Ren", "見本 れん"), Words("CSM", "CSM")),
    (Words("Sample Yuki", "見本 ゆき"), Words("Head of CS", "CS責任者")),
)
CONTACT_TITLES = (
    (Words("Head of operations", "業務部長"), True, True),
    (Words("Project lead", "推進リーダー"), True, False),
    (Words("Administrator", "管理者"), False, False),
    (Words("Daily user", "利用担当"), False, False),
)
PRODUCTS = (Words("Base", "基本プラン"), Words("Analytics", "分析オプション"), Words("Support plus", "サポートプラス"))
MEASURES = (
    ("logins", Words("Logins", "ログイン数"), Words("times", "回")),
    ("active_users", Words("Active users", "利用ユーザー数"), Words("users", "人")),
    ("key_feature", Words("Reports made", "レポート作成数"), Words("times", "回")),
)
TOUCH_NOTES = (
    Words("Went through last month's figures; they are on track.", "先月の実績を確認。計画どおり進行中。"),
    Words("Showed the new report; will try it with two teams.", "新しいレポート機能を紹介。2チームで試すことに。"),
    Words("Asked for a shorter monthly summary.", "月次サマリーを短くしてほしいとの要望。"),
    Words("New administrator, needs training.", "管理者が交代。トレーニングが必要。"),
    Words("Budget talk for next term has begun.", "来期の予算の話が始まった。"),
    Words("Very happy with the support in the last weeks.", "最近のサポートにとても満足とのこと。"),
    Words("Use has dropped in one team; agreed on a plan.", "一部チームの利用が減少。改善計画に合意。"),
    Words("Comparing us with another product.", "他社製品と比較検討中とのこと。"),
)
NEXT_STEPS = (
    Words("Send the training plan", "トレーニング計画を送る"),
    Words("Prepare the quarterly review", "四半期レビューの準備"),
    Words("Check use after the training", "トレーニング後の利用状況を確認"),
    Words("Propose the renewal", "更新の提案をする"),
    Words("Introduce the analytics option", "分析オプションを案内する"),
)
TICKETS = (
    Words("Cannot export", "エクスポートできない"),
    Words("How to add users", "ユーザー追加の方法"),
    Words("Slow screen", "画面の表示が遅い"),
    Words("Invoice question", "請求書について"),
)
COMMENTS = (
    Words("Saves us hours every week.", "毎週何時間も助かっている。"),
    Words("Good, but the mobile view is weak.", "良いが、スマホ表示が弱い。"),
    Words("Too hard for new members.", "新メンバーには難しい。"),
)
COST_ITEMS = (
    (Words("Advertising", "広告費"), CHANNELS[1], CostPurpose.ACQUISITION, 180_000),
    (Words("Sales staff", "営業人件費"), None, CostPurpose.ACQUISITION, 260_000),
    (Words("Events", "展示会"), CHANNELS[2], CostPurpose.ACQUISITION, 60_000),
    (Words("Support tools", "サポートツール"), None, CostPurpose.RETENTION, 90_000),
)
END_REASONS = (
    (ReasonFamily.ADOPTION, Words("Never became a habit", "社内に定着しなかった")),
    (ReasonFamily.PRICE, Words("Price against the use", "利用量に対して割高")),
    (ReasonFamily.GAP, Words("A function is missing", "必要な機能がない")),
    (ReasonFamily.UNAVOIDABLE, Words("Merged into another company", "他社との合併")),
    (ReasonFamily.RIVAL, Words("Moved to another product", "他社製品へ乗り換え")),
    (ReasonFamily.UNKNOWN, Words("", "")),
)
MARKERS = (
    ("release", Words("Version 4", "バージョン4"), 26),
    ("price", Words("New price list", "新料金"), 18),
    ("release", Words("Version 5", "バージョン5"), 8),
)
RATE_SOURCE = Words("Month-end rate", "月末レート")
OWN_COLUMN = Words("Systems in use", "利用中のシステム")
SYSTEMS = (Words("Mail only", "メールのみ"), Words("Chat", "チャット"), Words("Own ERP", "自社基幹システム"))


def company_name(number: int, language: Language) -> str:
    """The name of the demo's n-th company; no two are alike."""
    if language is Language.JA:
        stems, trades, forms = _STEMS_JA, _TRADES_JA, _FORMS_JA
    else:
        stems, trades, forms = _STEMS_EN, _TRADES_EN, _FORMS_EN
    joint = "" if language is Language.JA else " "
    stem, trade = stems[number % len(stems)], trades[(number * 7 + number // len(stems)) % len(trades)]
    return forms[number % len(forms)].format(f"{stem}{joint}{trade}")
