"""Headings of lists of what the team itself did: releases and changes of price, and surveys that were sent."""

from csdesk.intake.vocabulary.entry import ValueType, entry

MARKERS = (
    entry(
        "marker.date",
        ValueType.DATE,
        "2024-09-10",
        says="release date|released on|launch date|launched|launched on|リリース日|公開日|実施日|改定日",
        bare="date|day|when|on|日付|日|年月日|日時|released|launched|live|effective|適用日",
    ),
    entry(
        "marker.kind",
        ValueType.WORD,
        "release",
        says="marker|marker type|event type|出来事の種類",
        bare="type|kind|category|種別|区分|種類|分類|カテゴリ",
    ),
    entry(
        "marker.title",
        ValueType.TEXT,
        "Version 4",
        says="release|release name|version|version name|release title|リリース|リリース名|バージョン|"
        "リリース内容|出来事",
        bare="title|name|event|what|description|change|summary|headline|内容|件名|タイトル|名称|概要|イベント|変更内容",
    ),
)

INVITATIONS = (
    entry(
        "invitation.survey",
        ValueType.WORD,
        "nps",
        says="survey type|survey kind|type of survey|アンケート種別|調査種別|調査の種類",
        bare="survey|type|metric|kind|アンケート|調査|種別|種類|指標",
    ),
    entry(
        "invitation.relation",
        ValueType.WORD,
        "relational",
        says="relational or transactional|survey relation",
    ),
    entry(
        "invitation.date",
        ValueType.DATE,
        "2024-09-10",
        says="survey sent|survey sent on|survey sent at|asked on|asked at|invited on|invited at|invitation sent|"
        "invitation date|アンケート依頼日|アンケート送信日|アンケート配信日|調査依頼日|依頼日",
        bare="date|sent|sent on|sent at|send date|month|日付|送信日|配信日|送付日|実施日|送信日時|配信日時",
    ),
    entry(
        "invitation.asked",
        ValueType.COUNT,
        "40",
        says="asked|customers asked|people asked|users asked|number asked|surveys sent|survey invitations|"
        "invitations sent|invitations|invited|people invited|number invited|surveyed|依頼数|依頼人数|依頼件数|"
        "アンケート依頼数|アンケート送信数|アンケート配信数|調査対象数|送付数(アンケート)",
        bare="sent|recipients|count|number|送信数|配信数|送付数|対象数|件数|人数",
    ),
    entry(
        "invitation.name",
        ValueType.TEXT,
        "Autumn survey",
        says="survey name|survey title|wave|survey wave|アンケート名|調査名|調査回",
        bare="name|title|campaign|round|名称|タイトル|回",
    ),
)
