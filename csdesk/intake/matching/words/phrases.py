"""What a heading's parts say where no list has the whole: companies, days, surveys, and other forms of it."""

import re
import unicodedata

from csdesk.models.kinds import EffortDirection
from csdesk.models.text import fold_case

_HONORIFIC = re.compile(r"^(?:ご|御)(?=[^\s])|^お(?=申|支|問|届|取|名)")
_TITLED = re.compile(r"(?:様|さま|さん)(?=名|番|コ|$)")
_OF = re.compile(r"^(name|start|end|date|number|type|total|beginning|month|day|year|id) of (?:the |our |a )?(.+)$")
_COUNT = re.compile(r"^(?:number of|no of|of|no) (.+)$")
_SHORT = {
    "cust": "customer", "acct": "account", "acc": "account", "co": "company", "org": "organization", "amt": "amount",
    "qty": "quantity", "mth": "month", "mthly": "monthly", "yr": "year", "num": "number", "nr": "number",
    "desc": "description", "mgr": "manager", "strt": "start", "rmks": "remarks",
    "cur": "currency", "subs": "subscription", "sub": "subscription", "svc": "service", "prod": "product",
    "contr": "contract", "inv": "invoice", "resp": "response", "freq": "frequency", "dept": "department",
    "usr": "user", "evt": "event", "cnt": "count", "ts": "timestamp", "opp": "opportunity", "seg": "segment",
    "prob": "probability", "sev": "severity", "hrs": "hours", "hr": "hours", "1st": "first", "nm": "name",
    "addr": "address", "req": "request", "ren": "renewal", "orig": "original", "pri": "priority", "prio": "priority",
    "tkt": "ticket",
}  # fmt: skip
_NUMBERED = re.compile(r"(?<=\w)(\s?)(?:no|番号|number|コード|code|(?<=[^\W\da-z])cd)$")
_RUN_ON = re.compile(r"^(start|end|begin|close|due|sign|churn|renewal|cancel|create|open)(date|time|day)$")
_RUN_ON_BACK = re.compile(r"^date (?:of )?(started|ended|closed|churned|opened)$|^date(started|ended|closed|opened)$")
_OF_TAX = re.compile(
    r"\s*\b(?:incl|including|inclusive of|inc|excl|excluding|exclusive of|ex|with|without|before|plus) (?:tax|vat|gst)$"
    r"|^税(?:込み?|抜き?|別)(?=.)|(?<=.)税(?:込み?|抜き?|別)$"
)
_WINDOW = re.compile(
    r"\s(?:(?:in|over|for) )?(?:the )?(?:last|past|this|trailing|previous) (?:\d+ ?)?(?:d|days?|weeks?|months?)$"
    r"|^(?:(?:直近|過去)(?:\d+(?:日間?|[かヶカ]月間?))?|[今当]月|[先前]月|[今先]週)の?"
)
_COUNTED = re.compile(
    r"log ?in|session|user|visit|event|activ|\bminutes\b|ログイン|セッション|利用|操作|アクセス|アクティブ"
)
_BESIDE = re.compile(r"\s*(?:[/／&＆+・]|\band\b)\s*")
_PERSON = re.compile(r"\b(?:contact|contact name|contact person|person|poc)\b|担当者|ご担当|氏名|窓口")
_TAIL = re.compile(r"(?<=\w) (?:label|total events|total uniques|uniques)$")
"""What tools write behind a heading: the label of a status, how events were counted."""
_OURS = re.compile(r"(?<=\w) (?:us|ours|our side|internal)$|(?<=\w)(?:当社|弊社|自社|当方|社内)側?$")
"""What says that a person is one of the team's own."""
_SOURCE = re.compile(r"^(?:metadata |agent |auto )?(?:salesforce|sfdc|hubspot|traits|gp) (?=\w)")
"""Where a tool has a property of an account from: 'salesforce.ARR'."""
_STAMPED = re.compile(r"(?:年月日|日付)$")
_FIRST = re.compile(r"^(.*(?:名前?|氏名|コード|番号|電話|メール|name|mail|phone|code|\bid)) ?1$")
"""What stands behind the first of several: 会社名1, 名前1, 'Email 1'."""
_EITHER = re.compile(r"または|又は|もしくは|\bor\b")
_LISTED = re.compile(r"(?<=[者先])(?:サブ)?テーブル")
"""What a form's list of persons is called before each of its columns."""
_ASIDE = ((_OF_TAX, ""), (_TAIL, ""), (_OURS, ""), (_SOURCE, ""), (_STAMPED, "日"))
"""What stands beside a heading's own words, and what is put for it."""

