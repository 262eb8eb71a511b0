"""What is missing or doubled, in words."""

from collections.abc import Mapping
from fractions import Fraction

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up, percent

PARTS: Mapping[str, Words] = {
    "owners": Words("Owner", "担当"),
    "renewals": Words("Renewal", "更新日"),
    "reasons": Words("Reason", "解約理由"),
    "amounts": Words("Amount, start", "金額・開始日"),
    "contacts": Words("Contacts", "担当者"),
    "touches": Words("Touches", "タッチ"),
    "doubles": Words("Duplicates", "重複"),
    "tasks": Words("Next steps", "次の対応"),
}

LACKS: Mapping[str, Words] = {
    "owner": Words("No owner", "担当が未設定"),
    "owner_left": Words("Its owner is no longer in the team", "担当がチームを離れている"),
    "renewal": Words("No renewal date", "更新日が未入力"),
    "reason": Words("Ended without a reason", "解約理由が未入力"),
    "amount": Words("Amount not known", "金額が不明"),
    "rate": Words("No exchange rate for its currency", "通貨の為替レートが未登録"),
    "start": Words("Start not known", "開始日が不明"),
    "contact": Words("No contact", "担当者の登録なし"),
    "decider": Words("Its decision maker has left", "決裁者が退職済み"),
    "reach": Words("Neither e-mail nor phone", "メールも電話番号もなし"),
    "shared_contact": Words("Same e-mail or phone as at another account", "連絡先が別のアカウントと同じ"),
    "touch": Words("Never touched", "タッチの記録なし"),
    "same_account": Words("Perhaps the same account", "同じアカウントの可能性"),
    "same_line": Words("Contract line entered twice", "契約明細が二重登録"),
    "same_contact": Words("Contact entered twice", "担当者が二重登録"),
    "task_owner": Words("Next step of nobody", "次の対応の担当が未設定"),
    "task_day": Words("Next step without a day", "次の対応の期日が未設定"),
}
"""What a row lacks."""

WHY_ALIKE: Mapping[str, Words] = {
    "number": Words("same corporate number", "法人番号が同じ"),
    "id": Words("same ID", "顧客IDが同じ"),
    "name": Words("same name", "名称が同じ"),
    "domain": Words("same domain", "ドメインが同じ"),
    "nearly": Words("nearly the same name", "名称がよく似ている"),
}
"""What two accounts share that may be one."""

_WITH = Words("{name} ({why})", "{name}（{why}）")
_AT = Words("{about}, as at {name}", "{about}（{name}と同じ）")
_LEFT = Words("{lack} (left as it is)", "{lack}（現状のまま）")
_REST = Words("{n} accounts lack what this rests on", "この数値に必要なデータが{n}件のアカウントで不足")
_RESTS = Words("1 account lacks what this rests on", "この数値に必要なデータが1件のアカウントで不足")


def part_words(part: str, language: Language) -> str:
    """What a group of findings is called."""
    return look_up(PARTS, part, language)


def lack_words(lack: str, language: Language, *, left: bool = False) -> str:
    """What is missing; said where a person has left it as it is."""
    words = look_up(LACKS, lack, language)
    return _LEFT.say(language, lack=words) if left else words


def left_words(name: str, language: Language) -> str:
    """What a row by the name of a finding says: that something is left as it is; '' for any other name."""
    lack, parted, _ = name.partition(":")
    return lack_words(lack, language, left=True) if parted and lack in LACKS else ""


def about_words(about: str, other: str, why: str, language: Language) -> str:
    """Which row lacks it; of a pair the other account, and what both share."""
    if why:
        return _WITH.say(language, name=other, why=look_up(WHY_ALIKE, why, language))
    return _AT.say(language, about=about, name=other) if other else about


def incomplete_words(accounts: int, language: Language) -> str:
    """How much of a figure rests on incomplete rows."""
    return _RESTS.say(language) if accounts == 1 else _REST.say(language, n=f"{accounts:,}")


_COMPLETE = Words(
    "Complete: {score} of MRR ({n} of {of} paying accounts lack nothing)",
    "整備済み：MRRの{score}（契約中{of}件のうち{n}件は不足なし）",
)


def complete_words(score: Fraction | None, accounts: int, of_accounts: int, language: Language) -> str:
    """How much of the book rests on complete data; '' where nobody pays."""
    said = {"score": percent(score), "n": f"{accounts:,}", "of": f"{of_accounts:,}"}
    return _COMPLETE.say(language, **said) if score is not None else ""
