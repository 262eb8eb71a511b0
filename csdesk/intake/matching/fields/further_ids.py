"""Ids that an account has in several systems: 'Salesforce ID' and 'Stripe ID' beside a 顧客コード."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Collection, Sequence

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen

FURTHER_ID = "account.external_id@"
_SYSTEMS = (
    r"sales ?force|sfdc|sf|stripe|hub ?spot|zen ?desk|intercom|charge ?bee|chargify|recurly|xero|quick ?books|"
    r"net ?suite|segment|mixpanel|amplitude|pendo|gainsight|paddle|fresh ?desk|notion|airtable|crm|erp|billing|legacy|"
    r"tenant|workspace|external|freee|kintone|sansan|マネーフォワード|セールスフォース|ストライプ|請求|会計|販売管理|基幹|旧|社内|外部"
)
_OF_ACCOUNT = r"customer|account|client|company|org(?:anization)?|顧客|取引先|得意先|会社|企業|契約者|テナント|お?客様"
_ID = re.compile(
    rf"(?:(?:{_SYSTEMS})\s*(?:system\s*)?(?:{_OF_ACCOUNT})?|(?:{_SYSTEMS}|other|second)?\s*(?:{_OF_ACCOUNT}))\s*の?"
    r"(?:id|no|number|code|key|番号|コード|ナンバー)(?:\s*\d)?"
)
_NAME = re.compile(r"\b(?:id|no|number|code|key)\b|id$|番号|コード|ナンバー", re.IGNORECASE)


def further_ids(seen: Sequence[Seen], given: Collection[int]) -> dict[int, str]:
    """The field of every free column of ids, by position: 'account.external_id@Stripe ID'."""
    return {
        at: f"{FURTHER_ID}{one.heading.strip()}"
        for at, one in enumerate(seen)
        if at not in given and _ID.fullmatch(fold_words(one.heading)) and _are_ids(one)
    }


def _are_ids(column: Seen) -> bool:
    values = column.profile
    return max(values.identifier, values.number) > 0.8 and values.distinct == 1.0 and values.again == 0.0


def may_name_id(heading: str) -> bool:
    """Whether an own column of accounts may hold ids, by its name."""
    return bool(_NAME.search(fold_words(heading)))