_BEGINS = re.compile(
    r"開始|起算|始まり|スタート|サービスイン|カットオーバー|\bfrom$|"
    r"\b(?:start\w*|begin\w*|since|commenc\w*|enrol\w*|launch\w*|go(?:ne)? ?live|live|"
    r"activ(?:e|ated) (?:since|from|on)|first (?:billing|service )?(?:day|date|billing))\b"
)
_ENDS = re.compile(
    r"終了|終わり|解約|退会|離脱|脱退|解除|停止日|閉鎖|\bto$|"
    r"\b(?:end\w*|until|left|exit\w*|off-?board\w*|terminat\w*|discontinu\w*|churn\w*|"
    r"cancel\w*|last (?:service |contract )?day)\b"
)
_OTHER_DAYS = re.compile(
    r"試用|トライアル|無料|割引|キャンペーン|請求|支払|更新|通知|期限|予告|ログイン|連絡|面談|ミーティング|会議|打ち?合わ?せ|通話|訪問|回答|作成|登録|生年月日|週|期首|期末|年度|月初|"
    r"\b(?:end users?|weeks?|wks?|quarter|fiscal|"
    r"trial|free|discount|promo|invoice|payment|renewal|notice|login|contact|contacted|meeting|touch|created|updated|"
    r"modified|survey|nps|csat|ces|reason|risk|flag|score|rate|birth)\b|スコア|アンケート"
)
_COMPANY = re.compile(
    r"社|企業|客|取引先|得意先|契約者|契約先|加盟店|団体|法人|クライアント|ロゴ|"
    r"\b(?:customers?|clients?|compan(?:y|ies)|accounts?|organi[sz]ations?|tenant|logo|business)\b"
)
_NOT_A_NAME = re.compile(
    r"id$|コード|番号|no\.?$|担当|営業|住所|電話|tel|メール|mail|種別|種類|区分|分類|規模|満足|フェーズ|ステータス|状態|状況|"
    r"ランク|セグメント|カナ|かな|フリガナ|ふりがな|略|数|額|料|費|日|月|年|url|hp|内|本社|自社|弊社|当社|他社|代表|"
    r"\b(?:id|code|no|number|owner|manager|type|tier|since|size|segment|status|stage|health|phone|e?mail|address|count|"
    r"success|effort|satisfaction|notes?|url|website|domain|industry|kana|rank|plan|service|contact|region|value|unit)\b"
)

