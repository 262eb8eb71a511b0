"""Headings of what came of a mailing, for each recipient or for each campaign."""

from csdesk.intake.vocabulary.entry import ValueType, entry

MAILINGS = (
    entry(
        "mailing.external_id",
        ValueType.IDENTIFIER,
        "c-118",
        says="campaign id|mailing id|broadcast id|配信id|メールid|キャンペーンid|配信番号|配信no",
        bare="unique id|id|no|number|番号|no.",
    ),
    entry(
        "mailing.name",
        ValueType.TEXT,
        "November newsletter",
        says="campaign|campaign name|campaign title|email name|email title|mailing|mailing name|email campaign|"
        "broadcast|broadcast name|newsletter name|newsletter title|subject line|email subject|メール名|配信名|"
        "キャンペーン名|キャンペーン|メールタイトル|メール件名|配信件名|配信タイトル|メルマガ名|メルマガ|"
        "シナリオ名|配信メール|配信メール名|message name|message title|email subject line|メルマガ件名|"
        "メルマガタイトル|配信メール件名|ステップメール名",
        hints="newsletter",
        bare="name|title|subject|件名|タイトル|名称|メール",
    ),
    entry(
        "mailing.on_date",
        ValueType.DATE,
        "2026-11-05",
        says="send|send date|sent date|sent on|sent at|send time|send date time|date sent|campaign date|"
        "mailing date|配信|配信日時|配信開始|送信日時|送信日|発送|送付|メール配信",
        hints="sent|delivered at|送信",
        bare="date|time|sent|日付|日時|日|送信",
    ),
    entry(
        "mailing.sent",
        ValueType.TEXT,
        "120",
        says="emails sent|total sent|number sent|sent count|total recipients|配信数|送信数|配信件数|送信件数|"
        "配信対象数|送付数|配信通数|送信通数|総配信数|総送信数|send count|total sends|audience size|配信総数|"
        "送信総数|配信先数|配信対象者数",
        hints="sends|recipients",
        bare="sent|sends|recipients|送信|配信|送信済|送信済み|対象数",
    ),
    entry(
        "mailing.delivered",
        ValueType.TEXT,
        "118",
        says="delivered|emails delivered|total delivered|successful deliveries|到達数|到達件数|配信成功数|送達数|"
        "配達数|successfully delivered|配信成功件数|送信成功数|送信成功件数|有効配信数|正常配信数",
        hints="deliveries",
        bare="delivered|deliveries|received|到達|配信成功|送達|受信|成功数|成功|成功件数",
    ),
    entry(
        "mailing.opened",
        ValueType.TEXT,
        "42",
        says="opened|opens|emails opened|unique opens|total opens|open count|opened email|email opened|times opened|"
        "number of opens|opened?|開封数|開封|開封済|開封済み|開封有無|開封回数|ユニーク開封数|開封件数|開封者数|"
        "開封日時|開封フラグ|unique open|opens (unique)|unique open count|people who opened|unique openers|"
        "開封人数|開封ユーザー数|ユニーク開封|ユニーク開封者数",
        bare="open|opened|opens|first open|last open",
    ),
    entry(
        "mailing.clicked",
        ValueType.TEXT,
        "11",
        says="clicked|clicks|emails clicked|unique clicks|total clicks|click count|clicked email|email clicked|"
        "times clicked|clicked link|number of clicks|clicked?|クリック数|クリック有無|クリック回数|"
        "ユニーククリック数|クリック件数|クリック者数|クリック日時|クリックフラグ|urlクリック数|リンククリック|"
        "リンククリック数|unique click|clicks (unique)|unique click count|people who clicked|unique clickers|"
        "クリック人数|クリックユーザー数|ユニーククリック|ユニーククリック者数",
        hints="クリック",
        bare="click|clicked|clicks|クリック|first click|last click",
    ),
    entry(
        "mailing.downloaded",
        ValueType.TEXT,
        "4",
        says="downloads|downloaded|download count|downloaded asset|downloaded?|ダウンロード数|"
        "ダウンロード有無|dl数|資料dl|資料dl数|資料ダウンロード|資料ダウンロード数|ダウンロード回数",
        hints="ダウンロード",
        bare="download|ダウンロード|dl",
    ),
    entry(
        "mailing.replied",
        ValueType.TEXT,
        "2",
        says="email replies|reply count|replied?|メール返信|メール返信数",
        bare="replied|replies|reply|返信|返信数|返信有無",
    ),
    entry(
        "mailing.bounced",
        ValueType.TEXT,
        "2",
        says="bounced|bounces|total bounces|bounce count|emails bounced|bounced?|不達数|バウンス数|配信エラー数|"
        "配信失敗数|送信エラー数|未達数|エラー件数|undelivered|配信エラー件数|送信失敗数|不達件数|不到達数|"
        "未到達数|エラーメール数",
        hints="bounce|不達|バウンス",
        bare="bounce|エラー|エラー数|不達|バウンス|配信エラー|送信エラー|失敗|失敗数|未達|hard bounce",
    ),
    entry(
        "mailing.unsubscribed",
        ValueType.TEXT,
        "1",
        says="unsubscribes|unsubscribe count|total unsubscribes|unsubscribed?|配信停止数|配信解除数|購読解除数|"
        "オプトアウト数|配信停止件数|登録解除数|解除件数|購読停止数|opt out count",
        hints="unsubscribed|unsubs",
        bare="unsubscribe|unsubscribed|opt out|opted out|opt outs|配信停止|配信解除|購読解除|"
        "オプトアウト|解除|解除数|停止数",
    ),
)
