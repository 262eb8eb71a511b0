"""The tables that are told again and again: what each says, whatever it is written like."""

import csv
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from csdesk.models.kinds import Kind

Value: TypeAlias = str | int | Decimal | date | None
Told: TypeAlias = dict[str, Value]

SAMPLES: Final = Path(__file__).parents[1] / "data" / "metrics"
NAMES: Final = {
    "en": "Northwind Kettle Works|Blue Heron Logistics|Café Lumière|Alder & Sons|Quartz Dental Group|Tidewater Books|"
    "Fennel Kitchens|Marlow Freight|Juniper Health|Old Mill Printing|Sable Optics|Copperline Energy|Hazel Academy|"
    "Pinecrest Motors|Lantern Hotels|Brightwater Foods|Ostrava Metals|Saffron Travel|Cobalt Security|Willow Insurance|"
    "Granite Realty|Meadow Farms|Harbour Textiles|Summit Legal|Ivory Music School|Delta Ceramics|Nimbus Airways|"
    "Pebble Games|Rowan Clinics|Thistle Brewing",
    "ja": "架空あおば商事|見本みどり製作所|仮名ひかり物流|つむぎ工房見本|すずらん会見本|架空北斗システムズ|"
    "やまびこ運送見本|"
    "ひのき書房見本|架空カワセミ食品|見本東雲電機|架空白樺フーズ|紅葉印刷見本|青空建設見本|月島不動産見本|架空さくら学院|"
    "見本つばめ旅行|架空くじら水産|なのはな歯科見本|見本いろは出版|架空たんぽぽ保育|みさき造船見本|架空こだま通信|"
    "見本しおさい観光|架空ゆきわり製薬|ほたる精機見本|架空あさひ農園|見本かえで音楽教室|架空すみれ保険|もみじ警備見本|架空ふじ陶器",
}


