"""What stands for the account, the day or the start of a row where no heading names it: only on real evidence."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections import defaultdict
from collections.abc import Sequence

from csdesk.intake.fields import FIELDS, PRICES
from csdesk.intake.folding import fold_name
from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.matching.fields.work_kinds import WHO
from csdesk.intake.matching.words.evidence import looks_like_names, sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits, price_field
from csdesk.intake.matching.words.neighbours import Seen, is_key
from csdesk.intake.matching.words.phrases import speaks_of_another
from csdesk.intake.matching.words.prices import span_of
from csdesk.intake.shapes import Cell, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import is_nothing
from csdesk.intake.values.words import Standing, standing

_NAMED = frozenset({TableKind.CONTRACTS, TableKind.USE, TableKind.TOUCHES, TableKind.MATRIX})
_OF_COMPANIES = frozenset({TableKind.FEEDBACK, TableKind.TICKETS, TableKind.ANSWERS})
"""Kinds whose rows name their customers among many other texts."""
_STATES = ("contract.status", "contract.stage", "account.status")
_SHARED = 2
"""Names that one customer may go by in a file, with a slip or a change of name."""
_SOLE = 0.62
"""Confidence in a column that is taken because no other can be what the table must have."""
_DAYS = {
    TableKind.TOUCHES: "touch.date",
    TableKind.USE: "usage.date",
    TableKind.TICKETS: "ticket.opened_at",
    TableKind.ANSWERS: "nps.responded_at",
    TableKind.INVOICES: "invoice.date",
}
"""The day of a row, in tables that have one."""
_BY_COMPANY = re.compile(
    r"\b(?:by|per|for each) (?:company|customer|client|account|organi[sz]ation|tenant|workspace)\b|"
    r"(?:会社|企業|顧客|取引先|アカウント)(?:別|ごと|毎)"
)
"""What titles say of tables whose rows are customers."""
_OF_ANOTHER = re.compile(
    r"評価|満足|期限|期日|締切|更新|最終|次回|請求|契約|生年|入社|リリース|公開|予定|有効|"
    r"\b(?:rated|survey|due|deadline|updated|modified|last|next|renewal|renews|invoice|contract|birth|hired?|release|"
    r"expir\w*|planned|expected|promised|target|first)\b"
)
"""Days of something else than what a row tells of."""


def with_account(taken: list[Taken], kind: TableKind, seen: Sequence[Seen]) -> list[Taken]:
    """Where no column is plainly the account, the one whose heading may mean it among others: a bare 'Name', which in
    a list of deals is the deal's."""
    fields = {one.hit.field.id for one in taken}
    # A person's address tells whose use or touch a row is, never whose contract.
    told = WHO if kind in {TableKind.CONTRACTS, TableKind.INVOICES} else {*WHO, "contact.email"}
    if kind is TableKind.CONTRACTS and "contract.external_id" not in fields:
        # The one id is the customer's, and so is the name beside it.
        told = told - {"account.external_id"}
    if kind not in {*_NAMED, TableKind.ACCOUNTS, TableKind.INVOICES} or fields & {*told, "contract.stage"}:
        return taken
    for one in taken:
        if kind is TableKind.INVOICES and one.hit.field.id == "contact.name":
            # Who is billed is the account, whatever the bookkeeping calls him.
            return [refit(one, "account.name", 0.7) if other is one else other for other in taken]
        vague = one.hit.field.id in {"contact.name", "contract.name", "touch.by"}
        if vague and one.hit.how in {How.BARE, How.HINT} and may_be_account(seen[one.position]):
            return [refit(one, "account.name", 0.65) if other is one else other for other in taken]
    return taken


