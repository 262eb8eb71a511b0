"""Prices as the book keeps them, without tax and less their discount: as the table tells how, else not at all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from csdesk.intake.fields import PRICES, base_of
from csdesk.intake.matching.meaning.taxed import TAXED, told_with_tax
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.prices import is_before_discount, is_less_discount, is_with_tax, is_without_tax
from csdesk.intake.shapes import Cell, Choice, Clean, Finding, FoundTable, Matching, Record, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.models.money import Currency
from csdesk.models.problems import Problem, Reason
from csdesk.models.text import fold_case

RATE, DISCOUNT, LIST = "contract.tax_rate", "contract.discount_rate", "contract.list_amount"
UNKNOWN, COLUMN, BEFORE, AFTER = "unknown", "column", "before", "after"
_OFF = "contract.discount_amount"
_KINDS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS, TableKind.MATRIX, TableKind.MOVEMENTS})
_RATES = {"JPY": ("10%", "8%", "0%")}
_OTHER_RATES = ("0%", "5%", "7%", "10%", "19%", "20%", "21%", "25%")
_TOLD = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d+)?)\s*%")
_HUNDRED = 100
_FEW = 20
"""Rows whose cells may tell the rate: '11,000円(10%税込)'."""
_NO_TAX = "0%"


def net_findings(table: FoundTable, known: Recognised, chosen: Matching, currency: str) -> tuple[Finding, ...]:
    """What is known of the tax in the table's prices and of the discounts beside them; none where there are none."""
    found = (_tax_finding(table, known, chosen, currency), _discount_finding(known, chosen))
    return tuple(finding for finding in found if finding)


def _tax_finding(table: FoundTable, known: Recognised, chosen: Matching, currency: str) -> Finding | None:
    """The rate of the tax that prices include: as chosen, as a column has it, or as a heading or title says."""
    taxed = with_tax(table, known)
    if not taxed:
        return None
    options = (UNKNOWN, *_RATES.get(currency, _OTHER_RATES))
    if wanted := chosen.choices.get(Choice.TAX):
        return Finding(Choice.TAX, wanted, tuple(dict.fromkeys((*options, wanted))), certain=True)
    if RATE in known.positions:
        return Finding(Choice.TAX, COLUMN, (COLUMN, *options), certain=True)
    told = tuple({f"{found[1]}%" for text in _about(table, known, taxed) if (found := _TOLD.search(text))})
    if len(told) == 1:
        return Finding(Choice.TAX, told[0], tuple(dict.fromkeys((*options, *told))), certain=True)
    return Finding(Choice.TAX, UNKNOWN, options, certain=False)


def with_tax(table: FoundTable, known: Recognised) -> frozenset[str]:
    """The fields whose amounts include tax, by their headings, else by the text around the table."""
    if known.kind not in _KINDS:
        return frozenset()
    around = fold_case(table.context)
    all_of_it = is_with_tax(around) and not is_without_tax(around)
    headings = {name: fold_case(known.columns[at].column.heading) for name, at in known.positions.items()}
    return told_with_tax(table, known) | frozenset(
        name
        for name, heading in headings.items()
        if (base_of(name) in TAXED or (base_of(name) == "matrix" and name in known.amounts))
        and (is_with_tax(heading) or (all_of_it and not is_without_tax(heading)))
    )


def _about(table: FoundTable, known: Recognised, taxed: frozenset[str]) -> list[str]:
    """Texts that may tell the rate of tax."""
    headings = [known.columns[known.positions[name]].column.heading for name in taxed]
    cells = [as_text(row[known.positions[name]]) for name in taxed for row in table.rows[:_FEW]]
    return [text for text in map(fold_case, (*headings, table.context, *cells)) if is_with_tax(text)]


def _discount_finding(known: Recognised, chosen: Matching) -> Finding | None:
    """Whether the price beside a discount is the one before it. A list price beside it says that it is not."""
    price = next((name for name in PRICES if name in known.positions), "")
    if not price or not {DISCOUNT, _OFF} & set(known.positions):
        return None
    options = (UNKNOWN, BEFORE, AFTER)
    heading = fold_case(known.columns[known.positions[price]].column.heading)
    if wanted := chosen.choices.get(Choice.DISCOUNT):
        return Finding(Choice.DISCOUNT, wanted, options, certain=True)
    if is_before_discount(heading):
        return Finding(Choice.DISCOUNT, BEFORE, options, certain=True, evidence="heading")
    if LIST in known.positions or is_less_discount(heading):
        return None
    return Finding(Choice.DISCOUNT, UNKNOWN, options, certain=False)


