"""Rules of counting, groups, outcomes, contract lines and people's use: done by a person in the window, and undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from csdesk.metrics.rules import Rules, Snapshot
from csdesk.models.kinds import Charge, Language, ReasonFamily
from csdesk.models.months import PeriodKind
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.counting import Counting
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.overview import OverviewPage
from csdesk.ui.pages.retention import RetentionPage
from csdesk.ui.pages.revenue import RevenuePage
from csdesk.ui.steps import Steps
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.settings import BookSettings, book_settings

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)
PEOPLE = (
    "Company\tUser\tDate\tEvent\tCount\n"
    "Sample One\tSample Anna\t2024-04-01\tlogin\t3\n"
    "Sample One\tSample Anna\t2024-04-10\tlogin\t1\n"
    "Sample One\tSample Ben\t2024-02-10\treport exported\t2\n"
)
HOLE = (
    "Company\tProduct\tMonthly fee\tStart\tEnd\n"
    "Sample One\tBase\t1000\t2023-06-01\t2024-01-15\n"
    "Sample One\tBase\t1000\t2024-02-10\t\n"
    "Sample Two\tBase\t500\t2023-06-01\t\n"
)


def page_of(window: MainWindow, kind: type, settle: Settle) -> object:
    page = window.open_page(kind.name)
    settle()
    assert isinstance(page, kind)
    return page


@pytest.fixture
def taught(make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle) -> MainWindow:
    """A window on a book into which both sheets have been pasted."""
    window = make_window()
    opening.make(tmp_path / "own.csdesk", BookSettings("USD", 1, Language.EN))
    settle()
    for text in (HOLE, PEOPLE):

        def taken(book: object, text: str = text) -> object:
            plan = plan_import(book, match_tables(read_pasted(text, "pasted"), (), book_settings(book)), TODAY)
            return apply_plan(book, plan)

        window._around.desk.do(window, taken)
        settle()
    return window


def test_a_short_gap_is_offered_with_its_difference_and_bridged_in_one_step(
    taught: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = page_of(taught, RevenuePage, settle)
    assert isinstance(page, RevenuePage)
    assert page.doubts.days.value() == 31
    page.doubts.days.setValue(40)
    qtbot.mouseClick(page.doubts.compare, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.findChild(Counting)
    assert dialog.gap.value() == 40
    rows = {(row.now.metric, str(row.now.period)): row for row in dialog.changes.sheet._rows.rows_shown()}
    churned = rows["churned_mrr", "2024-01"]
    assert (churned.now.value, churned.then.value, churned.accounts) == (100_000, 0, ("Sample One",))
    assert rows["reactivation_mrr", "2024-02"].then.value == 0
    assert taught.settings.rules == "house"
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()
    assert Rules.parse(taught.settings.rules).gap_days == 40
    assert page.doubts.days.value() == 40
    assert not page.doubts.gaps.isHidden(), "the way back stays in sight"
    taught.findChild(Steps).take_back()
    settle()
    assert Rules.parse(taught.settings.rules).gap_days == 0


def test_another_horizon_is_a_rule_and_shown_before_it_is_made(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = page_of(window, RevenuePage, settle)
    assert isinstance(page, RevenuePage)
    horizon = page.bridge.horizon

    def wanted(days: int) -> Counting:
        horizon.choose(days)
        horizon.activated.emit(horizon.currentIndex())
        settle()
        assert horizon.days == 90, "nothing is said of days that are not counted yet"
        return page.findChildren(Counting)[-1]

    dialog = wanted(365)
    assert dialog.horizon.days == 365
    assert {row.now.metric for row in dialog.changes.sheet._rows.rows_shown()} >= {"cmrr"}
    dialog.reject()
    settle()
    assert Rules.parse(window.settings.rules).cmrr_days == 90
    qtbot.mouseClick(wanted(365).main, Qt.MouseButton.LeftButton)
    settle()
    assert (Rules.parse(window.settings.rules).cmrr_days, horizon.days) == (365, 365)
    window.findChild(Steps).take_back()
    settle()
    assert horizon.days == 90


def test_every_choice_shows_what_it_would_change(taught: MainWindow, settle: Settle) -> None:
    dialog = Counting(taught._around, taught)
    settle()
    assert dialog.changes.sheet.isHidden()
    dialog.snapshot.choose(Snapshot.MONTH_START)
    settle()
    shown = {row.now.metric for row in dialog.changes.sheet._rows.rows_shown()}
    assert "mrr" in shown
    assert dialog.wanted == Rules(snapshot=Snapshot.MONTH_START)
    dialog.snapshot.choose(Snapshot.MONTH_END)
    settle()
    assert dialog.changes.sheet.isHidden()
    dialog.check()
    assert taught.settings.rules == "house", "nothing chosen, nothing written"


def test_outcomes_are_read_by_month_and_by_quarter(window: MainWindow, settle: Settle) -> None:
    page = page_of(window, OverviewPage, settle)
    assert isinstance(page, OverviewPage)
    model = page._outcomes.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["GRR", "NRR", "MRR growth", "Logo retention", "CSAT", "NPS"]
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for column in range(1, 5)
    ]
    assert headings == ["Feb 2024", "Mar 2024", "Q4 2023", "Q1 2024"]
    assert all(model.index(row, column).data() != "–" for row in range(4) for column in range(1, 5))


def test_the_split_stays_put_from_page_to_page(window: MainWindow, settle: Settle) -> None:
    revenue = page_of(window, RevenuePage, settle)
    assert isinstance(revenue, RevenuePage)
    assert revenue.split is not None
    revenue.split.choose("tier")
    settle()
    assert revenue._answer is not None
    assert {name for name, _ in revenue._answer.groups} == {"high", "low", "tech"}
    retention = page_of(window, RetentionPage, settle)
    assert isinstance(retention, RetentionPage)
    assert retention.split is not None
    assert retention._answer is not None
    assert (retention.split.key, len(retention._answer.groups)) == ("tier", 3)
    window.rescope(TODAY.replace(day=1), PeriodKind.QUARTER)
    settle()
    assert retention._answer.groups, "another day or period keeps the split"


def test_the_books_own_columns_split_figures(window: MainWindow, settle: Settle) -> None:
    page = page_of(window, RevenuePage, settle)
    assert isinstance(page, RevenuePage)
    assert page.split is not None
    keys = [str(page.split.itemData(place)) for place in range(page.split.count())]
    own = next(key for key in keys if key.startswith("custom:"))
    page.split.choose(own)
    settle()
    assert page._answer is not None
    assert len([name for name, _ in page._answer.groups if name]) > 1
    window.set_scope(replace(window.scope, by="custom:gone"))
    settle()
    assert page._answer.groups == (), "a column that is gone splits nothing"


def test_a_group_has_rates_and_a_verdict_of_its_own(window: MainWindow, settle: Settle) -> None:
    page = page_of(window, RetentionPage, settle)
    assert isinstance(page, RetentionPage)
    page.split.choose("tier")
    settle()
    assert page._answer is not None
    groups = page._answer.groups
    assert sum(row.logo_churn.whole or 0 for row in groups) == page._answer.tiles[0].measure.whole
    assert all(row.against for row in groups)


def test_people_show_when_they_were_last_active(taught: MainWindow, settle: Settle) -> None:
    page = taught.open_page("accounts")
    settle()
    account = next(row.id for row in page.model.rows_shown() if row.name == "Sample One")
    taught.open_account(account)
    settle()
    page = taught.findChild(AccountPage)
    used = {person.name: person.used for person in page._answer.people}
    assert (used["Sample Anna"].last_on, used["Sample Anna"].days) == (date(2024, 4, 10), 2)
    assert (used["Sample Ben"].last_on, used["Sample Ben"].days) == (date(2024, 2, 10), 0)
    said = [label.text() for label in page._people.findChildren(QLabel)]
    assert "last active 10 Apr 2024  ·  2 of the last 30 days" in said
    assert "last active 10 Feb 2024" in said


def test_a_contract_line_keeps_all_that_it_is(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    window.open_account(page.model.rows_shown()[0].id)
    settle()
    page = window.findChild(AccountPage)
    dialog = ContractDialog(page.around, page.account or 0, None, page)
    dialog.product.setText("Meter")
    for line, day in (
        (dialog.start, "2024-04-01"),
        (dialog.term, "2025-03-31"),
        (dialog.notice, "2025-01-31"),
        (dialog.discount_end, "2024-09-30"),
    ):
        line.line.setText(day)
    dialog.amount.setText("80.00")
    dialog.list_price.setText("hundred")
    dialog.check()
    assert "amount" in dialog._wrong.text()
    dialog.list_price.setText("100.00")
    dialog.charge.choose(Charge.USAGE)
    dialog.family.choose(ReasonFamily.UNAVOIDABLE)
    dialog.renews.choose(key=True)
    kept = dialog._draft(date(2024, 4, 1))
    dialog.check()
    settle()
    line = next(line for line in page._answer.contracts if line.product == "Meter")
    assert (line.list_amount, line.discount_ends_on, line.notice_by) == (10_000, date(2024, 9, 30), date(2025, 1, 31))
    assert (line.charge, line.reason_family, line.auto_renew) == (Charge.USAGE, ReasonFamily.UNAVOIDABLE, True)
    assert line.mrr == 0, "use without a minimum is no MRR"
    again = ContractDialog(page.around, page.account or 0, line, page)
    assert again._draft(line.starts_on) == replace(kept, id=line.id)
