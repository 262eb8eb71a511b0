"""What a row tells that customers did and said: touches, use, answers, tickets, invoices; and the costs."""

from collections.abc import Sequence

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.meaning.styles import span_days
from csdesk.intake.matching.words.phrases import effort_direction
from csdesk.intake.planning import signals
from csdesk.intake.planning.how_they_are import HowTheyAre
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.works import Part, Works
from csdesk.intake.shapes import Choice, TableKind
from csdesk.intake.values.work_words import was_held
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Survey, UseGrain
from csdesk.models.problems import Reason

_TITLE = "Health score"
"""The name of a score that stands under its month alone."""
_ASKED = frozenset({TableKind.ANSWERS, TableKind.INTERVIEWS})
"""Kinds whose rows are what one person has answered."""
_TICKET_LOOSE = ("ticket.csat", "ticket.tags", "ticket.updated_at", "ticket.resolution_hours")
_INVOICE_LOOSE = (
    "invoice.subject",
    "invoice.item",
    "invoice.subtotal",
    "invoice.tax",
    "invoice.amount_due",
    "contract.external_id",
)


class Doings:
    """Everything in one table's rows beside accounts, people and contracts."""

    def __init__(self, view: TableView) -> None:
        self._view, self._shared = view, view.shared
        period = view.meaning.choices.get(Choice.PERIOD, "")
        self._span = span_days(period) if view.kind is TableKind.USE else None
        self.how_they_are = HowTheyAre(view)
        self._uses: dict[tuple[Value, ...], list[tuple[SourceRow, dict[str, Value]]]] = {}
        self._direction = effort_direction(view.headings.of("ces.score"))
        self._parts = self._parts_of(view.fields)
        works = Works(view, self._put)
        self.take_marker = works.take_marker
        if (work := works.part()) is not None:
            self._parts.append(work)

    def _parts_of(self, fields: frozenset[str]) -> list[Part]:
        entities, kind = {field.partition(".")[0] for field in fields}, self._view.kind
        parts: list[tuple[bool, Part]] = [
            ("touch.date" in fields, self._touch),
            ("usage" in entities and kind in {TableKind.USE, TableKind.ACCOUNTS}, self._use),
            (bool(entities & {"nps", "csat", "ces"}), self._answers),
            (self.how_they_are.is_told, self._how_they_are),
            (kind is TableKind.TICKETS, self._ticket),
            (kind is TableKind.INVOICES, self._invoice),
            (kind is TableKind.HEALTH, self._scores),
        ]
        return [part for holds, part in parts if holds]

    @property
    def takes_nothing(self) -> bool:
        """Whether the table tells of nothing beside accounts, people and contracts."""
        return not self._parts

    def take(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        """Draft what the row tells."""
        for part in self._parts:
            part(row, account, contact)

    def take_costs(self, row: SourceRow, values: signals.Values) -> None:
        """The costs of a row; a book keeps costs in its own currency alone."""
        if self._view.currency != self._shared.currency:
            self._view.say(row, "cost.amount", Reason.OTHER_CURRENCY, refuses=True)
            return
        for columns in signals.cost_rows(values, self._shared.currency):
            self._put(row, Kind.COST, columns, repeats=True)

    def take_figure(self, row: SourceRow, values: signals.Values) -> None:
        """A figure of a period; what it says was spent is a cost."""
        if "cost.amount" in values:
            self.take_costs(row, values)
        else:
            self._put(row, Kind.PERIOD_FIGURE, signals.figure_columns(values))

    def take_rate(self, row: SourceRow, values: signals.Values) -> None:
        """An exchange rate of a month."""
        self._put(row, Kind.EXCHANGE_RATE, signals.rate_columns(values))

    def settle(self) -> None:
        """Events of one day are one figure, their sum; other figures stand alone, and a second one is told. Where rows
        have times of day, one without is of midnight."""
        every = (columns for entries in self._uses.values() for _, columns in entries)
        alone = {UseGrain.MONTH.value}
        if not any(columns["grain"] == UseGrain.EVENT.value for columns in every):
            alone.add(UseGrain.DAY.value)
        for entries in self._uses.values():
            row, columns = entries[0]
            if columns["grain"] in alone:
                for other, one in entries:
                    self._put(other, Kind.USE, one)
                continue
            total = sum(float(str(one["amount"])) for _, one in entries)
            done = self._put(row, Kind.USE, {**columns, "grain": UseGrain.DAY.value, "amount": total})
            self._shared.ledger.is_sum_of(Kind.USE, done.id, (other.place.line for other, _ in entries[1:]))
            for other, _ in entries[1:]:
                other.outcomes.append((Kind.USE, Outcome(done.id, done.verdict)))

    def _put(
        self, row: SourceRow, kind: Kind, columns: dict[str, Value], *, repeats: bool = False, loose: Sequence[str] = ()
    ) -> Outcome:
        """Find or draft a row; a second one for what the plan has had is a duplicate, or a conflict."""
        keyed = self._shared.keyed[kind]
        done = keyed.take(columns, self._view.own(row, kind, loose), row.place, repeats=repeats)
        if done.id in keyed.claimed and not repeats:
            if done.conflicts:
                column, _, new = done.conflicts[0]
                self._view.contradict(row, kind, column, new)
            elif kind is self._view.main and not done.changes:
                self._view.say(row, "", Reason.DUPLICATE, seen=row.title)
        keyed.claimed.add(done.id)
        row.outcomes.append((kind, done))
        return done

    def _touch(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = signals.touch_columns(row.values)
        if columns is None or account is None:
            return
        held = signals.text(row.values.get("touch.held"))
        if held and not was_held(held, self._view.headings.of("touch.held")):
            self._view.say(row, "touch.held", Reason.NOT_HELD, refuses=True)
            return
        by = signals.text(row.values.get("touch.by"))
        columns |= {
            "account_id": account,
            "contact_id": contact if self._view.kind is TableKind.TOUCHES else None,
            "person_id": self._shared.people.get(by, row.place) if by else None,
        }
        done = self._log(row, columns)
        step = signals.next_step(row.values, self._view.headings.of("touch.next"))
        if step:
            whose: dict[str, Value] = {"account_id": account, "touch_id": done.id, "owner_id": columns["person_id"]}
            self._put(row, Kind.TASK, {**step, **whose})

    def _log(self, row: SourceRow, columns: dict[str, Value]) -> Outcome:
        """A touch of a log; one of whose day alone the book knew is that one."""
        keyed, days = self._shared.keyed[Kind.TOUCH], self._shared.touch_days
        bare = days.bare(columns, keyed.claimed) if keyed.find(columns) is None else None
        if bare is not None:
            row.outcomes.append((Kind.TOUCH, keyed.fill(bare, columns, self._view.own(row, Kind.TOUCH), row.place)))
        done = self._put(row, Kind.TOUCH, columns) if bare is None else row.outcomes[-1][1]
        keyed.claimed.add(done.id)
        days.note(columns["account_id"], columns["on_date"], done.id)
        return done

    def _how_they_are(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        self.how_they_are.take(row, account)

    def _use(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        if account is None:
            return
        for word, columns in signals.use_rows(row.values, self._span, self._shared.as_of):
            field = f"usage.{word}"
            name = self._view.headings.of(field) if field in self._view.fields else word
            columns |= {
                "account_id": account,
                "contact_id": contact if self._view.kind is TableKind.USE else None,
                "measure_id": self._shared.measures.get(signals.measure_code(word), row.place, name=name),
            }
            key = tuple(columns[c] for c in ("account_id", "contact_id", "measure_id", "on_date"))
            self._uses.setdefault(key, []).append((row, columns))

    def _answers(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        for columns in signals.answers_of(row.values):
            columns |= {
                "account_id": account,
                "contact_id": contact if self._view.kind in _ASKED else None,
            }
            if columns["survey"] == Survey.CES.value and self._direction:
                columns["direction"] = self._direction.value
            nameless = not (columns["external_id"] or account or contact)
            self._put(row, Kind.ANSWER, columns, repeats=nameless)
        if self._view.kind is TableKind.ANSWERS:
            whose: dict[str, Value] = {"account_id": account, "contact_id": contact}
            for columns in signals.invitations_of(row.values, self._view.fields):
                self._put(row, Kind.INVITATION, columns | whose, repeats=not (account or contact))

    def _ticket(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = {**signals.ticket_columns(row.values), "account_id": account, "contact_id": contact}
        self._put(row, Kind.TICKET, columns, loose=_TICKET_LOOSE)

    def _invoice(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        columns = signals.invoice_columns(row.values, self._shared.currency, self._view.currency)
        if columns is not None:
            self._put(row, Kind.INVOICE, {**columns, "account_id": account}, loose=_INVOICE_LOOSE)

    def _scores(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        """Scores of another tool: under their own names, which no factor of csdesk's has, so that they enter none of
        its scores."""
        for field, mark, day in signals.scores_of(row.values):
            points = signals.points_of(mark)
            if points is None:
                self._view.say(row, field, Reason.NOT_A_NUMBER, seen=mark)
                continue
            name = self._view.headings.of(field) if day is None else _TITLE
            columns: dict[str, Value] = {
                "account_id": account, "factor": signals.score_name(name), "value": points,
                "on_date": day or day_of(row.values.get("health.date")),
                "note": signals.text(row.values.get("health.note")) or (mark if signals.is_word(mark) else None),
            }  # fmt: skip
            if columns["on_date"] is not None:
                self._put(row, Kind.HEALTH_VALUE, columns)
