"""Use however a team keeps it: a column a measure or a month, weeks, login logs, features with ticks."""

from datetime import date, datetime

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.matching.fields.own_measures import measure_of_title
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import MatchedTable, TableKind, Verdict
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.moments import plain_moment
from csdesk.intake.values.reading import ColumnReading
from csdesk.intake.vocabulary.entry import ValueType
from csdesk.models.kinds import Kind, Language
from csdesk.models.problems import Reason

AS_OF = date(2026, 6, 15)
Figure = tuple[str, str, str, str, float]


def matched(text: str) -> MatchedTable:
    (table,) = match_tables(read_text(text, "use.csv"), language=Language.EN, currency="USD")
    return table


def figures(table: MatchedTable) -> list[Figure]:
    """Account, measure, day, grain and amount of every row of use that an empty book would get."""
    made = plan([table], {}, currency="USD", as_of=AS_OF)
    names = {one.id: str(one.values.get("code") or one.values.get("name")) for one in made.drafts}
    return [
        (
            names[int(str(one.values["account_id"]))],
            names[int(str(one.values["measure_id"]))],
            str(one.values["on_date"]),
            str(one.values["grain"]),
            float(str(one.values["amount"])),
        )
        for one in made.drafts
        if one.kind is Kind.USE
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Account,Date,Logins,Reports created\nA,2026-04-01,9,3\n", ("A", "reports_created", "2026-04-01", "day", 3.0)),
        ("会社名,対象月,ログイン回数,レポート作成数\nA,2026/04,9,3\n",
         ("A", "レポート作成数", "2026-04-01", "month", 3.0)),
        ("Customer,Month,API calls,Storage (GB)\nA Ltd,2026-04,120,12.5\nB Ltd,2026-04,3,1\n",
         ("A Ltd", "api_calls", "2026-04-01", "month", 120.0)),
        ("Reports created by month,,,\nCustomer,Jan 2026,Feb 2026,Mar 2026\nA,1,2,3\nB,4,5,6\n",
         ("A", "reports_created", "2026-03-01", "month", 3.0)),
        ("レポート作成数の推移,,,\n顧客名,2026年1月,2026年2月,2026年3月\nA,1,2,3\nB,4,5,6\n",
         ("A", "レポート作成数", "2026-03-01", "month", 3.0)),
        ("Customer,Logins,,,Reports,,\n,Jan 2026,Feb 2026,Mar 2026,Jan 2026,Feb 2026,Mar 2026\nA,12,14,9,4,5,6\n",
         ("A", "reports", "2026-03-01", "month", 6.0)),
        ("April 2026 usage,,\nCustomer,Logins,Exports\nA,3,4\nB,1,0\n", ("A", "logins", "2026-04-01", "month", 3.0)),
        ("機能利用状況（2026年4月）,,,\n会社名,ダッシュボード,アラート,API連携\nA社,○,○,×\nB社,×,○,×\n",
         ("A社", "アラート", "2026-04-01", "month", 1.0)),
        ("Feature adoption April 2026,,,\nAccount,Dashboards,Alerts,Exports\nA Ltd,40,3,5\nB Ltd,2,0,1\n",
         ("A Ltd", "alerts", "2026-04-01", "month", 3.0)),
        ("Account,Week,Logins\nA,2026-W14,12\nA,2026-W15,3\n", ("A", "logins", "2026-03-30", "day", 12.0)),
        ("Account,Week,Logins\nA,Week of 2026-04-06,12\nA,Week of 2026-04-13,3\n",
         ("A", "logins", "2026-04-06", "day", 12.0)),
        ("会社名,週,ログイン回数\nA,2026年第15週,12\nA,2026年第16週,3\n", ("A", "logins", "2026-04-06", "day", 12.0)),
    ],
)  # fmt: skip
def test_measures_by_their_own_names_and_times(text: str, first: Figure) -> None:
    table = matched(text)
    assert table.kind is TableKind.USE
    assert first in figures(table)


