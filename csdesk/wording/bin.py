"""What is said of the bin: what moved there, what came back, what is gone for good."""

from collections.abc import Mapping

from csdesk.wording.speech import Words

MOVED = Words("{what}: moved to the bin", "{what}（ゴミ箱に移動しました）")
ROW, ROWS = Words("1 row", "1行"), Words("{n} rows", "{n}行")
PUT_BACK = Words("Put back: {what}", "復元しました: {what}")
TOO = Words("{said}, with its account {names}", "{said}（アカウント「{names}」も復元）")
UNLINKED = Words(
    "{said}. References to what is gone, left empty: {n}", "{said}。すでにない項目への参照{n}件は空にしました"
)
LEFT_OUT = Words(
    "{said}. Rows left out, as what they belong to is gone: {n}", "{said}。属する項目がない{n}行は復元できません"
)
ERASED = Words("Deleted for good: {what}", "完全に削除しました: {what}")
EMPTY = Words("The bin is empty.", "ゴミ箱は空です。")
ON = Words("{what} ({day})", "{what}（{day}）")
BETWEEN = Words(", ", "、")
TROUBLES: Mapping[str, Words] = {
    "step_erased": Words(
        "Rows that this step changed were deleted for good: it can no longer be taken back. Nothing was changed.",
        "この操作で変更したデータは完全に削除されたため、取り消せません。変更は行っていません。",
    ),
    "name_taken": Words(
        "Something else has this name by now. Nothing was changed. Rename or delete that first, then put this back.",
        "同じ名前のものがすでにあります。変更は行っていません。先にそちらの名前を変えるか削除してから、復元してください。",
    ),
    "owner_gone": Words(
        "This cannot be put back: its account was deleted for good, or never came in. Nothing was changed.",
        "アカウントが残っていない（完全に削除済みなど）ため、復元できません。変更は行っていません。",
    ),
}
