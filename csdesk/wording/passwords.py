"""What is said of passwords: asked for, refused, weak or strong."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up

PROMPT = Words("Password for {name}: ", "{name} のパスワード: ")
AGAIN = Words("The same again: ", "もう一度入力: ")
WRONG_PASSWORD = Words(
    "This password does not open {path}, or the file is damaged. Nothing was changed; type the password again.",
    "このパスワードでは {path} を開けません（ファイルが破損している可能性もあります）。変更は行っていません。"
    "パスワードを入力し直してください。",
)

_TROUBLES: Mapping[str, Words] = {
    "none": Words(
        "{path} needs a password. Nothing was written; give it by --password-file or in CSDESK_PASSWORD.",
        "{path} にはパスワードが必要です。何も書き込んでいません。"
        "--password-file または環境変数 CSDESK_PASSWORD で指定してください。",
    ),
    "empty": Words("The password is empty. Nothing was written.", "パスワードが空です。何も書き込んでいません。"),
    "different": Words(
        "The two passwords are not the same. Nothing was written.",
        "2つのパスワードが一致しません。何も書き込んでいません。",
    ),
    "not_here": Words(
        "{path} cannot be protected by a password: only copies that end in .age and Excel workbooks can. Nothing was "
        "written.",
        "{path} はパスワードで保護できません（保護できるのは .age のコピーとExcelブックだけです）。"
        "何も書き込んでいません。",
    ),
    "unreadable": Words(
        "The password file {path} cannot be read. Nothing was written.",
        "パスワードファイル {path} を読み取れません。何も書き込んでいません。",
    ),
}

STRENGTHS: Mapping[str, Words] = {
    "weak": Words(
        "Easily guessed: take four or more words, or 12 letters and more.",
        "推測されやすいパスワードです。4語以上、または12文字以上にしてください。",
    ),
    "fair": Words("Fair. Longer is better.", "普通の強さです。長いほど安全です。"),
    "good": Words("Good.", "十分な強さです。"),
}


def password_words(trouble: str, path: str, language: Language) -> str:
    """Why nothing can be encrypted or decrypted yet."""
    return look_up(_TROUBLES, trouble, language, path=path)
