"""Which account a name stands for, where a person has said so; and the rows of a file about which one may be asked."""

from collections.abc import Mapping, Sequence

from csdesk.intake.lookalikes import Lookalike, Party, SameAs
from csdesk.intake.planning.accounts import Found, Wanted
from csdesk.intake.planning.facts import ACCOUNT_COLUMNS
from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.shapes import Clean, shown
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

_TELLING = {
    column: field
    for field, column in ACCOUNT_COLUMNS.items()
    if column in {"name", "legal_name", "corporate_number", "domain", "external_id", "phone", "address", "industry"}
}
"""What tells two accounts apart, by its column."""
_PAID = ("contract.mrr",)


def key_of(wanted: Wanted) -> str:
    """What a row calls its account, in one line: the name, with the id where it gives one."""
    return " ".join((*wanted.name.split(), *((f"#{wanted.external_id}",) if wanted.external_id else ())))


class Sames:
    """A person's answers, by what rows call their accounts, and the accounts that rows so called have come to."""

    def __init__(self, answers: SameAs, ledger: Ledger) -> None:
        self._answers, self._ledger = answers, ledger
        self._meant = frozenset(answer for answer in answers.values() if isinstance(answer, str) and answer)
        self._met: dict[str, int] = {}
        self._called: dict[int, tuple[Wanted, Place]] = {}

    @property
    def meant(self) -> dict[str, int]:
        """Of every name that a person has settled, the account it has come to."""
        return {key: self._met[key] for key in self._answers if key in self._met}

    def is_settled(self, number: int) -> bool:
        """Whether a person has said which account is meant by what the rows of an account call it."""
        return bool(self._answers) and number in self._called and key_of(self._called[number][0]) in self._answers

    def settled(self, wanted: Wanted, found: Found) -> Found:
        """The account that a person has said is meant. An id in the row outranks that."""
        key = key_of(wanted) if self._answers else ""
        answer = self._answers.get(key)
        if found.surely or (answer is None and key not in self._meant):
            return found
        if isinstance(answer, int):
            return Found(answer, told=True) if self._ledger.holds(Kind.ACCOUNT, answer) else found
        number = self._met.get(answer or key)
        return found if number is None and answer is None else Found(number, told=True)

    def note(self, wanted: Wanted, number: int, place: Place) -> None:
        """Remember which account a row so called has come to; another that is the same is then that one too."""
        self._called.setdefault(number, (wanted, place))
        if not self._answers:
            return
        key = key_of(wanted)
        answer = self._answers.get(key)
        self._met.setdefault(key, number)
        if isinstance(answer, str) and answer:
            self._met.setdefault(answer, number)

    def asked(self, wanted: Wanted, others: Sequence[int], line: int, values: Mapping[str, Clean]) -> Lookalike:
        """The question about one row: what it tells of its account, and each other that may be meant."""
        key = key_of(wanted)
        told = {field: value for field in _TELLING.values() if isinstance(value := values.get(field), str | int)}
        paid = {name: shown(values[name]) for name in _PAID if values.get(name) is not None}
        row = Party(key, {"account.name": wanted.name, **told, **paid})
        return Lookalike(line, row, tuple(map(self.party, others)), self._answers.get(key))

    def party(self, number: int) -> Party:
        """An account of the book or of the plan, by what tells it from others."""
        held = ((field, self._ledger.value(Kind.ACCOUNT, number, column)) for column, field in _TELLING.items())
        facts = {field: shown(value) for field, value in held if value not in (None, "")}
        if number > 0:
            return Party(number, facts)
        wanted, place = self._called[number]
        return Party(key_of(wanted), facts, place)