def without_shared_ids(taken: list[Taken], kind: TableKind, cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns without an id that many customers share: the 'AccountCode' of an invoice is the bookkeeping's."""
    at = {one.hit.field.id: one for one in taken}
    own = at.get("account.external_id")
    name = at.get("account.name") or (at.get("contact.name") if kind is TableKind.INVOICES else None)
    if own is None or name is None:
        return taken
    sharing = defaultdict(set)
    for key, called in set(zip(cells[own.position], cells[name.position], strict=True)):
        if key not in {None, ""}:
            sharing[key].add(called)
    often = sum(len(names) for names in sharing.values() if len(names) > _SHARED)
    return [one for one in taken if one is not own] if often > sum(map(len, sharing.values())) / 2 else taken


def without_idle_trials(taken: list[Taken], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns without the start of a trial where no contract begins by it, being on trial and having no start of
    its own: it tells nothing more, and stays a column of the team's own."""
    at = {one.hit.field.id: one.position for one in taken}
    if "contract.trial_start" not in at:
        return taken
    told = [cells[at[field]] for field in _STATES if field in at]
    starts = cells[at["contract.start"]] if "contract.start" in at else [None] * len(cells[0])
    rows = zip(cells[at["contract.trial_start"]], starts, *told, strict=True)
    needed = any(
        not is_nothing(as_text(began)) and is_nothing(as_text(start)) and any(map(_is_trial, states))
        for began, start, *states in rows
    )
    return taken if needed else [one for one in taken if one.hit.field.id != "contract.trial_start"]


def _is_trial(state: Cell) -> bool:
    return standing(as_text(state)) is Standing.TRIAL


def with_person(taken: list[Taken], kind: TableKind, seen: Sequence[Seen], skip: frozenset[int]) -> list[Taken]:
    """In a list of customers, the bare 'Name' beside a company and an e-mail address is that of the person."""
    fields = {one.hit.field.id for one in taken}
    if kind not in {TableKind.ACCOUNTS, TableKind.CONTRACTS} or "contact.name" in fields:
        return taken
    if not {"account.name", "contact.email"} <= fields:
        return taken
    rest = [one for one in taken if one.hit.field.id != "contract.name" or one.hit.how is not How.BARE]
    given = {one.position for one in rest} | skip
    free = [at for at, one in enumerate(seen) if at not in given and looks_like_names(one.profile)]
    named = [at for at in free if any(hit.field.id == "contact.name" for hit in hits(seen[at].heading))]
    return [*rest, Taken(named[0], Hit(FIELDS["contact.name"], How.HINT, 0.7), 0.7)] if len(named) == 1 else taken


def may_be_account(column: Seen) -> bool:
    """Whether a heading may mean the account, among others."""
    return any(hit.field.id == "account.name" for hit in hits(column.heading))


def with_sole(
    taken: list[Taken],
    kind: TableKind,
    seen: Sequence[Seen],
    cells: Sequence[Sequence[Cell]],
    skip: frozenset[int],
    *,
    headed: bool,
) -> tuple[list[Taken], frozenset[int]]:
    """Where a table of contracts, use, touches or months lacks its account, the one column that is borne out to be it;
    where contracts with an end lack their start, the one column of dates that nothing else claims. Their positions
    are told. Where nothing says that the table is of customers (`headed`), a column without a heading must look like
    companies."""
    fields = {one.hit.field.id for one in taken}
    given = {one.position for one in taken} | skip
    free = [at for at in range(len(seen)) if at not in given and not seen[at].profile.is_empty]
    found = {}
    if kind in _OF_COMPANIES and not fields & WHO:
        found["account.name"] = [at for at in free if _may_be_names(seen[at]) and are_companies(cells[at])]
    if kind in _NAMED and not fields & WHO and "contact.email" not in fields:
        names = [at for at in free if _may_be_names(seen[at])]
        tells = _only_key(seen)
        tells = tells if headed or (tells is not None and seen[tells].heading.strip()) else None
        partly = [at for at in names if hits(seen[at].heading)]
        listed = [at for at in free if looks_like_names(seen[at].profile) and not is_named(seen[at])]
        found["account.name"] = (
            partly
            or [at for at in names if at == tells or are_companies(cells[at])]
            or [at for at in listed if kind is TableKind.TOUCHES and are_companies(cells[at])]
        )
    if kind is TableKind.CONTRACTS and "contract.start" not in fields and fields & {"contract.end", "contract.mrr"}:
        days = [at for at in free if seen[at].profile.is_dated and not hits(seen[at].heading)]
        found["contract.start"] = days if "contract.end" in fields else []
    sole = {places[0]: field for field, places in found.items() if len(places) == 1}
    more = [Taken(at, Hit(FIELDS[field], How.HINT, _SOLE), _SOLE) for at, field in sole.items()]
    return [*taken, *more], frozenset(sole)


def with_listed(taken: list[Taken], kind: TableKind, seen: Sequence[Seen], title: str) -> list[Taken]:
    """Where the title of a table of use says that it is by company, the one column of names is the account, whatever
    the tool calls what it is broken down by ('Segment')."""
    if kind is not TableKind.USE or {one.hit.field.id for one in taken} & {*WHO, "contact.email"}:
        return taken
    given = {one.position for one in taken}
    names = [at for at, one in enumerate(seen) if at not in given and looks_like_names(one.profile)]
    if len(names) != 1 or seen[names[0]].profile.again or not _BY_COMPANY.search(fold_words(title)):
        return taken
    return [*taken, Taken(names[0], Hit(FIELDS["account.name"], How.HINT, _SOLE), _SOLE)]


def with_price(taken: list[Taken], seen: Sequence[Seen]) -> list[Taken]:
    """Where a discount stands beside a list price alone, the list price is the price, before that discount."""
    at = {one.hit.field.id: one for one in taken}
    whole = at.get("contract.list_amount")
    if whole is None or set(PRICES) & set(at) or not {"contract.discount_rate", "contract.discount_amount"} & set(at):
        return taken
    span = span_of(seen[whole.position].heading.casefold())
    field = price_field(span) if span else "contract.amount"
    return [refit(one, field, one.confidence) if one is whole else one for one in taken]


def _may_be_names(column: Seen) -> bool:
    """Whether a column may hold names of customers: names by its values, of nothing else by its heading."""
    values, words = column.profile, fold_words(column.heading)
    of_others = any(hit.field.id != "account.name" for hit in hits(words))
    return looks_like_names(values) and values.identifier < 0.5 and not of_others and not speaks_of_another(words)


def _only_key(seen: Sequence[Seen]) -> int | None:
    """The one column of names that has another in every row, where there is one."""
    keys = [at for at, one in enumerate(seen) if looks_like_names(one.profile) and one.profile.distinct == 1.0]
    keys = [at for at in keys if seen[at].profile.again == 0.0]
    return keys[0] if len(keys) == 1 else None


def are_companies(cells: Sequence[Cell]) -> bool:
    """Whether values look like companies: some carry a legal form, or end as Japanese short names do ('みどり社')."""
    texts = [cell.strip() for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(bool(fold_name(text).form) or text.endswith("社") for text in texts) > 0.3 * len(texts)


def with_day(taken: list[Taken], kind: TableKind, seen: Sequence[Seen], skip: frozenset[int]) -> list[Taken]:
    """Where no column is plainly the day of the row, the one column of dates that is nothing else by its heading."""
    field = _DAYS.get(kind)
    told = {field, "usage.last_seen", "usage.login_at"}
    if field is None or skip or any(one.hit.field.id in told for one in taken):
        return taken
    given = {one.position for one in taken}
    free = [at for at, one in enumerate(seen) if at not in given and one.profile.is_dated and not is_named(one)]
    free = [at for at in free if not is_key(seen[at].heading)]
    free = free if len(free) == 1 and not _OF_ANOTHER.search(fold_words(seen[free[0]].heading)) else []
    return [*taken, Taken(free[0], Hit(FIELDS[field], How.HINT, 0.65), 0.65)] if free else taken


def with_due(taken: list[Taken], seen: Sequence[Seen]) -> list[Taken]:
    """Where a next action stands in a table, the column of days behind it that is a bare 'Due' or 期限 is its due day,
    right behind it even if it might be the contract's."""
    at = {one.hit.field.id: one.position for one in taken}
    action, given = at.get("touch.next"), {one.position for one in taken}
    if action is None or "task.due" in at:
        return taken
    for position in range(action + 1, len(seen)):
        bare = any(hit.field.id == "task.due" for hit in hits(seen[position].heading))
        free = position not in given or (position == action + 1 and at.get("contract.renewal") == position)
        if free and bare and seen[position].profile.is_dated:
            rest = [one for one in taken if one.position != position]
            return [*rest, Taken(position, Hit(FIELDS["task.due"], How.HINT, 0.65), 0.65)]
    return taken


def is_named(column: Seen) -> bool:
    """Whether a heading names a field plainly."""
    return bool(plain_hits(column.heading))


def without_namesakes(taken: list[Taken], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns without a person who is called as his company is: a tool's 'Name' beside 'Company' is often the same
    customer."""
    at = {one.hit.field.id: one for one in taken}
    person, account = at.get("contact.name"), at.get("account.name")
    if person is None or account is None:
        return taken
    pairs = [pair for pair in zip(cells[person.position], cells[account.position], strict=True) if pair[0]]
    same = sum(one == other for one, other in pairs)
    return [one for one in taken if one is not person] if same > 0.5 * len(pairs) else taken
