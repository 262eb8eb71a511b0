"""What a heading speaks of in the end, whatever known word stands in it."""

import re

from csdesk.intake.matching.words.prices import is_reduced_price

_READING = re.compile(r"カナ|かな|フリガナ|ふりがな|よみ|ヨミ|読み|\b(kana|furigana)\b")
_PART_OF_NAME = re.compile(rf"[姓名](?:{_READING.pattern})?")
"""How half of a name is read is not how it is."""
_STAMP = "更新日時"
_STAMPS = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|edited)|created)(?: (?:at|on|by|date|time|datetime))?$"
    r"|\b(?:date|time) (?:created|updated|modified)$|(?:更新|変更|修正|作成|登録)(?:日時|者)$|最終(?:更新|変更|修正)日$"
)
"""When and by whom a row was written: 更新日 by itself is a renewal."""
_DISCOUNTS = frozenset({"contract.discount_amount", "contract.discount_rate"})
_ANY_HEAD = re.compile(
    "区分|種別|種類|分類|カテゴリー?|タイプ|ランク|メニュー|コース|名称|番号|コード|title|type|category|status"
)
"""Words that by themselves say which field, and of something else say something else: 税区分 is no segment."""
_TURNED = re.compile(
    r" (?:symbol|city|country|county|state|type|kind|category|group|flag|url|link|format|language|time ?zone|template|"
    r"source|medium|reason|notes?|comments?|score|rank|rate|count|title|settings?|position|order|limit|"
    r"percent(?:age)?)$|"
    r"(?:担当者名?|氏名|お名前|区分|種別|種類|分類|タイプ|方法|方式|形態|単位|記号|フラグ|有無|可否|理由|備考|メモ欄?|url|リンク|回数|件数|率|"
    r"順|順位|言語|形式|状況|状態|ステータス|ランク|コード|番号|id)$"
)


def is_turned(phrase: str, word: str) -> bool:
    """Whether a folded heading speaks of another thing than the known word in it: 'Currency symbol', 更新種別."""
    return _ANY_HEAD.fullmatch(word) is not None or (bool(_TURNED.search(phrase)) and not phrase.endswith(word))


def is_stamp(phrase: str) -> bool:
    """Whether a folded heading speaks of when or by whom the row itself was written."""
    return bool(_STAMPS.search(phrase))


def may_have(field_id: str, phrase: str, full: str) -> bool:
    """Whether a field may have such a heading at all, folded without and with what stands in brackets: how a name is
    read is no name, a row's time stamp no renewal, and what is left after a discount no discount."""
    if _READING.search(full):
        return field_id.endswith(".kana") and not _PART_OF_NAME.fullmatch(phrase)
    if field_id in _DISCOUNTS and is_reduced_price(full):
        return False
    return not phrase.endswith(_STAMP) or field_id == "ticket.updated_at"
