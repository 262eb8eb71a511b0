"""Contract lines that are not in the book's currency, and exchange rates, as frames."""

from collections.abc import Collection
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csdesk.book.arrays import selected_lines, ticks_of
from csdesk.book.frame_queries import COSTS_ONCE, GROSS
from csdesk.book.store import Store
from csdesk.models.money import Currency

_HOME = "(SELECT max(json_extract(value, '$')) FROM setting WHERE key = 'currency')"

_LINES = f"""
    SELECT c.id, currency, amount, {GROSS}, interval_months FROM contract c
    WHERE charge = 'recurring' AND status <> 'trial' AND currency <> {_HOME}
        AND {COSTS_ONCE} > 0 AND %s
    ORDER BY c.id
"""
_RATES = f"""
    SELECT substr(month, 1, 4) * 12 + substr(month, 6) - 1, currency, base, rate, {_HOME} FROM exchange_rate
    WHERE {_HOME} IN (currency, base) AND currency <> base ORDER BY base = {_HOME}
"""


def foreign_columns(book: Store, rows: Collection[int] | None) -> dict[str, NDArray[Any]]:
    """Lines with an amount in another currency, be it one to come when a discount ends, in ticks of that; its code as
    the book has it. In order of id, all or those among some."""
    types = ("int64", "text", "int64", "int64", "int64")
    line, currency, amount, gross, months = selected_lines(book, _LINES, *types, ids=rows)
    return {"line": line, "currency": currency, "mrr": ticks_of(amount, months), "gross": ticks_of(gross, months)}


def rates(book: Store) -> pd.DataFrame:
    """What a minor unit of each currency is worth in minor units of the book's: as the rate is written, decimal by
    decimal. A rate that is only given the other way round is turned."""
    found: dict[tuple[int, str], Fraction] = {}
    for month, currency, base, rate, home in book.driver.execute(_RATES):
        exact = Fraction(repr(rate))
        other, worth = (currency, exact) if base == home else (base, 1 / exact)
        found[month, other] = worth * Fraction(10) ** (Currency(home).digits - Currency(other).digits)
    months, currencies = zip(*found, strict=True) if found else ((), ())
    return pd.DataFrame(
        {
            "month": np.array(months, dtype=np.int64),
            "currency": pd.Series(currencies, dtype=object),
            "rate": pd.Series([str(rate) for rate in found.values()], dtype=object),
        }
    )
