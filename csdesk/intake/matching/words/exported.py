"""What exports of tools have that lists by hand have not: keys for names, codes for words, pages of their own, roles in
an app, averages."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Callable, Sequence

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.matching.words.phrases import survey_of_round
from csdesk.intake.matching.words.qualifiers import is_planned
from csdesk.intake.shapes import TableKind

_TOO_LITTLE = 0.5
"""What leaves the plainest heading too unsure to be taken."""
_NAME = re.compile(r"\bname\b|名")
_AVERAGE = re.compile(r"\b(?:avg|average|mean|median|p50|p90)\b|平均|中央値")
_COUNTED = re.compile(r"\w (?:total events|total uniques|uniques)$")
_ROLE = re.compile(r"\brole\b|権限|ロール|役割")
_CLOSED = re.compile(r"\b(?:lost|closed)\b|失注|クローズ")
_BOUNCE = re.compile(r"\bhard\b|\bsoft\b|ハード|ソフト")
_CHANCE = re.compile(r"(?:進捗|状態)?確度")
_DEAL = re.compile(r"\b(?:deal|opportunity|pipeline)\b|商談|案件")
_STARTED = re.compile(r"start(?:ed)? ?(?:date|time|at)?(?: utc)?|開始日時?|開始時刻")
_BEGUN = re.compile(r"\b(?:start|begin|end|from|to|time)\b|開始|終了|時刻|時間")
_SENT = re.compile(
    r"submit (?:date|time)|completion time|\b(?:respondent|collector|network) id\b|回答者id|回答日時|完了時刻"
)
_IN_TIME = re.compile(r"\b(?:resolution|response|sla) status\b")
_FEE, _NET = re.compile(r"fees?|processing fees?|手数料"), re.compile(r"net(?: amount)?")
_WON = re.compile(r"(?:deal )?won(?: time| date| on| at)?|date won|(?:受注|成約)日時?")
_PRICES = frozenset({"contract.mrr", "contract.arr", "contract.amount"})
_CHANGED = re.compile(r"\b(?:movement|change|delta)\b|変動|増減")
_LEVEL = re.compile(r"\b(?:after|new|to|ending|closing|balance|resulting)\b|後|残高|新")
_CHURN_SCORE = re.compile(r"\bchurn scores?\b|解約スコア")
_SENTENCE, _WHOLE, _TEN = 18, 100, 10
_IN_APP = frozenset({"usage.sessions", "usage.minutes", "usage.events", "usage.first_seen", "usage.days_active"})
_OURS = re.compile(
    r"\b(?:host|agent|assignee|owner|rep|csm|organi[sz]er|logged by)\b|自社|弊社|社内|主催|登録者|作成者|更新者"
)
_WRITER = re.compile(r"起票者|記入者|受付者|reported by|submitted by|logged by")
_SENDER = re.compile(r"\b(?:from|sender)\b|送信元|差出人")
_OF_TOUCH = frozenset({"touch.type", "touch.note", "touch.purpose", "touch.minutes"})
_OF_PEOPLE = frozenset({"contact.email", "contact.title", "contact.phone"})


_LEFT = re.compile(r"解約|退会|離脱|チャーン|\b(?:churn\w*|cancel\w*|left|lost|terminat\w*|leaving)\b")
_RISK = re.compile(r"\brisk\b|リスク|懸念")
_LAST_USE = re.compile(r"(?:ご?利用)?最終利用日?|ご?利用最終日?|last active(?: day| date| on)?|last day of use")
_DONE = frozenset({"feedback.resolved_on", "task.done_on", "milestone.done_on", "goal.reached_on", "ticket.closed_at"})


def of_exports(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A factor for how sure a hit is: 1 where nothing speaks against it."""
    if hit.field.id.startswith("usage."):
        if hit.how is How.PART and _COUNTED.search(fold_words(seen.heading)):
            # 'Report Exported - Total Events' counts exports, not all events.
            return _TOO_LITTLE
        return _TOO_LITTLE if _AVERAGE.search(fold_words(seen.heading)) else 1.0
    if hit.field.id in _DONE and is_planned(fold_words(seen.heading)):
        return _TOO_LITTLE
    rule = _RULES.get(hit.field.id)
    return rule(hit, seen, kind, columns) if rule else 1.0


