"""What the values of a column look like."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from csdesk.intake.distinct import distinct
from csdesk.intake.shapes import Cell
from csdesk.intake.values.bands import band_of
from csdesk.intake.values.changes import change_of
from csdesk.intake.values.currencies import named_currency
from csdesk.intake.values.dates import Dated, OpenEnd, Yearless, are_short_months, has_small, read_date
from csdesk.intake.values.durations import days_of, minutes_of
from csdesk.intake.values.movements import LOSSES, move_of
from csdesk.intake.values.numbers import CODES, LARGEST, read_number, without_included_tax, without_span
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import error_cell, is_nothing
from csdesk.intake.values.words import (
    SUBSCRIPTION_WORDS,
    charge_of,
    cost_purpose,
    months_of,
    read_auto,
    read_mark,
    read_yes_no,
    standing,
    status_word,
    touch_type,
)
from csdesk.intake.values.work_words import is_missed, is_renewal_word, survey_named, tells_renewal
from csdesk.models.problems import Reason

_SAMPLE = 80
_NAMED = 40
"""Letters that the name of a currency may have."""
_EMPTY = frozenset({None, ""})
_EMAIL = re.compile(r"(?<![^\s@])[^\s@]+@[^\s@]+\.[^\s@]+")  # from where a word begins: long texts take no longer
_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/.*)?", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,5}:[0-5]\d(?::[0-5]\d)?")
_ID = re.compile(r"(?=\S*\d)[A-Za-z0-9][\w.:#/-]*|[a-z]+_\w+|[0-9a-fA-F-]{32,36}")
_ARROW = re.compile(r"→|->|〜|～|\d\s*~\s*\d|\d\s+-\s+\d|\d to \d")
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_POINTED = re.compile(r"\d{1,3}\.\d{1,3}")
_PHONE = re.compile(r"[+(]?[\d０-９][\d０-９\-() .ー－]{5,}")
_PROMOTER = re.compile(r"promoter|passive|detractor|推奨|中立|批判", re.IGNORECASE)
_KEY = re.compile(
    r"[a-z]{2,5}_(?=\w*\d)(?:(?=\w*[A-Z])\w{5,}|\w{10,})|(?=.*\d)[0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|"
    r"(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z0-9]{15,20}"
)
"""What a machine calls a row."""
_PAGE = re.compile(r"https?://([^/]+)/.+")
_OF_CUSTOMERS = frozenset({"customer", "prospect", "lead", "former customer", "顧客", "見込み客", "見込客", "元顧客"})
"""Words for how a customer stands, not his contract."""
_CLOSED = frozenset({"won", "closed won", "受注"})
"""How deals end that contracts come of."""
_ROLES = frozenset(
    {"admin", "administrator", "user", "end-user", "end user", "member", "owner", "viewer", "editor", "guest", "agent",
     "light agent", "contributor", "管理者", "メンバー", "エンドユーザー", "一般", "ゲスト", "閲覧者", "編集者"}
)  # fmt: skip
"""What people may do in an app."""
_DESK_ROLES = frozenset({"end-user", "end user", "agent", "light agent", "エンドユーザー"})
"""What people are to a help desk, not in the team's own app."""
_POST = re.compile(
    r"C(?:[CDEFIMOPRST]|IS|HR)O|(?:S|E)?VP(?: (?:of )?[\w ]+)?|(?:Managing )?Director|Head of [\w ]+|President|"
    r"(?:代表取締役)?(?:社長|会長)|(?:取締役|執行役員|役員)|(?:本?部|課|室|次|係|支店)長",
    re.IGNORECASE,
)
"""What somebody is in his company rather than what he is called."""
_FLAT_AREA = frozenset({"国内", "海外", "国外"})


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0 to 1) of the filled cells of a column that look like each kind of value, from a sample."""

    filled: int
    date: float = 0.0
    number: float = 0.0
    email: float = 0.0
    host: float = 0.0
    yes_no: float = 0.0
    mark: float = 0.0
    clock: float = 0.0
    duration: float = 0.0
    currency: float = 0.0
    interval: float = 0.0
    identifier: float = 0.0
    period: float = 0.0
    phone: float = 0.0
    percent: float = 0.0
    purpose: float = 0.0
    thirteen: float = 0.0
    distinct: float = 0.0
    low: float = 0.0
    high: float = 0.0
    length: float = 0.0
    sequence: bool = False
    billing_words: bool = False
    flat_area: bool = False
    promoters: bool = False
    grouped: bool = False
    keyed: bool = False
    one_host: bool = False
    app_roles: bool = False
    desk_roles: bool = False
    days: bool = False
    deals: bool = False
    posts: bool = False
    missed: bool = False
    renews: bool = False
    surveys: bool = False
    renewals: bool = False
    standing: float = 0.0
    touch: float = 0.0
    moves: float = 0.0
    bands: float = 0.0
    loses: bool = False
    again: float = 0.0
    """Share of all filled cells, not of the sample alone, whose value stands above already."""

    @property
    def is_dated(self) -> bool:
        """Whether the column may hold days, written as such or as the serials of a spreadsheet."""
        return self.date > 0.6 or are_serials(self)

    @property
    def is_empty(self) -> bool:
        """Whether the column holds no value at all."""
        return self.filled == 0


def are_serials(seen: Profile) -> bool:
    """Whether figures may be days as the serials of a spreadsheet: with commas, or all round, they are amounts."""
    amounts = seen.grouped or (seen.low % 100 == 0 and seen.high % 100 == 0)
    return seen.number >= 0.5 and seen.low >= 20_000 and seen.high < 80_500 and not amounts


def looks_like_names(seen: Profile) -> bool:
    """Whether a column may hold names: short texts of many kinds that are nothing else."""
    plain = max(seen.number, seen.date, seen.yes_no, seen.mark, seen.email, seen.currency, seen.interval) < 0.3
    return plain and seen.distinct > 0.3 and 1 < seen.length <= 40


def sample_of(cells: Sequence[Cell], size: int = _SAMPLE) -> list[Cell]:
    """Up to `size` filled cells, spread over the column."""
    return _sample(_filled(cells)[0], size)


def _filled(cells: Sequence[Cell]) -> tuple[Sequence[Cell], int]:
    """The cells that hold anything, and how many different ones there are."""
    different = distinct(cells)
    if different.isdisjoint(_EMPTY):
        return cells, len(different)
    return [cell for cell in cells if cell is not None and cell != ""], len(different - _EMPTY)


def _sample(filled: Sequence[Cell], size: int = _SAMPLE) -> list[Cell]:
    for some in (_spread(filled, 4 * size), filled):
        told = [cell for cell in some if not (isinstance(cell, str) and is_nothing(cell))]
        if told:
            return _spread(told, size)
    return []


def _spread(cells: Sequence[Cell], size: int) -> list[Cell]:
    step = max(len(cells) / size, 1.0)
    return [cells[int(i * step)] for i in range(min(size, len(cells)))]


def profile(cells: Sequence[Cell]) -> Profile:
    """Look at a column."""
    filled, different = _filled(cells)
    seen = [cell for cell in _sample(filled) if not (isinstance(cell, str) and error_cell(cell))]
    if not (count := len(seen)):
        return Profile(0)
    texts = [cell for cell in seen if isinstance(cell, str)]
    often = Counter(texts).items()
    numbers = [number for cell in seen if (number := number_in(cell)) is not None]

    def share(test: Callable[[str], object]) -> float:
        return sum(times for text, times in often if test(text)) / count

    return Profile(
        count,
        date=1.0 if texts and are_short_months(texts) else _dates_in(seen) / count,
        number=len(numbers) / count,
        email=share(_EMAIL.search),
        host=share(_HOST.fullmatch),
        yes_no=sum(isinstance(c, bool) or (isinstance(c, str) and read_yes_no(c) is not None) for c in seen) / count,
        mark=sum(map(_is_mark, seen)) / count,
        clock=share(_CLOCK.fullmatch),
        duration=share(lambda text: minutes_of(text) is not None),
        currency=share(_is_currency),
        interval=share(lambda text: not text.strip().isdigit() and (months_of(text) or charge_of(text))),
        identifier=share(lambda text: _ID.fullmatch(text.strip())),
        period=share(_ARROW.search),
        phone=share(lambda text: _PHONE.fullmatch(text.strip()) and not _is_date(text)),
        percent=share(lambda text: text.strip().endswith(("%", "％"))),
        purpose=share(lambda text: cost_purpose(text) is not None),
        thirteen=sum(re.fullmatch(r"\d{13}", as_text(c)) is not None for c in seen) / count,
        distinct=len({str(cell) for cell in seen}) / count,
        low=min(numbers, default=0.0),
        high=max(numbers, default=0.0),
        length=sum(len(text) for text in texts) / max(len(texts), 1),
        sequence=count >= 3 and numbers[:3] == [1.0, 2.0, 3.0] and sorted(numbers) == numbers,
        standing=share(lambda text: standing(text) is not None),
        touch=share(lambda text: touch_type(text) is not None),
        bands=share(band_of),
        moves=share(lambda text: move_of(text) or change_of(text)),
        again=1 - different / len(filled),
        **_told_by_words(texts, count),
    )


def _told_by_words(texts: Sequence[str], count: int) -> dict[str, bool]:
    """What single words tell of a column of so many filled cells."""
    return {
        "billing_words": any(status_word(text) in SUBSCRIPTION_WORDS for text in texts)
        and not any(text.strip().casefold() in _OF_CUSTOMERS for text in texts),
        "flat_area": bool(texts) and set(texts) <= _FLAT_AREA,
        "promoters": sum(_PROMOTER.search(text) is not None for text in texts) > count / 2,
        "grouped": sum(_GROUPED.search(text) is not None for text in texts) > count / 2,
        "keyed": sum(_KEY.fullmatch(text.strip()) is not None for text in texts) > 0.9 * count,
        "one_host": _is_one_host(texts),
        "app_roles": bool(texts) and {text.strip().casefold() for text in texts} <= _ROLES,
        "desk_roles": bool({text.strip().casefold() for text in texts} & _DESK_ROLES),
        "surveys": bool(texts) and all(survey_named(text) for text in texts),
        "renewals": sum(map(is_renewal_word, texts)) > 0.8 * len(texts) and any(map(tells_renewal, texts)),
        "missed": any(map(is_missed, texts)),
        "renews": bool(texts) and all(read_auto(text) is not None for text in texts),
        "posts": sum(_POST.fullmatch(text.strip()) is not None for text in texts) > count / 2,
        "days": 2 * sum(days_of(text) is not None for text in texts) >= count,
        "deals": bool({text.strip().casefold() for text in texts} & _CLOSED),
        "loses": any(move_of(text) in LOSSES for text in texts),
    }


def _is_currency(text: str) -> bool:
    return text.strip().upper() in CODES or (len(text) <= _NAMED and bool(named_currency(text)))


def _is_one_host(texts: Sequence[str]) -> bool:
    """Whether all cells are pages, several of one host."""
    hosts = [page[1] if (page := _PAGE.fullmatch(text.strip())) else "" for text in set(texts)]
    return len(hosts) > 1 and all(hosts) and len(set(hosts)) == 1


def number_in(cell: Cell) -> float | None:
    """The figure of a cell, roughly; None for what is none."""
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return float(cell) if abs(cell) <= LARGEST else None
    if isinstance(cell, str):
        value = read_number(without_span(without_included_tax(cell)), counters=True)
        if isinstance(value, Reason):
            value = read_number(cell.strip().replace(".", "").replace(",", "."))
        return None if isinstance(value, Reason) else float(value)
    return None


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date | datetime):
        return True
    if not isinstance(cell, str) or cell.strip().isdigit():
        return isinstance(cell, str) and len(cell.strip()) in {6, 8} and isinstance(read_date(cell), Dated)
    seen = read_date(cell)
    if isinstance(seen, Reason) and has_small(cell):
        return True
    return isinstance(seen, Dated | Yearless | OpenEnd)


def _dates_in(cells: Sequence[Cell]) -> int:
    """How many cells are days. Of figures with points ('1.5', '0.75') none is where one can be no day; nor is an open
    end where nothing but 'open' stands, as of tickets."""
    if {cell.strip().casefold() for cell in cells if isinstance(cell, str)} == {"open"}:
        return 0
    dates = [_is_date(cell) for cell in cells]
    figures = [isinstance(cell, str) and _POINTED.fullmatch(cell.strip()) is not None for cell in cells]
    odd = any(not day for day, figure in zip(dates, figures, strict=True) if figure)
    return sum(day and not (odd and figure) for day, figure in zip(dates, figures, strict=True))


def _is_mark(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return True
    if isinstance(cell, int | float):
        return cell in (0, 1)
    return isinstance(cell, str) and read_mark(cell, x_is_yes=True) is not None
