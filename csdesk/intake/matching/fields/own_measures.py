"""Measures of use by the team's own names: columns and months of figures that no entry of the dictionary knows."""

import re
from collections.abc import Sequence

from csdesk.intake.fields import WHO
from csdesk.intake.matching.fields.columns import Taken, assign
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import is_nobodys, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.matching.words.qualifiers import is_of_another_time
from csdesk.intake.shapes import FoundTable, TableKind

CONFIDENCE = 0.6
_MOSTLY = 0.9
_LEAST = 3
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{2,4})?|\d{1,2}月")
"""A month that stands beside those of a grid: another year's, or to come."""
_NO_MEASURE = re.compile(
    r"\b(?:ids?|no|nos|number|code|zip|postal|phone|price|pricing|fee|fees|amount|cost|costs|mrr|arr|revenue|usd|eur|gbp|"
    r"jpy|rank|score|rate|ratio|share|percent|age|years?|version|limit|quota|capacity|contracted|purchased|licensed|"
    r"target|goal|budget|benchmark|avg|average|mean|median|lat|lng|latitude|longitude|nps|csat|ces|health|employees|headcount|"
    r"propensity|probability|likelihood|prediction|predicted|risk)\b|[%$€£¥円％]|"
    r"番号|コード|金額|料金|単価|売上|月額|年額|率|順位|スコア|年度|上限|契約|電話|郵便|目標|予算|基準|従業員|社員|年齢|満足度|平均|確度|予測|見込|リスク"
)
"""What headings of figures say that are no count of what somebody did."""
_COUNTED = re.compile(
    r"\b(?:api|calls?|requests?|downloads?|uploads?|exports?|exported|imports?|imported|created|viewed|views|opened|sent|"
    r"completed|used|usage|invited|shared|searches|queries|messages|storage|clicks?|runs?|jobs?|active|actions?)\b|"
    r"(?:作成|閲覧|出力|登録|送信|実行|検索|利用|使用|操作|アップロード|ダウンロード|投稿|配信|処理|承認)(?:回?数|件数|量)|"
    r"回数|利用者?数|使用量|利用量"
)
"""What headings of what somebody did say."""
_AROUND = re.compile(
    r"\b(?:by|per|for|each|a) (?:month|customer|client|account|company|week|day)s?\b|\b(?:monthly|weekly|daily)\b|"
    r"\b(?:report|overview|summary|trend)$|(?:fy)?(?:19|20)\d\d(?:年度?)?|月次|月別|月間|日別|週別|"
    r"(?:顧客|会社|企業|取引先)(?:別|ごと)|の?(?:推移|一覧|集計|実績)(?:表|レポート)?"
)
"""What titles say around the measure."""
_MADE_BY = re.compile(
    r"\b(?:exported|imported|created|generated|prepared|viewed|sent|shared|printed|downloaded|run) "
    r"(?:by|from|on|at|via|with)\b|"
    r"(?:作成|出力|印刷|送信|登録|ダウンロード)(?:者|日時?|元)"
)
"""What a line above a table says of how the file came to be."""
_LONGEST = 40
_FEATURES = re.compile(
    r"\b(?:feature|features|module|modules|function)s? (?:adoption|usage|use|used)\b|\badoption (?:by|of|matrix)\b|"
    r"\bfeature matrix\b|機能(?:別)?(?:の)?(?:利用|活用|導入|使用|定着)|利用機能|活用状況"
)
"""What the title of a list of features says."""


def measure_field(heading: str) -> str:
    """The field of a measure that a heading names."""
    return f"usage.{fold_words(heading).replace(' ', '_')}"


def own_measures(seen: Sequence[Seen], taken: Sequence[Taken], skip: frozenset[int]) -> dict[int, str]:
    """In a table of use with a column a measure, the columns of figures that are measures by their own names."""
    fields = {one.hit.field.id for one in taken}
    if "usage.measure" in fields or "usage.amount" in fields:
        return {}
    given = {one.position for one in taken} | skip
    return {at: measure_field(one.heading) for at, one in enumerate(seen) if at not in given and _is_measure(one)}


def _is_measure(seen: Seen) -> bool:
    values, words = seen.profile, fold_words(seen.heading)
    counts = values.number >= _MOSTLY and values.low >= 0 and not (values.sequence or values.is_dated or values.percent)
    named = (
        bool(words)
        and not _MONTH.fullmatch(words)
        and not words.isdecimal()
        and not _NO_MEASURE.search(words)
        and not is_of_another_time(words)
    )
    return counts and named and not is_nobodys(seen.heading) and not plain_hits(seen.heading)


def _tells_use(seen: Sequence[Seen], taken: Sequence[Taken], skip: frozenset[int]) -> bool:
    """Whether columns that were taken for use are dated counts of an account under names of the team's own."""
    fields = {one.hit.field.id for one in taken}
    if fields & MEASURES or not (fields & set(WHO)) or "usage.date" not in fields:
        return False
    own = own_measures(seen, taken, skip)
    return any(_COUNTED.search(fold_words(seen[at].heading)) for at in own)


def _features(table: FoundTable, seen: Sequence[Seen], taken: Sequence[Taken]) -> dict[int, str]:
    """In a list of features, by its title, the columns of marks or counts, one a feature."""
    who = {one.position for one in taken if one.hit.field.id in WHO}
    if not who or not _FEATURES.search(fold_words(f"{table.context} {table.sheet}")):
        return {}
    found = {at: measure_field(one.heading) for at, one in enumerate(seen) if at not in who and _is_feature(one)}
    return found if len(found) >= _LEAST else {}


def _is_feature(seen: Seen) -> bool:
    values = seen.profile
    ticked = values.mark >= _MOSTLY and values.number < _MOSTLY
    return bool(fold_words(seen.heading)) and (ticked or _is_measure(seen))


def with_own_measures(
    table: FoundTable,
    seen: Sequence[Seen],
    found: tuple[TableKind, float, list[Taken]],
    skip: frozenset[int],
    *,
    open_: bool,
) -> tuple[TableKind, float, list[Taken], dict[int, str]]:
    """A table as found so far, with its measures of the team's own by position; `open_` tells that nobody has chosen
    its kind, so that such measures may make it one of use."""
    kind, confidence, taken = found
    if kind is TableKind.USE:
        return kind, confidence, taken, own_measures(seen, taken, skip)
    if open_ and kind in {TableKind.UNKNOWN, TableKind.ACCOUNTS}:
        use = assign(seen, TableKind.USE, skip)
        if own := _features(table, seen, use):
            return TableKind.USE, CONFIDENCE, [one for one in use if one.position not in own], own
        if kind is TableKind.UNKNOWN and _tells_use(seen, use, skip):
            return TableKind.USE, CONFIDENCE, use, own_measures(seen, use, skip)
    return kind, confidence, taken, {}


def counts_use(words: str) -> bool:
    """Whether folded words plainly name a count of what somebody did."""
    return bool(_COUNTED.search(words)) and not _NO_MEASURE.search(words)


def measure_of_title(context: str) -> str:
    """The field of the measure that a title names ('Reports created by month'); '' where it names none."""
    for line in context.splitlines():
        words = " ".join(_AROUND.sub(" ", fold_words(line)).split())
        if 0 < len(words) <= _LONGEST and counts_use(words) and not _MADE_BY.search(words):
            return measure_field(words)
    return ""
