"""Touches, use, tickets, answers, invoices and costs as rows of the book."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from csdesk.intake.fields import FIELDS, base_of, month_of
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.shapes import Clean
from csdesk.intake.values.bands import POINTS, band_of
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.numbers import read_number
from csdesk.intake.values.words import cost_purpose, priority, touch_type
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.models.drafts import Value
from csdesk.models.kinds import CostPurpose, Survey, TouchType, UseGrain
from csdesk.models.money import Currency
from csdesk.models.months import Month
from csdesk.models.problems import Reason

_FOUR_WEEKS = 27
_HUNDRED = 100
Values = Mapping[str, Clean]
Columns = dict[str, Value]


def touch_columns(values: Values) -> Columns | None:
    """A touch without its account and people; None where the row has no date of one."""
    on = day_of(values.get("touch.date"))
    if on is None:
        return None
    word = text(values.get("touch.type"))
    known = touch_type(word) if word else TouchType.NOTE
    return {
        "external_id": text(values.get("touch.external_id")),
        "on_date": on,
        "type": (known or TouchType.OTHER).value,
        "minutes": _rounded(values.get("touch.minutes")),
        "purpose": text(values.get("touch.purpose")),
        "sentiment": _whole(values.get("touch.sentiment")),
        "note": text(values.get("touch.note")),
    }


def next_step(values: Values, heading: str) -> Columns | None:
    """The next step that a row names: its words are the task; where only its day is known, the column's heading is. A
    column of its own tells best when it is due."""
    word, due = text(values.get("touch.next")), day_of(values.get("task.due"))
    seen = read_date(word) if word else None
    day = seen.day if isinstance(seen, Dated) else None
    if not word and due is None:
        return None
    return {"title": heading if day or not word else word, "due_on": due or day}


def use_rows(values: Values, span: tuple[date, date] | None, as_of: date) -> Iterator[tuple[str, Columns]]:
    """Each figure of use in a row as (measure, columns): dated by its column's month, by the row's date, or by the
    time the table covers; where none of them is told, by the day the person was last seen, else this month. What is
    named without a figure has happened once."""
    on, grain = _when(values, span, as_of)
    word = text(values.get("usage.measure"))
    if word and (spans := _amounts(tuple(values))):
        for field, (day, kind) in spans:
            if isinstance(figure := values[field], int | float):
                yield word, {"on_date": day, "grain": kind.value, "amount": float(figure)}
    elif word:
        once = "usage.amount" not in values
        amount = 1 if once else values["usage.amount"]
        of = UseGrain.EVENT if once and grain is UseGrain.DAY else grain
        if isinstance(amount, int | float):
            yield word, {"on_date": on, "grain": of.value, "amount": float(amount)}
    if isinstance(came := values.get("usage.login_at"), datetime):
        yield from _logins(values, came)
    for field, code, when in _measures(tuple(values)):
        value = values[field]
        if isinstance(value, int | float):
            day, kind = when or (on, grain)
            yield code, {"on_date": day, "grain": kind.value, "amount": float(value)}


@lru_cache(maxsize=32)
def _measures(fields: tuple[str, ...]) -> tuple[tuple[str, str, tuple[date, UseGrain] | None], ...]:
    """Those of a row's fields that are figures of use, with their measure, and the time of their column, if any."""
    return tuple(
        (field, base_of(field).removeprefix("usage."), _time_of(month_of(field)))
        for field in fields
        if _is_measure(base_of(field))
    )


@lru_cache(maxsize=32)
def _amounts(fields: tuple[str, ...]) -> tuple[tuple[str, tuple[date, UseGrain]], ...]:
    """Those of a row's fields that are figures of its one measure, with the time of their column."""
    spans = ((field, _time_of(month_of(field))) for field in fields if base_of(field) == "usage.amount")
    return tuple((field, when) for field, when in spans if when)


def _time_of(key: str) -> tuple[date, UseGrain] | None:
    """The month or the day of a column, None for one of neither."""
    if len(key) == len("2024-04-01"):
        return date.fromisoformat(key), UseGrain.DAY
    return (Month.parse(key).first_day, UseGrain.MONTH) if key else None