@dataclass(slots=True)
class Net:
    """Takes tax and discount off the prices of one table. What cannot be known for want of a word is left out, told,
    and kept as the team's own."""

    table: FoundTable
    known: Recognised
    answers: Mapping[Choice, str]
    currency: Currency
    problems: list[Problem] = field(default_factory=list)
    _rows: dict[int, tuple[Cell, ...]] = field(default_factory=dict)

    def of(self, records: Sequence[Record]) -> Sequence[Record]:
        """The records with their prices as the book keeps them."""
        tax, discount = self.answers.get(Choice.TAX, _NO_TAX), self.answers.get(Choice.DISCOUNT, AFTER)
        if tax == _NO_TAX and discount == AFTER:
            return records
        taxed = with_tax(self.table, self.known) if tax != _NO_TAX else frozenset()
        price = next((name for name in PRICES if name in self.known.positions), "")
        self._rows = dict(zip(self.table.lines, self.table.rows, strict=True))
        percents = {name: _percents(record.values.get(name) for record in records) for name in (RATE, DISCOUNT)}
        netted = []
        for record in records:
            values: dict[str, Clean] = dict(record.values)
            lost: dict[str, Reason] = {}
            rate = _share(values.get(RATE), percents[RATE]) if tax == COLUMN else _rate(tax)
            for name in taxed:
                lost |= self._without_tax(values, name, rate)
            if discount != AFTER:
                off = _share(values.get(DISCOUNT), percents[DISCOUNT])
                lost |= self._less_discount(values, price, off, known=discount == BEFORE)
            netted.append(self._kept(record, values, lost) if values != record.values else record)
        return netted

    def _without_tax(self, values: dict[str, Clean], name: str, rate: Fraction | None) -> dict[str, Reason]:
        value = values.get(name)
        if not isinstance(value, Decimal):
            return {}
        if rate is None:
            values[name] = None
            return {name: Reason.TAX_UNKNOWN}
        values[name] = self._main(self.currency.minor_units(Fraction(value) / (1 + rate)))
        return {}

    def _less_discount(
        self, values: dict[str, Clean], price: str, off: Fraction | None, *, known: bool
    ) -> dict[str, Reason]:
        """The price less its discount, which must come out in whole minor units."""
        value, amount = values.get(price), values.get(_OFF)
        if not isinstance(value, Decimal):
            return {}
        less = Fraction(value) * off if off is not None else Fraction(amount) if isinstance(amount, Decimal) else 0
        if not less:
            return {}
        minor = (Fraction(value) - less) * 10**self.currency.digits
        if not known or minor.denominator != 1:
            values[price] = None
            return {price: Reason.DISCOUNT_UNKNOWN}
        values[LIST], values[price] = value, self._main(int(minor))
        return {}

    def _main(self, minor: int) -> Decimal:
        return Decimal(minor).scaleb(-self.currency.digits)

    def _kept(self, record: Record, values: dict[str, Clean], lost: Mapping[str, Reason]) -> Record:
        custom = dict(record.custom)
        row = self._rows[record.line]
        for name, reason in lost.items():
            column = self.known.columns[at := self.known.positions[name]].column
            custom[column.heading] = as_text(row[at])
            place = self.table.place(record.line, column.letter)
            self.problems.append(Problem(place, name, custom[column.heading], reason, refuses=False))
        return replace(record, values=values, custom=custom)


def _rate(answer: str) -> Fraction | None:
    """The rate that an answer names: '10%'."""
    found = _TOLD.fullmatch(answer)
    return Fraction(found[1]) / _HUNDRED if found else None


def _percents(values: Iterable[Clean]) -> bool:
    """Whether figures of a column are per cent (10) rather than shares (0.1, which is what '10%' is read as)."""
    return any(isinstance(value, int | float) and abs(value) > 1 for value in values)


def _share(value: Clean, percents: bool) -> Fraction | None:  # noqa: FBT001 - how the column is written
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Fraction(str(value)) / (_HUNDRED if percents else 1)
