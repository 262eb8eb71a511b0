"""What a heading's words say: the fields it may name, and how clearly."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from csdesk.intake.fields import FIELDS, PRICES
from csdesk.intake.matching.words.folds import Heading, date_stem, fold_heading, fold_words
from csdesk.intake.matching.words.heads import is_turned, may_have
from csdesk.intake.matching.words.phrases import (
    begins_or_ends,
    may_name_company,
    names_two,
    other_forms,
    survey_of_round,
    survey_of_scale,
)
from csdesk.intake.matching.words.prices import (
    Span,
    is_by_unit,
    is_list_price,
    is_not_now,
    may_be_turnover,
    names_span_alone,
    price_of_span,
    run_rate,
)
from csdesk.intake.matching.words.qualifiers import is_of_another
from csdesk.intake.matching.words.spellings import parted, run_together
from csdesk.intake.vocabulary.entry import Field
from csdesk.intake.vocabulary.owners import NOBODY, OWNERS, is_anothers
from csdesk.models.text import fold_case


class How(StrEnum):
    """By which words a heading names a field. BARE words count in a table of the field's owner alone."""

    SAYS = "says"
    OWNED = "owned"
    HINT = "hint"
    BARE = "bare"
    PATTERN = "pattern"
    PART = "part"
    TYPO = "typo"


CLARITY = {How.SAYS: 1.0, How.OWNED: 0.96, How.PATTERN: 0.9, How.BARE: 0.8, How.TYPO: 0.72, How.HINT: 0.7}
"""How clearly each kind of words names a field, 0 to 1; a PART is weighed by how much of the heading it covers."""
_BEHIND = {How.SAYS: How.OWNED, How.HINT: How.HINT}
"""What a full heading is behind an owner's word that it does not need: 'subscriptions.customer_id'."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A field that a heading may name."""

    field: Field
    how: How
    clarity: float


_PRICES = {Span.MONTH: "contract.mrr", Span.YEAR: "contract.arr"}
_COMPOSED = 1.0
"""Clarity of a price whose heading says in parts what it is: '料金/月', 'Amount per year'."""
_COMPANY = 0.66
"""Clarity of a heading that speaks of a customer in words of its own: '契約社名'."""
_DAY = 0.7
"""Clarity of a date whose heading says in words of its own that something begins or ends: '起算日'."""
_FORM = 0.97
"""What a heading is worth in other words: 'name of customer' for 'customer name'."""
_QUESTION = 9
"""Length from which a heading may be a question to a respondent."""
_COVER = 0.34
"""Share of a heading that a known one must cover to count inside it."""
_LONG = 6
"""Length from which a slip of the pen still leaves a word to be known."""
_SIGN = re.compile(r"[$¥€£￥＄]|円")
_NUMBERED_MONTH = re.compile(r"\d月")


_ANYTHING = re.compile(
    r"^(?:状態|進捗|(?:その)?他(?!\s*(?:担当|連絡先|窓口))|misc\.?|overview|snapshot)\s+(?!(?:更新|変更|登録)日)(?=\S)",
    re.IGNORECASE,
)
"""Words that stand above columns of anything."""


class _Index:
    """Every heading of the dictionary, folded once."""

    def __init__(self) -> None:
        self.exact: dict[str, list[Hit]] = defaultdict(list)
        self.stems: dict[str, list[Hit]] = defaultdict(list)
        self.bare: dict[str, list[Field]] = defaultdict(list)
        self.bare_stems: dict[str, list[Field]] = defaultdict(list)
        for field in FIELDS.values():
            self._add(field)
        self.owners = sorted(
            ((fold_words(word), owner) for owner, words in OWNERS.items() for word in words.split("|")),
            key=lambda pair: -len(pair[0]),
        )
        self.nobody = frozenset(fold_words(word) for word in NOBODY.split("|"))
        self.patterns = [(re.compile(f.pattern), f) for f in FIELDS.values() if f.pattern]
        self.parts = sorted(
            ((word, hit) for word, hits in self.exact.items() for hit in hits if _may_be_part(word, hit)),
            key=lambda pair: -len(pair[0]),
        )
        self.run_on = run_together([*self.exact, *(f"{word} {rest}" for rest, word in self._behind_owners())])
        self.stem_words = frozenset(stem for stem in (*self.stems, *self.bare_stems) if stem.isascii())
        self.words = [word for word, hits in self.exact.items() if len(word) >= _LONG and hits[0].how is How.SAYS]

    def _behind_owners(self) -> Iterator[tuple[str, str]]:
        """Bare headings with each word for their owner."""
        words = defaultdict(list)
        for word, owner in self.owners:
            words[owner].append(word)
        for rest, fields in (*self.bare.items(), *self.bare_stems.items()):
            for owner in dict.fromkeys(field.entity for field in fields):
                yield from ((rest, word) for word in words[owner])

    def _add(self, field: Field) -> None:
        for words, how in ((field.says, How.SAYS), (field.hints, How.HINT)):
            for word in filter(fold_words, words):
                hit = Hit(field, how, CLARITY[how])
                self.exact[fold_words(word)].append(hit)
                if field.type.is_date:
                    self.stems[date_stem(fold_words(word))].append(hit)
        for word in filter(fold_words, field.bare):
            self.bare[fold_words(word)].append(field)
            if field.type.is_date:
                self.bare_stems[date_stem(fold_words(word))].append(field)


