"""Columns whose heading another column could have as well: of two states of an invoice that of its payment, a rank
beside a score of health, the stage of a renewal, how somebody left."""

import re
from collections.abc import Sequence
from dataclasses import replace

from csdesk.intake.fields import FIELDS
from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell, TableKind
from csdesk.intake.values.bands import band_of
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.scales import scale_of
from csdesk.intake.values.text import folded

_BILLED = re.compile(r"請求|発行|送付|\b(?:invoice|billing|document)\b")
_PAYMENT = re.compile(r"入金|支払|決済|回収|消込|\b(?:payment|paid|collection)\b")
_RANK = re.compile(r"(?:総合|健康|ヘルス)?(?:ランク|判定|グレード)|(?:overall )?(?:rank|grade|rating|band)")
_STAGE = re.compile(r"(?:renewal )?(?:stage|status|state)|(?:更新)?(?:ステージ|ステータス|状況|状態|進捗)")
_WAYS = frozenset(
    {"voluntary", "involuntary", "自発", "自発的", "非自発", "非自発的", "自己都合", "会社都合", "任意", "強制"}
)
"""How somebody left: of his own will, or not."""
_SORTS = frozenset({"account.segment", "contract.type"})
_LISTS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})
_STANDING = 0.5
_CONFIDENCE = 0.75


def of_twins(
    taken: Sequence[Taken], kind: TableKind, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]
) -> list[Taken]:
    """The columns, each as what it is beside its neighbours."""
    if kind is TableKind.INVOICES:
        return _of_payment(taken, seen)
    if kind not in _LISTS:
        return list(taken)
    taken = _without_steps_of_deals(taken)
    sorts = [one for one in taken if one.hit.field.id not in _SORTS or not _tells_leaving(cells[one.position])]
    return _with_rank(_with_stage(sorts, seen), seen, cells)


def _without_steps_of_deals(taken: Sequence[Taken]) -> list[Taken]:
    """The columns without the next step of a deal, which is the seller's and no task of those who look after it."""
    fields = {one.hit.field.id for one in taken}
    if "contract.stage" not in fields or "touch.date" in fields:
        return list(taken)
    return [one for one in taken if one.hit.field.id != "touch.next"]


def _of_payment(taken: Sequence[Taken], seen: Sequence[Seen]) -> list[Taken]:
    """The state of an invoice from the column that tells whether it was paid, not that which tells whether it was
    sent."""
    state = next((one for one in taken if one.hit.field.id == "invoice.status"), None)
    if state is None or _PAYMENT.search(words := fold_words(seen[state.position].heading)) or not _BILLED.search(words):
        return list(taken)
    given = {one.position for one in taken}
    paid = [at for at, one in enumerate(seen) if at not in given and not one.profile.is_empty and _tells_payment(one)]
    return [replace(one, position=paid[0]) if one is state else one for one in taken] if len(paid) == 1 else list(taken)


def _tells_payment(column: Seen) -> bool:
    named = any(hit.field.id == "invoice.status" for hit in plain_hits(column.heading))
    return named and bool(_PAYMENT.search(fold_words(column.heading)))


def _tells_leaving(cells: Sequence[Cell]) -> bool:
    """Whether a 'Type' tells how each left: Voluntary, Involuntary."""
    texts = {folded(cell) for cell in sample_of(cells) if isinstance(cell, str)}
    return bool(texts) and texts <= _WAYS


def _with_stage(taken: list[Taken], seen: Sequence[Seen]) -> list[Taken]:
    """A 'Stage' beside how likely a renewal is tells how far that has come, not how the customer stands."""
    fields = {one.hit.field.id for one in taken}
    stage = next((one for one in taken if one.hit.field.id == "account.status"), None)
    if stage is None or not {"renewal.likelihood", "contract.renewal"} <= fields or "renewal.status" in fields:
        return taken
    column = seen[stage.position]
    if column.profile.standing > _STANDING or not _STAGE.fullmatch(fold_words(column.heading)):
        return taken
    return [refit(one, "renewal.status", one.confidence) if one is stage else one for one in taken]


def _with_rank(taken: list[Taken], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """A rank right beside a score of health, or one in colours, is what the score comes to; any other is how dear the
    customer is."""
    at = {one.hit.field.id: one.position for one in taken}
    score = at.get("health.score")
    if score is None or "health.band" in at:
        return taken
    free = set(range(len(seen))) - {one.position for one in taken if one.hit.field.id != "account.tier"}
    ranks = [place for place in free if _RANK.fullmatch(fold_words(seen[place].heading)) and _grades(cells[place])]
    ranks = [place for place in ranks if place == score + 1 or _are_colours(cells[place])]
    if len(ranks) != 1:
        return taken
    rest = [one for one in taken if one.position != ranks[0]]
    return [*rest, Taken(ranks[0], Hit(FIELDS["health.band"], How.HINT, _CONFIDENCE), _CONFIDENCE)]


def _marks(cells: Sequence[Cell]) -> set[str]:
    return {text for cell in sample_of(cells) if (text := as_text(cell).strip())}


def _grades(cells: Sequence[Cell]) -> bool:
    return bool(scale_of(_marks(cells), of_risk=False))


def _are_colours(cells: Sequence[Cell]) -> bool:
    return all(band_of(mark) is not None for mark in _marks(cells))
