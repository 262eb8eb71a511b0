"""The named frames that every metric is a function of: their columns, dtypes, units and meaning.

Dates are `datetime64[s]` at midnight, NaT where open or unknown. Ids are int64, -1 where there is none.
Money is int64: ticks for recurring revenue (see `models.money`), minor units for amounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from csdesk.models.targets import NO_TARGETS, Targets

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

Spans = NewType("Spans", "pd.DataFrame")
"""One row a contract line that may count.

| column | dtype | meaning |
|---|---|---|
| line, account, product | int64 | ids |
| start | datetime64[s] | first day of service |
| end | datetime64[s] | last day of service; NaT while it runs |
| cancelled | datetime64[s] | the day the customer cancelled, whenever service ends; NaT where not known |
| term_end | datetime64[s] | renewal date; NaT where none |
| mrr | int64 | ticks a month, net of discount; 0 for free and trial lines, 0 where the amount is not known |
| gross | int64 | ticks a month before discount |
| discount_end | datetime64[s] | last day of the discount; NaT while it lasts |
| logo | bool | makes its account a paying logo: mrr > 0, or the amount is not known |
| opening | bool | already running when the records begin |
| day_after | bool | the source gave the end as the day after the last day |
| paused | bool | paused: no MRR, with that reason |
| past_due | bool | counted, flagged |
| reason | text | why it ended: a `ReasonFamily`, STATED where only words were given, '' where nothing was |
| interval | int64 | months that one payment covers |
| auto_renew | bool | renews itself for another term unless it is ended |
| plan | text | plan, '' where not known |
| seats | int64 | -1 where not known |
| extra | bool | calls itself an add-on or option, in its product, plan or name |
| change | text | why MRR rose or fell with it, as a person has said: a `ChangeKind`; '' where nobody has |
"""

STATED = "stated"
"""A reason for an end that was given in words and belongs to no family yet."""

Accounts = NewType("Accounts", "pd.DataFrame")
"""One row an account: account int64, name str, and one str column a dimension ('' where not known):
tier, segment, industry, size, region, channel, owner, sales_rep, use_case, fit, stage, plus `custom:NAME`;
referred_by str, the name of who brought it."""

Touches = NewType("Touches", "pd.DataFrame")
"""touch, account, person, contact int64; on datetime64[s]; type str; minutes, sentiment, candour float64 (NaN where
none); rate int64: what an hour of the person costs, in minor units, -1 where not known."""

Use = NewType("Use", "pd.DataFrame")
"""account, contact int64; measure category (code); on datetime64[s]; monthly bool (covers the whole month from `on`);
amount float64."""

Measures = NewType("Measures", "pd.DataFrame")
"""What use is measured in: measure str (code); qualifies bool (counts as value); least float64 (the sum from which it
counts, NaN for anything); key bool (a key feature)."""

Tickets = NewType("Tickets", "pd.DataFrame")
"""ticket, account int64; opened, closed, responded (first) datetime64[s] UTC; priority str."""

Answers = NewType("Answers", "pd.DataFrame")
"""answer, account, contact int64; survey, relation, direction str; score float64; on datetime64[s]; decision_maker
bool; role str: what the person is in the product, '' where not known."""

Invitations = NewType("Invitations", "pd.DataFrame")
"""Who was asked: invitation, account, contact int64; survey, relation str; on datetime64[s]; asked int64: how many
were, those who answered among them."""

Feedback = NewType("Feedback", "pd.DataFrame")
"""feedback, account int64; given, resolved, told datetime64[s]: when it came, was done, and the customer heard of it;
kind str: a `FeedbackKind`, '' where not known."""

Goals = NewType("Goals", "pd.DataFrame")
"""What customers want to reach: account int64; due, reached datetime64[s]."""

Mailings = NewType("Mailings", "pd.DataFrame")
"""Mails to an account: account int64; on datetime64[s]; reached float64 (delivered, or sent where that is not told);
opened, clicked, downloaded float64, NaN where not told."""

Risks = NewType("Risks", "pd.DataFrame")
"""Risks but those that were none: account int64; first, logged, closed datetime64[s]; outcome str (a `RiskOutcome`);
saved, lost int64 minor units a month, 0 where not told."""

Costs = NewType("Costs", "pd.DataFrame")
"""cost int64; month int64 (Month.ordinal); purpose, channel str; amount int64 minor units."""

Contacts = NewType("Contacts", "pd.DataFrame")
"""contact, account int64; decision_maker, executive bool; relationship float64 (1-5, NaN); left datetime64[s]; role
str: what the person is in the product, '' where not known."""

Invoices = NewType("Invoices", "pd.DataFrame")
"""invoice, account int64; issued, due, paid datetime64[s]; amount, paid_amount int64 minor units."""

Deals = NewType("Deals", "pd.DataFrame")
"""Deals that are won, not vetoed, and have a day on which service starts: deal, account, product int64; plan, name str;
start, closed datetime64[s]; mrr int64 ticks a month, 0 where the amount is not known; currency str that these are in,
'' for the book's own; contracted bool (a contract line of its account has the same id in its system)."""

