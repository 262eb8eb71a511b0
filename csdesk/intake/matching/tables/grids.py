"""What the month columns of a table hold: marks or amounts of logos, figures of use, costs; or nothing of ours."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from csdesk.intake.fields import FIELDS, with_month
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.fields.own_measures import counts_use, measure_field, measure_of_title
from csdesk.intake.matching.words.activity import tells_activity
from csdesk.intake.matching.words.evidence import number_in, sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.months import PAIR, MonthHeading, month_headings
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.matching.words.spans import Grain, SpanHeading, span_headings
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.units import unit_of_title
from csdesk.intake.values.words import cost_purpose
from csdesk.models.text import fold_case

_KPI = re.compile(
    r"\b(mrr|arr|nrr|grr|churn|ltv|cac|nps|arpa|arpu|revenue|new customers|active customers|headcount|runway)\b"
    r"|解約率|売上|新規(顧客|獲得|契約)?数|顧客数|継続率|単価|件数|利益"
)
COST_WORDS = re.compile(
    r"\b(cost|costs|spend|expense|expenses|budget)\b|費用|経費|コスト|支出|広告費|獲得費|宣伝費|人件費|販促費|マーケティング費"
)
_MONEY = re.compile(
    r"\b(?:mrr|arr|revenue|sales|billings?|billed|invoiced?|fees?|paid|payments?|amounts?|price|income|usd|eur|gbp|jpy)\b|"
    r"[$€£¥￥円]|売上|月額|金額|請求|料金|利用料|入金|契約額|収益|月謝|会費|万$|億$",
    re.IGNORECASE,
)
"""What speaks of money, around a grid or in its cells."""
OTHER_WORDS = re.compile(r"\b(nps|csat|ces|health|tickets?)\b|満足度|推奨度|ヘルス|問い合わせ|チケット")
NOT_YET = re.compile(
    r"\b(?:forecast(?:ed)?|budget(?:ed)?|targets?|quota|pipeline|projected|projections?|scenarios?|estimates?)\b|"
    r"予算|目標|計画|見込|予測|(?<!更新|解約|契約)予定"
)
NOT_PAID = re.compile(
    r"\b(?:cumulative|accumulated|to date|ytd|refund(?:s|ed)?|credits?|discounts?|tax(?:es)?|vat|"
    r"receivables?|outstanding|overdue|unpaid|balances?|gross profit|profits?|margins?|ltv|lifetime value|arrears|"
    r"deposits?|cohorts?|delta|differences?|variances?|mom|yoy|growth|arpa|arpu|averages?|avg|"
    r"(?:new|churned|lost|expansion|contraction|upsell|downgraded?|cancell?ed) (?:mrr|arr|revenue|sales|business)|"
    r"(?:mrr|arr|revenue) (?:changes?|movements?|churn))\b|"
    r"(?:新規|解約|増額|減額|失注|アップセル|チャーン)\s?(?:mrr|arr|額|売上|金額|月額)"
    r"|累計|累積|返金|値引(?!後)|割引(?!後|適用後)|消費税(?!抜|別)|売掛|未収|未入金|残高|粗利|利益|原価|前受|増減|差額|差異|前年比|前月比|成長率|コホート|平均|単価"
)
"""What is said of amounts that are not what a customer pays for the months under which they stand."""
_NET_OF = re.compile(
    r"\b(?:net of|after|less|before|excl|excluding|exclusive of|ex|without|incl|including|with) (?:all |any )?"
    r"(?:(?:discounts?|tax(?:es)?|vat|credits?|refunds?)(?: and | |$)?)+"
)
"""How an amount was reckoned, which does not change whose it is: 'net of discount', 'excl. VAT'."""
_NOTE = re.compile(r"\s*(?:[※＊*†]|注\s*\d*[)）:：]|notes?\s*\d*:)", re.IGNORECASE)
_ONE_OFF = re.compile(
    r"\b(?:set ?up|one off|one time|non recurring|consulting|professional services|implementation fees?)\b|"
    r"初期費|導入費|一時金|スポット|単発"
)
COUNTED = re.compile(
    r"\b(api|usage|downloads?|visits?|users?|seats?|requests?|calls?|hours?|units?|orders?|shipments?|licen[cs]es?)\b"
    r"|アクセス|利用(?!料|額|金|企業|開始)|件数|回数|人数|台数|個数|納品|出荷|工数|時間|在庫|稼働|ユーザー|ダウンロード|ライセンス"
)
"""What figures by month may count, where nothing speaks of money."""
PAYING = frozenset(
    [
        "mrr",
        "arr",
        "revenue",
        "amount",
        "sales",
        "fee",
        "売上",
        "金額",
        "月額",
        "請求額",
        "利用料",
        "売上高",
        "売上額",
        "売上金額",
        "請求金額",
        "契約金額",
        "利用料金",
        "billing",
        "billings",
        "invoiced",
        "fees",
        "請求",
        "入金",
    ]
)


_OF_YEARS = frozenset({"", "mrr", "arr"})
_ROWS = 200
_SOME = 3
_ROUND = 100
"""What prices without a word are: at least so much, and multiples of it."""
_CONTRACTED = frozenset({"contract.start", "contract.end", "contract.renewal", "contract.mrr", "contract.arr"})


def month_fields(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The field of every month column by position, or of every column of another period. Grids of something else, and
    those whose lines are figures (MRR, churn rate) rather than accounts, have none."""
    headings, about = [one.heading for one in seen], f"{table.context} {table.sheet} {table.file}"
    if months := month_headings(headings, about):
        return _fields(table, months, seen, cells)
    spans = span_headings(headings, about)
    if spans and spans[0].grain is Grain.YEAR and any(span.rest not in _OF_YEARS for span in spans):
        # 'Revenue 2023' in a list of companies is what they earn.
        return {}
    fields = _fields(table, spans, seen, cells) if spans else {}
    return fields if all(_fits(spans[0].grain, field) for field in fields.values()) else {}


