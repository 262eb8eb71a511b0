"""How tools and their interfaces spell a heading: paths of fields, marks of custom ones, words run together."""

import re
from collections.abc import Iterable

_PATH = re.compile(r"[a-z_]+(?:\[(?:\d+|id|[a-z_]{4,})\])+")
_STEP = re.compile(r"\[([a-z_]+)\]")
_PLACE = re.compile(r"\[\d+\]")
_HOLDER = re.compile(
    r"^\$?(?:(?:person|people|user|customer|company|organi[sz]ation|account|group|event|contact|ticket|deal|custom|other|"
    r"hidden)[ _]?)?"
    r"(?:propert(?:y|ies)|attributes?|traits?|fields?|values)(?:\.custom)?\s*[.:]\s*(?=[\w$])|"
    r"^(?:groups?|gp|traits)[.:]\s*(?=\w)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"custom field \((?!time to\b)(?:\[chart\] )?(.+)\)", re.IGNORECASE)
"""Of clocks ('Time to resolution') Jira writes what is left, which is no time that passed."""
_CUSTOM = re.compile(r"(?<=\w)__[cr]$", re.IGNORECASE)
_OWN = re.compile(r"(?:^|(?<=\.))cf_", re.IGNORECASE)
_SHORTEST = 5
"""Length from which words run together are looked for."""


def plain_spelling(text: str) -> str:
    """A heading without what only tells where a tool keeps it: 'subscription[start_date][0]' is 'subscription
    start_date', 'person_properties.Company' 'Company', 'Renewal_Date__c' 'Renewal_Date'."""
    word = _STEP.sub(r" \1", _PLACE.sub("", text)) if _PATH.fullmatch(text) else text
    return _CUSTOM.sub("", _OWN.sub("", _HOLDER.sub("", _WRAPPED.sub(r"\1", word))))


def run_together(words: Iterable[str]) -> dict[str, str]:
    """Headings of several words by how they look run together: 'last activity' by 'lastactivity'."""
    several = (word for word in words if word.isascii() and " " in word)
    found: dict[str, str] = {}
    for word in several:
        found.setdefault(word.replace(" ", ""), word)
    return {joined: word for joined, word in found.items() if len(joined) >= _SHORTEST}


def parted(phrase: str, known: dict[str, str], dates: frozenset[str]) -> str:
    """The words of a phrase that were run together, '' where they were not: 'lastactivitydate' is 'last activity date'
    and 'createddate' 'created date'. `dates` are the stems of dates that stand alone."""
    if not phrase.isascii() or " " in phrase or len(phrase) < _SHORTEST:
        return ""
    if phrase in known:
        return known[phrase]
    stem = phrase.removesuffix("date")
    if stem == phrase:
        return ""
    return f"{known.get(stem, stem)} date" if stem in known or stem in dates else ""