def _logins(values: Values, came: datetime) -> Iterator[tuple[str, Columns]]:
    """A line of a login log: one login, and the minutes until the logout where only that is told."""
    left = values.get("usage.logout_at")
    event: Columns = {"on_date": came.date(), "grain": UseGrain.EVENT.value}
    if values.get("usage.logins") is None:
        yield "logins", {**event, "amount": 1.0}
    told = values.get("usage.minutes") is not None
    if not told and isinstance(left, datetime) and came <= left < came + timedelta(days=1):
        yield "minutes", {**event, "amount": round((left - came).total_seconds() / 60, 2)}


_NOT_MEASURES = frozenset(
    {
        "usage.date",
        "usage.measure",
        "usage.amount",
        "usage.first_seen",
        "usage.last_seen",
        "usage.login_at",
        "usage.logout_at",
    }
)


def _is_measure(field: str) -> bool:
    return field.startswith("usage.") and field not in _NOT_MEASURES


def _when(values: Values, span: tuple[date, date] | None, as_of: date) -> tuple[date, UseGrain]:
    at = values.get("usage.date")
    if isinstance(at, str):
        return Month.parse(at).first_day, UseGrain.MONTH
    came = values.get("usage.login_at") if at is None else None
    if isinstance(came, datetime):
        return came.date(), UseGrain.EVENT
    day = day_of(at)
    if day is not None:
        return day, UseGrain.EVENT if isinstance(at, datetime) and (at.hour or at.minute or at.second) else UseGrain.DAY
    if span is not None:
        monthly = (span[1] - span[0]).days >= _FOUR_WEEKS
        return (span[0], UseGrain.MONTH) if monthly else (span[1], UseGrain.DAY)
    seen = day_of(values.get("usage.last_seen"))
    return (seen, UseGrain.DAY) if seen else (Month.of(as_of).first_day, UseGrain.MONTH)


def measure_code(word: str) -> str:
    """The code of a measure by what a file calls it: 'ログイン回数' and 'Total Logins' are 'logins'."""
    if f"usage.{word}" in FIELDS:
        return word
    known = [hit.field.id for hit in plain_hits(word) if hit.field.id in MEASURES]
    return known[0].removeprefix("usage.") if known else fold_words(word).replace(" ", "_")


def ticket_columns(values: Values) -> Columns:
    """A ticket without its account and contact; moments as ISO text."""
    word = text(values.get("ticket.priority"))
    known = priority(word) if word else None
    opened = values.get("ticket.opened_at")
    first = values.get("ticket.first_response_at")
    hours = values.get("ticket.first_response_hours")
    if first is None and isinstance(opened, datetime) and isinstance(hours, int | float) and hours >= 0:
        first = opened + timedelta(hours=hours)
    return {
        "external_id": text(values.get("ticket.external_id")),
        "subject": text(values.get("ticket.subject")),
        "type": text(values.get("ticket.type")),
        "priority": known.value if known else None,
        "status": text(values.get("ticket.status")),
        "opened_at": _moment(opened),
        "first_response_at": _moment(first),
        "closed_at": _moment(values.get("ticket.closed_at")),
        "assignee": text(values.get("ticket.assignee")),
        "root_cause": text(values.get("ticket.root_cause")),
    }


def answers_of(values: Values) -> Iterator[Columns]:
    """One answer for each question that the row answers."""
    for survey in Survey:
        score = values.get(f"{survey.value}.score")
        if isinstance(score, int | float) and not isinstance(score, bool):
            yield {
                "external_id": text(values.get("nps.external_id")),
                "survey": survey.value,
                "score": float(score),
                "answered_on": day_of(values.get("nps.responded_at") or values.get("interview.on_date")),
                "comment": text(values.get("nps.comment")),
            }


def invitations_of(values: Values, fields: Collection[str]) -> Iterator[Columns]:
    """That somebody was asked, for each question the table asks; whoever answered was asked as well."""
    asked = day_of(values.get("nps.asked_at"))
    for survey in Survey if asked else ():
        if f"{survey.value}.score" in fields:
            yield {"survey": survey.value, "asked_on": asked, "asked": 1}


