"""What an end date means: end of service or end of term, and whether it is the last day or the day after."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.distinct import kinds, numbered
from csdesk.intake.folding import fold_id, fold_name
from csdesk.intake.matching.fields.columns import is_leaving
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.records import column_of
from csdesk.intake.shapes import Choice, Clean, Finding, Matching, Record
from csdesk.intake.values.words import Standing, standing
from csdesk.models.kinds import EndReading

SERVICE, RENEWAL = "service", "renewal"
ENDS = ("contract.end", "contract.canceled_at")
START_OF = {Standing.WON: "contract.close_date", Standing.TRIAL: "contract.trial_start"}
"""The day on which a contract without a start begins, by how it stands."""
_WHOSE = ("account.external_id", "account.name", "contract.product", "contract.plan")
_NOBODY, _NO_DAY = -1, 0
_SAME_TERM_DAYS = 3
"""The end of a term and the day it renews on lie no further apart."""
_MONTH_DAYS, _FEW, _MOST = 31, 3, 0.9
_GONE = frozenset({Standing.ENDED, Standing.ENDING})
_HERE = frozenset({Standing.ACTIVE, Standing.TRIAL, Standing.PAST_DUE, Standing.WON, Standing.PAUSED})


def day_of(value: Clean) -> date | None:
    """The day of a cleaned date; None for what is none."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def days_of(column: Sequence[Clean]) -> Sequence[date | None]:
    """The days of a column of cleaned dates."""
    if kinds(column) <= {date, type(None)}:
        return column  # type: ignore[return-value] # days alone
    return list(map(day_of, column))


def standing_of(values: Mapping[str, Clean]) -> Standing | None:
    """What a row's status words say of its contract: the contract's own first, then the deal's stage, then the
    account's."""
    churned = values.get("contract.churned")
    if isinstance(churned, bool):
        return Standing.ENDED if churned else Standing.ACTIVE
    won = values.get("deal.won")
    if isinstance(won, bool):
        return Standing.WON if won else Standing.NOT_WON
    fields = ("renewal.status", "contract.status", "contract.stage", "account.status")
    words = (values.get(field) for field in fields)
    known = next((one for word in words if isinstance(word, str) and (one := standing(word))), None)
    running, paused = values.get("contract.running"), values.get("contract.paused")
    if running is False:
        return Standing.ENDED if known is None or known in _HERE - {Standing.PAUSED} else known
    if paused is True and (known is None or known in _HERE):
        return Standing.PAUSED
    return known or (Standing.ACTIVE if running is True else None)


def end_findings(known: Recognised, records: Sequence[Record], chosen: Matching) -> tuple[Finding, ...]:
    """END_DATE where a column is an end date, END_DAY where one is an end of service."""
    ends = [field for field in ENDS if field in known.positions]
    if not ends:
        return ()
    gaps = chain_gaps(records, ends[0])
    meaning = _meaning(known, records, chosen, gaps) if "contract.end" in ends else None
    found = [meaning] if meaning else []
    if meaning is None or meaning.answer == SERVICE:
        found.append(_day(gaps, chosen))
    return tuple(found)


def chain_gaps(records: Sequence[Record], end_field: str) -> Counter[int]:
    """Days from the end of a line to the start of the next line of the same account and product, counted."""
    numbers, different = numbered(zip(*(column_of(records, name) for name in _WHOSE), strict=True))
    keys = [_whose(*one) for one in different]
    codes, _ = numbered(keys)
    of = np.array([_NOBODY if key is None else code for key, code in zip(keys, codes, strict=True)], np.int64)
    whose = of[numbers]
    starts, ends = (_ordinals(days_of(column_of(records, name))) for name in ("contract.start", end_field))
    order = np.lexsort((starts, whose))
    order = order[(whose[order] != _NOBODY) & (starts[order] != _NO_DAY)]
    line, following = order[:-1], order[1:]
    chained = (whose[line] == whose[following]) & (ends[line] != _NO_DAY)
    days, counts = np.unique((starts[following] - ends[line])[chained], return_counts=True)
    return Counter(dict(zip(days.tolist(), counts.tolist(), strict=True)))


def _ordinals(days: Sequence[date | None]) -> NDArray[np.int64]:
    """Days as numbers."""
    numbers, different = numbered(days)
    return np.array([_NO_DAY if day is None else day.toordinal() for day in different], np.int64)[numbers]


