"""Checklists with a row for each customer and a column for each step: キックオフ, 初期設定, Training, Go-live."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence

from csdesk.intake.fields import with_month
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.matching.words.qualifiers import is_planned
from csdesk.intake.shapes import Cell
from csdesk.intake.values.work_words import is_done

_STEP = re.compile(
    r"\b(?:kick ?off|set ?up|configur\w+|(?:data|user) (?:import|migration|load|upload)|migration|training|"
    r"go ?live|launch|integration|provisioning|invit\w+|first (?:login|value|report|use)|uat|acceptance|hand ?over|"
    r"welcome(?: call| mail| email)?|roll ?out|testing)\b|"
    r"キックオフ|初期設定|設定$|環境構築|データ(?:移行|登録|投入|取り?込)|連携|研修|トレーニング|説明会|操作説明|本番|稼働|公開|"
    r"運用開始|利用開始|発行|ユーザー登録|招待|テスト|検収|引き?継ぎ|定着"
)
_OF_OTHERS = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.plan", "contract.end"})
"""What lists of accounts and contracts tell, whose days of a kickoff or go-live are facts among others."""
_LEAST = 3


def step_fields(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The field of every column that is one step, by position: 'milestone.step@キックオフ'. None where few are, or
    where no customer is named."""
    named = all_named(seen)
    if not named & {"account.name", "account.external_id"} or named & _OF_OTHERS:
        return {}
    steps = {
        at: with_month("milestone.step", one.heading.strip())
        for at, one in enumerate(seen)
        if _STEP.search(words := fold_words(one.heading)) and not is_planned(words) and _may_be_done(one, cells[at])
    }
    filled = any(not seen[at].profile.is_empty for at in steps)
    return steps if filled and len(steps) >= _LEAST and len(set(steps.values())) == len(steps) else {}


def _may_be_done(column: Seen, cells: Sequence[Cell]) -> bool:
    """Whether a column tells of each customer when, or that, a step was done."""
    values = column.profile
    if values.is_empty or max(values.date, values.mark, values.yes_no) > 0.6:
        return True
    words = [cell for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(is_done(word) is not None for word in words) >= 0.4 * len(words)
