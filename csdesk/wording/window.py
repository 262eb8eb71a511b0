"""Words the whole window shares: pages, health bands, periods, languages, currencies."""

from collections.abc import Mapping

from csdesk.models.kinds import Band, Language
from csdesk.wording.words import Words

PAGES = {
    "start": Words("Start", "スタート"),
    "today": Words("Today", "今日"),
    "accounts": Words("Accounts", "アカウント"),
    "account": Words("Account", "アカウント"),
    "overview": Words("Overview", "概要"),
    "revenue": Words("Revenue", "売上"),
    "retention": Words("Retention", "継続率"),
    "cohorts": Words("Cohorts", "コホート"),
    "users": Words("Users", "ユーザー"),
    "deeper": Words("Deeper", "深掘り"),
    "health": Words("Health", "ヘルス"),
    "signals": Words("Signals", "シグナル"),
    "voice": Words("Voice", "お客様の声"),
    "growth": Words("Unit economics", "顧客採算"),
    "forecast": Words("Forecast", "予測"),
    "reports": Words("Reports", "レポート"),
    "import": Words("Import", "取り込み"),
    "definitions": Words("Definitions", "定義"),
    "bin": Words("Bin", "ゴミ箱"),
    "settings": Words("Settings", "設定"),
    "hygiene": Words("To complete", "データの整備"),
    "history": Words("History", "変更履歴"),
}

BANDS: Mapping[str, Words] = {
    Band.GREEN: Words("Green", "良好"),
    Band.YELLOW: Words("Yellow", "注意"),
    Band.RED: Words("Red", "危険"),
    Band.UNKNOWN: Words("Unknown", "不明"),
}

PERIODS = {
    "month": Words("Month", "月次"),
    "quarter": Words("Quarter", "四半期"),
    "year": Words("Year", "年次"),
}

LANGUAGES: Mapping[str, Words] = {
    Language.EN: Words("English", "英語 (English)"),
    Language.JA: Words("Japanese (日本語)", "日本語"),
}

SCHEMES = {
    "system": Words("As the system", "システムに合わせる"),
    "light": Words("Light", "ライト"),
    "dark": Words("Dark", "ダーク"),
}

CURRENCIES = {
    "JPY": Words("Yen", "円"),
    "USD": Words("US dollar", "米ドル"),
    "EUR": Words("Euro", "ユーロ"),
    "GBP": Words("Pound sterling", "英ポンド"),
    "AUD": Words("Australian dollar", "豪ドル"),
    "CAD": Words("Canadian dollar", "カナダドル"),
    "CHF": Words("Swiss franc", "スイスフラン"),
    "CNY": Words("Renminbi", "人民元"),
    "HKD": Words("Hong Kong dollar", "香港ドル"),
    "INR": Words("Indian rupee", "インドルピー"),
    "KRW": Words("Won", "韓国ウォン"),
    "NZD": Words("New Zealand dollar", "ニュージーランドドル"),
    "SEK": Words("Swedish krona", "スウェーデンクローナ"),
    "SGD": Words("Singapore dollar", "シンガポールドル"),
    "TWD": Words("New Taiwan dollar", "台湾ドル"),
    "VND": Words("Dong", "ベトナムドン"),
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def month_name(number: int, language: Language) -> str:
    """A month by its number: April, 4月."""
    return f"{number}月" if language is Language.JA else _MONTHS[number - 1]
