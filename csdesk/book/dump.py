"""The whole content of a book as text: the same rows give the same letters."""

from csdesk.book.columns import layout
from csdesk.book.store import Store
from csdesk.models.kinds import Kind


def dump(book: Store) -> str:
    """One line a row, by kind and id: everything a person keeps, without the log of how it came to be."""
    with book.reading() as connection:
        return "\n".join(
            f"{kind}\t{row}"
            for kind in Kind
            for (row,) in connection.exec_driver_sql(f'SELECT {layout(kind).json()} FROM "{kind}" ORDER BY id')
        )