HandValues = NewType("HandValues", "pd.DataFrame")
"""Health factors set by hand: account int64; factor str; value float64; on datetime64[s]."""

Overrides = NewType("Overrides", "pd.DataFrame")
"""Scores of health said by hand, in the order in which they were set: account int64; score float64, 0-100; set, expires
datetime64[s] (the last day, NaT without an end); reason, who str."""

Foreign = NewType("Foreign", "pd.DataFrame")
"""One row a contract line in another currency than the book's: line int64; currency str (ISO code); mrr, gross int64,
ticks a month of its own currency."""

Rates = NewType("Rates", "pd.DataFrame")
"""month int64 (Month.ordinal); currency str; rate str: minor units of the book's currency for one minor unit of this
one, as `Fraction` reads it. At most one row a month and currency, in any order."""

_INT, _FLOAT, _BOOL, _DAY, _TEXT = "int64", "float64", "bool", "datetime64[s]", "text"

SHAPES: dict[str, dict[str, str]] = {
    "Spans": {
        "line": _INT,
        "account": _INT,
        "product": _INT,
        "start": _DAY,
        "end": _DAY,
        "cancelled": _DAY,
        "term_end": _DAY,
        "mrr": _INT,
        "gross": _INT,
        "discount_end": _DAY,
        "logo": _BOOL,
        "opening": _BOOL,
        "day_after": _BOOL,
        "paused": _BOOL,
        "past_due": _BOOL,
        "reason": _TEXT,
        "interval": _INT,
        "auto_renew": _BOOL,
        "plan": _TEXT,
        "seats": _INT,
        "extra": _BOOL,
        "change": _TEXT,
    },
    "Accounts": {
        "account": _INT,
        "name": _TEXT,
        "tier": _TEXT,
        "segment": _TEXT,
        "industry": _TEXT,
        "size": _TEXT,
        "region": _TEXT,
        "channel": _TEXT,
        "owner": _TEXT,
        "sales_rep": _TEXT,
        "use_case": _TEXT,
        "fit": _TEXT,
        "stage": _TEXT,
        "referred_by": _TEXT,
    },
    "Touches": {
        "touch": _INT,
        "account": _INT,
        "person": _INT,
        "contact": _INT,
        "on": _DAY,
        "type": _TEXT,
        "minutes": _FLOAT,
        "sentiment": _FLOAT,
        "candour": _FLOAT,
        "rate": _INT,
    },
    "Use": {"account": _INT, "contact": _INT, "measure": _TEXT, "on": _DAY, "monthly": _BOOL, "amount": _FLOAT},
    "Measures": {"measure": _TEXT, "qualifies": _BOOL, "least": _FLOAT, "key": _BOOL},
    "Tickets": {"ticket": _INT, "account": _INT, "opened": _DAY, "closed": _DAY, "responded": _DAY, "priority": _TEXT},
    "Answers": {
        "answer": _INT,
        "account": _INT,
        "contact": _INT,
        "survey": _TEXT,
        "relation": _TEXT,
        "direction": _TEXT,
        "score": _FLOAT,
        "on": _DAY,
        "decision_maker": _BOOL,
        "role": _TEXT,
    },
    "Invitations": {
        "invitation": _INT,
        "account": _INT,
        "contact": _INT,
        "survey": _TEXT,
        "relation": _TEXT,
        "on": _DAY,
        "asked": _INT,
    },
    "Feedback": {
        "feedback": _INT,
        "account": _INT,
        "given": _DAY,
        "resolved": _DAY,
        "told": _DAY,
        "kind": _TEXT,
    },
    "Goals": {"account": _INT, "due": _DAY, "reached": _DAY},
    "Mailings": {
        "account": _INT,
        "on": _DAY,
        "reached": _FLOAT,
        "opened": _FLOAT,
        "clicked": _FLOAT,
        "downloaded": _FLOAT,
    },
    "Risks": {
        "account": _INT,
        "first": _DAY,
        "logged": _DAY,
        "closed": _DAY,
        "outcome": _TEXT,
        "saved": _INT,
        "lost": _INT,
    },
    "Costs": {"cost": _INT, "month": _INT, "purpose": _TEXT, "channel": _TEXT, "amount": _INT},
    "Contacts": {
        "contact": _INT,
        "account": _INT,
        "decision_maker": _BOOL,
        "executive": _BOOL,
        "relationship": _FLOAT,
        "left": _DAY,
        "role": _TEXT,
    },
    "Invoices": {
        "invoice": _INT,
        "account": _INT,
        "issued": _DAY,
        "due": _DAY,
        "paid": _DAY,
        "amount": _INT,
        "paid_amount": _INT,
    },
    "Deals": {
        "deal": _INT,
        "account": _INT,
        "product": _INT,
        "plan": _TEXT,
        "name": _TEXT,
        "start": _DAY,
        "closed": _DAY,
        "mrr": _INT,
        "currency": _TEXT,
        "contracted": _BOOL,
    },
    "HandValues": {"account": _INT, "factor": _TEXT, "value": _FLOAT, "on": _DAY},
    "Overrides": {"account": _INT, "score": _FLOAT, "set": _DAY, "expires": _DAY, "reason": _TEXT, "who": _TEXT},
    "Foreign": {"line": _INT, "currency": _TEXT, "mrr": _INT, "gross": _INT},
    "Rates": {"month": _INT, "currency": _TEXT, "rate": _TEXT},
}


