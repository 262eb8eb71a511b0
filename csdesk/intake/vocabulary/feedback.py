"""Headings of feedback, feature requests and the voice of the customer; and of interviews with customers who leave."""

from csdesk.intake.vocabulary.entry import ValueType, entry

FEEDBACK = (
    entry(
        "feedback.external_id",
        ValueType.IDENTIFIER,
        "F-31",
        says="feedback id|idea id|post id|insight id|feature request id|要望id|要望番号|要望no|voc id|voc番号|voc no|"
        "suggestion id|card id",
        bare="id|no|number|key|番号|no.|管理番号|受付番号|レコード番号|レコードid|record id",
    ),
    entry(
        "feedback.given_on",
        ValueType.DATE,
        "2026-10-02",
        says="feedback date|feedback received|requested on|date requested|要望|要望受付|要望受領|"
        "voc受付|voc取得|フィードバック受領|ご要望",
        bare="date|created|received|submitted|added|logged|reported|timestamp|日付|受付|登録|起票|発生|"
        "受領|ヒアリング|取得|記入|came in|came|受けた|聞いた|言われた|いただいた|お聞きした",
    ),
    entry(
        "feedback.kind",
        ValueType.WORD,
        "Request",
        says="feedback type|feedback kind|feedback category|要望種別|要望区分|要望分類|voc区分|voc種別|"
        "voc分類|声の種類|フィードバック種別",
        bare="type|kind|category|種別|区分|分類|カテゴリ|カテゴリー|種類",
    ),
    entry(
        "feedback.source",
        ValueType.TEXT,
        "Interview",
        says="feedback source|feedback channel|収集経路|入手経路|要望元|収集元|入手元|voc収集元",
        bare="source|channel|origin|経路|チャネル|ソース|情報源|取得元",
    ),
    entry(
        "feedback.topic",
        ValueType.TEXT,
        "Export",
        says="board|feature area|feedback topic|対象機能|該当機能|プロダクト領域|"
        "機能カテゴリ|機能分類|要望機能|関連機能",
        hints="product area|component",
        bare="topic|feature|area|board|theme|module|機能|画面|テーマ|tag|tags|タグ|対象",
    ),
    entry(
        "feedback.title",
        ValueType.TEXT,
        "Export to Excel",
        says="note title|feature request|feature requests|feature request title|requested feature|idea|idea title|"
        "idea name|post title|request title|要望タイトル|要望件名|要望名|機能要望|改善要望|要望概要|要望|"
        "suggestion|suggestion title|improvement request|enhancement|enhancement request|改善案|改善提案|"
        "提案タイトル|ご要望タイトル|リクエスト内容|機能リクエスト|card name|card title",
        hints="feature|feature name",
        bare="title|name|subject|summary|headline|post|request|ask|wish|リクエスト|件名|タイトル|概要|要約|名称",
    ),
    entry(
        "feedback.text",
        ValueType.TEXT,
        "They export every Friday by hand",
        says="note text|post details|feedback|feedback text|customer feedback|feedback details|voc|voice of customer|"
        "voice of the customer|customer voice|要望内容|要望詳細|要望の内容|voc内容|お客様の声|顧客の声|"
        "フィードバック|フィードバック内容|ご要望内容|生声|suggestion description|suggestion text|"
        "request details|request description|feedback message|feedback content|ご要望・ご意見|意見・要望|"
        "改善要望内容",
        hints="verbatim|insight|card description",
        bare="quote|text|description|details|content|comment|comments|body|feedback|内容|詳細|本文|コメント|声|意見",
    ),
    entry(
        "feedback.votes",
        ValueType.COUNT,
        "14",
        says="votes|vote count|upvotes|number of votes|total votes|票数|投票数|要望件数|要望数|賛同数|支持数|"
        "同様要望数|要望社数|supporters|supporter count|number of supporters|upvote count|number of requests|"
        "request count|いいね数|リクエスト数|得票数|要望回数|似た声|同じ声|同様の声|似た要望|同じ要望|似た声(件)|"
        "similar requests",
        bare="count|points|score|件数|社数|いいね",
    ),
    entry(
        "feedback.status",
        ValueType.WORD,
        "Planned",
        says="feedback status|feature request status|roadmap status|要望ステータス|要望状況|検討状況|対応方針|"
        "対応可否|開発ステータス|suggestion status|idea status|post status|採否|実装状況|開発状況|リリース状況",
        bare="status|state|stage|decision|ステータス|状態|状況|進捗|対応状況|対応ステータス|対応状態",
    ),
    entry(
        "feedback.department",
        ValueType.TEXT,
        "Product",
        says="responsible team|team in charge|対応部署|担当部署|主管部署|担当チーム|対応部門",
        bare="team|department|部署|部門|チーム",
    ),
    entry(
        "feedback.resolved_on",
        ValueType.DATE,
        "2026-11-12",
        says="shipped|shipped on|released|released on|リリース|リリース実績|対応完了|実装|実装完了",
        bare="resolved|completed|closed|done|release|完了|解決|対応",
    ),
    entry(
        "feedback.told_on",
        ValueType.DATE,
        "2026-11-15",
        says="customer notified|customer informed|customer told|told customer|loop closed|顧客連絡|"
        "顧客回答|お客様回答|顧客通知|顧客報告|顧客フィードバック|お客様連絡|お返事した|返事した|お返事|told them|"
        "replied to customer",
        bare="notified|informed|told|replied|連絡|通知|回答|報告",
    ),
    entry(
        "feedback.owner",
        ValueType.NAME,
        "Alda Fenwick",
        says="feedback owner|feedback by|collected by|captured by|要望受付者|収集者|要望担当|要望担当者|受けた人",
        bare="owner|pm|product manager|submitted by|reporter|reported by|logged by|csm|担当|担当者|"
        "起票者|記入者|受付者|登録者|担当csm",
    ),
    entry("feedback.health", ValueType.NUMBER, "64"),
    entry(
        "feedback.notes",
        ValueType.TEXT,
        "Third time this quarter",
        bare="notes|note|remarks|internal note|備考|メモ|社内メモ",
    ),
)

