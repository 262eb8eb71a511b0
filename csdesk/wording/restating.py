"""What is said of a pack that is written again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, day, look_up

_CAUSES: Mapping[str, Words] = {
    "definitions": Words("definitions changed", "定義の変更"),
    "data": Words("records changed", "データの変更"),
    "program": Words("another version of csdesk", "csdeskのバージョン変更"),
    "new": Words("not in the pack then", "提出時は未掲載"),
}
_AS_STATED = Words("as stated", "提出時のまま")
_PINNED = Words("{definitions} · csdesk {version}", "{definitions} · csdesk {version}")
_MORE = Words("{names} and {n} more", "{names}、ほか{n}件")
_SINCE = Words("Done since:", "提出後の操作：")
_OTHERS = Words("and {n} more", "ほか{n}件")
_TOLD = 6
_SAME = Words(
    "Nothing has changed: the workbook will be the same, figure by figure.",
    "変更はありません。すべての数値が同じレポートになります。",
)
_FIGURES_STAND = Words(
    "All {all} headline figures are as stated, but other contents have changed. A sheet in the workbook lists what was "
    "done since.",
    "主要指標{all}個はすべて提出時のままですが、ほかの内容に変更があります。提出後の操作をまとめたシートが付きます。",
)
_DIFFER = Words(
    "{n} of {all} headline figures are others than they were stated. A sheet in the workbook says which and why.",
    "主要指標{all}個のうち{n}個が提出時と異なります。違いとその理由をまとめたシートが付きます。",
)


def cause_text(causes: Iterable[str], language: Language) -> str:
    """Why a figure is another than it was stated; that it is not."""
    between = "、" if language is Language.JA else ", "
    return between.join(look_up(_CAUSES, cause, language) for cause in causes) or _AS_STATED.say(language)


def pinned_text(definitions: str, version: str, language: Language) -> str:
    """By which definitions and with which csdesk a workbook was made."""
    return _PINNED.say(language, definitions=definitions, version=version)


def names_text(names: Iterable[str], more: int, language: Language) -> str:
    """A few names, and how many there are beside."""
    said = ("、" if language is Language.JA else ", ").join(names)
    return _MORE.say(language, names=said, n=more) if more else said


def restated_text(differing: int, every: int, language: Language, *, same: bool) -> str:
    """Whether a workbook will be the same, or how many of its headline figures are not."""
    words = _SAME if same else _DIFFER if differing else _FIGURES_STAND
    return words.say(language, n=differing, all=every)


def changes_text(definitions: str, steps: Sequence[tuple[date, str, str]], language: Language) -> str:
    """Which definitions are others, and the latest of the steps done since: day, what, accounts."""
    lines = [definitions] if definitions else []
    if steps:
        lines.append(_SINCE.say(language))
        lines += ["  ".join(filter(None, (day(on, language), what, of))) for on, what, of in steps[:_TOLD]]
    if len(steps) > _TOLD:
        lines.append(_OTHERS.say(language, n=len(steps) - _TOLD))
    return "\n".join(lines)