_ANOTHER = re.compile(
    r"競合|他社|仕入|外注|担当|者$|人$|氏名|氏$|役|メンバー|社員|商品|製品|品|サービス|プラン|機能|タスク|作業|課題|案件|件名|"
    r"題|内容|理由|備考|メモ|コード|番号|記号|キー|型|色|地|国|県|市|部|課|方法|手段|目的|用途|結果|状|段階|フェーズ|媒体|"
    r"チャネル|費|キャンペーン|施策|拠点|前回|次回|提案|アクション|"
    r"\b(?:competitors?|rivals?|vendors?|suppliers?|partners?|codes?|tasks?|to ?dos?|products?|items?|skus?|services?|"
    r"plans?|features?|modules?|subjects?|titles?|topics?|reasons?|notes?|comments?|persons?|people|members?|staff|"
    r"employees?|users?|owners?|reps?|leads?|managers?|by|names? of|first|last|status|state|stage|phase|types?|kinds?|"
    r"category|city|country|region|campaigns?|channels?|projects?|deals?|steps?|actions?|outcome|results?|purpose|roles?|team)\b"
)
"""What a column of names may be of that is no customer."""
_SCALE = re.compile(r"(?<![\d-])([01])\s*(?:-|–|~|〜|to|から)\s*(10|5|7)(?!\d)")
_FROM_NONE = re.compile(r"[(\[]?\s*0\s*(?:-|–|~|〜|to|から)\s*10\s*[)\]]?")
"""A scale that NPS alone has, as a heading by itself."""
_SCORE = re.compile(r"score|rating|recommend|スコア|評価|点数|得点|推奨")
_RECOMMENDED = re.compile(r"recommend|推奨|薦め|勧め|すすめ")
_TOP = re.compile(
    r"(?<!\d)[01]\s*(?:-|–|~|〜|to|から)\s*(\d{1,2})(?!\d)|(\d{1,2})\s*段階|(\d{1,2})\s*点満点|"
    r"out of (\d{1,2})|[(\[](\d{2,3})[)\]]\s*$"
)
_TOPS = {"nps": {10, 11}, "csat": {5}, "ces": {7}}
_WHEN = (
    r"[(\[]?(?:(?:q[1-4]|h[12]|fy|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[ '-]*(?:20)?\d\d|'\d\d|"
    r"20\d\d(?: ?(?:q[1-4]|h[12])|年度?(?:[春夏秋冬]|[上下]期|第?\d(?:四半期|回)|\d{1,2}月)?)?)[)\]]?"
)
_ROUND = re.compile(rf"(nps|csat|ces)(?: ?(?:score|スコア))? ?{_WHEN}|{_WHEN} ?(nps|csat|ces)(?: ?(?:score|スコア))?")
_SURVEYS = {("0", "10"): "nps", ("1", "5"): "csat", ("1", "7"): "ces"}

_EASE, _EFFORT = (
    r"easy|easie|ease|simple|effortless|簡単|容易|楽|スムーズ",
    r"hard|difficult|effort|困難|難し|大変|手間|面倒",
)
_AT_SCORE = re.compile(rf"(?<!\d)([1-7])\s*[=＝:：]\s*[^\d=＝:：]*?(?:({_EASE})|({_EFFORT}))")
_OF_SCORE = re.compile(rf"(?:({_EASE})|({_EFFORT}))(?:(?!{_EASE}|{_EFFORT})[^\d()])*\(\s*([1-7])\s*\)")
_RISING = re.compile(
    rf"(?:high\w*|高いほど|大きいほど).{{0,12}}?(?:({_EASE})|(?:{_EFFORT}))|"
    r"how much effort|どれ(?:くらい|ほど).{0,12}(?:手間|労力)"
)
_MIDDLE = 4


def other_forms(phrase: str) -> list[str]:
    """The same heading in other words: without honorifics, 'name of customer' as 'customer name', '# of logins' as
    'logins', 'cust no' as 'customer number', 終了年月日 as 終了日."""
    forms = []
    plain = _TITLED.sub("", _HONORIFIC.sub("", phrase))
    if plain != phrase:
        forms += [plain, _HONORIFIC.sub("", phrase), _TITLED.sub("", phrase)]
    if found := _OF.match(phrase):
        forms.append(f"{found[2]} {found[1]}")
    if found := _COUNT.match(phrase):
        forms.append(found[1])
    long = " ".join(_SHORT.get(word, word) for word in phrase.split())
    if long != phrase:
        forms.append(long)
    if _NUMBERED.search(long):
        forms += [_NUMBERED.sub(r"\1number" if long.isascii() else "番号", long), _NUMBERED.sub(r"\1id", long)]
    if found := _RUN_ON_BACK.match(phrase):
        forms.append(found[1] or found[2])
    if found := _RUN_ON.match(phrase):
        forms.append(f"{found[1]} {found[2]}")
    forms += [_LISTED.sub("", phrase), *(_FIRST.sub(r"\1", part.strip()) for part in _EITHER.split(phrase))]
    forms += [pattern.sub(rest, phrase) for pattern, rest in _ASIDE if pattern.search(phrase)]
    if _COUNTED.search(phrase):
        # What was counted is the same, whatever the days it was counted over.
        forms.append(_WINDOW.sub("", phrase))
    return [form for form in dict.fromkeys(forms) if form and form != phrase]


