"""What of a book is found by typing beside its accounts."""

from datetime import date

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, TouchType
from csdesk.usecases.accounts import add_account, delete_accounts
from csdesk.usecases.drafts import ContactDraft, save_contact
from csdesk.usecases.finding import Mention, mentions
from csdesk.usecases.tasks import TaskDraft, save_task
from csdesk.usecases.touches import TouchDraft, log_touch


def test_people_then_next_steps_then_touches_the_latest_first(book: Book) -> None:
    (account,) = add_account(book, "Sample Works").accounts
    save_task(book, TaskDraft("Send the plan", account=account, due_on=date(2026, 4, 1)))
    save_task(book, TaskDraft("Call some day", account=account))
    for on, note in ((date(2026, 3, 1), "Older"), (date(2026, 3, 2), "Newer"), (date(2026, 3, 3), "")):
        log_touch(book, TouchDraft(account=account, type=TouchType.CALL, on=on, note=note))
    save_contact(book, ContactDraft(account=account, name="Sample Person", title="Head of Samples"))
    assert mentions(book) == (
        Mention(Kind.CONTACT, account, "Sample Works", "Sample Person", "Head of Samples"),
        Mention(Kind.TASK, account, "Sample Works", "Send the plan", on=date(2026, 4, 1)),
        Mention(Kind.TASK, account, "Sample Works", "Call some day"),
        Mention(Kind.TOUCH, account, "Sample Works", "Newer", on=date(2026, 3, 2)),
        Mention(Kind.TOUCH, account, "Sample Works", "Older", on=date(2026, 3, 1)),
    )


def test_what_hangs_on_no_account_is_left_out(book: Book) -> None:
    save_task(book, TaskDraft("Water the plants"))
    (account,) = add_account(book, "Sample Works").accounts
    save_contact(book, ContactDraft(account=account, name="Sample Person"))
    delete_accounts(book, (account,))
    assert mentions(book) == ()


def test_the_demo_book_tells_all_it_holds(demo: Book) -> None:
    found = mentions(demo)
    kinds = [said.kind for said in found]
    assert kinds.count(Kind.CONTACT) == len(rows(demo, Kind.CONTACT))
    assert kinds.count(Kind.TOUCH) == sum(bool(row["note"]) for row in rows(demo, Kind.TOUCH))
