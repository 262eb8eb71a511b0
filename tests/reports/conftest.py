"""A small company's board content, counted by hand so that every sheet has something to say."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import sqrt

import pytest

from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState
from csdesk.metrics.measure import Measure, Number, Unit, Why
from csdesk.metrics.triangles import Cohort, CohortCell, CohortKind, Triangle
from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind, months_between, periods_between
from csdesk.reports.content import (
    AccountLine,
    BoardContent,
    Definition,
    Figure,
    HealthLine,
    MoveLine,
    MovementLine,
    RateLine,
    RenewalLine,
    SourceLine,
)
from tests.reports.further_lines import further

FIRST, LAST = Month.parse("2023-04"), Month.parse("2025-03")
AS_OF = LAST.last_day
QUARTER = Period.holding(LAST, PeriodKind.QUARTER)
NAMES = {
    Language.EN: ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel"),
    Language.JA: ("青葉商事", "若草電機", "みずうみ物流", "こもれび出版", "朝凪ソフトウェア", "白樺製作所"),
}
ENDINGS = {
    Language.EN: ("Ltd", "Inc", "Group", "GmbH"),
    Language.JA: ("株式会社", "第二", "ホールディングス", "東日本"),
}
OWNERS = {Language.EN: ("Owner A", "Owner B"), Language.JA: ("担当A", "担当B")}
METRICS = {
    "mrr": ("MRR", "MRR"),
    "arr": ("ARR", "ARR"),
    "accounts": ("Paying accounts", "課金中のアカウント"),
    "arpa": ("ARPA", "平均単価 (ARPA)"),
    "net_revenue_retention": ("Net revenue retention", "売上継続率 (NRR)"),
    "gross_revenue_retention": ("Gross revenue retention", "売上維持率 (GRR)"),
    "logo_churn": ("Logo churn", "解約率"),
    "quick_ratio": ("Quick ratio", "クイックレシオ"),
    "health_mean": ("Mean health score", "平均ヘルススコア"),
    "cmrr": ("CMRR", "CMRR"),
    "churned_mrr": ("Churned MRR", "解約MRR"),
}
FACTORS = {"use": ("Use", "利用"), "tickets": ("Tickets", "問い合わせ"), "answers": ("Survey answers", "アンケート")}
WEIGHTS = {"use": 50.0, "tickets": 20.0, "answers": 30.0}

Book = dict[int, dict[Month, Fraction]]
"""MRR of each account at each month end, 0 left out."""


def measure(metric: str, unit: Unit, value: Number | None, **more: object) -> Measure:
    return Measure(metric, QUARTER, unit, value, **more)  # type: ignore[arg-type]


def wilson(part: int, whole: int) -> tuple[float, float]:
    z = 1.959963984540054
    p = part / whole
    middle, reach = p + z * z / 2 / whole, z * sqrt(p * (1 - p) / whole + z * z / 4 / whole / whole)
    return (middle - reach) / (1 + z * z / whole), (middle + reach) / (1 + z * z / whole)


def small_book(accounts: int) -> Book:
    """Accounts that start, grow, shrink, leave and come back by their number."""
    book: Book = {}
    months = months_between(FIRST, LAST)
    for number in range(accounts):
        begins, mrr = (number * 5) % 21, Fraction(30_000 + 10_000 * (number % 9), 1) / (3 if number % 7 == 3 else 1)
        line = {}
        for at, month in enumerate(months[begins:]):
            now = mrr * (Fraction(3, 2) if number % 3 == 0 and at >= 6 else 1)
            now = now * (Fraction(2, 3) if number % 4 == 1 and at >= 9 else 1)
            away = number % 6 == 2 and 8 <= at < (11 if number % 12 == 2 else 99)
            if not away:
                line[month] = now
        book[1000 + number] = line
    return book


def movements_of(book: Book) -> tuple[MovementLine, ...]:
    lines = []
    months = months_between(FIRST, LAST)
    for before, month in pairwise(months):
        sums = dict.fromkeys(("start", "new", "reactivation", "expansion", "contraction", "churn", "end"), Fraction(0))
        for line in book.values():
            was, now = line.get(before, Fraction(0)), line.get(month, Fraction(0))
            paid_before = any(m < month for m in line)
            sums["start"] += was
            sums["end"] += now
            if now > was:
                sums["expansion" if was else "reactivation" if paid_before else "new"] += now - was
            elif now < was:
                sums["contraction" if now else "churn"] += was - now
        period = Period(month)
        lines.append(MovementLine(period, **{k: measure(k, Unit.MONEY, v) for k, v in sums.items()}))
    return tuple(lines)


def moves_of(book: Book, names: dict[int, str], product: str) -> tuple[MoveLine, ...]:
    """What became of each account in the months of the reported quarter."""
    lines = []
    for month in QUARTER.months:
        for account, line in book.items():
            was, now = line.get(month + -1, Fraction(0)), line.get(month, Fraction(0))
            known = any(m < month for m in line)
            rise = Movement.EXPANSION if was else Movement.REACTIVATION if known else Movement.NEW
            kind = rise if now > was else Movement.CONTRACTION if now else Movement.CHURN
            if now != was:
                lines.append(MoveLine(Period(month), names[account], kind, "", product, now - was, account))
    return tuple(lines)


def rates_of(book: Book) -> tuple[RateLine, ...]:
    return tuple(rate_of(book, p) for p in periods_between(FIRST + 3, LAST, PeriodKind.QUARTER))


def rate_of(book: Book, period: Period) -> RateLine:
    start, end = period.first + -1, period.last
    base = {a: line[start] for a, line in book.items() if start in line}
    ends = {a: book[a].get(end, Fraction(0)) for a in base}
    whole = sum(base.values(), Fraction(0))
    kept = sum((min(base[a], ends[a]) for a in base), Fraction(0))
    grown = sum(ends.values(), Fraction(0))
    lost = sum(not ends[a] for a in base)
    low, high = wilson(lost, len(base))
    of = Unit.FRACTION
    return RateLine(
        period,
        measure(
            "logo_churn", of, Fraction(lost, len(base)), part=lost, whole=len(base), n=len(base), low=low, high=high
        ),
        measure("gross_mrr_churn", of, 1 - kept / whole, part=whole - kept, whole=whole),
        measure("net_mrr_churn", of, 1 - grown / whole, part=whole - grown, whole=whole),
        measure("gross_revenue_retention", of, kept / whole, part=kept, whole=whole, n=len(base)),
        measure("net_revenue_retention", of, grown / whole, part=grown, whole=whole, n=len(base)),
    )


def triangle_of(book: Book, kind: CohortKind) -> Triangle:
    cohorts = []
    for period in periods_between(FIRST, LAST, PeriodKind.QUARTER):
        members = [line for line in book.values() if line and min(line) in period.months]
        cells = []
        for age in range((LAST - period.last) // 3 + 1):
            at = period.last + 3 * age
            here = [line.get(at, Fraction(0)) for line in members]
            first = [line.get(period.last, Fraction(0)) for line in members]
            if kind is CohortKind.LOGO:
                cells.append(CohortCell(age, sum(map(bool, here)), sum(map(bool, first))))
            else:
                cells.append(CohortCell(age, sum(here, Fraction(0)), sum(first, Fraction(0))))
        if members:
            cohorts.append(Cohort(period, len(members), tuple(cells), opening=period.first == FIRST))
    return Triangle(kind, tuple(cohorts))


def health_of(account: int) -> AccountHealth:
    values = {"use": float(account * 7 % 101), "tickets": float(account * 13 % 101), "answers": None}
    if account % 2:
        values["answers"] = float(account * 29 % 101)
    if account % 9 == 4:
        values["use"] = None
    known = {f: v for f, v in values.items() if v is not None}
    weight = sum(WEIGHTS[f] for f in known)
    coverage = weight / 100
    score = sum(WEIGHTS[f] * v for f, v in known.items()) / weight if coverage >= 0.5 else None
    band = Band.UNKNOWN if score is None else Band.GREEN if score >= 70 else Band.YELLOW if score >= 40 else Band.RED
    factors = tuple(
        FactorScore(
            f,
            v,
            v,
            WEIGHTS[f],
            0.0 if v is None else WEIGHTS[f] / weight,
            0.0 if v is None else WEIGHTS[f] * v / weight,
            AS_OF,
            FactorState.MISSING if v is None else FactorState.USED,
        )
        for f, v in values.items()
    )
    return AccountHealth(account, score, band, coverage, account % 60, factors)


def headline_of(
    book: Book, movements: tuple[MovementLine, ...], rate: RateLine, before: RateLine
) -> tuple[Figure, ...]:
    now = sum((line.get(LAST, Fraction(0)) for line in book.values()), Fraction(0))
    was = sum((line.get(LAST + -3, Fraction(0)) for line in book.values()), Fraction(0))
    n = sum(LAST in line for line in book.values())
    n_was = sum(LAST + -3 in line for line in book.values())
    money, of = Unit.MONEY, Unit.FRACTION
    ends = {"part_unit": money, "whole_unit": money}
    churned = sum((Fraction(line.churn.value or 0) for line in movements[-3:]), Fraction(0))
    return (
        (
            Figure(measure("mrr", money, now), measure("mrr", money, was)),
            Figure(measure("arr", money, 12 * now), measure("arr", money, 12 * was)),
            Figure(measure("accounts", Unit.COUNT, n), measure("accounts", Unit.COUNT, n_was)),
            Figure(
                measure("arpa", money, now / n, part=now, whole=n),
                measure("arpa", money, was / n_was),
                money,
                Unit.COUNT,
            ),
            Figure(rate.nrr, before.nrr, **ends),
            Figure(rate.grr, before.grr, **ends),
            Figure(rate.logo_churn, before.logo_churn, Unit.COUNT, Unit.COUNT, rising_is_good=False),
            Figure(measure("quick_ratio", Unit.RATIO, None, why=Why.NO_LOSS)),
            Figure(measure("health_mean", Unit.SCORE, 58.25, n=20), measure("health_mean", Unit.SCORE, 61.5)),
            Figure(measure("churned_mrr", money, churned), rising_is_good=False),
        )
        if rate.nrr.unit is of
        else ()
    )


def content_of(language: Language, currency: str = "JPY", accounts: int = 24) -> BoardContent:
    book = small_book(accounts)
    movements, rates = movements_of(book), rates_of(book)
    at = 1 if language is Language.JA else 0
    names = {
        a: f"{NAMES[language][n % 6]}{'' if at else ' '}{ENDINGS[language][n // 6 % 4]}{n // 24 or ''}"
        for n, a in enumerate(book)
    }
    paying = {a: line[LAST] for a, line in book.items() if LAST in line}
    lines = [(a, mrr / 2) for a, mrr in paying.items() for _ in range(2)]
    beyond = further(paying, names, QUARTER, AS_OF, at, int(rates[-1].logo_churn.part or 0))
    return BoardContent(
        company="青空システム株式会社" if at else "Blue Sky & Sons",
        currency=Currency(currency),
        language=language,
        period=QUARTER,
        as_of=AS_OF,
        headline=(*headline_of(book, movements, rates[-1], rates[-2]), Figure(beyond["bridge"][-1])),
        movements=movements,
        rates=rates,
        logos=triangle_of(book, CohortKind.LOGO),
        revenue=triangle_of(book, CohortKind.REVENUE),
        health=tuple(HealthLine(names[a], OWNERS[language][a % 2], mrr, health_of(a), a) for a, mrr in paying.items()),
        renewals=tuple(
            RenewalLine(
                names[a], AS_OF + timedelta(4 * n - 6), mrr, health_of(a).band, OWNERS[language][a % 2], n < 2, a
            )
            for n, (a, mrr) in enumerate(list(paying.items())[:18])
        ),
        accounts=tuple(
            AccountLine(
                a,
                names[a],
                paying.get(a, Fraction(0)),
                a in paying,
                health_of(a).band,
                date(2023, 4, 1),
                date(2025, 6, 30),
                OWNERS[language][a % 2],
                ("High touch", "ハイタッチ")[at],
                ("Enterprise", "大企業")[at],
                ("Logistics", "物流")[at],
                ("East", "関東")[at],
                ("100-499", "100～499名")[at],
                ("Referral", "紹介")[at],
                ("Live", "運用中")[at],
            )
            for a in book
        ),
        sources=tuple(
            SourceLine(
                a,
                ("Base plan", "基本プラン")[at],
                date(2023, 4, 1),
                None,
                mrr,
                ("contracts.csv", "契約.xlsx")[at],
                ("", "契約一覧")[at],
                2 + n,
            )
            for n, (a, mrr) in enumerate(lines)
        ),
        definitions=tuple(
            Definition(
                m,
                words[at],
                (
                    "What it counts, in a sentence long enough to wrap over several lines of its cell.",
                    "何を数えるかを説明する文章です。セルの中で折り返されるくらいの長さがあります。全角文字の幅も確かめます。",
                )[at],
                ("part / whole", "分子 ÷ 分母")[at],
                ("house rules", "標準ルール")[at],
            )
            for m, words in METRICS.items()
        ),
        moves=moves_of(book, names, ("Base plan", "基本プラン")[at]),
        factors={f: words[at] for f, words in FACTORS.items()},
        **beyond,
    )


@pytest.fixture(scope="session")
def make() -> Callable[..., BoardContent]:
    """Content in a language and currency, for so many accounts."""
    return content_of


@pytest.fixture
def silent() -> Callable[[int, int], None]:
    """Progress nobody looks at."""
    return lambda _done, _total: None