def checked(shape: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame itself, when its columns and dtypes are those of the shape; TypeError says what differs.

    Columns beyond the shape are allowed. Text may be any string-like or category dtype.
    """
    types = dict(zip(frame.columns, map(str, frame.dtypes), strict=True))
    for column, wanted in SHAPES[shape].items():
        if column not in types:
            raise TypeError(f"{shape} lacks column {column}")
        seen = types[column]
        if wanted == _TEXT:
            if seen not in {"object", "str", "category"} and not seen.startswith("string"):
                raise TypeError(f"{shape}.{column} is {seen}, not text")
        elif seen != wanted:
            raise TypeError(f"{shape}.{column} is {seen}, not {wanted}")
    return frame


def empty(shape: str) -> pd.DataFrame:
    """A frame of that shape without rows."""
    import pandas as pd

    dtypes = {_TEXT: "object"}
    return pd.DataFrame({c: pd.Series(dtype=dtypes.get(d, d)) for c, d in SHAPES[shape].items()})


@dataclass(frozen=True, slots=True)
class Currencies:
    """Lines that are not in the book's currency, and what each other currency is worth."""

    lines: Foreign
    rates: Rates


@dataclass(frozen=True, slots=True)
class Frames:
    """Everything a number may be made from, read at one moment of the book."""

    accounts: Accounts
    spans: Spans
    touches: Touches
    use: Use
    measures: Measures
    tickets: Tickets
    answers: Answers
    costs: Costs
    contacts: Contacts
    invoices: Invoices
    hand_values: HandValues
    overrides: Overrides
    invitations: Invitations
    feedback: Feedback
    goals: Goals
    mailings: Mailings
    risks: Risks
    deals: Deals
    known_until: np.datetime64 | None
    """Last day the records speak of, where every contract line comes from a source that ends; None: until today."""
    targets: Targets = NO_TARGETS
    """What figures are aimed at; none is made from it."""
    currencies: Currencies | None = None
    """None where every contract line is in the book's currency. Of the others `spans` has what they are worth at the
    last rate there is, and no amount where there is none."""
