"""How the demo's accounts came, stayed, grew and left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Charge, Fit, Kind, Language, LineStatus, Tier
from csdesk.models.months import Month
from csdesk.usecases.demo import cast

if TYPE_CHECKING:
    from random import Random

    from csdesk.book.steps import Step
    from csdesk.models.drafts import Value
    from csdesk.wording.speech import Words

HISTORY_MONTHS = 36
ACCOUNTS = 60


@dataclass
class Stage:
    """Where the demo is being written: the open step, the dice, today and the language."""

    step: Step
    dice: Random
    today: date
    language: Language
    products: list[int] = field(default_factory=list)

    def say(self, words: Words) -> str:
        """A phrase in the demo's language."""
        return words.say(self.language)

    @property
    def first_month(self) -> Month:
        """The month the demo's history begins."""
        return Month.of(self.today) + -(HISTORY_MONTHS - 1)


@dataclass
class Actor:
    """One demo account: its id, place and temper.

    `mood` 0 to 1 leads use, answers and, in the end, renewal. A `troubled` one has been going wrong for some months.
    """

    id: int
    tier: Tier
    starts: Month
    price: int
    mood: float
    troubled: bool = False
    ended_on: date | None = None
    currency: str | None = None
    """What it pays in, where that is not the book's."""
    rate: float = 1.0
    """What a minor unit of that was worth in minor units of the book's, when it came."""
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Contract lines with their amounts, as they began."""
    contacts: list[int] = field(default_factory=list)

    @property
    def temper(self) -> float:
        """Mood in the last months."""
        return self.mood * 0.12 if self.troubled else self.mood

    def paid(self, amount: float) -> int:
        """An amount as it is paid: abroad in whole main units."""
        return int(amount) if self.currency is None else 100 * round(amount / self.rate / 100)

    def active_in(self, month: Month) -> bool:
        """Whether it pays at any time in the month."""
        return self.starts <= month and (self.ended_on is None or self.ended_on >= month.first_day)


_PRICES = {Tier.HIGH: (220_000, 620_000), Tier.LOW: (45_000, 130_000), Tier.TECH: (6_000, 28_000)}
_TIER_ORDER = (Tier.HIGH,) * 8 + (Tier.LOW,) * 22 + (Tier.TECH,) * 30


def cast_accounts(stage: Stage, team: list[int]) -> list[Actor]:
    """Write the accounts and their people. A third was there when the history begins; Aprils bring more."""
    stage.products = [stage.step.insert(Kind.PRODUCT, {"name": stage.say(words)}) for words in cast.PRODUCTS]
    return [_account(stage, number, team) for number in range(ACCOUNTS)]


def _account(stage: Stage, number: int, team: list[int]) -> Actor:
    dice, say = stage.dice, stage.say
    tier = _TIER_ORDER[number]
    low, high = _PRICES[tier]
    mood = min(0.98, max(0.05, dice.gauss(0.56, 0.25)))
    starts = _start_month(stage, number)
    account = stage.step.insert(
        Kind.ACCOUNT,
        {
            "name": cast.company_name(number, stage.language),
            "external_id": f"C{1001 + number}",
            "domain": f"account-{number + 1:02d}.example",
            "owner_id": team[2] if tier is Tier.HIGH and dice.random() < 0.4 else team[number % 2],
            "tier": tier.value,
            "segment": say(cast.SEGMENTS[tier.value]),
            "industry": say(cast.INDUSTRIES[number % 10]),
            "region": say(cast.REGIONS[dice.randrange(5)]),
            "size": say(cast.SIZES[tier.value]),
            "channel": say(cast.CHANNELS[dice.choice((0, 0, 1, 1, 2, 3))]),
            "sales_rep": say(cast.SALES_REPS[number % 3]),
            "use_case": say(cast.USE_CASES[number // 3 % 3]),
            "fit": Fit.GOOD.value if mood > 0.5 else Fit.POOR.value if mood < 0.35 else None,
            "sentiment": max(1, min(5, round(mood * 5))) if tier is not Tier.TECH else None,
            "created_on": starts.first_day,
        },
    )
    price = int(round(dice.uniform(low, high), -2 if tier is Tier.TECH else -3))
    actor = Actor(account, tier, starts, price, mood, troubled=number % 8 == 5)
    _people(stage, actor, number)
    return actor


def _start_month(stage: Stage, number: int) -> Month:
    if number % 3 == 0:
        return stage.first_month + -stage.dice.randint(1, 14)
    weights = [3 if (stage.first_month + n).number in {4, 10} else 1 for n in range(HISTORY_MONTHS - 1)]
    return stage.first_month + stage.dice.choices(range(HISTORY_MONTHS - 1), weights)[0]


def _people(stage: Stage, actor: Actor, number: int) -> None:
    for place in range({Tier.HIGH: 4, Tier.LOW: 2, Tier.TECH: 1}[actor.tier]):
        title, decides, executive = cast.CONTACT_TITLES[place if actor.tier is not Tier.TECH else 2]
        letter = "ABCD"[place]
        name = (
            f"見本担当{letter}{number + 1:02d}"
            if stage.language is Language.JA
            else f"Contact {letter}{number + 1:02d}"
        )
        gone = actor.temper < 0.4 and place == 0
        actor.contacts.append(
            stage.step.insert(
                Kind.CONTACT,
                {
                    "account_id": actor.id,
                    "name": name,
                    "email": f"{letter.lower()}@account-{number + 1:02d}.example",
                    "title": stage.say(title),
                    "decision_maker": decides,
                    "executive": executive,
                    "relationship": max(1, min(5, round(actor.temper * 5 + stage.dice.uniform(-1, 1)))),
                    "left_on": stage.today - timedelta(days=stage.dice.randint(20, 90)) if gone else None,
                },
            )
        )


def account_life(stage: Stage, actor: Actor) -> Actor:
    """Write the account's contract lines from its start to today, or to its end."""
    if actor.tier is Tier.TECH:
        _monthly_life(stage, actor)
    else:
        _yearly_life(stage, actor)
    return actor


