"""What every health factor is called, and what it looks at in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.models.kinds import Language

FACTORS: Mapping[str, tuple[Words, Words]] = {
    "use_frequency": (
        Words("Frequency of use", "利用頻度"),
        Words("Logins (or the like) in the last 30 days.", "直近30日間のログイン回数（またはそれに準ずる回数）。"),
    ),
    "use_trend": (
        Words("Trend of use", "利用の増減"),
        Words(
            "Use in the last 30 days against what was usual in the 90 days before.",
            "直近30日間の利用を、その前の90日間の平均と比べた値。",
        ),
    ),
    "users": (
        Words("Active users", "利用者数"),
        Words("People who used it in the last 30 days.", "直近30日間に利用した人数。"),
    ),
    "tickets": (
        Words("Support tickets", "問い合わせ件数"),
        Words(
            "Tickets of the last 90 days: some are healthy, none is silence, many are trouble.",
            "直近90日間の問い合わせ件数。適度な件数は健全、ゼロは無関心、多すぎは不調の兆し。",
        ),
    ),
    "survey_score": (
        Words("NPS answers", "NPSの回答"),
        Words("Mean of the account's latest NPS answers.", "直近のNPS回答の平均点。"),
    ),
    "survey_reply": (
        Words("Answers surveys", "アンケートへの回答"),
        Words("Whether anyone answered a survey in the last year.", "直近1年間にアンケートへの回答があったか。"),
    ),
    "last_touch": (
        Words("Last touch", "最終接点"),
        Words("Days since the last touch, newsletters aside.", "最後の接点からの日数（メールマガジンを除く）。"),
    ),
    "sentiment": (
        Words("Sentiment", "所感"),
        Words("Mean sentiment (1-5) of the latest touches.", "直近の接点で記録した所感（1～5）の平均。"),
    ),
    "candour": (
        Words("Candour", "率直さ"),
        Words("Mean candour (1-5) of the latest touches.", "直近の接点で記録した率直さ（1～5）の平均。"),
    ),
    "executive_relationship": (
        Words("Executive relationship", "経営層との関係"),
        Words("Mean relationship (1-5) with their executives.", "先方の経営層との関係（1～5）の平均。"),
    ),
    "mrr_change": (
        Words("Change of MRR", "MRRの増減"),
        Words("Change of MRR over the last 180 days.", "直近180日間のMRRの増減率。"),
    ),
    "payment": (
        Words("Payment", "支払い状況"),
        Words("Mean days that recent invoices were late.", "直近の請求の平均遅延日数。"),
    ),
    "key_feature_use": (
        Words("Use of key features", "主要機能の活用"),
        Words(
            "Use of the feature that matters most in 30 days, from the measure chosen in the model, or set by hand.",
            "最も魅力のある機能の直近30日間の利用量（モデルで選んだ利用指標、または手入力）。",
        ),
    ),
    "executive_users": (
        Words("Executive users", "経営層の利用"),
        Words(
            "Executives who used it in the last 30 days, where use is known by person, or set by hand.",
            "直近30日間に利用した経営層の人数（個人別の利用実績、または手入力）。",
        ),
    ),
    "used_in_meetings": (
        Words("Used in their meetings", "会議での活用"),
        Words(
            "Whether it is shown in the customer's own meetings, set by hand.",
            "先方の社内会議で使われているか（手入力）。",
        ),
    ),
    "independence": (
        Words("Independence", "自走度"),
        Words("How well they get on without help, set by hand.", "支援なしで運用できている度合い（手入力）。"),
    ),
    "advocacy": (
        Words("Advocacy", "推奨・紹介"),
        Words("References, case studies and talks given, set by hand.", "紹介、導入事例、登壇などの協力（手入力）。"),
    ),
    "outcome": (
        Words("Outcome", "成果"),
        Words("Whether their goals are on track, set by hand.", "目標の達成が順調か（手入力）。"),
    ),
    "seat_use": (
        Words("Seats in use", "席の利用率"),
        Words(
            "Active users against the seats bought.",
            "購入席数に対する利用者数の割合。",
        ),
    ),
    "user_growth": (
        Words("Growth of users", "利用者の増減"),
        Words(
            "Users of the last 30 days against those of 90 days before.",
            "直近30日間の利用者数を、90日前の30日間と比べた増減率。",
        ),
    ),
    "user_loss": (
        Words("Users lost", "利用者の離脱"),
        Words(
            "Share of the users of the month before who have not come in the last 30 days.",
            "前の30日間の利用者のうち、直近30日間に利用していない人の割合。",
        ),
    ),
    "ticket_days": (
        Words("Days to resolve", "解決までの日数"),
        Words(
            "Mean days from opening to closing of recent tickets.",
            "最近の問い合わせの、受付から解決までの平均日数。",
        ),
    ),
    "urgent_tickets": (
        Words("Urgent tickets", "緊急の問い合わせ"),
        Words(
            "Tickets of high or urgent priority in the last 90 days.",
            "直近90日間の、優先度が「高」または「緊急」の問い合わせ件数。",
        ),
    ),
    "mail_opens": (
        Words("Mails opened", "メールの開封率"),
        Words(
            "Share of the mails of the last 180 days that were opened.",
            "直近180日間に届いたメールの開封率。",
        ),
    ),
    "mail_clicks": (
        Words("Mails clicked", "メールのクリック率"),
        Words(
            "Share of the mails of the last 180 days that led to a click.",
            "直近180日間に届いたメールのクリック率。",
        ),
    ),
    "mail_downloads": (
        Words("Downloads from mails", "資料のダウンロード率"),
        Words(
            "Share of the mails of the last 180 days that led to a download.",
            "直近180日間に届いたメールからの資料ダウンロード率。",
        ),
    ),
    "community": (
        Words("Community", "コミュニティ"),
        Words(
            "Questions, wishes and other words on the product in the last 180 days.",
            "直近180日間の質問、要望、ご意見などの件数。",
        ),
    ),
    "referrals": (
        Words("Referrals", "紹介した顧客数"),
        Words(
            "Customers who name this one as who brought them.",
            "この顧客の紹介で契約した顧客の数。",
        ),
    ),
    "goals": (
        Words("Goals reached", "目標の達成率"),
        Words(
            "Of the goals due or reached in the last year, the share that is reached.",
            "直近1年間に期限が来た、または達成した目標のうち、達成済みの割合。",
        ),
    ),
    "touch_need": (
        Words("Help needed", "支援の必要度"),
        Words(
            "Touches and tickets of the last 90 days, of accounts that use the product: fewer is more independent.",
            "利用中の顧客の、直近90日間の接点と問い合わせの件数。少ないほど自走できている。",
        ),
    ),
    "experience": (
        Words("Experience", "顧客体験"),
        Words(
            "How it is to be a customer, set by hand.",
            "顧客としての体験の良し悪し（手入力）。",
        ),
    ),
}


_OTHERS = {"profile": (Words("Profile", "プロファイル"),), "score": (Words("Score set by hand", "スコアの手動設定"),)}
"""What a change of score is put down to that no factor made."""


def factor_name(factor: str, language: Language) -> str:
    """A health factor's name; a factor of the book's own goes by its id."""
    words = _OTHERS.get(factor) or FACTORS.get(factor)
    return words[0].say(language) if words else factor


def factor_explanation(factor: str, language: Language) -> str:
    """What a health factor looks at; '' for a factor of the book's own."""
    words = FACTORS.get(factor)
    return words[1].say(language) if words else ""
