"""From when until when a contract line runs, by how its table means its days."""

from collections.abc import Mapping
from datetime import date, timedelta

from csdesk.intake.fields import PRICES
from csdesk.intake.matching.meaning.endings import ENDS, RENEWAL, START_OF, day_of
from csdesk.intake.planning.meaning import STARTS, Meaning
from csdesk.intake.shapes import Choice, Clean
from csdesk.intake.values.words import Standing
from csdesk.models.kinds import EndReading
from csdesk.models.months import Month

Values = Mapping[str, Clean]
_GONE = frozenset({Standing.ENDED, Standing.ENDING})
_TEN_YEARS = 3660


def start_of(values: Values, state: Standing | None, meaning: Meaning) -> tuple[date | None, bool]:
    """First day of service, and whether it is known. A deal that was won starts when it was closed, a trial when it
    began; where a table has no starts at all but amounts, its lines run already: from this month on, the true start not
    known. What is over by then has no start."""
    period = values.get("contract.period")
    start = day_of(values.get("contract.start")) or (period[0] if isinstance(period, tuple) else None)
    if start is None and state in START_OF:
        start = day_of(values.get(START_OF[state]))
    start = start or day_of(values.get("contract.created_at"))
    if start is not None:
        return start, True
    starts = meaning.fields & STARTS
    priced = any(values.get(field) is not None for field in PRICES)
    first = Month.of(meaning.as_of).first_day
    if meaning.tells_only_of_known:
        return first, False
    ends = () if meaning.choices.get(Choice.END_DATE) == RENEWAL else ENDS
    term = ("contract.renewal",) if state in _GONE else ()
    over = [day for field in (*ends, *term) if (day := day_of(values.get(field))) is not None and day < first]
    if starts or not (over or priced):
        return None, False
    return ((Month.of(min(over)) + -1).first_day if over else first), False


def ends_of(values: Values, state: Standing | None, start: date, meaning: Meaning) -> tuple[date | None, date | None]:
    """Renewal date and last day of service."""
    end, canceled = day_of(values.get("contract.end")), day_of(values.get("contract.canceled_at"))
    term = day_of(values.get("contract.renewal")) or _term(values, start)
    gone = state in _GONE
    day_after = meaning.choices.get(Choice.END_DAY) == EndReading.DAY_AFTER
    if meaning.choices.get(Choice.END_DATE) == RENEWAL:
        term, end = term or end, end if gone else None
    elif end is not None and day_after:
        end -= timedelta(days=1)
    if canceled is not None and day_after and "contract.end" not in meaning.fields:
        canceled -= timedelta(days=1)
    if end is None and canceled is not None:
        # With an end column still empty, a cancellation takes effect when the paid term is over.
        # What runs on by its own word was kept after all.
        waits = "contract.end" in meaning.fields and state is not Standing.ENDED
        end = term or (None if state is Standing.ACTIVE else canceled) if waits else canceled
    if end is None and gone and term is not None and (state is Standing.ENDING or term <= meaning.as_of):
        end = term
    return term, end


def _term(values: Values, start: date) -> date | None:
    """Last day of the term from a range, or from a length in months."""
    period = values.get("contract.period")
    if isinstance(period, tuple):
        return period[1]
    if isinstance(period, int) and not isinstance(period, bool):
        month = Month.of(start) + period
        return date(month.year, month.number, min(start.day, month.last_day.day)) - timedelta(days=1)
    return None


def months_between(start: date, end: date | None) -> int | None:
    """Whole months from start to end, the last day counted or not."""
    if end is None:
        return None
    months = Month.of(end + timedelta(days=1)) - Month.of(start)
    return months if months > 0 else None


def notice_of(values: Values, term_end: date | None) -> date | None:
    """The day by which notice has to be given."""
    days = whole(values.get("contract.notice_days"))
    by = day_of(values.get("contract.notice_by"))
    return by or (term_end - timedelta(days=days) if term_end and days is not None and 0 <= days < _TEN_YEARS else None)


def whole(value: Clean) -> int | None:
    """A whole number, None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
