"""Scores of another tool on the account's timeline, apart from csdesk's own."""

from datetime import date

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, TimelineEvent
from csdesk.usecases.account import account_page
from csdesk.usecases.health import set_health_value
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.settings import book_settings


def test_scores_stand_on_the_timeline_and_in_no_score(book: Book, today: date) -> None:
    text = "Account\tDate\tHealth score\nFir\t2025-04-02\t80\nFir\t2025-05-02\t60\nOak\t2025-04-02\t55"
    apply_plan(book, plan_import(book, match_tables(read_pasted(text, "scores"), (), book_settings(book)), today))
    fir = int(str(rows(book, Kind.ACCOUNT)[0]["id"]))
    set_health_value(book, fir, "independence", 40, date(2025, 5, 1))
    page = account_page(book, fir, today)
    scores = [(one.on, one.text) for one in page.timeline if one.what == TimelineEvent.SCORE]
    assert scores == [(date(2025, 5, 2), "Health score: 60"), (date(2025, 4, 2), "Health score: 80")]
    assert "Health score" not in {factor.factor for factor in page.health.factors}
