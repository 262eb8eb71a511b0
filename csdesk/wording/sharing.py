"""What is said where others may write to a book's folder: who else has it open, and what to mind there."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, moment

_ELSEWHERE: Mapping[str, Words] = {
    "open": Words(
        "{path} is open on the computer “{computer}”, by {who}, since {since}. Nothing was changed. Open a read-only "
        "copy, or close it there first.",
        "{path} は、コンピューター「{computer}」で{who}が {since} から開いています。変更は行っていません。"
        "読み取り専用のコピーを開くか、先にそちらで閉じてください。",
    ),
    "silent": Words(
        "{path} was opened on the computer “{computer}” by {who} at {since} and not closed there, but it was last seen "
        "{ago} ago: that computer has crashed, sleeps or lost its connection. Nothing was changed. If nobody works "
        "there any more, choose “Open anyway” in the window, or delete the file {record}; else open a read-only copy.",
        "{path} は、コンピューター「{computer}」で{who}が {since} に開いたまま閉じられていませんが、"
        "最後の確認は{ago}前です（異常終了、スリープ、または接続切れと考えられます）。変更は行っていません。"
        "そちらで作業していないことを確かめたうえで、ウィンドウで「それでも開く」を選ぶか、ファイル {record} を"
        "削除してください。そうでなければ、読み取り専用のコピーを開いてください。",
    ),
    "unclear": Words(
        "{path} was opened on the computer “{computer}” by {who}. The clocks of the two computers differ, so whether "
        "it is still open there cannot be told. Nothing was changed. If nobody works there any more, choose “Open "
        "anyway” in the window, or delete the file {record}; else open a read-only copy.",
        "{path} は、コンピューター「{computer}」で{who}が開きました。2台の時計が合っていないため、"
        "今も開かれているかどうか判断できません。変更は行っていません。"
        "そちらで作業していないことを確かめたうえで、ウィンドウで「それでも開く」を選ぶか、ファイル {record} を"
        "削除してください。そうでなければ、読み取り専用のコピーを開いてください。",
    ),
}
_ALSO_OPEN = Words(
    "This book is now open on the computer “{computer}” as well, by {who}, since {since}. Close it on one of the two: "
    "changes made in both places can be lost. What was saved before is safe, and backups are beside the book.",
    "このブックは、コンピューター「{computer}」でも{who}が {since} から開いています。"
    "両方で変更すると失われるおそれがあるため、どちらかを閉じてください。"
    "これまでに保存したデータは無事です。バックアップはブックと同じ場所にあります。",
)
_CONFLICTS = Words(
    "Beside this book lies {names}. It looks like a second version, which the service that copies the folder has set "
    "aside because two computers changed the book at the same time. Nothing was done to it. Merge it into this book, "
    "and what was done in it is here as well; keep it until you are sure.",
    "このブックと同じ場所に {names} があります。2台のコンピューターが同時に変更したため、同期サービスが別に保存した"
    "版と思われます。このファイルには何もしていません。このブックに統合すると、そこで行われた変更も反映されます。"
    "確認が済むまで残しておいてください。",
)
_BETWEEN_NAMES = Words(", ", "、")
_NAMED, _SOMEBODY = Words("{who}", "{who}さん"), Words("somebody", "だれか")
_MINUTES, _HOURS, _DAYS = (
    Words("{n} minutes", "{n}分"),
    Words("{n} hours", "{n}時間"),
    Words("{n} days", "{n}日"),
)

KEEPERS: Mapping[str, Words] = {
    "onedrive": Words("OneDrive", "OneDrive"),
    "dropbox": Words("Dropbox", "Dropbox"),
    "google_drive": Words("Google Drive", "Google ドライブ"),
    "icloud": Words("iCloud Drive", "iCloud Drive"),
    "box": Words("Box", "Box"),
}
_SYNCED = Words(
    "This book lies in a folder that {keeper} copies to other computers. Work on it on one computer at a time, and let "
    "the copying finish before you open it on another: {keeper} cannot join changes made in two places, and may set "
    "one side aside. Reading is always safe, and backups are beside the book. Safest is a folder of this computer.",
    "このブックは、{keeper}がほかのパソコンと同期するフォルダーにあります。同時に編集するのは1台だけにし、"
    "別のパソコンで開く前に同期の完了を待ってください。2台で行った変更は統合されず、片方が失われることがあります。"
    "閲覧だけなら安全です。バックアップはブックと同じ場所に保存されます。"
    "このパソコンの通常のフォルダーに置くのが最も安全です。",
)
_ON_NETWORK = Words(
    "This book lies on a network drive. Work on it on one computer at a time: over a network, two computers that write "
    "to it can damage it. Reading is always safe, and backups are beside the book. Safest is a folder of this "
    "computer, with a copy on the network.",
    "このブックはネットワークドライブにあります。同時に編集するのは1台だけにしてください。"
    "複数のパソコンから書き込むと、ブックが破損するおそれがあります。"
    "閲覧だけなら安全です。バックアップはブックと同じ場所に保存されます。"
    "ブックはこのパソコンに置き、ネットワークにはコピーを置くのが最も安全です。",
)


def shared_words(keeper: str, language: Language) -> str:
    """What to mind where others may write to a book's folder: one computer at a time, what is safe."""
    known = KEEPERS.get(keeper)
    return _SYNCED.say(language, keeper=known.say(language)) if known else _ON_NETWORK.say(language)


def elsewhere_words(
    standing: str,
    path: Path,
    language: Language,
    *,
    computer: str,
    who: str,
    since: datetime,
    ago: timedelta,
    record: str,
) -> str:
    """Which other computer has a book open, or had when it was last seen; what is safe, what to do."""
    return _ELSEWHERE[standing].say(
        language,
        path=path,
        computer=computer,
        who=_named(who, language),
        since=moment(since, language),
        ago=_long(ago, language),
        record=record,
    )


def also_open_words(language: Language, *, computer: str, who: str, since: datetime) -> str:
    """That another computer has come to a book that is open here."""
    return _ALSO_OPEN.say(language, computer=computer, who=_named(who, language), since=moment(since, language))


def conflict_words(names: Iterable[str], language: Language) -> str:
    """What second versions of a book lie beside it, and what to do about them."""
    return _CONFLICTS.say(language, names=_BETWEEN_NAMES.say(language).join(f"“{name}”" for name in names))


def _named(who: str, language: Language) -> str:
    return _NAMED.say(language, who=who) if who else _SOMEBODY.say(language)


def _long(lapse: timedelta, language: Language) -> str:
    """In the largest unit of which it holds two."""
    for unit, words in ((timedelta(days=1), _DAYS), (timedelta(hours=1), _HOURS)):
        if lapse >= 2 * unit:
            return words.say(language, n=lapse // unit)
    return _MINUTES.say(language, n=lapse // timedelta(minutes=1))