def invoice_columns(values: Values, home: str, currency: str) -> Columns | None:
    """An invoice without its account; amounts in minor units. None where the row tells of none."""
    code = text(values.get("invoice.currency"))
    money = Currency(code.upper() if code else currency)
    total = next(
        (values[f] for f in ("invoice.total", "invoice.amount_due", "invoice.subtotal") if values.get(f) is not None),
        None,
    )
    paid = values.get("invoice.amount_paid")
    columns: Columns = {
        "external_id": text(values.get("invoice.external_id")),
        "number": text(values.get("invoice.number")),
        "issued_on": day_of(values.get("invoice.date")),
        "due_on": day_of(values.get("invoice.due")),
        "paid_on": day_of(values.get("invoice.paid_on")),
        "amount": minor(total, money),
        "paid_amount": minor(paid, money),
        "currency": None if money.code == home else money.code,
        "status": text(values.get("invoice.status")),
    }
    return columns if any(columns[name] for name in ("external_id", "number", "amount")) else None


def cost_rows(values: Values, home: str) -> Iterator[Columns]:
    """The costs of a row, one for each month or item it has a column for. What is not said to be for something else is
    acquisition."""
    words = [text(values.get(field)) for field in ("cost.purpose", "cost.item", "cost.channel")]
    row_month = text(values.get("cost.month"))
    for field, value in values.items():
        if base_of(field) != "cost.amount" or not isinstance(value, Decimal):
            continue
        # In a sheet with months down, a column's own word is its item.
        month, item = (row_month, month_of(field)) if row_month else (month_of(field), None)
        purposes = [known for word in (*words, item) if word and (known := cost_purpose(word))]
        if month:
            yield {
                "purpose": (purposes[0] if purposes else CostPurpose.ACQUISITION).value,
                "channel": words[2],
                "item": item or words[1],
                "notes": text(values.get("cost.notes")),
                "month": month,
                "amount": minor(value, Currency(home)),
            }


def figure_columns(values: Values) -> Columns:
    """A figure of a period."""
    names = ("starts_on", "ends_on", "name", "metric", "unit", "scope", "kind", "value", "notes")
    return {name: _plain(values.get(f"figure.{name}")) for name in names}


def rate_columns(values: Values) -> Columns:
    """An exchange rate of a month."""
    columns = {name: _plain(values.get(f"rate.{name}")) for name in ("month", "currency", "base", "source")}
    return {**columns, "rate": _plain(values.get("rate.value"))}


def _plain(value: Clean) -> Value:
    """A value that the book keeps as it is."""
    return None if isinstance(value, Decimal | tuple) else value


def scores_of(values: Values) -> Iterator[tuple[str, str, date | None]]:
    """Each score of a row: its field, its mark, and the last day of the month that it stands under, if under one."""
    for field, value in values.items():
        if base_of(field) == "health.mark" and isinstance(value, str) and value:
            seen = read_date(month_of(field))
            yield field, value, seen.last if isinstance(seen, Dated) else None


def points_of(mark: str) -> float | None:
    """A score from 0 to 100, as a figure or as a colour; None where it is neither."""
    band = band_of(mark)
    if band is not None:
        return POINTS[band]
    value = read_number(mark, counters=True)
    if isinstance(value, Reason):
        return None
    points = float(value * 100 if "%" in mark else value)
    return points if 0 <= points <= _HUNDRED else None


def is_word(mark: str) -> bool:
    """Whether a score is a colour rather than a figure."""
    return band_of(mark) is not None


def score_name(heading: str) -> str:
    """What a score goes by: its heading, which must not be that of a factor csdesk reckons with."""
    return f"{heading} (imported)" if heading in set(FactorId) else heading


def minor(value: Clean, currency: Currency) -> int | None:
    """Money in whole minor units."""
    return currency.minor_units(Fraction(value)) if isinstance(value, Decimal) else None


def text(value: Clean) -> str | None:
    """Text, None where there is none."""
    return value if isinstance(value, str) and value else None


def _whole(value: Clean) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _rounded(value: Clean) -> int | None:
    return round(value) if isinstance(value, int | float) else None


def _moment(value: Clean) -> str | None:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else None
