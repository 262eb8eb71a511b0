"""Headings of where accounts are and how they are reached."""

from csdesk.intake.vocabulary.entry import ValueType, entry

PLACES = (
    entry(
        "account.region",
        ValueType.TEXT,
        "Kanto",
        says="region|area|territory|sales region|geography|geo|地域|エリア|地区|リージョン|地方|拠点地域|営業エリア|"
        "sales territory|geographic region|sales area|market region|account region|営業地域|担当エリア|担当地域|"
        "地域区分|エリア名|地域名",
        bare="region|area|territory|地域|エリア",
    ),
    entry(
        "account.prefecture",
        ValueType.TEXT,
        "東京都",
        says="請求先(都道府県)|住所(都道府県)|納入先(都道府県)|prefecture|state province|都道府県|都道府県名|県名|"
        "本社都道府県|billing state|所在地(都道府県)|会社都道府県|所在都道府県|請求先都道府県|province",
        bare="prefecture|都道府県",
    ),
    entry(
        "account.postal_code",
        ValueType.TEXT,
        "100-0001",
        says="postal code|post code|postcode|zip|zip code|billing zip|billing postal code|郵便番号|〒|郵便|"
        "本社郵便番号|billing postcode|billing post code|postal zip code|zip postal code|zip or postal code|"
        "会社郵便番号|請求先郵便番号|送付先郵便番号",
        bare="postal code|zip|zip code|郵便番号",
    ),
    entry(
        "account.address",
        ValueType.TEXT,
        "見本区例示1-1",
        says="請求先(町名・番地)|請求先(市区郡)|address|address 1|address1|address line 1|street|street address|"
        "billing street|billing address|mailing address|street city|street and city|住所|住所1|住所１|所在地|所在|"
        "本社所在地|市区町村・番地|"
        "市区町村番地|市区町村以降|市区町村以下|都道府県以降|"
        "本社住所|会社住所|番地|full address|company address|business address|street 1|"
        "street line 1|hq address|head office address|office address|registered address|billing address line 1|"
        "billing street address|billing address street|請求先住所|請求先住所1|会社所在地|企業住所|本店所在地|"
        "送付先住所|送付先住所1",
        bare="address|address 1|street|住所|住所1|所在地",
    ),
    entry(
        "account.phone",
        ValueType.TEXT,
        "03-0000-0000",
        says="main phone|company phone|office phone|代表電話|代表電話番号|会社電話番号|会社電話|代表tel|tel会社|"
        "会社tel|本社電話番号|company telephone|business telephone|account phone|hq phone|office telephone|"
        "switchboard|main number|main line|company phone number|会社代表電話|代表番号|企業電話番号|本社電話|"
        "本社tel|会社tel番号",
        hints="phone|telephone|tel|phone number|電話|電話番号|tel番号",
        bare="phone|phone number|telephone|tel|電話|電話番号",
    ),
)