def _fits(grain: Grain, field: str) -> bool:
    """Whether figures of periods of that length have a place: what is paid in quarters and years, use of days."""
    return field.startswith("matrix@") if grain.is_of_months else field.startswith("usage.")


def _fields(
    table: FoundTable,
    months: Sequence[MonthHeading] | Sequence[SpanHeading],
    seen: Sequence[Seen],
    cells: Sequence[Sequence[Cell]],
) -> dict[int, str]:
    if len(months) <= PAIR and _is_contracted(seen):
        return {}
    about, title = f"{table.context} {table.sheet} {table.file}", f"{table.context}\n{table.sheet}"
    formats = " ".join(table.formats.get(month.position, "") for month in months)
    grid = _Grid(months, fold_words(about), seen, cells, f"{about} {formats}", title)
    if grid.is_dashboard:
        return {}
    found: dict[int, str] = {}
    of_use = any(grid.field_of(month).startswith("usage.") for month in months)
    for month in months:
        field = with_month(grid.field_of(month, of_use=of_use), month.key)
        if not field.startswith("@") and field not in found.values():
            found[month.position] = field
    return found if len({field.partition("@")[0].partition(".")[0] for field in found.values()}) == 1 else {}


def _without_notes(context: str) -> str:
    """What stands around a table without the notes that explain its marks: '※△は返金' says nothing of its figures."""
    return "\n".join(line for line in context.splitlines() if not _NOTE.match(line))


def _is_contracted(seen: Sequence[Seen]) -> bool:
    """Whether columns plainly say from when or at what price a contract runs, as no grid of two months does."""
    return bool(_CONTRACTED & all_named(seen))


