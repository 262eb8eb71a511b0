"""Words of movements by kind of change and by reason, and of what they add up to."""

from collections.abc import Iterable, Mapping

from csdesk.models.kinds import ChangeKind, ReasonFamily
from csdesk.wording.metric_words import MetricWords
from csdesk.wording.movements import CHANGES, REASON_FAMILIES
from csdesk.wording.speech import Words

_RISES = (
    ChangeKind.UPSELL, ChangeKind.CROSS_SELL, ChangeKind.ADD_ON, ChangeKind.SEATS, ChangeKind.PRICE,
    ChangeKind.DISCOUNT, ChangeKind.PAUSE, ChangeKind.UNKNOWN,
)  # fmt: skip
_FALLS = (
    ChangeKind.DOWNGRADE, ChangeKind.DROPPED, ChangeKind.LONGER_TERM, ChangeKind.SEATS, ChangeKind.PRICE,
    ChangeKind.DISCOUNT, ChangeKind.PAUSE, ChangeKind.UNKNOWN,
)  # fmt: skip
_STATED = "stated"

REASONS: Mapping[str, Words] = {
    **{str(family): words for family, words in REASON_FAMILIES.items() if family != ReasonFamily.UNKNOWN},
    _STATED: Words("Another reason", "その他の理由"),
    str(ReasonFamily.UNKNOWN): REASON_FAMILIES[ReasonFamily.UNKNOWN],
}
"""Why a customer left, a reason that is of no family yet among them."""


def _expansion(kind: ChangeKind) -> MetricWords:
    said = CHANGES[kind]
    return MetricWords(
        Words(f"Expansion MRR · {said.en}", f"拡大MRR・{said.ja}"),
        Words(
            f"The part of the expansion MRR whose kind of change is: {said.en.lower()}.",
            f"拡大MRRのうち、変更の種類が「{said.ja}」のものです。",
        ),
        Words("Sum of those increases of accounts that stayed{value}", "該当するMRR増加額の合計{value}"),
    )


def _contraction(kind: ChangeKind) -> MetricWords:
    said = CHANGES[kind]
    return MetricWords(
        Words(f"Contraction MRR · {said.en}", f"縮小MRR・{said.ja}"),
        Words(
            f"The part of the contraction MRR whose kind of change is: {said.en.lower()}.",
            f"縮小MRRのうち、変更の種類が「{said.ja}」のものです。",
        ),
        Words("Sum of those decreases of accounts that stayed{value}", "該当するMRR減少額の合計{value}"),
    )


def _parting(reason: str) -> MetricWords:
    said = REASONS[reason]
    return MetricWords(
        Words(f"Churned MRR · {said.en}", f"解約MRR・{said.ja}"),
        Words(
            f"MRR of the accounts that left with this reason on the contract line that ended last: {said.en.lower()}.",
            f"最後に終了した契約明細の解約理由が「{said.ja}」のアカウントのMRRです。",
        ),
        Words("Sum of the last MRR of the accounts that left so{value}", "該当アカウントの直前のMRRの合計{value}"),
    )


def _each(prefix: str, keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((f"{prefix}_{key}_mrr", key) for key in keys)


MOVEMENT_KINDS: Mapping[str, MetricWords] = {
    **{metric: _expansion(ChangeKind(kind)) for metric, kind in _each("expansion", _RISES)},
    **{metric: _contraction(ChangeKind(kind)) for metric, kind in _each("contraction", _FALLS)},
    **{metric: _parting(reason) for metric, reason in _each("churn", REASONS)},
    "net_new_mrr": MetricWords(
        Words("Net new MRR", "純増MRR"),
        Words("What the period added to MRR, losses taken off.", "期間中に増減を差し引きして増えたMRRです。"),
        Words("New + reactivation + expansion − contraction − churn{value}", "新規 + 再開 + 拡大 − 縮小 − 解約{value}"),
    ),
    "net_new_from_existing_mrr": MetricWords(
        Words("Net new MRR from existing customers", "既存顧客による純増MRR"),
        Words(
            "What the period added to MRR without its new customers; below zero where only new ones make it grow.",
            "新規顧客を除いて増えたMRRです。マイナスなら、新規獲得だけで成長しています。",
        ),
        Words("Reactivation + expansion − contraction − churn{value}", "再開 + 拡大 − 縮小 − 解約{value}"),
    ),
    "joined_and_lost_accounts": MetricWords(
        Words("Joined and lost within the month", "月内の契約・解約"),
        Words(
            "Accounts that came and left between two month ends: they are in no movement, and are counted here.",
            "月末をまたがずに契約して解約したアカウントの数です。月末の増減には現れないため、ここに数えます。",
        ),
        Words("Number of such stays, month by month{value}", "各月の該当件数の合計{value}"),
    ),
}