@dataclass(frozen=True, slots=True)
class Story:
    """A table by meaning. `figures`: what it says shows in figures; else in the book's rows of `kind`, told by the
    book's `shown` columns. `prices`: the ways in which its amounts may be told."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Told, ...]
    figures: bool = False
    kind: Kind = Kind.CONTRACT
    shown: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    """Columns that a variant may leave out."""
    as_of: date = date(2025, 1, 31)
    grid: str = ""
    """What month columns of a grid hold: marks, amounts or another meaning; '' for no grid."""
    months: tuple[date, ...] = field(default=())


def _sample(case: str, file: str) -> list[dict[str, str]]:
    with (SAMPLES / case / "input" / file).open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def _day(text: str) -> date | None:
    return date.fromisoformat(text.replace("/", "-")) if text else None


def edges() -> Story:
    """Every edge of the movements: overlaps, holes, one-day contracts, add-ons, yearly and quarterly prices."""
    rows = [
        {
            "account": row["Account"],
            "product": row["Product"],
            "amount": Decimal(row["Amount"]),
            "months": int(row["Billing months"]),
            "start": _day(row["Start date"]),
            "end": _day(row["End date"]),
        }
        for row in _sample("edge_cases", "subscriptions.csv")
    ]
    return Story(
        "edges", ("account", "product", "price", "start", "end"), tuple(rows), figures=True,
        prices=("mrr", "arr", "amount and months", "amount and interval"),
    )  # fmt: skip


def growth() -> Story:
    """Price changes without a product: a row for each price."""
    rows = [
        {
            "account": row["顧客ID"],
            "amount": Decimal(row["月額"]),
            "months": 1,
            "start": _day(row["開始日"]),
            "end": _day(row["終了日"]),
        }
        for row in _sample("source_examples", "h_negative_churn.csv")
    ]
    return Story(
        "growth", ("account", "price", "start", "end"), tuple(rows), figures=True, prices=("mrr", "arr"),
        as_of=date(2024, 6, 30),
    )  # fmt: skip


def ended(lang: str) -> Story:
    """One row a customer, with the day on which it left."""
    rng, rows = Random(11), []
    for at, name in enumerate(NAMES[lang].split("|")):
        start = date(2022, 4, 1) + timedelta(days=rng.randrange(600))
        left = start + timedelta(days=rng.randrange(90, 700)) if rng.random() < 0.4 else None
        left = left if left and left < date(2024, 12, 20) else None
        rows.append(
            {
                "account": name,
                "account_id": f"C-{at + 1:04}",
                "product": rng.choice(["Basic", "Standard", "Pro"]),
                "amount": Decimal(rng.randrange(5, 90) * 1000),
                "months": 1,
                "start": start,
                "end": left,
                "owner": rng.choice(["Alda Fenwick", "Dov Harkaway", "Bram Oosterling"]),
            }
        )
    return Story(
        "ended", ("account", "account_id", "product", "price", "start", "end", "owner"), tuple(rows), figures=True,
        prices=("mrr", "arr", "amount and interval"), optional=("account_id", "product", "owner"),
        as_of=date(2024, 12, 31),
    )  # fmt: skip


def seats(lang: str) -> Story:
    """Prices by seat."""
    rng, rows = Random(12), []
    for name in NAMES[lang].split("|")[:20]:
        start = date(2023, 1, 10) + timedelta(days=rng.randrange(400))
        count, unit = rng.randrange(3, 60), Decimal(rng.choice([800, 1200, 1500, 3000]))
        ends = start + timedelta(days=rng.randrange(100, 400)) if rng.random() < 0.3 else None
        rows.append(
            {
                "account": name,
                "amount": unit * count,
                "months": 1,
                "unit": unit,
                "quantity": count,
                "start": start,
                "end": ends if ends and ends < date(2024, 12, 1) else None,
            }
        )
    return Story(
        "seats", ("account", "price", "start", "end"), tuple(rows), figures=True, as_of=date(2024, 12, 31),
        prices=("unit by quantity monthly", "unit by quantity and interval", "unit, quantity and mrr"),
    )  # fmt: skip


@cache
def _thousand(file: str) -> tuple[Told, ...]:
    wanted = {str(number) for number in range(1, 61)}
    return tuple(
        {
            "contract_id": row["Contract ID"],
            "account_id": row["Account ID"],
            "account": row["Account"],
            "segment": row["Tier"],
            "industry": row["Industry"],
            "region": row["Region"],
            "product": row["Product"],
            "amount": Decimal(row["MRR"]),
            "months": 1,
            "start": _day(row["Start date"]),
            "end": _day(row["End date"]),
        }
        for row in _sample("synthetic_1k", file)
        if row["Account ID"] in wanted
    )


def periods(*, renewals: bool) -> Story:
    """Price periods or renewal terms, each ending on the day on which the next begins."""
    file = "contracts_renewals.csv" if renewals else "contracts_periods.csv"
    return Story(
        "renewals" if renewals else "periods",
        ("contract_id", "account_id", "account", "segment", "industry", "region", "product", "price", "start", "end"),
        _thousand(file), figures=True, prices=("mrr", "arr"), optional=("segment", "industry", "region"),
        as_of=date(2024, 12, 31),
    )  # fmt: skip


def standings(lang: str) -> Story:
    """Contracts with their state beside their dates."""
    words = {"en": ("Active", "Cancelled", "Cancelling"), "ja": ("契約中", "解約済", "解約予定")}[lang]
    rng, rows = Random(13), []
    for name in NAMES[lang].split("|")[:24]:
        start = date(2023, 3, 1) + timedelta(days=rng.randrange(300))
        gone = start + timedelta(days=rng.randrange(60, 500)) if rng.random() < 0.35 else None
        word = words[0] if gone is None else words[1] if gone <= date(2024, 10, 31) else words[2]
        rows.append(
            {
                "account": name, "amount": Decimal(rng.randrange(1, 40) * 5000), "months": 1, "start": start,
                "end": gone, "status": word,
            }
        )  # fmt: skip
    return Story(
        "standings", ("account", "price", "start", "end", "status"), tuple(rows), figures=True,
        prices=("mrr", "arr"), as_of=date(2024, 10, 31),
    )  # fmt: skip


def logos(lang: str, *, amounts: bool) -> Story:
    """Which logo was active in which month, or what it paid."""
    rng, rows = Random(14), []
    months = tuple(date(2023 + at // 12, at % 12 + 1, 1) for at in range(15, 33))
    for name in NAMES[lang].split("|")[:25]:
        first, last = rng.randrange(-6, 14), rng.randrange(8, 26)
        price = rng.randrange(2, 60) * 1000
        row: Told = {"account": name}
        for at, month in enumerate(months):
            price += rng.choice([0] * 9 + [3000])
            active = first <= at <= last
            row[f"{month:%Y-%m}"] = Decimal(price if active else 0) if amounts else int(active)
        if any(row[f"{month:%Y-%m}"] for month in months):
            rows.append(row)
    return Story(
        "amounts by month" if amounts else "marks by month", ("account", "grid"), tuple(rows), figures=True,
        grid="amounts" if amounts else "marks", months=months, as_of=date(2025, 9, 30),
    )  # fmt: skip


def touches(lang: str) -> Story:
    words = {
        "en": {"Call": "call", "Email": "email", "Meeting": "meeting", "On-site visit": "visit"},
        "ja": {"電話": "call", "メール": "email", "打ち合わせ": "meeting", "訪問": "visit"},
    }[lang]
    notes = {
        "en": ["Asked for an export", "Renewal talk, positive", "Onboarding, step 2", "Price question"],
        "ja": ["帳票の要望あり", "更新の意向を確認、前向き", "初期設定の支援", "料金についての質問"],
    }[lang]
    rng = Random(15)
    names = NAMES[lang].split("|")[:9]
    rows: list[Told] = [
        {
            "account": rng.choice(names), "date": date(2024, 2, 1) + timedelta(days=at * 3 + rng.randrange(3)),
            "type": rng.choice(list(words)), "note": f"{rng.choice(notes)} {at}",
            "by": rng.choice(["Alda Fenwick", "Dov Harkaway"]),
        }
        for at in range(40)
    ]  # fmt: skip
    return Story(
        "touches", ("date", "account", "type", "by", "note"), tuple(rows), kind=Kind.TOUCH, optional=("by",),
        shown=("account_id", "on_date", "type", "note"),
    )  # fmt: skip


def use(lang: str, form: str) -> Story:
    """Use as events one below the other, as measures side by side, or as one measure by month."""
    rng, names = Random(16), NAMES[lang].split("|")[:8]
    shown = ("account_id", "measure_id", "on_date", "amount")
    months = tuple(date(2024, number, 1) for number in range(1, 9))
    if form == "long":
        rows: list[Told] = [
            {"account": name, "use_date": month, "measure": measure, "value": rng.randrange(1, 300)}
            for name in names
            for month in months[:4]
            for measure in ("export", "report")
        ]
        return Story("use, long", ("account", "use_date", "measure", "value"), tuple(rows), kind=Kind.USE, shown=shown)
    if form == "wide":
        rows = [
            {
                "account": name,
                "use_date": month,
                "logins": rng.randrange(1, 300),
                "active_users": rng.randrange(1, 30),
            }
            for name in names
            for month in months[:4]
        ]
        return Story(
            "use, wide", ("account", "use_date", "logins", "active_users"), tuple(rows), kind=Kind.USE, shown=shown
        )
    rows = [{"account": name, **{f"{month:%Y-%m}": rng.randrange(2, 300) for month in months}} for name in names]
    return Story(
        "use by month", ("account", "grid"), tuple(rows), kind=Kind.USE, shown=shown, grid="logins", months=months
    )


def answers(lang: str, survey: str) -> Story:
    rng, names = Random(17), NAMES[lang].split("|")[:20]
    low, high = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}[survey]
    rows: list[Told] = [
        {
            "answered": date(2024, 5, 1) + timedelta(days=at), "account": name, survey: rng.randint(low, high),
            "comment": {"en": "Good so far", "ja": "使いやすい"}[lang] if at % 3 else None,
        }
        for at, name in enumerate(names)
    ]  # fmt: skip
    return Story(
        survey, ("answered", "account", survey, "comment"), tuple(rows), kind=Kind.ANSWER, optional=("comment",),
        shown=("account_id", "survey", "score", "answered_on", "comment"),
    )  # fmt: skip


def costs(lang: str, *, wide: bool) -> Story:
    rng = Random(18)
    items = {
        "en": ["Advertising", "Sales salaries", "Events", "Customer success team"],
        "ja": ["広告費", "営業人件費", "展示会", "カスタマーサクセス人件費"],
    }
    months = tuple(date(2024, number, 1) for number in range(4, 10))
    shown = ("month", "item", "amount", "purpose")
    if wide:
        rows: list[Told] = [
            {"item": item, **{f"{month:%Y-%m}": Decimal(rng.randrange(10, 900) * 1000) for month in months}}
            for item in items[lang]
        ]
        return Story(
            "costs by month", ("item", "grid"), tuple(rows), kind=Kind.COST, shown=shown, grid="cost", months=months
        )
    rows = [
        {"month": month, "item": item, "cost": Decimal(rng.randrange(10, 900) * 1000)}
        for month in months
        for item in items[lang]
    ]
    return Story("costs", ("month", "item", "cost"), tuple(rows), kind=Kind.COST, shown=shown)


def tickets(lang: str) -> Story:
    rng, names = Random(19), NAMES[lang].split("|")[:10]
    words = {
        "en": (["Low", "Normal", "High", "Urgent"], ["Open", "Solved"], ["Login fails", "Export is empty", "Invoice"]),
        "ja": (["低", "中", "高", "緊急"], ["対応中", "完了"], ["ログインできない", "帳票が空", "請求書について"]),
    }[lang]
    rows: list[Told] = []
    for at in range(30):
        opened = date(2024, 6, 1) + timedelta(days=at * 2)
        closed = opened + timedelta(days=rng.randrange(9)) if rng.random() < 0.8 else None
        rows.append(
            {
                "ticket_id": str(20_001 + at), "account": rng.choice(names), "subject": f"{rng.choice(words[2])} {at}",
                "priority": rng.choice(words[0]), "ticket_status": words[1][closed is not None], "opened": opened,
                "closed": closed,
            }
        )  # fmt: skip
    return Story(
        "tickets", ("ticket_id", "account", "subject", "priority", "ticket_status", "opened", "closed"), tuple(rows),
        kind=Kind.TICKET, shown=("account_id", "external_id", "subject", "opened_at", "closed_at"),
    )  # fmt: skip


def invoices(lang: str) -> Story:
    rng, names = Random(20), NAMES[lang].split("|")[:10]
    rows: list[Told] = [
        {
            "invoice_no": f"INV-{at + 1:04}", "account": rng.choice(names),
            "invoice_date": (on := date(2024, 3, 29) + timedelta(days=at * 5)), "due": on + timedelta(days=30),
            "total": Decimal(rng.randrange(10, 900) * 1000),
        }
        for at in range(30)
    ]  # fmt: skip
    return Story(
        "invoices", ("invoice_no", "account", "invoice_date", "due", "total"), tuple(rows), kind=Kind.INVOICE,
        shown=("account_id", "number", "issued_on", "due_on", "amount"),
    )  # fmt: skip


def accounts(lang: str) -> Story:
    words = {"en": ["Manufacturing", "Retail", "Health"], "ja": ["製造", "小売", "医療"]}[lang]
    rng = Random(21)
    rows: list[Told] = [
        {
            "account": name, "account_id": f"{at + 1:05}", "industry": rng.choice(words),
            "owner": rng.choice(["Alda Fenwick", "Dov Harkaway"]), "domain": f"customer{at + 1}.example",
            "employees": rng.randrange(5, 4000),
        }
        for at, name in enumerate(NAMES[lang].split("|")[:20])
    ]  # fmt: skip
    return Story(
        "accounts", ("account", "account_id", "industry", "owner", "domain", "employees"), tuple(rows),
        kind=Kind.ACCOUNT, optional=("domain", "employees"), shown=("name", "external_id", "industry", "owner_id"),
    )  # fmt: skip


def contacts(lang: str) -> Story:
    people = {
        "en": ["Cleo Vantongeren", "Ezra Holm", "Ada Quill", "Finn Marsh", "Gwen Tallow", "Hugo Pike"],
        "ja": ["架空一郎", "見本花子", "仮名みなと", "例示さくら", "架空つばさ", "見本かえで"],
    }[lang]
    titles = {"en": ["Head of Sales", "Engineer"], "ja": ["部長", "課長"]}[lang]
    rows: list[Told] = [
        {
            "account": NAMES[lang].split("|")[at % 7], "person": person,
            "email": f"person{at}@customer{at % 7}.example",
            "title": titles[at % 2], "phone": f"03-0000-00{at:02}",
        }
        for at, person in enumerate(people)
    ]  # fmt: skip
    return Story(
        "contacts", ("account", "person", "email", "title", "phone"), tuple(rows), kind=Kind.CONTACT,
        optional=("phone",), shown=("account_id", "name", "email", "title"),
    )  # fmt: skip


def all_stories(lang: str) -> list[Story]:
    return [
        edges(), growth(), ended(lang), seats(lang), periods(renewals=False), periods(renewals=True), standings(lang),
        logos(lang, amounts=False), logos(lang, amounts=True), touches(lang), use(lang, "long"), use(lang, "wide"),
        use(lang, "months"), answers(lang, "nps"), answers(lang, "csat"), answers(lang, "ces"),
        costs(lang, wide=False), costs(lang, wide=True), tickets(lang), invoices(lang), accounts(lang), contacts(lang),
    ]  # fmt: skip