def _may_be_part(word: str, hit: Hit) -> bool:
    """Whether a word is telling enough to count inside a longer heading."""
    return hit.how is How.SAYS and len(word) >= (4 if word.isascii() else 2)


@lru_cache(maxsize=1)
def _index() -> _Index:
    return _Index()


def is_nobodys(text: str) -> bool:
    """Whether a heading is known to be no field of ours: 'IP address'."""
    heading = fold_heading(text)
    return bool({heading.full, heading.phrase} & _index().nobody)


def plain_hits(text: str) -> list[Hit]:
    """The fields that a heading plainly names."""
    return [hit for hit in hits(text) if hit.how in {How.SAYS, How.OWNED}]


@lru_cache(maxsize=4096)
def hits(text: str) -> tuple[Hit, ...]:
    """The fields that a heading may name, the clearest hit of each; empty for a heading known to be nobody's."""
    index, heading = _index(), fold_heading(text)
    if _SIGN.fullmatch(text.strip()):
        return (Hit(FIELDS["contract.amount"], How.HINT, CLARITY[How.HINT]),)
    if not heading.full or "metadata" in heading.notes or is_nobodys(text):
        return ()
    if names_two(heading.full, text):
        return ()
    found: dict[tuple[str, bool], Hit] = {}
    for phrase, share in (*_phrases(index, heading), *_under_any(text)):
        for hit in (*_named(index, phrase), *_owned(index, phrase)):
            _keep(found, hit, share)
    for hit in (*_composed(found, text), *_asked(index, heading, text)):
        _keep(found, hit)
    if not any(hit.clarity >= CLARITY[How.HINT] for hit in found.values()):
        for hit in (*_parts(index, heading.phrase), *_typos(index, heading.phrase)):
            _keep(found, hit)
    whole, forms = {hit.field.id for hit in _named(index, heading.full)}, (heading.full, heading.notes)
    told = (hit for hit in found.values() if hit.field.id in whole or not is_of_another(hit.field, *forms))
    fitting = (hit for hit in told if may_have(hit.field.id, heading.phrase, heading.full))
    return tuple(sorted(fitting, key=lambda hit: -hit.clarity))


def _composed(found: dict[tuple[str, bool], Hit], text: str) -> list[Hit]:
    """What the parts of a heading say together: a price and the period it is for, and in any words a customer."""
    words = " ".join(fold_case(text).replace("_", " ").split())
    if told := _priced(words):
        return told
    if survey := survey_of_scale(words) or survey_of_round(words):
        return [Hit(FIELDS[f"{survey}.score"], How.SAYS, _COMPOSED * _FORM)]
    if any(hit.clarity >= CLARITY[How.HINT] for hit in found.values()):
        return []
    if may_name_company(words):
        return [Hit(FIELDS["account.name"], How.PART, _COMPANY)]
    day = begins_or_ends(words)
    return [Hit(FIELDS[f"contract.{day}"], How.PART, _DAY)] if day else []


def price_field(span: Span) -> str:
    """The field of a price for that time."""
    return _PRICES.get(span, "contract.amount")


def _priced(words: str) -> list[Hit]:
    """A price for a month or a year, whatever it is called."""
    words = words.rpartition(": ")[2]
    span = price_of_span(words)
    if is_list_price(words) and (span or run_rate(words)):
        return [Hit(FIELDS["contract.list_amount"], How.SAYS, _COMPOSED)]
    if span and may_be_turnover(words):
        return [Hit(FIELDS[price_field(span)], How.HINT, CLARITY[How.HINT])]
    if span:
        hits_of = [Hit(FIELDS[price_field(span)], How.SAYS, _COMPOSED)]
        return [*hits_of, Hit(FIELDS["contract.unit_amount"], How.SAYS, _COMPOSED)] if is_by_unit(words) else hits_of
    if (span := run_rate(words)) and not is_by_unit(words):
        return [Hit(FIELDS[price_field(span)], How.SAYS, _COMPOSED * _FORM)]
    if span := names_span_alone(words):
        return [Hit(FIELDS[price_field(span)], How.HINT, CLARITY[How.HINT])]
    return []


