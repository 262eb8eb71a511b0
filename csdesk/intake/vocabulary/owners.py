"""Words for whose column it is, and headings that belong to no field."""

OWNERS = {
    "account": "customers|customer|clients|client|companies|company|accounts|account|organizations|"
    "organization|organisation|org|associated company|associated account|tenant|関連付けられた会社|関連会社|"
    "workspace|custom|context|account info|company info|customer info|basic info|基本情報|顧客情報|会社情報|企業情報|"
    "取引先情報|顧客|取引先|会社|企業|お客様|得意先|クライアント|アカウント|契約先|導入企業|"
    "導入先|法人|テナント|客先|加盟店",
    "contract": "subscription items|subscription item|subscriptions|subscription|contracts|contract|agreement|"
    "deals|deal|opportunity|rate plan charge tier|rate plan charge|rate plan|"
    "opportunities|order|plan|billing|license|"
    "contract info|contract details|term|fees|exit|契約情報|契約内容|"
    "契約|サブスクリプション|サブスク|商談|案件|受注|注文|課金|プラン|ご契約|現契約|現行契約|現在契約|today",
    "contact": "contacts|contact|person properties|person|invitee|attendee|submitter|"
    "people|requester|end user|user|visitor|respondent|customer contact|"
    "primary contact|poc|point of contact|contact info|担当者情報|連絡先情報|担当者|ご担当者|先方担当者|"
    "連絡先|利用者|ユーザー|回答者|依頼者|問い合わせ者|取引先担当者|窓口担当者|コンタクト|先方|名刺",
    "ticket": "tickets|ticket|chat|complaints|complaint|incident|inquiry|enquiry|チャット|会話|クレーム|苦情|"
    "インシデント|"
    "cases|case|issue|conversation|request|チケット|問い合わせ|お問い合わせ|"
    "問合せ|ケース|課題",
    "invoice": "invoices|invoice|bill|請求書|請求|ご請求",
    "touch": "touches|touch|note|timeline|activity|activities|interaction|engagement|meeting|call|log|対応履歴|"
    "ミーティング|コール|活動履歴|コンタクト履歴|面談履歴|商談履歴|訪問履歴|"
    "やりとり|やり取り|活動|対応|接触|面談|打ち合わせ|コンタクト|訪問|履歴",
    "task": "tasks|task|cta|タスク",
    "nps": "nps|response|survey|answer|feedback|回答|アンケート",
    "csat": "csat|satisfaction",
    "ces": "ces|effort",
    "usage": "usage|event|use|利用|イベント|操作",
    "movement": "mrr movement|mrr change|movement|変動|異動|増減",
    "cost": "cost|expense|spend|費用|経費|コスト",
    "health": "health|scores|ヘルス|スコア",
}
"""Field owner -> words that stand before a bare heading."""

NOBODY = (
    "fax|fax number|敬称|名前敬称|担当者敬称|取引先敬称|取引先名称敬称|country|"
    "country region|city|state|locality|billing city|billing country|shipping city|"
    "市区町村|国|国/地域|国・地域|国名|latitude|longitude|avatar|lead status|"
    "リードステータス|annual revenue|annual sales|annual turnover|revenue range|"
    "年商|年商規模|売上高|年間売上高|売上規模|"
    "資本金|設立|設立年|"
    "設立年月日|founded|year founded|refunded volume|dispute losses|payment count|delinquent|"
    "created by|updated by|modified by|last modified by|更新者|作成者|登録者|"
    "最終更新者|レコードの開始行|summation column|住所2|住所3|住所２|address 2|"
    "address line 2|address2|建物名|ビル名|cc|bcc|payment terms|支払条件|"
    "支払方法|payment method|time zone|timezone|language|locale|attachments|添付ファイル|"
    "担(副)|担当(副)|担当者(副)|副因|キーマン度|"
    "サブ担当|サブ担当者|副担当|副担当者|backup csm|secondary csm|backup owner|secondary owner|"
    "address country|address city|address line2|billing address country|billing address city|"
    "billing address line2|account balance|customer balance|credit balance|"
    "promotional credits|refundable credits|excess payments|"
    "slack channel|slack|teams channel|チャットルーム|"
    "銀行名|支店名|口座番号|口座名義|billing code|shipping code|network id|ip address|ipアドレス|permalink|"
    "months|tenure|tenure months|lifetime months|months active|months as customer|months until churn|"
    "duration months|customer lifetime (months)|継続月数|利用月数|契約継続月数|在籍月数|継続期間(月)|"
    "利用期間(月)|経過月数"
)
"""Headings that look like fields and are none of ours: kept as the team's own columns."""

_OF_ACCOUNTS = frozenset(
    {"account.size", "account.tier", "account.segment", "account.industry", "account.region", "account.domain"}
)
_OF_WORK = frozenset({"ticket.assignee", "touch.by", "task.owner", "goal.owner", "milestone.owner"})
"""Who does one piece of work, which is not who looks after the account."""
_OF_DEEDS = frozenset({"touch", "task", "ticket"})
"""Owners whose days, types and standings are their own."""
_OF_PAPERS = frozenset({"contract", "invoice"})
"""Owners of which nothing is a deed: 契約内容 tells no touch."""


_OF_PEOPLE = frozenset({"nps", "csat", "ces", "account", "contact"})
_ALONE = {
    **dict.fromkeys(("nps", "csat", "ces"), _OF_PEOPLE),
    "health": _OF_PEOPLE | {"health", "usage"},
}
"""Owners behind whose word only such fields are meant: an 'NPS date' is no day of use."""


def is_anothers(owner: str, field_id: str) -> bool:
    """Whether an owner's word before a field's own heading makes it another thing's: 'Deal size' is no company's size,
    the end of a meeting no contract's, an account's owner nobody's assignee."""
    if owner == "account" and field_id in _OF_WORK:
        return True
    if owner in _OF_PAPERS and field_id.partition(".")[0] in _OF_DEEDS:
        return True
    if owner in _ALONE and field_id.partition(".")[0] not in _ALONE[owner]:
        return True
    if owner in _OF_DEEDS and field_id.partition(".")[0] not in {owner, "account", "contact"}:
        return True
    return owner != "account" and field_id in _OF_ACCOUNTS
