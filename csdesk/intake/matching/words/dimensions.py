"""Sheets by month of something else than customers: of products, plans, regions, branches, people."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.matching.words.spans import span_headings
from csdesk.intake.shapes import FoundTable

_THINGS = (
    r"products?|plans?|regions?|countr(?:y|ies)|areas?|segments?|industr(?:y|ies)|sectors?|(?:sales )?reps?|"
    r"teams?|team members?|"
    r"departments?|channels?|stores?|shops?|branch(?:es)?|offices?|locations?|sites?|employees?|staff|persons?|members?|items?|"
    r"categor(?:y|ies)|skus?|sources?|campaigns?|owners?|csms?|account managers?|services?|features?|modules?|"
    r"tiers?|currenc(?:y|ies)"
)
_THINGS_JA = (
    r"商品|製品|品目|プラン|地域|エリア|都道府県|国|支店|店舗|拠点|営業所|事業所|担当者?|営業担当者?|営業|業種|業界|"
    r"部署|部門|チーム|チャネル|カテゴリー?|科目|勘定科目|社員|従業員|セグメント|"
    r"規模|機能|サービス|媒体|年代|区分|通貨"
)
_BY = re.compile(rf"\b(?:by|per) (?:{_THINGS})\b|(?:{_THINGS_JA})(?:別|ごと|毎)")
_HEADING = re.compile(
    rf"(?:(?:{_THINGS})(?: names?)?|(?:{_THINGS_JA})(?:名|名称)?|(?:支店|店舗|拠点|営業所)|氏名|社員名)"
)
_CUSTOMERS = re.compile(
    r"\b(?:customers?|clients?|accounts?|compan(?:y|ies)|logos?|organi[sz]ations?|tenants?|subscribers?)\b|"
    r"顧客|取引先|会社|企業|得意先|お客様|客先|クライアント|契約先|導入先|ユーザー企業|加盟店"
)


def is_of_others(table: FoundTable, seen: Sequence[Seen]) -> bool:
    """Whether time runs over columns and the lines are no customers, as the heading over their names or the title
    says."""
    headings = [one.heading for one in seen]
    about = f"{table.context} {table.sheet} {table.file}"
    columns = month_headings(headings, about) or span_headings(headings, about)
    labels = [fold_words(one.heading) for at, one in enumerate(seen) if at not in {c.position for c in columns}]
    if not columns or any(_CUSTOMERS.search(label) for label in labels):
        return False
    words = fold_words(about)
    named = any(hit.field.id == "account.name" for label in labels[1:] for hit in hits(label))
    headed = bool(labels) and _HEADING.fullmatch(labels[0]) is not None and not named
    return headed or (bool(_BY.search(words)) and not _CUSTOMERS.search(_BY.sub(" ", words)))


def speaks_of_customers(table: FoundTable) -> bool:
    """Whether a title, a sheet's or a file's name says that customers are listed."""
    return bool(_CUSTOMERS.search(fold_words(f"{table.context} {table.sheet} {table.file}")))