def _whose(own: Clean, name: Clean, product: Clean, plan: Clean) -> tuple[str, str] | None:
    """The account and the product of a line, for comparing; None where no account is named."""
    who = own or name
    if not isinstance(who, str):
        return None
    return fold_id(who) if own else fold_name(who).base, str(product or plan or "")


def _meaning(known: Recognised, records: Sequence[Record], chosen: Matching, gaps: Counter[int]) -> Finding:
    options = (SERVICE, RENEWAL)
    if wanted := chosen.choices.get(Choice.END_DATE):
        return Finding(Choice.END_DATE, wanted, options, certain=True)
    told = _by_headings(known)
    if told:
        return Finding(Choice.END_DATE, told, options, certain=True, evidence="heading")
    chains = gaps[0] + gaps[1]
    if chains:
        return Finding(Choice.END_DATE, SERVICE, options, certain=True, evidence=f"chains {chains}")
    for answer, evidence in ((SERVICE, _few_beside_renewals(records)), (RENEWAL, _with_renewals(records))):
        if evidence is not None:
            return Finding(Choice.END_DATE, answer, options, certain=True, evidence=evidence)
    service, renewal = _votes(records)
    evidence = f"service {service}, renewal {renewal}"
    if service == renewal:
        return Finding(Choice.END_DATE, SERVICE, options, certain=False, evidence=evidence)
    answer, most = (SERVICE, service) if service > renewal else (RENEWAL, renewal)
    return Finding(Choice.END_DATE, answer, options, certain=most >= 0.8 * (service + renewal), evidence=evidence)


def _by_headings(known: Recognised) -> str:
    """What headings alone say of an end: of leaving, or in a tracker of renewals; '' where they leave it open."""
    if is_leaving(known.columns[known.positions["contract.end"]].column.heading):
        return SERVICE
    return RENEWAL if {"renewal.status", "renewal.likelihood"} & known.positions.keys() else ""


def _few_beside_renewals(records: Sequence[Record]) -> str | None:
    """Ends of some rows alone, other days than the renewals that stand in a column of their own, are ends of service
    whatever the rows' status says: how many of how many; None where they are not so."""
    days = [(day_of(r.values.get("contract.end")), day_of(r.values.get("contract.renewal"))) for r in records]
    due = sum(renewal is not None for _, renewal in days)
    ends = [(end, renewal) for end, renewal in days if end is not None]
    apart = sum(renewal is None or abs((end - renewal).days) > _SAME_TERM_DAYS for end, renewal in ends)
    few = 0 < len(ends) < due / 2
    return f"{len(ends)} of {len(records)}, apart from renewals" if few and apart == len(ends) else None


def _with_renewals(records: Sequence[Record]) -> str | None:
    """Ends of nearly all rows that lie within the month before the renewal in a column of its own are ends of the same
    terms: how many of how many; None where they are not so."""
    days = [(day_of(r.values.get("contract.end")), day_of(r.values.get("contract.renewal"))) for r in records]
    both = [(renewal - end).days for end, renewal in days if end is not None and renewal is not None]
    due = sum(renewal is not None for _, renewal in days)
    same = sum(0 <= apart <= _MONTH_DAYS for apart in both)
    return f"{same} of {due}, with renewals" if same > _MOST * due and same >= _FEW else None


def _votes(records: Sequence[Record]) -> tuple[int, int]:
    """Rows with an end date whose status, cancellation or auto-renewal tells what the end means."""
    service = renewal = 0
    cancels = any(record.values.get("contract.canceled_at") is not None for record in records)
    for record in records:
        values = record.values
        if values.get("contract.end") is None:
            continue
        state = standing_of(values)
        if state is Standing.NOT_WON:
            continue
        if state in _GONE or values.get("contract.canceled_at") is not None or values.get("contract.churn_reason"):
            service += 1
        elif state in _HERE or cancels or values.get("contract.auto_renew") is True:
            renewal += 1
    return service, renewal


def _day(gaps: Counter[int], chosen: Matching) -> Finding:
    options = (EndReading.LAST_DAY.value, EndReading.DAY_AFTER.value)
    evidence = f"1 day {gaps[1]}, 0 days {gaps[0]}"
    if wanted := chosen.choices.get(Choice.END_DAY):
        return Finding(Choice.END_DAY, wanted, options, certain=True, evidence=evidence)
    answer = EndReading.DAY_AFTER if gaps[0] > gaps[1] else EndReading.LAST_DAY
    return Finding(Choice.END_DAY, answer.value, options, certain=bool(gaps[0] + gaps[1]), evidence=evidence)