class _Grid:
    """Month columns with the words around them and the labels of their lines."""

    def __init__(
        self,
        months: Sequence[MonthHeading] | Sequence[SpanHeading],
        words: str,
        seen: Sequence[Seen],
        cells: Sequence[Sequence[Cell]],
        about: str,
        title: str,
    ) -> None:
        self._title, self._title_words = measure_of_title(title), title
        self._is_measured = {"account.name", "usage.measure"} <= all_named(seen)
        self._words = words
        self._told = [text.replace("_", " ") for text in (about, *(seen[month.position].heading for month in months))]
        self._columns = [cells[month.position] for month in months]
        self._profiles = [seen[m.position].profile for m in months if not seen[m.position].profile.is_empty]
        self._heading, self._labels = self._label_column({m.position for m in months}, seen, cells)

    @staticmethod
    def _label_column(months: set[int], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> tuple[str, list[str]]:
        """The column of text beside the months that tells the lines apart best, the first of equals: its heading and
        its cells."""
        texts = [
            (fold_words(one.heading), [text for cell in cells[at] if isinstance(cell, str) and (text := cell.strip())])
            for at, one in enumerate(seen)
            if at not in months and not one.profile.is_empty and one.profile.number < 0.5
        ]
        return max(texts, key=lambda column: len(set(column[1])), default=("", []))

    @property
    def is_dashboard(self) -> bool:
        """Whether the lines are figures rather than accounts."""
        labels = [fold_case(text) for text in self._labels]
        figures = sum(_KPI.search(text) is not None for text in labels)
        costs = sum(cost_purpose(text) is not None and _KPI.search(text) is None for text in labels)
        return figures > 0 and figures + costs >= max(2, len(labels) * 0.4)

    def field_of(self, month: MonthHeading | SpanHeading, *, of_use: bool = False) -> str:
        """What a month column holds, '' where it is nothing the book has a place for; `of_use` tells that others hold
        use."""
        if not month.rest or month.rest in PAYING:
            return self._field
        counts = of_use and not _MONEY.search(month.rest) and not hits(month.rest)
        return self._by_words(month.rest) or (measure_field(month.rest) if counts else "")

    @staticmethod
    def _by_words(words: str) -> str:
        """By the words beside the month."""
        named = {hit.field.id for hit in hits(words)}
        measures = sorted(named & MEASURES)
        if measures:
            return measures[0]
        if COST_WORDS.search(words):
            return "cost.amount"
        if named & {"contract.mrr", "contract.arr"}:
            return "matrix"
        return measure_field(words) if counts_use(words) and not _MONEY.search(words) else ""

    @cached_property
    def _field(self) -> str:
        """By the words around the table, its labels and its values, for months without words of their own."""
        costs = sum(cost_purpose(text) is not None or bool(COST_WORDS.search(text)) for text in self._labels)
        if _ONE_OFF.search(fold_words(self._title_words)):
            return ""
        if COST_WORDS.search(self._words) or COST_WORDS.search(self._heading) or costs > len(self._labels) / 2:
            return "cost.amount"
        in_figures = self._mean([one.number for one in self._profiles]) > 0.5
        marked = not in_figures or self._mean([one.mark for one in self._profiles]) > 0.8
        if marked and tells_activity(self._columns, fold_words(self._title_words), self._title_words):
            return "matrix"
        return self._of_figures if in_figures else ""

    @property
    def _of_figures(self) -> str:
        """By the words around figures, and by the figures."""
        if self._is_measured and not (self._speaks_of_money or self._looks_like_prices):
            return "usage.amount"
        measure = self._measure_around
        others = any(words.search(self._words) for words in (OTHER_WORDS, NOT_YET))
        title = _NET_OF.sub(" ", fold_words(_without_notes(self._title_words)))
        if measure or others or NOT_PAID.search(title) or self._are_lumps:
            return measure
        counted = COUNTED.search(self._words)
        scaled = any(map(unit_of_title, self._told))
        paid = self._speaks_of_money or ((scaled or self._looks_like_prices) and not counted)
        if self._title and not self._speaks_of_money:
            return self._title
        return "matrix" if paid else ""

    @property
    def _are_lumps(self) -> bool:
        """Whether no row has figures in two months that follow each other, of several that have any: sums that were
        billed for more than their month."""
        filled = 0
        for row in zip(*self._columns, strict=True):
            marks = [bool(number_in(cell)) for cell in row]
            if any(one and two for one, two in pairwise(marks)):
                return False
            filled += any(marks)
        return filled >= _SOME and len(self._columns) > _SOME

    @property
    def _speaks_of_money(self) -> bool:
        """Whether title, sheet, file, headings, formats or cells speak of money."""
        cells = (cell for column in self._columns for cell in sample_of(column) if isinstance(cell, str))
        return any(_MONEY.search(unicodedata.normalize("NFKC", text)) for text in (*self._told, *cells))

    @property
    def _looks_like_prices(self) -> bool:
        """Whether figures without a word are what accounts pay: one account's stay as they are from month to month, or
        all are round. Counts of use are neither, and have no cents."""
        some = list(zip(*self._columns, strict=True))
        rows = [[number_in(cell) for cell in row] for row in some[:: len(some) // _ROWS + 1]]
        pairs = [(one, two) for row in rows for one, two in pairwise(row) if one and two]
        figures = [figure for row in rows for figure in row if figure]
        stays = sum(one == two for one, two in pairs) >= 0.4 * len(pairs) if pairs else False
        round_ = sum(figure % _ROUND == 0 for figure in figures) > 0.9 * len(figures)
        cents = sum(figure % 1 != 0 for figure in figures) > 0.5 * len(figures)
        return (max(figures, default=0) >= _ROUND and (stays or round_)) or (stays and cents)

    @staticmethod
    def _mean(shares: list[float]) -> float:
        """The mean over the columns that hold anything."""
        return sum(shares) / len(shares) if shares else 0.0

    @property
    def _measure_around(self) -> str:
        """A measure of use that the title or file name speaks of."""
        for field in sorted(MEASURES):
            for word in map(fold_words, FIELDS[field].says):
                inside = f" {word} " in f" {self._words} " if word.isascii() else word in self._words
                if inside and len(word) >= 4:
                    return field
        return ""
