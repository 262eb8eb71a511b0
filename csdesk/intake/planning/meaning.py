"""How a table means its contracts: what it has settled, what its columns tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from csdesk.intake.fields import PRICES
from csdesk.intake.matching.meaning.endings import ENDS
from csdesk.intake.shapes import Choice

STARTS = frozenset({"contract.start", "contract.period", "contract.close_date"})
_RENEWALS = frozenset({"renewal.status", "renewal.likelihood"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a table means its contracts: its settled choices, its columns, the book's currency and today."""

    choices: Mapping[Choice, str]
    fields: frozenset[str]
    currency: str
    as_of: date

    @property
    def holds_contracts(self) -> bool:
        """Whether rows can be contract lines: they have a start, an end or an amount, or deals that were closed."""
        told = {*PRICES, *ENDS, "contract.start", "contract.period", "contract.close_date"}
        return bool(self.fields & told) or self.tracks_renewals

    @property
    def tracks_renewals(self) -> bool:
        """Whether rows tell how the renewal of a contract that runs stands, rather than of deals."""
        if self.fields & {"contract.stage", "contract.close_date"} or not self.fields & {
            "contract.renewal",
            "contract.end",
        }:
            return False
        due = "contract.renewal" in self.fields and not self.fields & {"contract.start", "contract.period"}
        return due or bool(self.fields & _RENEWALS)

    @property
    def tells_only_of_known(self) -> bool:
        """Whether rows say too little to make a line of: a tracker of renewals without amounts."""
        return self.tracks_renewals and not self.fields & {*PRICES, *STARTS}
