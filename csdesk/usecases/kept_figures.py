"""Figures of periods that came in with spreadsheets, listed and deleted; exchange rates, listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.reporting import FigureKind
from csdesk.usecases.books import save_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """One figure of a period; `metric` is its id in the catalogue, '' where it is none, `unit` a currency, '%' or what
    is counted, and `source` the file, sheet and row it came from."""

    id: int
    first: date
    last: date
    name: str
    metric: str
    unit: str
    kind: FigureKind
    value: float
    notes: str
    source: str


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """What one unit of a currency cost in another at the end of a month (YYYY-MM)."""

    id: int
    month: str
    currency: str
    base: str
    rate: float
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """Everything of both kinds that the book keeps."""

    figures: tuple[PeriodFigure, ...]
    rates: tuple[ExchangeRate, ...]
    currencies: Mapping[str, bool]
    """The other currencies that contract lines and won deals are in, and whether there is any rate of each."""


def kept_figures(book: Book) -> KeptFigures:
    """The figures, latest period first, then as their sheets have them; the rates, latest month first."""
    from csdesk.usecases.rates import other_currencies

    figures = sorted(_figures(book), key=lambda one: (one.last, one.first), reverse=True)
    rates = sorted(_rates(book), key=lambda one: (one.currency, one.base))
    return KeptFigures(
        tuple(figures), tuple(sorted(rates, key=lambda one: one.month, reverse=True)), other_currencies(book)
    )


def _figures(book: Book) -> list[PeriodFigure]:
    from datetime import date

    from csdesk.book.read import rows
    from csdesk.usecases.contract_rows import sources_of

    found = rows(book, Kind.PERIOD_FIGURE)
    places = sources_of(book, Kind.PERIOD_FIGURE, [int(str(row["id"])) for row in found])
    return [
        PeriodFigure(
            id=(number := int(str(row["id"]))),
            first=date.fromisoformat(str(row["starts_on"])),
            last=date.fromisoformat(str(row["ends_on"])),
            name=str(row["name"]),
            metric=str(row["metric"] or ""),
            unit=str(row["unit"] or ""),
            kind=FigureKind(str(row["kind"])),
            value=float(str(row["value"])),
            notes=str(row["notes"] or ""),
            source=places.get(number, ""),
        )
        for row in found
    ]


def _rates(book: Book) -> list[ExchangeRate]:
    from csdesk.book.read import rows
    from csdesk.usecases.contract_rows import sources_of

    found = rows(book, Kind.EXCHANGE_RATE)
    places = sources_of(book, Kind.EXCHANGE_RATE, [int(str(row["id"])) for row in found])
    return [
        ExchangeRate(
            id=(number := int(str(row["id"]))),
            month=str(row["month"]),
            currency=str(row["currency"]),
            base=str(row["base"]),
            rate=float(str(row["rate"])),
            kind=str(row["source"] or ""),
            source=places.get(number, ""),
        )
        for row in found
    ]


def delete_figures(book: Book, figures: Sequence[int]) -> Changes:
    """Delete figures of periods as one step."""
    save_before(book, len(figures))
    with book.step(StepName.DELETE_FIGURE) as step:
        step.delete_many(Kind.PERIOD_FIGURE, figures)
    return step.changes