def _asked(index: _Index, heading: Heading, text: str) -> list[Hit]:
    """Fields that a question to a respondent asks for."""
    if len(heading.full) < _QUESTION:
        return []
    words = " ".join(text.casefold().split())
    asked = [field for pattern, field in index.patterns if pattern.search(words)]
    # '貴社名をお聞かせください' asks who answers, whatever else is asked in such words.
    asked = [field for field in asked if field.entity in {"account", "contact"}] or asked
    return [Hit(field, How.PATTERN, CLARITY[How.PATTERN]) for field in asked]


def _phrases(index: _Index, heading: Heading) -> list[tuple[str, float]]:
    """The forms of a heading with their weight: what stands in brackets may matter, and may only explain."""
    forms = [(heading.full, 1.0)] if heading.phrase == heading.full else [(heading.phrase, 0.98), (heading.full, 1.0)]
    if apart := parted(heading.phrase, index.run_on, index.stem_words):
        forms.append((apart, _FORM))
    return [*forms, *((other, share * _FORM) for form, share in forms for other in other_forms(form))]


def _under_any(text: str) -> list[tuple[str, float]]:
    """A heading without the word above it that tells nothing of it: '状態 健康度', '他 最終連絡'."""
    below = _ANYTHING.sub("", text.strip())
    return [(fold_heading(below).phrase, _FORM)] if below != text.strip() else []


def _keep(found: dict[tuple[str, bool], Hit], hit: Hit, share: float = 1.0) -> None:
    clarity, key = hit.clarity * share, (hit.field.id, hit.how is How.BARE)
    known = found.get(key)
    if known is None or clarity > known.clarity:
        found[key] = Hit(hit.field, hit.how, clarity)


def _named(index: _Index, phrase: str) -> list[Hit]:
    """Fields whose own headings are the phrase, and those that a table of their owner would call so."""
    named = [*index.exact.get(phrase, ()), *index.stems.get(date_stem(phrase), ())]
    bare = [*index.bare.get(phrase, ()), *index.bare_stems.get(date_stem(phrase), ())]
    return [*named, *(Hit(field, How.BARE, CLARITY[How.BARE]) for field in bare)]


def _owned(index: _Index, phrase: str) -> list[Hit]:
    """Fields named by their owner and a bare word: 'customer id', 'subscription canceled at', '契約 開始日'."""
    found = []
    for word, owner in index.owners:
        rest = _after(phrase, word)
        if not rest:
            continue
        fields = [*index.bare.get(rest, ()), *index.bare_stems.get(date_stem(rest), ())]
        found += [Hit(f, How.OWNED, CLARITY[How.OWNED]) for f in fields if f.entity == owner]
        if len(rest) > 1:
            behind = [
                hit
                for hit in (*index.exact.get(rest, ()), *index.stems.get(date_stem(rest), ()))
                if not is_anothers(owner, hit.field.id)
            ]
            found += [Hit(hit.field, _BEHIND[hit.how], hit.clarity * 0.9) for hit in behind]
    return found


def _after(phrase: str, word: str) -> str:
    """What follows the word at the start of the phrase; '' where it does not start so."""
    if not phrase.startswith(word) or phrase == word:
        return ""
    rest = phrase[len(word) :]
    if rest[0] == " ":
        return rest.strip()
    if word.isascii() and rest[0].isascii():
        return ""
    return rest.removeprefix("の").strip()


def _parts(index: _Index, phrase: str) -> list[Hit]:
    """Fields one of whose headings stands inside the phrase, by how much of it that covers."""
    found = []
    priced = not is_not_now(phrase)
    for word, hit in index.parts:
        if hit.field.id in PRICES and not priced:
            continue
        # '4月売上' is April's, not a 月売上.
        if is_turned(phrase, word):
            continue
        inside = f" {word} " in f" {phrase} " if word.isascii() else word in _NUMBERED_MONTH.sub(" ", phrase)
        cover = len(word) / max(len(phrase), 1)
        if inside and cover >= _COVER:
            found.append(Hit(hit.field, How.PART, 0.45 + 0.35 * cover))
    return found


def _typos(index: _Index, phrase: str) -> list[Hit]:
    """Fields whose heading differs by a slip: 'Custmer name'."""
    if len(phrase) < _LONG:
        return []
    best = process.extractOne(phrase, index.words, scorer=fuzz.ratio, score_cutoff=91)
    if not best:
        return []
    return [Hit(hit.field, How.TYPO, CLARITY[How.TYPO]) for hit in index.exact[best[0]]]
