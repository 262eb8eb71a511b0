"""A copy opened, looked at or merged, and closed again."""

from contextlib import closing
from pathlib import Path

from csdesk.book.file import Book
from csdesk.book.merging.merge import Answers, MergePlan
from csdesk.models.drafts import Changes
from csdesk.usecases.merging import CopyBeside


def look_at_copy(book: Book, path: Path, answers: Answers) -> MergePlan:
    with closing(CopyBeside(book, path)) as copy:
        return copy.look(answers)


def merge_copy(book: Book, path: Path, answers: Answers) -> Changes | None:
    with closing(CopyBeside(book, path)) as copy:
        return copy.merge(answers)
