"""Of what a plain word tells that several things of a row have: notes and tags of a person or of his company, a region
of an address or of a customer, the department that bills or that pays."""

import re
from collections.abc import Callable, Sequence

from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen, all_named, is_of_payment
from csdesk.intake.shapes import TableKind

_COMPANY = re.compile(
    r"\b(?:account|company|customer|client|organi[sz]ation|org)\b|会社|企業|顧客|取引先|得意先|客先|法人"
)
_OF_CARD = re.compile(r"名刺|人物|責任者|コンタクト|連絡先|\b(?:contact|person)\b")
"""What tells of a person, his owner as well."""
_OF_COMPANIES = frozenset(
    {"account.industry", "account.employees", "account.status", "account.tier", "account.segment", "account.owner",
     "account.corporate_number", "account.size"}
)  # fmt: skip
"""Facts of companies, which lists of people have where they tell of these as well."""
_GUESSED = re.compile(r"latitude|longitude|緯度|経度|(?:opt ?in|confirm|signup) ip|gmt ?off|dst ?off")
_DESCRIPTION = re.compile(r"(?:customer )?description|説明")
_DEPARTMENT = re.compile(r"(?P<word>部門|部署|department)(?: ?(?:名称?|name))?")
_FOLLOW_UP = re.compile(r"フォロー|\bfollow ?up\b|\bcall ?back\b")


def of_their_own(taken: Sequence[Taken], kind: TableKind, seen: Sequence[Seen]) -> list[Taken]:
    """The columns without those that tell of something else in the row than their field would; a person's notes become
    his."""
    given = {one.hit.field.id for one in taken}
    kept = []
    for one in taken:
        field = one.hit.field.id
        if field == "account.notes" and _is_of_biller(seen[one.position], seen):
            continue
        if (rule := _OTHERS.get(field)) is None or not rule(seen[one.position], kind, seen):
            kept.append(one)
        elif field == "account.notes" and "contact.notes" not in given:
            kept.append(refit(one, "contact.notes", one.confidence))
    return kept


def _is_persons(own: Seen, kind: TableKind, seen: Sequence[Seen]) -> bool:
    """In a list of people notes and tags are of each person, unless a word says that they are of his company or other
    columns tell more of it than its name."""
    if kind is not TableKind.CONTACTS or _COMPANY.search(fold_words(own.heading)):
        return False
    others = [other for other in seen if other is not own and not _OF_CARD.search(fold_words(other.heading))]
    return not _OF_COMPANIES & all_named(others)


def _is_of_biller(own: Seen, seen: Sequence[Seen]) -> bool:
    """Whether a bare 'Description' is what a tool of payments calls a customer."""
    described = _DESCRIPTION.fullmatch(fold_words(own.heading))
    return bool(described) and any(is_of_payment(other, seen) for other in seen)


def _is_guessed(_own: Seen, _kind: TableKind, seen: Sequence[Seen]) -> bool:
    """A region beside a latitude or the address of a computer is where a person was when he signed up."""
    return any(_GUESSED.search(fold_words(other.heading)) for other in seen)


def _is_billers(own: Seen, kind: TableKind, seen: Sequence[Seen]) -> bool:
    """A department on an invoice is that which bills where it has a code, or where nobody in it is named."""
    if kind is not TableKind.INVOICES or not (found := _DEPARTMENT.fullmatch(fold_words(own.heading))):
        return False
    coded = re.compile(rf"{found['word']} ?(?:コード|cd|id|番号|code|no)")
    rest = [other for other in seen if other is not own]
    return any(coded.fullmatch(fold_words(other.heading)) for other in rest) or "contact.name" not in all_named(rest)


def _follows_up(own: Seen, kind: TableKind, _seen: Sequence[Seen]) -> bool:
    """Who follows an answer up is not who looks after the account."""
    return kind is TableKind.ANSWERS and bool(_FOLLOW_UP.search(fold_words(own.heading)))


_OTHERS: dict[str, Callable[[Seen, TableKind, Sequence[Seen]], bool]] = {
    "account.notes": _is_persons,
    "account.tags": _is_persons,
    "account.region": _is_guessed,
    "account.owner": _follows_up,
    "contact.department": _is_billers,
}