def begins_or_ends(heading: str) -> str:
    """'start' or 'end' for a heading that speaks of a contract's first or last day in words of its own, else ''."""
    if _OTHER_DAYS.search(heading):
        return ""
    begins, ends = _BEGINS.search(heading), _ENDS.search(heading)
    if bool(begins) == bool(ends):
        return ""
    return "start" if begins else "end"


def survey_of_scale(heading: str) -> str:
    """The survey whose scale stands behind a plain score, or for one: 'Score (0-10)' and '0-10' are NPS, '評価（1〜5）'
    CSAT; '' for none."""
    if _FROM_NONE.fullmatch(heading):
        return "nps"
    found = _SCALE.search(heading)
    survey = _SURVEYS.get((found[1], found[2]), "") if found and _SCORE.search(heading) else ""
    return "" if survey != "nps" and _RECOMMENDED.search(heading) else survey


def survey_of_round(heading: str) -> str:
    """The survey of a heading that says which round of it: "NPS Q3 '26", 'CSAT 2026年秋'; '' for none."""
    words = " ".join(fold_case(heading).replace("_", " ").split())
    found = _ROUND.fullmatch(words)
    return (found[1] or found[2]) if found else ""


def fits_scale(survey: str, heading: str) -> bool:
    """Whether a survey has the scale that its heading tells, where it tells one: '推奨度（5段階）' is no NPS."""
    told = [int(top) for found in _TOP.findall(unicodedata.normalize("NFKC", heading)) for top in found if top]
    return not told or bool(_TOPS[survey] & set(told))


def may_name_company(heading: str) -> bool:
    """Whether a heading speaks of a customer or company and of nothing about it."""
    return bool(_COMPANY.search(heading)) and not _NOT_A_NAME.search(heading)


def names_two(folded: str, text: str) -> bool:
    """Whether a heading says that each cell holds a company and a person: 'Company / Contact'."""
    if not _PERSON.search(folded):
        return False
    parts = [part.casefold() for part in _BESIDE.split(text) if part.strip()]
    of_person = [bool(_PERSON.search(part)) for part in parts]
    return sorted(of_person) == [False, True] and may_name_company(parts[of_person.index(False)])


def speaks_of_another(heading: str) -> bool:
    """Whether a heading speaks of something else than a customer: a competitor, a product, a person of the team."""
    return bool(_ANOTHER.search(heading))


def effort_direction(heading: str) -> EffortDirection | None:
    """What a high score of effort means, where the heading says it: '1 = very easy', '7=とても簡単', 'higher is
    harder'."""
    words = fold_case(heading)
    ends = [(int(n), bool(easy)) for n, easy, _ in _AT_SCORE.findall(words)]
    ends += [(int(n), bool(easy)) for easy, _, n in _OF_SCORE.findall(words)]
    easy_high = {easy == (score > _MIDDLE) for score, easy in ends if score != _MIDDLE}
    if not ends and (rising := _RISING.search(words)):
        easy_high = {bool(rising[1])}
    if len(easy_high) != 1:
        return None
    return EffortDirection.HIGH_IS_EASY if easy_high.pop() else EffortDirection.HIGH_IS_HARD
