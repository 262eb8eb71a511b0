"""What tells a log of MRR changes from lists of contracts."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

from collections.abc import Mapping, Sequence

from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.matching.words.evidence import number_in
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell, TableKind
from csdesk.intake.values.movements import Move, move_of

PARTS = {
    "movement.new": Move.NEW, "movement.reactivation": Move.REACTIVATION, "movement.expansion": Move.EXPANSION,
    "movement.contraction": Move.CONTRACTION, "movement.churn": Move.CHURN,
}  # fmt: skip
"""Columns of a log that has one for each kind of movement."""
AMOUNTS = frozenset({"movement.amount", "movement.before", "movement.after", *PARTS})
BEFORE_AFTER = frozenset({"movement.before", "movement.after"})
_A_LOG, _NO_LOG = 2.5, -9.0


def log_speaks(kind: TableKind, taken: Sequence[Taken], seen: Sequence[Seen]) -> float:
    """What speaks for a log of MRR changes: movements in words, an amount before and one after, or columns for at least
    two kinds of movement. Without any of them it is none."""
    if kind is not TableKind.MOVEMENTS:
        return 0.0
    fields = {one.hit.field.id: one for one in taken}
    told = seen[fields["movement.type"].position].profile if "movement.type" in fields else None
    amount = fields.get("movement.amount")
    figured = bool(fields.keys() & BEFORE_AFTER) or amount is not None
    plainly = amount is not None and amount.confidence > 0.85
    in_words = told is not None and told.moves > 0.8 and (told.loses or plainly) and figured
    around = fields.keys() >= BEFORE_AFTER or (plainly and "movement.type" not in fields) or _balances(fields, seen)
    return _A_LOG if in_words or around or len(fields.keys() & PARTS.keys()) > 1 else _NO_LOG


def _balances(fields: Mapping[str, Taken], seen: Sequence[Seen]) -> bool:
    """Whether what each of a few accounts pays from then on is told again and again."""
    after = fields.get("movement.after")
    who = [seen[fields[name].position].profile for name in ("account.name", "account.external_id") if name in fields]
    return after is not None and after.confidence > 0.85 and any(one.again > 0 for one in who)


def with_levels(
    taken: list[Taken], kind: TableKind, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]
) -> list[Taken]:
    """What a column of MRR is beside the changes: 'New MRR' beside columns of other movements is that of new customers,
    and a plain 'MRR' which churns bring down from rather than to 0 is that before the change."""
    fields = {one.hit.field.id: one for one in taken}
    after = fields.get("movement.after")
    if kind is not TableKind.MOVEMENTS or after is None:
        return taken
    parts = fields.keys() & (PARTS.keys() - {"movement.new"})
    field = ""
    if parts and "movement.new" not in fields and _is_new(seen[after.position].heading):
        field = "movement.new"
    elif after.confidence < 0.85 and "movement.before" not in fields and _is_before(fields, cells):
        field = "movement.before"
    return [refit(one, field, one.confidence) if field and one is after else one for one in taken]


def _is_before(fields: Mapping[str, Taken], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether figures are those before the change: where an account is new they are 0, where it churns they are not."""
    if not {"movement.type", "movement.amount"} <= fields.keys():
        return False
    columns = [cells[fields[f"movement.{name}"].position] for name in ("type", "amount", "after")]
    votes = 0
    for word, change, figure in zip(*columns, strict=True):
        move, by, now = move_of(str(word)), number_in(change), number_in(figure)
        if by and move in {Move.NEW, Move.CHURN}:
            votes += 1 if bool(now) is (move is Move.CHURN) else -1
    return votes > 0


def _is_new(heading: str) -> bool:
    words = fold_words(heading)
    return words.startswith(("new", "新"))
