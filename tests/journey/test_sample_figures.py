"""The sample spreadsheets, imported without help, give the figures computed by independent means."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, Any]]

MOVEMENTS = {
    "start_mrr": "start_mrr",
    "new_mrr": "new_mrr",
    "reactivation_mrr": "reactivation_mrr",
    "expansion_mrr": "expansion_mrr",
    "contraction_mrr": "contraction_mrr",
    "churned_mrr": "churn_mrr",
    "mrr": "end_mrr",
    "arr": "arr",
    "start_accounts": "start_customers",
    "new_accounts": "new_customers",
    "reactivated_accounts": "reactivated_customers",
    "expanded_accounts": "expanded_customers",
    "contracted_accounts": "contracted_customers",
    "churned_accounts": "churned_customers",
    "accounts": "end_customers",
    "net_revenue_retention": "nrr",
    "gross_revenue_retention": "grr",
    "logo_churn": "logo_churn_rate",
}
LEVELS = {name: MOVEMENTS[name] for name in ("mrr", "arr", "accounts")}


def expected(samples: Path, case: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((samples / case / "expected.json").read_text(encoding="utf-8"))
    return found


def imported(command: Command, book: Path, *files: Path) -> list[dict[str, Any]]:
    command("new", book, "--currency", "JPY", "--fiscal-start", "4")
    _, plan = command("import", book, *files, "--json")
    _, repeated = command("import", book, *files, "--json")
    assert sum(table["new"] + table["changed"] for table in repeated) == 0
    return list(plan)


def by_period(records: list[dict[str, Any]]) -> dict[tuple[str, str], Any]:
    return {(record["metric"], record["period"]): record for record in records}


FILES = [
    ("edge_cases", "subscriptions.csv", "2025-01-31"),
    ("edge_cases", "契約.xlsx", "2025-01-31"),
    ("synthetic_1k", "contracts_periods.csv", "2024-12-31"),
    ("synthetic_1k", "contracts_renewals.csv", "2024-12-31"),
]
READINGS = {"inclusive": "last_day", "exclusive": "day_after"}


@pytest.mark.parametrize(("case", "file", "as_of"), FILES)
def test_movements_and_rates_by_month_under_every_rule(
    command: Command, samples: Path, tmp_path: Path, case: str, file: str, as_of: str
) -> None:
    """Where any day of a month counts, a renewal shares its first month with the line before it: there the two files of
    the same contracts differ by nature, and only price periods have expected figures."""
    book, wanted = tmp_path / "b.csdesk", expected(samples, case)
    imported(command, book, samples / case / "input" / file)
    for rule, months in wanted["by_rule"].items():
        snapshot, reading = rule.rsplit("_", 1)
        if (snapshot, file) == ("overlap", "contracts_renewals.csv"):
            continue
        status, records = command(
            "metrics", book, "--json", "--as-of", as_of,
            "--rules", f"snapshot={snapshot},end_date={READINGS[reading]}",
            "--from", months[0]["month"], "--to", months[-1]["month"], "--metric", *MOVEMENTS,
        )  # fmt: skip
        assert status == 0
        found = by_period(records)
        for at, month in enumerate(months):
            # The made sample begins years before its first expected month, whose start is 0 there.
            known = LEVELS if case == "synthetic_1k" and not at else MOVEMENTS
            for metric, key in known.items():
                wish = None if month[key] is None else pytest.approx(month[key], rel=1e-6, abs=0.005)
                assert found[metric, month["month"]]["value"] == wish, (rule, metric, month["month"])


@pytest.mark.parametrize(("case", "file", "as_of"), FILES)
def test_cohorts_by_month(command: Command, samples: Path, tmp_path: Path, case: str, file: str, as_of: str) -> None:
    """The first cohort of the made sample is whoever pays in the first month that is looked at; ours begin where
    accounts began."""
    book, found = tmp_path / "b.csdesk", expected(samples, case)
    wanted = found["cohorts_primary"] if case == "edge_cases" else found["cohorts"][1:]
    assert wanted
    imported(command, book, samples / case / "input" / file)
    for kind, key, base in (("logo", "active_customers", "size"), ("revenue", "mrr", "start_mrr")):
        _, cells = command("cohorts", book, "--kind", kind, "--as-of", as_of, "--json")
        for cohort in wanted:
            mine = [cell for cell in cells if cell["cohort"] == cohort["cohort"]]
            assert [cell["part"] for cell in mine] == cohort[key]
            assert {cell["whole"] for cell in mine} == {cohort[base]}


def test_committed_mrr_of_the_edge_cases(command: Command, samples: Path, tmp_path: Path) -> None:
    book, wanted = tmp_path / "b.csdesk", expected(samples, "edge_cases")["cmrr"]
    imported(command, book, samples / "edge_cases" / "input" / "subscriptions.csv")
    _, records = command("metrics", book, "--json", "--as-of", "2025-01-31", "--from", "2025-01", "--metric", "cmrr")
    assert records[0]["value"] == wanted["cmrr"]


def test_bad_rows_are_refused_by_line_and_change_nothing(command: Command, samples: Path, tmp_path: Path) -> None:
    book, folder = tmp_path / "b.csdesk", samples / "edge_cases" / "input"
    command("new", book)
    status, plan = command("import", book, folder / "subscriptions_with_bad_rows.csv", "--json")
    assert status == 1
    assert plan[0]["refused"] == 7
    refused = {problem["cell"] for problem in plan[0]["problems"] if problem["refused"]}
    assert {cell.lstrip("ABCDEF") for cell in refused} == {str(line) for line in range(36, 43)}
    clean = tmp_path / "clean.csdesk"
    command("new", clean)
    command("import", clean, folder / "subscriptions.csv")
    wanted = ("metrics", "--as-of", "2025-01-31", "--json", "--metric", "mrr", "churned_mrr", "new_mrr")
    figures = [command(wanted[0], path, *wanted[1:])[1] for path in (book, clean)]
    assert figures[0] == figures[1]


@pytest.mark.parametrize("file", ["contracts_periods.csv", "contracts_renewals.csv"])
def test_mrr_by_segment(command: Command, samples: Path, tmp_path: Path, file: str) -> None:
    book, wanted = tmp_path / "b.csdesk", expected(samples, "synthetic_1k")["mrr_2024_12_by_segment"]
    imported(command, book, samples / "synthetic_1k" / "input" / file)
    for dimension, groups in wanted.items():
        _, records = command(
            "metrics", book, "--json", "--as-of", "2024-12-31", "--from", "2024-12", "--by", dimension,
            "--metric", "mrr", "accounts",
        )  # fmt: skip
        for name, group in groups.items():
            mine = {record["metric"]: record["value"] for record in records if record["group"] == name}
            assert mine == {"mrr": group["mrr"], "accounts": group["customers"]}


def test_worked_examples(command: Command, samples: Path, tmp_path: Path) -> None:
    wanted, folder = expected(samples, "source_examples"), samples / "source_examples" / "input"

    def figure(metric: str, period: str, *files: str, kind: str = "month") -> dict[str, Any]:
        book = tmp_path / f"{'-'.join(files)}.csdesk"
        if not book.exists():
            imported(command, book, *(folder / file for file in files))
        start = f"{period}-04" if kind == "year" else period
        _, records = command(
            "metrics", book, "--json", "--as-of", "2024-12-31", "--from", start, "--to", start, "--period", kind,
            "--metric", metric,
        )  # fmt: skip
        return dict(records[0])

    attrition = figure("logo_churn", "2024-04", "a_attrition_customers.csv")
    assert (attrition["value"], attrition["part"], attrition["whole"]) == (0.2, 2000, 10_000)
    assert figure("accounts", "2024-04", "a_attrition_customers.csv")["value"] == 15_000
    assert figure("ltv", "2024-04", "b_ltv_contracts.csv")["value"] == wanted["ltv"]["ltv"]
    cac = figure("cac", "2024-04", "a_attrition_customers.csv", "c_acquisition_cost.csv")
    assert cac["value"] == wanted["unit_economics"]["cac"]
    nps = figure("nps", "2024", "d_nps.csv", kind="year")
    assert (nps["value"], nps["n"]) == (10, 100)
    assert figure("csat", "2024", "e_csat_ces.csv", kind="year")["value"] == pytest.approx(0.7)
    assert figure("ces", "2024", "e_csat_ces.csv", kind="year")["value"] == pytest.approx(5.01)
    churn = figure("net_mrr_churn", "2024-04", "h_negative_churn.csv")
    assert churn["value"] == pytest.approx(-0.02)
    assert churn["why"] == "negative_churn"
    assert figure("gross_revenue_retention", "2024-04", "h_negative_churn.csv")["value"] == pytest.approx(0.93)


def test_committed_mrr_counts_won_deals_alone(command: Command, samples: Path, tmp_path: Path) -> None:
    wanted, folder = expected(samples, "source_examples")["cmrr"], samples / "source_examples" / "input"
    book = tmp_path / "b.csdesk"
    plan = imported(command, book, folder / "f_contracts.csv", folder / "f_deals.csv")
    assert [(table["new"], table["refused"]) for table in plan] == [(5, 0), (4, 0)]
    _, records = command(
        "metrics", book, "--json", "--as-of", "2024-04-30", "--from", "2024-04", "--metric", "mrr", "cmrr", "arr"
    )
    assert {record["metric"]: record["value"] for record in records} == {
        "mrr": wanted["mrr"], "cmrr": wanted["cmrr"], "arr": wanted["arr"],
    }  # fmt: skip


def test_deals_without_dates_are_told_honestly(command: Command, samples: Path, tmp_path: Path) -> None:
    plan = imported(command, tmp_path / "b.csdesk", samples / "source_examples" / "input" / "g_deals.xlsx")
    assert (plan[0]["kind"], plan[0]["new"], plan[0]["refused"]) == ("accounts", 51, 0)
    reasons = {(problem["field"], problem["reason"]) for problem in plan[0]["problems"]}
    assert len(reasons) == 2
    assert {field for field, _ in reasons} == {"contract.amount", "contract.end"}


def test_every_answer_off_the_scale_is_refused(command: Command, samples: Path, tmp_path: Path) -> None:
    plan = imported(command, tmp_path / "b.csdesk", samples / "source_examples" / "input" / "d_nps.csv")
    assert (plan[0]["new"], plan[0]["refused"]) == (100, 3)
    assert [problem["cell"] for problem in plan[0]["problems"]] == ["C102", "C103", "C104"]


@pytest.mark.parametrize("last", ["0,0,0", "0,300,0"])
def test_no_month_is_computed_after_the_last_of_a_sheet_of_months(command: Command, tmp_path: Path, last: str) -> None:
    """Also where nobody paid in that month any more: it is known to be 0, and the next is not known."""
    book, sheet = tmp_path / "m.csdesk", tmp_path / "m.csv"
    sheet.write_text(f"Customer,2024-01,2024-02,2024-03\nA,100,100,0\nB,200,0,0\nC,{last}\n", encoding="utf-8")
    imported(command, book, sheet)
    asked = ("--json", "--as-of", "2024-12-31", "--from", "2024-02", "--to", "2024-05", "--metric", "mrr", "logo_churn")
    found = by_period(command("metrics", book, *asked)[1])
    assert [found["mrr", f"2024-{month:02d}"]["value"] for month in (3, 4, 5)] == [0, None, None]
    assert found["logo_churn", "2024-03"]["value"] == 1
    assert found["logo_churn", "2024-04"]["why"] == "not_yet"


def test_who_was_there_before_the_records_is_told_apart_from_who_began(command: Command, tmp_path: Path) -> None:
    sheet, book = tmp_path / "MRR.csv", tmp_path / "b.csdesk"
    sheet.write_text("Customer,2024-01,2024-02,2024-03,2024-04\nAda,100,100,,\nBen,100,100,100,100\nCy,,100,100,100\n")
    command("new", book, "--fiscal-start", 1)
    imported(command, book, sheet)
    asked = ("cohorts", book, "--kind", "logo", "--period", "quarter", "--as-of", "2024-03-31")
    _, cells = command(*asked, "--json")
    assert [(c["cohort"], c["opening"], c["part"], c["whole"]) for c in cells] == [
        ("2024-Q1", True, 1, 2),
        ("2024-Q1", False, 1, 1),
    ]
    assert "2024-Q1 or before" in str(command(*asked)[1])


def test_cohorts_of_users_by_the_week(command: Command, tmp_path: Path) -> None:
    sheet, book = tmp_path / "use.csv", tmp_path / "b.csdesk"
    sheet.write_text(
        "Company,User,Date,Event,Count\nAda,Ann,2024-01-01,login,1\nAda,Ann,2024-01-09,login,3\n"
        "Ada,Ben,2024-01-02,login,1\nAda,Cy,2024-01-10,login,1\nAda,Cy,2024-01-16,login,2\n"
    )
    command("new", book)
    imported(command, book, sheet)
    asked = ("cohorts", book, "--kind", "users", "--period", "week", "--as-of", "2024-01-21", "--json")
    status, cells = command(*asked)
    assert status == 0
    assert [(cell["cohort"], cell["age"], cell["part"], cell["whole"], cell["value"]) for cell in cells] == [
        ("2024-W01", 0, 2, 2, 1), ("2024-W01", 1, 1, 2, 0.5), ("2024-W01", 2, 0, 2, 0),
        ("2024-W02", 0, 1, 1, 1), ("2024-W02", 1, 1, 1, 1),
    ]  # fmt: skip
    assert {(cell["dimension"], cell["group"]) for cell in cells} == {(None, None)}
    code = "logins"
    _, three = command(*asked, "--measure", code, "--least", "3")
    assert [cell["part"] for cell in three] == [0, 1, 0, 0, 0]
    _, value = command(*asked, "--activity", "value", "--by", "channel")
    assert [(cell["dimension"], cell["group"]) for cell in value][:1] == [("channel", "")]
    assert command(*asked[:-1], "--measure", "dancing")[0] == 2
    with pytest.raises(SystemExit) as refused:
        command(*asked[:-1], "--measure", code, "--least", "none")
    assert refused.value.code == 2
    assert command("cohorts", book, "--kind", "logo", "--period", "week")[0] == 2


def test_a_rate_on_too_few_is_said_so(command: Command, tmp_path: Path) -> None:
    book, sheet = tmp_path / "few.csdesk", tmp_path / "few.csv"
    words = ("metrics", book, "--json", "--as-of", "2024-03-31", "--from", "2024-03", "--metric", "logo_churn", "mrr")
    assert command("new", book, "--currency", "USD")[0] == 0
    for accounts, few in ((9, True), (10, False)):
        lines = (f"Client {n},100,1,2024-01-01\n" for n in range(accounts))
        sheet.write_text("Account,Amount,Billing months,Start date\n" + "".join(lines), encoding="utf-8")
        assert command("import", book, sheet)[0] == 0
        assert [figure.get("too_few") for figure in command(*words)[1]] == [few or None, None]


def test_which_months_and_which_way_are_told(command: Command, samples: Path, tmp_path: Path) -> None:
    book, given = tmp_path / "b.csdesk", samples / "source_examples" / "input"
    imported(command, book, given / "b_ltv_contracts.csv", given / "e_csat_ces.csv")
    asked = ("--as-of", "2024-04-30", "--from", "2024-04", "--json", "--metric", "ltv", "ces", "mrr")
    ltv, ces, mrr = command("metrics", book, *asked)[1]
    assert (ltv["value"], ltv["over"]) == (50_000, ["2024-04", "2024-04"])
    assert ces["scale"] == "assumed"
    assert not {"over", "scale"} & set(mrr)
