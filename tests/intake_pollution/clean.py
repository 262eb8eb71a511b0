"""Clean tables of the everyday sort, in English and Japanese, for the pollution to fall upon."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TypeAlias

Clean: TypeAlias = list[list[str]]
"""Headings first; no cell holds a separator, a quote or a line break."""

_PLACES = ("Harbor", "Summit", "Valley", "Meadow", "Canyon", "River", "Forest", "Coast", "Prairie", "Lagoon")
_TRADES = ("Foods", "Optics", "Logistics", "Textiles", "Studios", "Robotics", "Dental", "Energy", "Books", "Travel")
_TOWNS = ("青葉", "若草", "白鳥", "朝日", "港北", "緑川", "桜台", "月見", "星野", "海風")
_SHOPS = ("商事", "電機", "食品", "物流", "設計", "印刷", "薬品", "工房", "観光", "出版")
_PLANS = ("Basic", "Standard", "Premium")
_KINDS = ("基本", "標準", "上級")


def english_accounts(dice: Random, count: int) -> Clean:
    return [["Customer ID", "Customer", "Plan", "MRR", "Started"]] + [
        [f"{n:05}", f"{place} {trade}", dice.choice(_PLANS), str(100 * dice.randint(1, 90)), _day(dice)]
        for n, (place, trade) in enumerate(_pairs(dice, _PLACES, _TRADES, count), 1)
    ]


def english_tickets(dice: Random, count: int) -> Clean:
    return [["Ticket", "Account", "Subject", "Opened", "Priority", "Hours"]] + [
        [f"T-{1000 + n}", f"{place} {trade}", _subject(dice), _day(dice), dice.choice("ABC"), str(dice.randint(1, 72))]
        for n, (place, trade) in enumerate(_pairs(dice, _PLACES, _TRADES, count))
    ]


def japanese_accounts(dice: Random, count: int) -> Clean:
    return [["顧客コード", "顧客名", "プラン", "月額", "開始日"]] + [
        [f"{n:04}", f"株式会社{town}{shop}", dice.choice(_KINDS), str(1000 * dice.randint(1, 90)), _day(dice, "/")]
        for n, (town, shop) in enumerate(_pairs(dice, _TOWNS, _SHOPS, count), 1)
    ]


def japanese_contacts(dice: Random, count: int) -> Clean:
    return [["会社名", "部署", "メール", "役割", "登録日"]] + [
        [f"{town}{shop}", dice.choice(("営業部", "総務部", "情報システム部")), f"user{n}@example.jp", role, _day(dice)]
        for n, (town, shop) in enumerate(_pairs(dice, _TOWNS, _SHOPS, count))
        for role in [dice.choice(("管理者", "利用者", "決裁者"))]
    ]


ENGLISH = (english_accounts, english_tickets)
JAPANESE = (japanese_accounts, japanese_contacts)


def clean(dice: Random, makers: tuple[Callable[[Random, int], Clean], ...] = ENGLISH + JAPANESE) -> Clean:
    """Six to forty rows under their headings."""
    return dice.choice(makers)(dice, dice.randint(6, 40))


def _pairs(dice: Random, firsts: tuple[str, ...], seconds: tuple[str, ...], count: int) -> list[tuple[str, str]]:
    return dice.sample([(first, second) for first in firsts for second in seconds], count)


def _day(dice: Random, sign: str = "-") -> str:
    return (date(2021, 1, 1) + timedelta(days=dice.randrange(1500))).isoformat().replace("-", sign)


def _subject(dice: Random) -> str:
    return dice.choice(("Login fails", "Export is slow", "Invoice question", "New user", "Report looks empty"))
