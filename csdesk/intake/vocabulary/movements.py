"""Headings of logs of MRR changes: who, when, what became of the MRR, and by how much."""

from csdesk.intake.vocabulary.entry import ValueType, entry

MOVEMENTS = (
    entry(
        "movement.date",
        ValueType.DATE,
        "2024-04-01",
        says="mrr change date|movement date|change date|date of change|activity date|effective date|event date|"
        "変動日|変動月|異動日|異動月|増減日|増減月|変更適用日|変動年月|異動年月|event timestamp|movement month|"
        "mrr change at|変動発生日|変動発生月",
        hints="effective|occurred|occurred at|適用日|反映日|変更日|変更月|計上月|発生月|発生日|timestamp",
        bare="date|month|day|period|at|on|effective|effective from|occurred|occurred at|created|when|time|日付|年月日|"
        "日|月|年月|対象月|適用日|適用月|発生日|発生月|変更日|変更月|計上日|計上月|反映日",
    ),
    entry(
        "movement.type",
        ValueType.WORD,
        "expansion",
        says="mrr movement type|mrr movement|movement type|movement|mrr type|mrr category|mrr change type|mrr event|"
        "activity type|movement category|変動種別|変動区分|変動タイプ|変動理由区分|mrr区分|mrr種別|mrr変動種別|"
        "mrr変動区分|異動区分|異動種別|増減区分|増減種別|増減タイプ|movement name|mrr event type|"
        "subscription event type|event category",
        bare="type|kind|category|event|event type|activity|action|change|change type|what|status|種別|区分|タイプ|"
        "種類|イベント|内容|変更種別|変更区分|変更内容|アクティビティ",
    ),
    entry(
        "movement.amount",
        ValueType.MONEY,
        "12000",
        says="mrr change|mrr delta|delta mrr|change in mrr|net mrr change|mrr impact|mrr difference|"
        "mrr movement amount|movement amount|activity mrr movement|mrr change amount|mrr effect|arr change|"
        "arr delta|delta arr|change in arr|net change|mrr増減|mrr増減額|mrr変動額|mrr変動|増減額|変動額|増減mrr|"
        "mrr差額|月額増減|月額増減額|月額変動額|月額差額|mrr変化額|mrr変化|movement mrr|mrr movement value|"
        "mrr amount change|movement value",
        bare="amount|delta|change|value|mrr|arr|difference|monthly amount|金額|額|増減|差額|変動|月額|"
        "増減金額|変動金額",
    ),
    entry(
        "movement.before",
        ValueType.MONEY,
        "50000",
        says="mrr before|before mrr|previous mrr|old mrr|prior mrr|from mrr|mrr from|starting mrr|start mrr|"
        "opening mrr|beginning mrr|mrr before change|previous monthly amount|arr before|previous arr|old arr|"
        "変更前mrr|変動前mrr|旧mrr|前mrr|変更前月額|変動前月額|旧月額|変更前金額|増減前mrr|前月mrr|月初mrr|mrr変更前|"
        "期首mrr|変更前",
        bare="before|previous|old|from|prior|opening balance|start balance|変動前|旧|前|前月残",
    ),
    entry(
        "movement.after",
        ValueType.MONEY,
        "62000",
        says="mrr after|after mrr|new mrr|resulting mrr|to mrr|mrr to|ending mrr|end mrr|closing mrr|mrr balance|"
        "mrr after change|running mrr|running balance|balance mrr|activity mrr|cumulative mrr|new monthly amount|"
        "arr after|new arr|変更後mrr|変動後mrr|新mrr|変更後月額|変動後月額|新月額|変更後金額|増減後mrr|当月mrr|月末mrr|"
        "mrr残高|mrr変更後|期末mrr|変更後",
        bare="after|new|to|mrr|arr|月額|balance|closing balance|end balance|resulting|変動後|新|後|残高|当月残",
    ),
    entry(
        "movement.new",
        ValueType.MONEY,
        "50000",
        says="new biz mrr|new business mrr|new logo mrr|新規mrr|新規月額",
        bare="new|new business|new biz|新規|新規獲得",
    ),
    entry(
        "movement.expansion",
        ValueType.MONEY,
        "12000",
        says="expansion mrr|mrr expansion|upgrade mrr|upsell mrr|拡大mrr|増額mrr|エクスパンションmrr|アップセルmrr",
        bare="expansion|upgrade|upgrades|upsell|増額|拡大|アップセル|増加",
    ),
    entry(
        "movement.contraction",
        ValueType.MONEY,
        "5000",
        says="contraction mrr|mrr contraction|downgrade mrr|縮小mrr|減額mrr|コントラクションmrr|ダウンセルmrr",
        bare="contraction|downgrade|downgrades|減額|縮小|ダウンセル|減少",
    ),
    entry(
        "movement.churn",
        ValueType.MONEY,
        "62000",
        says="churn mrr|churned mrr|mrr churn|lost mrr|cancelled mrr|解約mrr|チャーンmrr",
        bare="churn|churned|lost|cancellation|解約|チャーン",
    ),
    entry(
        "movement.reactivation",
        ValueType.MONEY,
        "50000",
        says="reactivation mrr|reactivated mrr|resurrected mrr|再開mrr|復活mrr",
        bare="reactivation|reactivated|resurrected|再開|復活",
    ),
)
