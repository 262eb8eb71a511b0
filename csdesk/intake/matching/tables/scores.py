"""Histories of health scores that another tool or a sheet keeps: by account and month, or a row for each day."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence

from csdesk.intake.fields import with_month
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.matching.words.neighbours import Seen, is_key
from csdesk.intake.matching.words.qualifiers import is_of_another_time
from csdesk.intake.matching.words.whose import is_ours
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.bands import band_of
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.words import read_yes_no

_HEALTH = re.compile(r"ヘルス|健康|健全|(?<![a-z])health(?![a-z])")
_SCORE = re.compile(r"(?:(?:total |overall )?(?:health )?score|health|ヘルススコア|スコア|総合スコア|点数|ヘルス)")
_PART = re.compile(r"(?<![a-z])(?:score|pts|points)(?![a-z])|スコア|点$|度$")
_DAY = re.compile(
    r"(?:score |scored |snapshot |as of )?(?:date|day|month|as of|scored)(?: on)?|"
    r"(?:measured|measurement|assessed|assessment)(?: date| on| at)?|測定日|計測日|測定月|計測月|診断日|"
    r"(?:week|wk)(?: ending| ended| of| beginning| commencing| starting)?(?: date)?|日付|月|年月|評価日|算出日|記録日|"
    r"集計日|対象月|評価月|週|対象週|週次"
)
_SCORED = re.compile(
    r"(?:health )?scored?(?: on| at| date)|health date|評価日|算出日|採点日|スコア算出日|評価実施日|測定日|計測日"
)
"""Headings of days on which scores were given, of accounts that each stand once."""
_SCALED = re.compile(r"[(（]\s*[01]\s*(?:-|–|~|〜|to)\s*(?:5|10|100)\s*[)）]|/\s*(?:5|10|100)\s*[)）]?$|点満点")
_OF_POINTS = re.compile(r"[(（/]\s*(\d{1,3})\s*(?:点|pts?|points)?\s*[)）]?$")
"""How many points a part of a score may come to: 'Adoption (20)', 'Logins /40'."""
_BAND = re.compile(r"rag(?: status)?|colou?r|band|rank|grade|判定|評価|総合評価|ランク|信号|色|ステータス|status")
_NOTE = re.compile(r"notes?|comment|memo|remarks?|reason|why|備考|コメント|メモ|理由|所見")
_ID = re.compile(r"id|no|code|番号|コード")
_CHANGE = re.compile(r"増減|差|前[回月週]|\b(?:change|delta|trend|vs|wk|week)\b")
_CHANCE = re.compile(r"\b(?:probability|likelihood|chance)\b|確率|可能性")
"""What is the higher the worse an account may be, or the better: nobody knows by the figure."""
_ASKED = frozenset({"health", "usage", "nps", "csat", "ces", "ticket"})
"""Owners of what scores are made of."""
_WHO = frozenset({"account.name", "account.external_id", "account.domain"})


def score_fields(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The field of every column of a history of scores, by position; none where it is none."""
    who = _who(seen)
    if not who:
        return {}
    about = f"{table.context} {table.sheet} {table.file}"
    return _across(who, seen, cells, about) or _long(who, seen, about)