def _monthly_life(stage: Stage, actor: Actor) -> None:
    months = Month.of(stage.today) - actor.starts
    leaves = next((n for n in range(3, months) if stage.dice.random() < 0.05 * (1.15 - actor.mood)), None)
    grows = stage.dice.randrange(4, 30) if actor.mood > 0.6 else None
    end = (actor.starts + leaves).last_day if leaves else None
    if grows and grows < months and (leaves is None or grows < leaves):
        change = actor.starts + grows
        _line(stage, actor, actor.starts.first_day, actor.price, ended_on=(change + -1).last_day)
        actor.price = int(round(actor.price * 1.4, -2))
        _line(stage, actor, change.first_day, actor.price, ended_on=end, reason=end is not None)
    else:
        _line(stage, actor, actor.starts.first_day, actor.price, ended_on=end, reason=end is not None)
    actor.ended_on = end


def _yearly_life(stage: Stage, actor: Actor) -> None:
    start = actor.starts
    while True:
        term_end = (start + 11).last_day
        if term_end >= stage.today:
            _line(stage, actor, start.first_day, actor.price, term_ends_on=term_end, interval=12)
            break
        if stage.dice.random() > actor.mood + 0.3:
            _line(
                stage,
                actor,
                start.first_day,
                actor.price,
                term_ends_on=term_end,
                ended_on=term_end,
                interval=12,
                reason=True,
            )
            actor.ended_on = term_end
            break
        if stage.today - term_end < timedelta(days=25) and actor.mood < 0.7:
            _line(stage, actor, start.first_day, actor.price, term_ends_on=term_end, interval=12)
            break
        _line(stage, actor, start.first_day, actor.price, term_ends_on=term_end, ended_on=term_end, interval=12)
        actor.price = int(round(actor.price * stage.dice.choice((1, 1, 1.1, 1.25, 0.85)), -3))
        start = start + 12
    _add_on(stage, actor)


def _add_on(stage: Stage, actor: Actor) -> None:
    if actor.mood < 0.55 or stage.dice.random() < 0.4:
        return
    months = Month.of(stage.today) - actor.starts
    if months < 6:
        return
    begins = actor.starts + stage.dice.randrange(3, months - 1)
    if actor.active_in(begins):
        product = stage.dice.choice((1, 2))
        price = int(round(actor.price * 0.2, -3))
        _line(stage, actor, begins.first_day, price, product=product, ended_on=actor.ended_on)


def add_surprises(stage: Stage, actors: list[Actor]) -> None:
    """What every real list has: a notice given, a signed upgrade, a double entry and a hole between two lines."""
    calm = [actor for actor in actors if actor.ended_on is None and actor.tier is Tier.TECH]
    leaver, grower, doubled, broken = calm[:4]
    _line(
        stage,
        leaver,
        stage.first_month.first_day,
        4_000,
        product=2,
        ended_on=stage.today + timedelta(days=40),
        reason=True,
    )
    _line(stage, grower, (Month.of(stage.today) + 1).first_day, 9_000, product=1)
    month = Month.of(stage.today) + -5
    _line(stage, doubled, month.first_day, 3_000, product=1, ended_on=month.last_day)
    _line(stage, doubled, month.first_day + timedelta(days=14), 3_000, product=1)
    _line(stage, broken, (broken.starts + -9).first_day, 6_000, ended_on=broken.starts.first_day - timedelta(days=9))


def _line(
    stage: Stage,
    actor: Actor,
    starts_on: date,
    monthly: float,
    *,
    interval: int = 1,
    product: int = 0,
    term_ends_on: date | None = None,
    ended_on: date | None = None,
    reason: bool = False,
) -> None:
    values: dict[str, Value] = {
        "account_id": actor.id,
        "product_id": stage.products[product],
        "plan": actor.tier.value,
        "amount": int(monthly) * interval,
        "interval_months": interval,
        "starts_on": starts_on,
        "term_ends_on": term_ends_on,
        "notice_by": term_ends_on - timedelta(days=60) if term_ends_on else None,
        "ended_on": ended_on,
        "auto_renew": interval == 1,
        "charge": Charge.RECURRING.value,
        "status": LineStatus.ACTIVE.value,
        "seats": max(1, int(monthly) // 4_000),
    }
    if reason:
        family, words = stage.dice.choice(cast.END_REASONS)
        values |= {"end_reason_family": family.value, "end_reason": stage.say(words) or None}
    actor.lines.append((stage.step.insert(Kind.CONTRACT, values), int(monthly) * interval))
