"""Words of templates: what can be said of a report, why a template was refused, and what came of its names."""

from collections.abc import Sequence

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words

SAID = {
    "company": Words("Company", "会社名"),
    "period": Words("Period", "期間"),
    "as_of": Words("As of", "基準日"),
    "currency": Words("Currency", "通貨"),
}
REFUSALS = {
    "no_template": Words(
        "The template '{name}' is not there, or cannot be read. Choose another.",
        "テンプレート「{name}」が見つからないか、読み取れません。別のファイルを選んでください。",
    ),
    "template_unreadable": Words(
        "The template '{name}' is no Excel workbook that can be filled in. Save it as .xlsx and choose it again.",
        "テンプレート「{name}」は入力できるExcelブックではありません。.xlsx 形式で保存し直して選んでください。",
    ),
    "template_locked": Words(
        "The template '{name}' has a password, or is of an old format. Save it as .xlsx without one.",
        "テンプレート「{name}」にはパスワードがあるか、古い形式です。パスワードなしの .xlsx で保存してください。",
    ),
    "template_macros": Words(
        "The template '{name}' holds macros, which a workbook (.xlsx) cannot keep. Save it as .xlsx without them.",
        "テンプレート「{name}」にはマクロが含まれ、.xlsx には残せません。マクロなしの .xlsx で保存してください。",
    ),
    "is_template": Words(
        "'{name}' is the template itself, which stays as it is. Choose another name.",
        "「{name}」はテンプレート自身のため上書きしません。別の名前を選んでください。",
    ),
    "no_names": Words(
        "None of the cells of the template '{name}' has a name that is known here. "
        "Write a starter template to see the names.",
        "テンプレート「{name}」のセルに、使える名前が一つもありません。ひな形を作成すると、使える名前を確認できます。",
    ),
}
_FILLED = Words("{n} names filled in.", "{n}個の名前に入力しました。")
_UNKNOWN = Words("Not known, and left as they are: {names}.", "不明のためそのままにした名前：{names}。")
_NOWHERE = Words("Pointing to no cell that can be filled in: {names}.", "入力できるセルを指していない名前：{names}。")
_CUT = Words("{name}: room for {room} of {n} rows.", "{name}：{n}行のうち{room}行のみ入力（場所が足りません）。")
_SPACE = Words(" ", "")
_BETWEEN = Words(", ", "、")


def filled_words(
    filled: Sequence[str],
    unknown: Sequence[str],
    nowhere: Sequence[str],
    cut: Sequence[tuple[str, int, int]],
    language: Language,
) -> str:
    """What came of the names of a template, all that was not done by its name."""
    said = [_FILLED.say(language, n=len(filled))]
    said += [_CUT.say(language, name=name, room=room, n=n) for name, room, n in cut]
    for words, names in ((_UNKNOWN, unknown), (_NOWHERE, nowhere)):
        if names:
            said.append(words.say(language, names=_BETWEEN.say(language).join(names)))
    return _SPACE.say(language).join(said)