def _named_by_key(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """'customer' over cus_4fG2 is the key of one, not his name."""
    return _TOO_LITTLE if seen.profile.keyed and not _NAME.search(fold_words(seen.heading)) else 1.0


def _of_page(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Pages of one host are those of the tool, not the sites of many customers."""
    return _TOO_LITTLE if seen.profile.one_host else 1.0


def _of_role(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Admin and member are roles in the app, not what somebody does in his company."""
    return _TOO_LITTLE if seen.profile.app_roles and _ROLE.search(fold_words(seen.heading)) else 1.0


def _in_app(hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """A bare 'Role' is one in the app where its values are, and not what somebody is to a help desk."""
    if seen.profile.desk_roles:
        return _TOO_LITTLE
    return 1.0 if hit.how is How.SAYS or seen.profile.app_roles else _TOO_LITTLE


def _in_parts(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Hard bounces beside soft ones are a part of the bounces."""
    own = _BOUNCE.search(fold_words(seen.heading))
    told = {found[0] for other in columns if (found := _BOUNCE.search(fold_words(other.heading)))}
    return _TOO_LITTLE if own and len(told) > 1 else 1.0


def _of_renewals(hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """A bare 'Outcome' is a renewal's where its values are."""
    return 1.0 if hit.how is not How.HINT or seen.profile.renewals else 0.0


def _of_chance(hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 確度 beside the stage of a deal is not the chance of a renewal, nor is an amount (更新見込額)."""
    if seen.profile.number > 0.8 and seen.profile.high > _WHOLE:
        return _TOO_LITTLE
    return 0.0 if hit.how is How.HINT and "contract.stage" in all_named(columns) else 1.0


def _of_stage(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """確度 is the stage of a deal where other headings speak of deals."""
    deals = any(_DEAL.search(fold_words(one.heading)) for one in columns if one is not seen)
    return _TOO_LITTLE if _CHANCE.fullmatch(fold_words(seen.heading)) and not deals else 1.0


def _of_reason(hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 'Why' among words of risk is why somebody may leave, not why he did."""
    vague = hit.how in {How.HINT, How.BARE} and not _tells_leaving(seen, columns)
    return _TOO_LITTLE if vague and any(_RISK.search(fold_words(one.heading)) for one in columns) else 1.0


def _of_end(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """The day of the last use (最終利用日) ends a contract where another column speaks of leaving; else it may be the
    last log-in as well."""
    if _LAST_USE.fullmatch(fold_words(seen.heading)) and not _tells_leaving(seen, columns):
        return _TOO_LITTLE
    return _of_deal(hit, seen, kind, columns)


def _tells_leaving(seen: Seen, columns: Sequence[Seen]) -> bool:
    """Whether another column speaks of leaving."""
    words = [fold_words(one.heading) for one in columns if one is not seen]
    return any(_LEFT.search(word) and not _RISK.search(word) for word in words)


def _of_charge(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """'Pricing model' over fixed and ramp says nothing of what recurs."""
    told = seen.profile.interval >= 0.3 or not fold_words(seen.heading).endswith("model")
    return 1.0 if told else _TOO_LITTLE


def _of_touch(_hit: Hit, _seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """In a list of customers a day of which nothing else tells that it was a touch may be yet to come: 'Review on'."""
    told = kind not in {TableKind.ACCOUNTS, TableKind.CONTRACTS} or _OF_TOUCH & all_named(columns)
    return 1.0 if told else _TOO_LITTLE


def _of_group(hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A 'Type' of answers is the group of each where its values are; completed and partial are not, nor is the name of
    a survey beside its type."""
    if seen.profile.promoters or seen.profile.surveys:
        return 1.0
    told = (one.profile for one in columns if any(hit.field.id == "nps.kind" for hit in plain_hits(one.heading)))
    return 0.6 if hit.how is not How.SAYS else 0.9 if any(one.promoters or one.surveys for one in told) else 1.0


def _by_code(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Numbers for both the standing and the urgency are codes whose meaning only the tool knows. A 'Resolution status'
    beside the status is whether it came in time."""
    if _IN_TIME.search(fold_words(seen.heading)) and any(fold_words(one.heading) == "status" for one in columns):
        return _TOO_LITTLE
    coded = {hit.field.id for other in columns if other.profile.number > 0.9 for hit in hits(other.heading)}
    return _TOO_LITTLE if seen.profile.number > 0.9 and {"ticket.status", "ticket.priority"} <= coded else 1.0


def _is_appointed(columns: Sequence[Seen]) -> bool:
    """Whether times of day tell when something began or ended."""
    return any(one.profile.clock > 0.8 and _BEGUN.search(fold_words(one.heading)) for one in columns)


def _of_deal(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """The day a deal was lost or closed ends no contract, nor does the day of an appointment."""
    if _is_appointed(columns):
        return _TOO_LITTLE
    lost = _CLOSED.search(fold_words(seen.heading))
    deals = any(_DEAL.search(fold_words(other.heading)) for other in columns) or _are_deals(columns)
    return _TOO_LITTLE if lost and deals else 1.0


def _of_form(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """What starts beside the time a form was sent is the filling in; beside a time of day, an appointment. A deal that
    was won on a day starts on one of its own."""
    if _is_appointed(columns):
        return _TOO_LITTLE
    if _WON.fullmatch(fold_words(seen.heading)) and _are_deals(columns):
        return _TOO_LITTLE
    started = _STARTED.fullmatch(fold_words(seen.heading))
    return _TOO_LITTLE if started and any(_SENT.search(fold_words(other.heading)) for other in columns) else 1.0


def _are_deals(columns: Sequence[Seen]) -> bool:
    """Whether rows are deals, by the stage they are in and the day they close on."""
    staged = any(hit.field.id == "contract.stage" for one in columns for hit in hits(one.heading))
    return staged and "contract.close_date" in all_named(columns)


def _of_scale(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 'Score' is a survey's in a table of answers alone, and one of up to 5 is no NPS. Figures beyond the points
    that another column has are the NPS of many: 'Account NPS'."""
    points = (one.profile for one in columns if any(other.field.id == hit.field.id for other in hits(one.heading)))
    if seen.profile.high > _TEN and any(0 < one.high <= _TEN for one in points):
        return _TOO_LITTLE
    if hit.how not in {How.HINT, How.BARE}:
        return _TOO_LITTLE if seen.profile.low < 0 else _of_round(hit, seen, kind, columns)
    small = seen.profile.filled > 2 and 0 < seen.profile.high <= 5
    return _TOO_LITTLE if small or kind is not TableKind.ANSWERS else 1.0


def _of_round(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """Of several rounds of a survey side by side ('NPS Q1 2026', 'NPS Q2 2026') none is the score, nor is an average
    beside that of the NPS."""
    average = _AVERAGE.search(fold_words(seen.heading)) and any(map(_is_average, columns))
    survey = survey_of_round(seen.heading)
    several = survey and any(survey_of_round(other.heading) == survey for other in columns if other is not seen)
    return _TOO_LITTLE if average or several else 1.0


def _is_average(column: Seen) -> bool:
    return any(hit.field.id == "nps.average" for hit in hits(column.heading))


def _of_change(hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """'Movement (ARR)' is by how much it moved, not what it came to."""
    words = fold_words(seen.heading)
    return _TOO_LITTLE if hit.how is How.OWNED and _CHANGED.search(words) and not _LEVEL.search(words) else 1.0


def _of_holding(hit: Hit, seen: Seen, kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Whether a meeting took place stands where a word says that one did not, or where plain headings have yes and
    no; a 'Result' of anything else is not asked for it."""
    if kind is not TableKind.TOUCHES:
        return 0.0
    plain = hit.how is How.SAYS and seen.profile.yes_no > 0.8
    return 1.4 if seen.profile.missed and hit.how is How.HINT else 1.0 if seen.profile.missed or plain else 0.0


def _of_hope(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """An expected amount beside the amount itself and its chance is the one times the other."""
    others = {hit.field.id for one in columns if one is not seen for hit in hits(one.heading)}
    return _TOO_LITTLE if "deal.probability" in others and others & _PRICES else 1.0


def _of_visit(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A 'Last visit' beside figures of use is the customer's to the app, not ours to him."""
    visited = any(hit.field.id == "usage.last_seen" for hit in plain_hits(seen.heading))
    return _TOO_LITTLE if visited and all_named(columns) & _IN_APP else 1.0


def _of_answer(_hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """A 'Survey ID' that comes again with every answer is the survey's, not the answer's."""
    return _TOO_LITTLE if seen.profile.again > 0.2 else 1.0


def _of_address(hit: Hit, seen: Seen, kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Addresses under words for the team's own people ('Host email') are not the customers'; tickets come from them."""
    words = fold_words(seen.heading)
    ours = _OURS.search(words) or (kind is not TableKind.TICKETS and _SENDER.search(words))
    return _TOO_LITTLE if hit.how in {How.HINT, How.PART, How.PATTERN} and ours else 1.0


def _of_seats(hit: Hit, _seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """'Users' beside sessions and visits may be those who came or those paid for: nobody knows."""
    return _TOO_LITTLE if hit.how is How.HINT and all_named(columns) & _IN_APP else 1.0


def _of_net(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """'Net' beside a fee is what is left of a payment after it, not the amount before tax."""
    charged = any(_FEE.fullmatch(fold_words(other.heading)) for other in columns)
    return _TOO_LITTLE if charged and _NET.fullmatch(fold_words(seen.heading)) else 1.0


def _of_kind(hit: Hit, seen: Seen, _kind: TableKind, _columns: Sequence[Seen]) -> float:
    """Kinds of tickets are words, not sentences."""
    return _TOO_LITTLE if hit.how is How.HINT and seen.profile.length > _SENTENCE else 1.0


def _of_name(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """Who wrote a row down (起票者) is one of the team's own, but for tickets and answers, which customers write."""
    own = kind not in {TableKind.TICKETS, TableKind.ANSWERS} and _WRITER.fullmatch(fold_words(seen.heading))
    return _TOO_LITTLE if own else _of_title(hit, seen, kind, columns)


def _of_half(hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 'Last' is half of a name beside the other half alone."""
    halves = {"contact.first_name", "contact.last_name"} - {hit.field.id}
    told = any(other.field.id in halves for one in columns if one is not seen for other in hits(one.heading))
    return 1.0 if told or hit.how is not How.HINT else 0.0


def _of_title(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A bare 'Name' in a log of touches is what a touch was called where its words are those of one; a person's where
    other columns tell of him, else nobody knows."""
    if (
        kind is not TableKind.TOUCHES
        or hit.how not in {How.BARE, How.HINT}
        or not _NAME.search(seen.heading.casefold())
    ):
        return 1.0
    titles = seen.profile.touch > 0.3
    if hit.field.id == "touch.by":
        return _TOO_LITTLE if "account.name" in all_named([other for other in columns if other is not seen]) else 1.0
    if hit.field.id == "touch.purpose":
        return 1.0 if titles else _TOO_LITTLE
    others = all_named([other for other in columns if other is not seen])
    persons = others & _OF_PEOPLE or {"account.name", "touch.purpose"} <= others
    return 1.0 if not titles and persons else _TOO_LITTLE


def _of_health(_hit: Hit, seen: Seen, _kind: TableKind, columns: Sequence[Seen]) -> float:
    """A high 'Churn score' is a high risk, but for the tool that writes ChurnScore for its score of health."""
    if not _CHURN_SCORE.search(fold_words(seen.heading)) or "churnscore" in seen.heading.casefold():
        return 1.0
    return 1.0 if any("churnzero" in other.heading.casefold() for other in columns) else _TOO_LITTLE


_RULES: dict[str, Callable[[Hit, Seen, TableKind, Sequence[Seen]], float]] = {
    "account.name": _named_by_key,
    "account.domain": _of_page,
    "contact.title": _of_role,
    "contact.email": _of_address,
    "contact.name": _of_name,
    "contact.first_name": _of_half,
    "contact.last_name": _of_half,
    "contact.role": _in_app,
    "mailing.bounced": _in_parts,
    "renewal.status": _of_renewals,
    "renewal.likelihood": _of_chance,
    "touch.date": _of_touch,
    "touch.held": _of_holding,
    "touch.purpose": _of_title,
    "touch.by": _of_title,
    "nps.kind": _of_group,
    "movement.after": _of_change,
    "nps.external_id": _of_answer,
    "nps.score": _of_scale,
    "csat.score": _of_round,
    "ces.score": _of_round,
    "contract.quantity": _of_seats,
    "contract.stage": _of_stage,
    "ticket.status": _by_code,
    "ticket.priority": _by_code,
    "ticket.type": _of_kind,
    "contract.charge": _of_charge,
    "contract.churn_reason": _of_reason,
    "contract.end": _of_end,
    "contract.start": _of_form,
    "health.score": _of_health,
    "deal.amount": _of_hope,
    "touch.last_at": _of_visit,
    "invoice.subtotal": _of_net,
}