def test_a_login_log_counts_the_time_once_and_on_its_day() -> None:
    text = (
        "User,Company,Login time,Logout time,Session length\n"
        "ann@a.example,A Ltd,2026-04-01 09:00,2026-04-01 10:23,1:23:45\n"
        "ann@a.example,A Ltd,2026-04-01 13:00,2026-04-01 13:05,0:05:00\n"
    )
    assert figures(matched(text)) == [
        ("A Ltd", "logins", "2026-04-01", "day", 2.0),
        ("A Ltd", "minutes", "2026-04-01", "day", 88.75),
    ]


def test_an_event_at_midnight_is_one_of_its_day() -> None:
    text = "Account,Timestamp,Event\nA,2026-04-01 00:00:00,exported\nA,2026-04-01 09:30:00,exported\n"
    assert figures(matched(text)) == [("A", "exported", "2026-04-01", "day", 2.0)]


def test_events_of_one_day_without_a_figure_are_counted() -> None:
    text = "Date,Company,User,Action\n2026-04-01,A,Ann,exported\n2026-04-01,A,Ann,exported\n"
    assert figures(matched(text)) == [("A", "exported", "2026-04-01", "day", 2.0)]


def test_a_row_without_its_day_is_refused_rather_than_dated_today() -> None:
    table = matched("Account,Date,Logins\nA,2026-04-01,9\nB,,4\n")
    made = plan([table], {}, currency="USD", as_of=AS_OF)
    assert [row.verdict for row in made.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert [(one.reason, one.field) for one in made.tables[0].problems] == [(Reason.MISSING, "usage.date")]


@pytest.mark.parametrize(
    "text",
    [
        "Account,Dashboards,Alerts,API\nA Ltd,○,○,\nB Ltd,,○,\n",
        "Customer,Month,Price,Seats\nA Ltd,2026-04,120,9\nB Ltd,2026-04,90,3\n",
        "Name,Month,Employees,Budget\nA Ltd,2026-04,120,9\nB Ltd,2026-04,90,3\n",
        "Calls budget 2026,,,\nCustomer,Jan 2026,Feb 2026,Mar 2026\nA,1,2,3\nB,4,5,6\n",
    ],
)
def test_what_does_not_say_that_it_is_use_is_none(text: str) -> None:
    assert matched(text).kind is not TableKind.USE


def test_figures_of_money_and_numbers_of_things_are_no_measures() -> None:
    table = matched("Account,Date,Logins,Asset ID,Storage price,Exports\nA,2026-04-01,9,17,300,80\n")
    assert {match.field for match in table.columns if match.field.startswith("usage.")} == {
        "usage.date",
        "usage.logins",
        "usage.exports",
    }


def test_plain_moments_are_read_as_all_others_are() -> None:
    for text in ("2026-04-01 09:00:05", "2026-04-01T09:00", "2026-02-30 09:00", "2026-04-01 25:00", "2026-04-01 9:00"):
        plain, seen = plain_moment(text), read_date(text)
        assert plain is None or (isinstance(seen, Dated) and seen.value == plain)
    for text in (
        "2026-04-01T00:00:05+09:00",
        "2026-03-29 01:30Z",
        "2026-04-01T23:00:00-11:30",
        "2026-04-01T09:00+25:00",
    ):
        seen, reading = read_date(text), ColumnReading(ValueType.DATETIME)
        assert plain_moment(text) == (seen.utc if isinstance(seen, Dated) else None)
        assert plain_moment(text) in {reading.read(text), None}
    assert plain_moment("2026-04-01T00:00:05+09:00") == datetime(2026, 3, 31, 15, 0, 5)  # noqa: DTZ001 - UTC, said so
    assert plain_moment("2026-04-01 09:00:05") == datetime(2026, 4, 1, 9, 0, 5)  # noqa: DTZ001 - as written
    assert plain_moment("2026-02-30 09:00") is None


@pytest.mark.parametrize("text", ["2026-W54", "w/c soon", "の週", "week of 2026-04", "1026-W01"])
def test_weeks_that_no_calendar_has_are_no_days(text: str) -> None:
    assert isinstance(read_date(text), Reason)


@pytest.mark.parametrize("title", ["Exported by reports", "出力者 見本", "Downloaded from the billing tool"])
def test_how_a_file_came_to_be_is_no_measure(title: str) -> None:
    assert measure_of_title(f"{title}\nCustomers") == ""
    assert measure_of_title("Reports created by month") == "usage.reports_created"
