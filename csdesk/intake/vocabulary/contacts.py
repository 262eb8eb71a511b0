"""Headings of the customers' people."""

from csdesk.intake.vocabulary.entry import ValueType, entry

CONTACTS = (
    entry(
        "contact.name",
        ValueType.NAME,
        "Cleo Vantongeren",
        says="リクエスタ名|リクエスタの名前|リクエスターの名前|依頼者の名前|取引先責任者|関連するコンタクト|"
        "関連コンタクト|associated contact|面談者|問合せ者|関連付けられたコンタクト|リクエスタ|リクエスター|"
        "申請者|起票者|contact name|contact person|full name|requester|requester name|primary contact|"
        "main contact|key contact|person name|user name|username|visitor name|respondent|respondent name|resp|"
        "point of contact|poc|champion|contact|customer contact|person|担当者氏名|ご担当者名|ご担当者|"
        "ご担当者様|先方担当|先方担当者|先方担当者名|お客様担当者|お客様担当者名|氏名|お名前|顧客担当者|"
        "顧客担当者名|窓口|窓口担当|窓口担当者|連絡先氏名|連絡先名|問い合わせ者|依頼者|依頼者名|回答者|回答者名|"
        "記入者|記入者名|ご記入者|"
        "回答者氏名|利用者名|利用者|ユーザー名|ユーザー|姓名|取引先担当者氏名|取引先担当者名|担当者様|キーマン|"
        "責任者名|名刺氏名|先方窓口|contact full name|customer contact name|primary contact name|"
        "main contact name|contact person name|person full name|member name|attendee name|invitee name|"
        "guest name|end user name|caller name|submitter name|participant name|creator name|prospect name|"
        "lead name|recipient name|recipient full name|reporter name|billing contact|billing contact name|"
        "担当者名(先方)|担当者(先方)|先方ご担当者|先方ご担当者名|先方担当者氏名|先方氏名|お客様氏名|"
        "お客様のお名前|お客様担当者氏名|顧客側担当|顧客側担当者|顧客側担当者名|お客様側担当者|取引先担当者|"
        "取引先責任者名|相手担当者|相手先担当者|相手先担当者名|客先担当者|客先担当|客先担当者名|面談者名|面会者|"
        "面会者名|訪問相手|問い合わせ者名|問合せ者名|お問い合わせ者|お問い合わせ者名|申込者|申込者名|申込担当者|"
        "契約担当者|契約担当者名|契約者氏名|ご契約者氏名|ご利用者名|利用担当者|管理者名|管理者氏名|請求担当者|"
        "宛名担当者|宛名担当者名|送付先担当者|送付先担当者名|請求先担当者|請求先担当者名|参加者名|出席者名|予約者名|"
        "予約者|来訪者|会員名|会員氏名|フルネーム|"
        "氏名(漢字)|漢字氏名|姓名(漢字)|お名前(漢字)|人物名|リード名|見込み客名|ユーザー氏名|回答者のお名前|"
        "raised by|reported by|who with|met with|who (them)|who (customer)|who (client)|attendees (customer)|"
        "customer attendees|client attendees|"
        "先方参加者|先方出席者|お客様参加者|お客様出席者|顧客参加者|顧客側参加者|先方ご担当|窓口ご担当者|ご窓口|"
        "ご窓口担当者|相手方|面談相手|対応相手|応対相手|相手氏名|お相手|ご相手氏名|相手先氏名|応対者(先方)|"
        "出席(先方)|参加(先方)|同席(先方)|出席者(先方)|参加者(先方)|with (them)|with (customer)|with (client)|"
        "spoke with|spoken with|spoke to|talked to|talked with|asked by|said by|ご連絡者|連絡者|言った人|言った方|"
        "話した人|話した相手|話してくれた人|話してくれた方|お話しした方|お話しいただいた方|お話しくださった方|"
        "連絡してきた人",
        hints="customer name|client name|顧客名|お客様名|author name|reporter|requested by|submitted by|customer|"
        "client|面談者|面談相手|相手|name|担当者名|名前|user|visitor|member|title|display name|代表者名|代表者|"
        "prospect|reporter name|submitted by name|カスタマー名|buyer|先方",
        bare="name|full name|氏名|名|名前|お名前|様",
        pattern=r"(your|full) name|お名前|氏名",
    ),
    entry(
        "contact.names",
        ValueType.NAMES,
        "Alda Fenwick, Dov Harkaway",
        says="contacts|people|key people|stakeholders|contact names|contact persons|participants|関係者|"
        "担当者一覧|連絡先一覧|ステークホルダー|主要関係者",
        bare="names|list|一覧",
    ),
    entry(
        "contact.first_name",
        ValueType.NAME,
        "Alda",
        says="bill to first name|sold to first name|billing first name|billing contact first name|"
        "first name|given name|firstname|forename|contact first name|名|下の名前|名(名前)|ファーストネーム|"
        "fname|contact first|name (first)|name first|名(漢字)|お名前(名)|氏名(名)|担当者名(名)|名前(名)",
        hints="first",
        bare="first name|given name|firstname|first|名(名)",
    ),
    entry(
        "contact.last_name",
        ValueType.NAME,
        "Fenwick",
        says="bill to last name|sold to last name|billing last name|billing contact last name|"
        "last name|family name|surname|lastname|contact last name|姓|苗字|名字|ラストネーム|氏|lname|"
        "contact last|name (last)|name last|お名前(姓)|氏名(姓)|担当者(姓)|担当者名(姓)|名前(姓)|姓(漢字)",
        hints="last",
        bare="last name|family name|surname|lastname|last|姓",
    ),
    entry(
        "contact.kana",
        ValueType.TEXT,
        "カクウ イチロウ",
        says="contact kana|氏名カナ|氏名かな|氏名フリガナ|氏名ふりがな|担当者カナ|担当者フリガナ|担当者名カナ|"
        "お名前カナ|お名前フリガナ|お名前ふりがな|姓名カナ|氏名(カナ)|氏名(フリガナ)|氏名(かな)|氏名よみ|"
        "担当者氏名カナ|担当者氏名フリガナ",
        hints="フリガナ|ふりがな|カナ|よみがな|furigana|kana|reading",
        bare="kana|カナ|かな|フリガナ|ふりがな|よみがな|名カナ|氏名カナ|氏名フリガナ",
    ),
    entry(
        "contact.email",
        ValueType.EMAIL,
        "alda.fenwick@northwindkettle.example",
        says="email work|メアド|email|e mail|mail|email address|e mail address|mail address|contact email|"
        "customer email|requester email|billing email|user email|work email|primary email|business email|"
        "owner email address|respondent email|メール|メールアドレス|eメール|eメールアドレス|電子メール|"
        "電子メールアドレス|担当者メールアドレス|連絡先メール|連絡先メールアドレス|mailアドレス|"
        "ご連絡先メールアドレス|ユーザー名(メールアドレス)|担当者メール|担当者email|email 1|e mail 1|email1|"
        "mail 1|primary email address|contact email address|customer email address|email id|emailid|"
        "person email|attendee email|invitee email|guest email|recipient email|recipient email address|"
        "sender email|from email|from address|submitter email|participant email|creator email|author email|"
        "reporter email|prospect email|lead email|caller email|login email|billing contact email|end user email|"
        "member email|primary contact email|main contact email|メールアドレス1|メール1|emailアドレス|"
        "e mailアドレス|pcメールアドレス|pcメール|会社メールアドレス|ご担当者メールアドレス|"
        "お客様メールアドレス|顧客メールアドレス|顧客メール|送信者メールアドレス|送信元メールアドレス|"
        "送信元アドレス|差出人メールアドレス|差出人アドレス|受信者メールアドレス|回答者メールアドレス|"
        "回答者メール|回答者のメールアドレス|利用者メールアドレス|ユーザーメールアドレス|ユーザーメール|"
        "請求先メールアドレス|送付先メールアドレス|宛先メールアドレス|配信先メールアドレス|"
        "ログインメールアドレス|管理者メールアドレス|連絡用メールアドレス|申込者メールアドレス|"
        "リクエスタのメール|リクエスタのメールアドレス",
        hints="to|login|login id|ログインid|user id|宛先|送付先|連絡先",
        bare="email|email address|e mail|mail|メール|メールアドレス|eメール|mailアドレス",
        pattern=r"\be-?mail|メールアドレス",
    ),
    entry(
        "contact.phone",
        ValueType.TEXT,
        "(555) 010-1200",
        says="勤務先の電話|勤務先電話|勤務先電話番号|business phone|phone work|phone mobile|phone home|mobile|"
        "mobile phone|cell|cell phone|direct phone|contact phone|direct line|work phone|mobile phone number|"
        "携帯|携帯電話|携帯電話番号|携帯番号|直通電話|直通|担当者電話番号|担当者電話|tel直通|連絡先電話番号|"
        "ご連絡先|tel部門|mobile number|cell number|direct number|direct dial|contact number|"
        "contact phone number|person phone|cellphone|お電話番号|ご連絡先電話番号|担当者tel|担当者携帯|直通番号|"
        "直通tel|携帯tel|携帯no|tel1|電話番号(直通)|電話番号(携帯)|tel(直通)|電話(直通)",
        hints="direct|連絡先|phone|telephone|tel|phone number|電話|電話番号",
        bare="primary phone|phone|phone number|telephone|tel|mobile|電話|電話番号|携帯",
    ),
    entry(
        "contact.title",
        ValueType.TEXT,
        "Head of Operations",
        says="役割|面談者役職|job|job title|position|role|job role|job position|役職|役職名|肩書|肩書き|職位|"
        "担当者役職|"
        "取引先担当者役職|職種|ポジション|designation|job function|contact title|contact job title|occupation|"
        "role title|title role|title position|役職・肩書|役職/肩書|職務|職責|職名|お役職|ご役職|肩書・役職|"
        "役割・役職",
        hints="title|function",
        bare="title|job title|position|role|役職",
    ),
    entry(
        "contact.role",
        ValueType.TEXT,
        "admin",
        says="user role|account role|app role|seat role|product role|permission|permissions|"
        "permission level|access level|"
        "利用権限|権限|ユーザー権限|アクセス権限|アクセス権|アカウント権限|ユーザーロール|ロール",
        hints="role|役割",
    ),
    entry(
        "contact.department",
        ValueType.TEXT,
        "営業部",
        says="department|dept|division|team|business unit|部署|部署名|部門|部門名|所属部署|部署・役職|所属部門|"
        "担当者部署|取引先部署|部課|contact department|dept name|department name|section|所属名|所属部署名|"
        "所属課|部署1|部署名1|部署・部門|部課名|課名|部署/部門|ご所属部署|ご部署名",
        bare="department|dept|division|部署|部門",
    ),
    entry(
        "contact.external_id",
        ValueType.IDENTIFIER,
        "8000",
        says="unique external id|一意の外部id|外部ユーザーid|"
        "取引先責任者id|contact id|person id|user id|visitor id|contact oid|member id|userid|個人id|担当者id|"
        "ユーザーid|連絡先id|名刺id|コンタクトid|利用者id|人物id|個人番号|lead id|prospect id|contact uuid|"
        "contact external id|user external id|external user id|user uuid|user key|カスタマーid|リードid|"
        "リード番号|見込み客id|ユーザーコード|ユーザーno|利用者コード|利用者番号|人物コード|名刺no|名刺番号|"
        "個人コード",
        bare="object id|hs object id|"
        "id|oid|code|number|no|key|external id|record id|uuid|番号|コード|レコード番号|レコードid",
    ),
    entry(
        "contact.decision_maker",
        ValueType.YES_NO,
        "Yes",
        says="decision maker|is decision maker|economic buyer|決裁者|決裁権|決裁権者|意思決定者|決裁者フラグ|decides|"
        "decides?|decider|決裁|決裁有無|決裁可否",
        bare="decision maker",
        hints="キーマン|key person|キーパーソン",
    ),
    entry(
        "contact.executive",
        ValueType.YES_NO,
        "No",
        says="executive|executive sponsor|is executive|exec sponsor|経営層|役員|エグゼクティブ|"
        "エグゼクティブスポンサー",
    ),
    entry(
        "contact.left_on",
        ValueType.DATE,
        "2025-03-31",
        says="left|left company|departed|退職|離任|異動",
        last=True,
    ),
)
