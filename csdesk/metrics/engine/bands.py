"""Accounts by how much they pay: quarters of them, by their ARR."""

import numpy as np

from csdesk.metrics.engine.ledger import Ledger

TOP, MIDDLE, BOTTOM = "top", "middle", "bottom"
_QUARTER = 0.25


def bands_of(ledger: Ledger) -> dict[int, str]:
    """The quarter of each account by its ARR at the end of the records, or in the last month in which it paid: the
    largest quarter, the middle two, the smallest. Equal amounts are of one quarter; who never paid is in none."""
    last = np.zeros(len(ledger.accounts), dtype=ledger.mrr.dtype)
    paid = np.flatnonzero(ledger.mrr > 0)
    last[ledger.owner[paid]] = ledger.mrr[paid]
    owners = np.flatnonzero(last > 0)
    amounts, ranked = last[owners], np.sort(last[owners])
    place = (np.searchsorted(ranked, amounts) + np.searchsorted(ranked, amounts, "right")) / max(2 * len(owners), 1)
    band = np.select([place > 1 - _QUARTER, place < _QUARTER], [TOP, BOTTOM], MIDDLE)
    return dict(zip(ledger.accounts[owners].tolist(), band.tolist(), strict=True))