def _who(seen: Sequence[Seen]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, one in enumerate(seen):
        for hit in plain_hits(one.heading):
            if hit.field.id in _WHO and hit.field.id not in found.values():
                found[at] = hit.field.id
                break
    for at, one in enumerate(seen):
        # An id that comes again in a history is the account's, not the row's.
        if found and at not in found and _ID.fullmatch(fold_words(one.heading)) and one.profile.again > 0:
            found |= {} if "account.external_id" in found.values() else {at: "account.external_id"}
    return found


def _across(who: dict[int, str], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], about: str) -> dict[int, str]:
    """An account in each row, months across: colours, or figures to 100 of a sheet that speaks of health."""
    months = {
        month.position: with_month("health.mark", str(month.month))
        for month in month_headings([one.heading for one in seen], about)
        if not month.rest or _HEALTH.search(month.rest) or _SCORE.fullmatch(month.rest)
    }
    told = [text for at in months for cell in cells[at] if (text := as_text(cell).strip())]
    if not told or len(set(months.values())) < len(months):
        return {}
    answers = all(read_yes_no(text) is not None for text in told)
    colours = not answers and sum(band_of(text) is not None for text in told) > 0.8 * len(told)
    profiles = [seen[at].profile for at in months if not seen[at].profile.is_empty]
    scores = all(one.number > 0.8 and one.low >= 0 and one.high <= 100 for one in profiles)
    if not colours and not (scores and _HEALTH.search(fold_words(about))):
        return {}
    rest = {at: "health.note" for at, one in enumerate(seen) if _NOTE.fullmatch(fold_words(one.heading))}
    return {**dict(list(rest.items())[:1]), **months, **who}


def _long(who: dict[int, str], seen: Sequence[Seen], about: str) -> dict[int, str]:
    """An account and a day in each row, one score or several beside them; accounts come again and again."""
    words = [fold_words(one.heading) for one in seen]
    days = [at for at, one in enumerate(seen) if one.profile.is_dated and _DAY.fullmatch(words[at])]
    again = any(seen[at].profile.again > 0 for at in who) or any(map(_SCORED.fullmatch, words))
    rest = [at for at in range(len(seen)) if at not in who and at not in days]
    healthy = bool(_HEALTH.search(fold_words(about)))
    scores = [at for at in rest if _may_score(seen[at], words[at]) or (healthy and _may_be_part(seen[at], words[at]))]
    healthy = healthy or any(_HEALTH.search(words[at]) for at in scores)
    beyond = any(seen[at].profile.high > 10 for at in scores if _SCORE.fullmatch(words[at]))
    if len(days) != 1 or not again or not scores or not (healthy or beyond):
        return {}
    found = {**who, days[0]: "health.date"}
    for at, one in enumerate(seen):
        if at in scores:
            found[at] = with_month("health.mark", one.heading.strip())
        elif at not in found and _NOTE.fullmatch(words[at]) and "health.note" not in found.values():
            found[at] = "health.note"
        elif at not in found and _looks_after(one) and "account.owner" not in found.values():
            found[at] = "account.owner"
    free = [at for at, one in enumerate(seen) if at not in found and not one.profile.is_empty]
    return found if len(free) <= len(scores) + 1 else {}


def _looks_after(one: Seen) -> bool:
    """Whether a column plainly names who looks after the customer."""
    return is_ours(one.heading) and not one.profile.is_empty


def _may_be_part(one: Seen, words: str) -> bool:
    """Whether figures to 100 may be a part of the scores in a sheet that speaks of health: of now, and nothing else."""
    values = one.profile
    figures = values.number > 0.8 and values.low >= 0 and values.high <= 100 and not values.sequence
    other = {hit.field.entity for hit in plain_hits(one.heading)} - _ASKED
    return (
        figures
        and not other
        and not is_key(one.heading)
        and not is_of_another_time(words)
        and not _CHANGE.search(words)
        and not _CHANCE.search(words)
    )


def _is_part(one: Seen) -> bool:
    """Whether figures come to no more than the points that their heading grants."""
    granted = _OF_POINTS.search(one.heading.strip())
    return granted is not None and one.profile.high <= int(granted[1])


def _may_score(one: Seen, words: str) -> bool:
    """Whether a column holds scores to 100 or colours, by its values and its heading."""
    values = one.profile
    figures = values.number > 0.6 and values.low >= 0 and values.high <= 100
    return (figures or values.bands > 0.8) and bool(
        _PART.search(words)
        or _is_part(one)
        or _HEALTH.search(words)
        or _SCALED.search(one.heading)
        or (values.bands > 0.8 and _BAND.fullmatch(words))
    )
