"""The words of an account review, as a customer reads them."""

from collections.abc import Mapping
from datetime import date

from csdesk.models.kinds import Language
from csdesk.models.months import Period
from csdesk.wording.charts import period_name
from csdesk.wording.kinds import SURVEYS, TOUCH_TYPES
from csdesk.wording.speech import NOTHING, Words, day, look_up, percent, short, whole

PARTS: Mapping[str, Words] = {
    "goals": Words("Goals and results", "目標と成果"),
    "value": Words("What it brought you", "ご活用の成果"),
    "use": Words("How you use it", "ご利用状況"),
    "tickets": Words("Your requests", "お問い合わせ状況"),
    "voice": Words("What you told us", "いただいたお声"),
    "together": Words("What we did together", "ご一緒した取り組み"),
    "roadmap": Words("What is coming", "今後の予定"),
    "steps": Words("Next steps", "次のステップ"),
    "contract": Words("Contract and renewal", "ご契約と更新"),
}

WORDS: Mapping[str, Words] = {
    "title": Words("Business review", "ご利用状況レビュー"),
    "about": Words("{period} · as of {day}", "{period}　{day}時点"),
    "for": Words("Prepared by {company}", "{company}"),
    "customer": Words("{customer}", "{customer} 御中"),
    "page": Words("{page} / {pages}", "{page} / {pages}"),
    "now": Words("This period", "今期間"),
    "before": Words("Period before", "前期間"),
    "change": Words("Change", "増減"),
    "ever": Words("Since the records begin", "記録開始からの累計"),
    "so_far": Words("so far", "期間の途中"),
    "goals_reached": Words("Goals reached", "達成した目標"),
    "of": Words("{part} of {whole}", "{whole}件中{part}件"),
    "users": Words("People using it", "ご利用者数"),
    "user_month": Words("People using it, by month", "月別のご利用者数"),
    "than_before": Words("before: {figure} ({change})", "前期間 {figure}（{change}）"),
    "opened": Words("Opened", "受付"),
    "solved": Words("Solved", "解決"),
    "tickets_solved": Words("Requests solved", "解決したお問い合わせ"),
    "days_to_solve": Words("Days to solve", "解決までの日数"),
    "days_line": Words("Days to solve: {days} ({note})", "解決までの日数：{days}（{note}）"),
    "taken": Words("{days} days to solve, mean", "解決まで平均{days}日"),
    "mean_of": Words("mean of {n} solved", "解決{n}件の平均"),
    "none_solved": Words("none solved in this period", "この期間の解決はありません"),
    "waiting": Words("Open at the day of this review", "対応中のお問い合わせ"),
    "subject": Words("Subject", "件名"),
    "month": Words("Month", "月"),
    "total": Words("Total", "合計"),
    "goal": Words("Goal", "目標"),
    "victory": Words("Reached when: {text}", "達成の基準：{text}"),
    "victory_short": Words("Reached when", "達成の基準"),
    "unit": Words("Unit", "単位"),
    "baseline": Words("At the start", "開始時"),
    "current": Words("Now", "現在"),
    "target": Words("Target", "目標値"),
    "progress": Words("Progress", "進捗"),
    "reached": Words("Reached", "達成"),
    "reached_on": Words("reached on {day}", "{day}達成"),
    "due": Words("by {day}", "期限 {day}"),
    "milestone": Words("Milestone", "マイルストーン"),
    "milestones": Words("Milestones", "マイルストーン"),
    "who": Words("By", "担当"),
    "due_on": Words("Due", "期限"),
    "done_on": Words("Done", "完了日"),
    "you": Words("You", "お客様"),
    "us": Words("Us", "弊社"),
    "what": Words("What", "内容"),
    "day": Words("Day", "日付"),
    "kind": Words("Kind", "種類"),
    "with": Words("With", "ご参加"),
    "survey": Words("Question", "アンケート"),
    "score": Words("Score", "スコア"),
    "comment": Words("In your words", "コメント"),
    "measure": Words("Measure", "利用指標"),
    "product": Words("Product", "製品"),
    "plan": Words("Plan", "プラン"),
    "seats": Words("Seats", "ライセンス数"),
    "since": Words("Since", "契約開始"),
    "renews_on": Words("Renewal", "更新日"),
    "notice_by": Words("Notice by", "解約通知期限"),
    "auto_renew": Words("Renews by itself", "自動更新"),
    "yes": Words("yes", "あり"),
    "no": Words("no", "なし"),
    "no_goals": Words(
        "No goals have been agreed yet. What should this year bring you?",
        "目標はまだ設定されていません。次回、達成したいことをご一緒に決めさせてください。",
    ),
    "no_use": Words("No use is on record for this time.", "この期間の利用記録はありません。"),
    "no_tickets": Words("There have been no requests.", "お問い合わせはありませんでした。"),
    "no_answers": Words("There are no answers in this period.", "この期間のご回答はありません。"),
    "no_meetings": Words("No meetings are on record for this period.", "この期間の取り組みの記録はありません。"),
    "no_steps": Words("No next steps have been agreed yet.", "次のステップはまだ決まっていません。"),
    "no_contract": Words("No contract is running at this day.", "この時点で有効なご契約はありません。"),
    "and_more": Words("and {n} more", "ほか{n}件"),
    "scale": Words("{score} of {most}", "{most}点中{score}点"),
}

MOST = {"nps": 10, "csat": 5, "ces": 7}
"""The best a question can be answered with."""


def review_word(key: str, language: Language, **values: object) -> str:
    """A word of the review."""
    return WORDS[key].say(language, **values)


def part_name(part: str, language: Language) -> str:
    """A part of the review as its heading says it."""
    return look_up(PARTS, part, language)


def about_review(period: Period, on: date, language: Language) -> str:
    """What time it looks back on, and the day it was made for."""
    return review_word("about", language, period=period_name(period, language), day=day(on, language))


def amount(value: float | None, unit: str, language: Language) -> str:
    """A figure in the unit the book has for it; a percentage stays next to its sign."""
    if value is None:
        return NOTHING
    between = "" if unit in {"", "%", "％"} or language is Language.JA else " "
    return f"{short(value)}{between}{unit}"


def change(now: float | None, before: float | None) -> str:
    """How much more or less, in percent of what it was."""
    if now is None or not before:
        return NOTHING
    share = now / before - 1
    return f"+{percent(share, 0)}" if share > 0 else percent(share, 0)


def score_of(survey: str, score: float, language: Language) -> str:
    """A score with the best that could be given."""
    most = MOST.get(survey)
    return review_word("scale", language, score=short(score), most=most) if most else short(score)


def days_taken(days: float | None) -> str:
    """A mean of days, with one decimal."""
    return NOTHING if days is None else whole(days, 1)


def touch_word(kind: str, language: Language) -> str:
    """A kind of meeting."""
    return look_up(TOUCH_TYPES, kind, language)


def survey_word(survey: str, language: Language) -> str:
    """A question asked."""
    return look_up(SURVEYS, survey, language)