INTERVIEWS = (
    entry(
        "interview.external_id",
        ValueType.IDENTIFIER,
        "X-4",
        says="interview id|ヒアリングid|インタビューid|cancellation session id",
        bare="id|no|number|response id|番号|no.|回答番号|session id|レコード番号|レコードid|record id",
    ),
    entry(
        "interview.on_date",
        ValueType.DATE,
        "2026-10-14",
        says="interview|exit interview|exit survey|interviewed|ヒアリング|ヒアリング実施|解約ヒアリング|インタビュー|"
        "インタビュー実施|解約インタビュー|exit survey completed|cancellation survey",
        bare="submit|date|timestamp|submitted|completed|responded|日付|実施|回答|タイムスタンプ|送信|日時",
    ),
    entry(
        "interview.by",
        ValueType.NAME,
        "Alda Fenwick",
        says="interviewer|interviewed by|ヒアリング担当|ヒアリング担当者|ヒアリング者|インタビュアー|聞き手",
        bare="by|owner|csm|担当|担当者|実施者|記入者|記録者",
    ),
    entry(
        "interview.stated_reason",
        ValueType.TEXT,
        "Too expensive",
        says="stated reason|reason stated|reason given|main reason for leaving|reason for leaving|"
        "reason for cancelling|reason for canceling|cancellation reason|churn reason|exit reason|解約理由|"
        "退会理由|離脱理由|解約の理由|主な解約理由|解約事由|表向きの理由|表面的な理由|お客様の述べた理由|"
        "cancel reason|offboarding reason|cancellation survey response|解約の主な理由|主たる解約理由|"
        "解約した理由|解約される理由|解約を決めた理由|解約に至った理由|解約のきっかけ|退会の主な理由|"
        "退会した理由|退会のきっかけ|main reason you are leaving|main reason for cancelling|"
        "primary reason for leaving|primary cancellation reason|why are you leaving",
        bare="reason|main reason|primary reason|理由|主な理由|survey response|survey answer",
        pattern=r"(?:why|reason).*(?:cancel|leav|churn|stop)|(?:解約|退会).*(?:理由|きっかけ)|なぜ.*(?:解約|退会)",
    ),
    entry(
        "interview.root_cause",
        ValueType.TEXT,
        "The sponsor left",
        says="true reason|real reason|underlying reason|actual reason|underlying cause|真因|本当の理由|真の理由|"
        "真の解約理由|本音|実際の理由|true cause|real cause|actual cause|本当の原因|真の原因|実際の原因|"
        "根本的な理由|根本的原因|本当の解約理由",
        bare="root cause|cause|根本原因|原因|要因",
    ),
    entry(
        "interview.would_have_stayed",
        ValueType.TEXT,
        "A cheaper plan for small teams",
        says="what would have changed your mind|what would have changed their mind|what would have made you stay|"
        "would have stayed|would have stayed if|what could have saved it|could have been saved|引き止め条件|"
        "継続条件|継続の条件|何があれば継続したか|何があれば継続|再契約条件|再契約の条件|防げたか|"
        "what would bring you back|win back condition|何があれば続けたか|何があれば続けた|継続のための条件|"
        "続けるための条件",
        pattern=r"chang\w* (?:your|their) mind|(?:ma[dk]e|kept|keep) you (?:stay|as)|"
        r"would you have (?:stay|com|return)|what would (?:bring|get|win) you|"
        r"(?:何があれば|どうすれば|どのような|どうなれば).*(?:継続|続け|防げ|戻|再契約|再開)|(?:再契約|再開)の?条件",
    ),
    entry(
        "interview.quote",
        ValueType.TEXT,
        "“We liked you, our board did not.”",
        says="quote|customer quote|in their words|in their own words|印象的な発言|お客様の言葉|発言|コメント原文|"
        "生の声|引用|freeform feedback|customer words|顧客コメント|顧客の発言|お客様コメント|ヒアリングコメント",
        bare="verbatim|comment|comments|コメント|自由記述|発言内容",
    ),
    entry(
        "interview.rival",
        ValueType.TEXT,
        "Tallybarn",
        says="switched to|switching to|moving to|moved to|competitor chosen|new vendor|replacement vendor|"
        "replaced by|rival|乗り換え先|乗換先|切替先|移行先|乗り換え先サービス|他社サービス名|競合サービス|"
        "切り替え先|competitor name|alternative chosen|乗換え先|乗り換えサービス|代替サービス|移行先サービス|"
        "競合製品|乗り換え先のサービス|乗り換え先のサービス名|移行先のサービス|移行先のサービス名|"
        "切り替え先のサービス",
        hints="competitor|alternative|競合|競合名|他社名",
        bare="competitor|competition|vendor|alternative|競合|競合他社|他社",
        pattern=r"(?:switch|mov)\w* to|(?:which|what) (?:\w+ )?(?:tool|product|service|software|vendor|solution).*"
        r"(?:instead|use|mov|switch|replac)|"
        r"乗り?換え|移行先|他社サービス",
    ),
    entry(
        "interview.themes",
        ValueType.TEXT,
        "Price, sponsor",
        says="interview themes|takeaways|lessons learned|key learnings|教訓|気づき",
        bare="theme|themes|learnings|テーマ|学び|所感",
    ),
    entry(
        "interview.initiative",
        ValueType.TEXT,
        "Find a second sponsor in month three",
        says="preventive action|corrective action|follow up initiative|再発防止策|改善策|今後の施策|"
        "今後の対策|改善アクション|打ち手",
        bare="initiative|action|対策|施策|アクション",
    ),
    entry(
        "interview.notes",
        ValueType.TEXT,
        "Would recommend us still",
        says="interview notes|ヒアリングメモ",
        bare="notes|note|remarks|memo|備考|メモ",
        pattern=r"anything else|(?:any|other|further|additional) (?:comments|feedback|thoughts)|"
        r"その他.*(?:意見|感想|要望|お気づき|ご記入)|最後に.*(?:意見|感想)",
    ),
    entry(
        "interview.reason_family",
        ValueType.WORD,
        "price",
        says="reason category|reason group|解約理由区分|理由カテゴリ|解約理由カテゴリ|解約理由分類|理由区分|理由分類",
        bare="category|区分|分類|カテゴリ",
    ),
)
