/// The words by which a document's parts are known. All lists of the reader stand here.
enum DocumentVocabulary {
  // MARK: The source line

  /// What stands before the publisher's name.
  static let sourceLabels = WordList("来源 來源 稿源 文章来源 信息来源")

  /// What a note on the rights in a text or its edition says.
  static let rightsNotices = WordList("公有领域 公有領域 著作权法 著作權法 版权所有 版權所有 维基文库 維基文庫 domain")

  /// What stands before the day of publication.
  static let publicationLabels = WordList(
    "发表时间 發表時間 发布时间 發布時間 更新时间 更新時間 发布日期 发文时间 日期 时间 時間 发稿时间")

  /// What may follow the publisher on the same line.
  static let creditLabels = WordList(
    "作者 记者 編輯 编辑 责任编辑 責任編輯 责编 发表时间 發表時間 发布时间 發布時間 更新时间 更新時間 发布日期 浏览 阅读 字号 时间")

  /// Agencies, papers and sites as datelines and end lines name them.
  static let publishers = WordList(
    "新华社 新华网 新華社 人民日报 人民网 央视网 中新社 中新网 光明日报 经济日报 解放军报 求是网 中国政府网 中国日报 外交部网站")

  /// Lines that only lead to the page a text was taken from.
  static let linkLines = WordList("查看原文 阅读原文 原文链接 原文連結 原始網址 原始网址 查看更多 点击查看原文 閱讀原文")

  // MARK: People

  /// What an office ends with; a name may follow.
  static let offices = WordList(
    """
    主席 总书记 書記 书记 總理 总理 副总理 部长 副部长 委员长 主任 局长 院长 检察长 省长 市长 区长 县长 州长 行长 社长 校长
    大使 代表 发言人 秘书长 委员 总统 国王 首相 议长 外长 司长 署长 理事长 会长 总干事
    """)

  /// The commoner surnames.
  static let surnames = WordList(
    """
    欧阳 司马 上官 诸葛 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 南宫 呼延
    王 李 张 張 刘 劉 陈 陳 杨 楊 黄 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓
    冯 馮 邓 鄧 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔣 蔡 余 杜 叶 葉 程 苏 蘇 魏 吕 呂 丁 任 沈 姚 卢 盧 姜 崔 钟 鐘 谭 陆 汪 范
    金 石 廖 贾 夏 韦 付 傅 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 阎 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔
    向 汤 习 習 温 溫 栗 俞 尤 汲 华 華 乔 喬 穆 铁 鐵 谌 沙 帕 巴 雪 殷 骆 祝 左 柳 庞 倪 易 翁 梅 庄 柯 牛 管 鲁 岳 应 洪
    """)

  // MARK: The salutation

  /// What a clause of a salutation begins with.
  static let salutations = WordList(
    """
    尊敬的 亲爱的 敬爱的 各位 女士们 先生们 同志们 朋友们 同学们 老师们 青年朋友们 少先队员们 小朋友们 同胞们 全国同胞们
    主席先生 主席女士 总统先生 总统阁下 秘书长先生 议长先生 校长先生 女士們 先生們 同志們 朋友們
    """)

  /// What a clause of a salutation ends with.
  static let addressees = WordList(
    """
    们 們 先生 女士 阁下 閣下 同志 同事 代表 委员 嘉宾 来宾 总统 主席 总理 首相 国王 陛下 殿下 夫人 使节 专家 学员 书记
    总书记 部长 团长 秘书长 元首 政府首脑 负责人 代表团团长 议员 议长 校长 院长 理事 会员 夫妇 国务资政 总干事 大使 政府首脑
    领导人 官员 省长 市长 队员 校友 师生 侨胞 教授 院士 司令 会长 主任 行长 社长 总编辑 使节
    """)

  /// What thanks an audience: a paragraph of its own.
  static let thanks = WordList("谢谢大家 谢谢各位 谢谢 多谢大家 谢谢主席先生 谢谢主席女士")

  // MARK: Captions

  /// What a caption ends with.
  static let captionEnds = WordList("摄 攝 资料图片） 資料圖片） 摄） 摄影报道 （资料图）")

  /// What a caption begins with.
  static let captionStarts = WordList("视频： 图为 图： 图片： 資料圖片 点击观看 视频来源 △ ▲")

  // MARK: The kind of a document, by how its title ends

  /// A speech by name.
  static let speechTitles = WordList(
    """
    讲话 致辞 致词 演讲 贺词 贺辞 发言 开幕辞 开幕词 闭幕辞 闭幕词 祝酒辞 祝酒词 答辞 引导性讲话 欢迎辞 献词 讲话稿 的说明
    悼词 演說 講話 致辭 報告會上的報告
    """)

  /// A letter by name.
  static let letterTitles = WordList(
    "回信 贺信 复信 慰问信 慰问电 贺电 唁电 公开信 感谢信 的信 致信 回信全文 倡议书 賀信 賀電 唁電")

  /// A report by name.
  static let reportTitles = WordList("工作报告 的报告 执行情况的报告 报告 工作報告 白皮书")

  /// A communiqué by name.
  static let communiqueTitles = WordList("公报 联合公报 新闻公报 统计公报 公報")

  /// A statement by name.
  static let statementTitles = WordList("联合声明 声明 宣言 联合宣言 共同声明 聲明 倡议 共识 承诺")

  /// A plan by name.
  static let planTitles = WordList(
    "规划 规划纲要 计划 纲要 方案 意见 若干意见 指导意见 行动计划 实施方案 建议 的通知 若干措施 路线图 愿景与行动")

  /// A law, or a decision that binds as one, by name.
  static let lawTitles = WordList("条例 决定 的规定 若干规定 规定 办法 细则 宪法 准则 修正案 决议 法典")

  /// How a law ends when its title begins with the state that gave it.
  static let stateNames = WordList("中华人民共和国 中華人民共和國")

  /// What titles of plans, laws and statements say beside the last word.
  static let documentMarks = WordList("关于 中华人民共和国 中共中央 国务院 全国人民代表大会 中国共产党")

  /// What may follow the name of the text in a title.
  static let titleTails = WordList("（全文） (全文) 全文 （草案） （修正） （摘要） （节选） （要点）")

  /// What only news says in a title: that something was done, told from outside.
  static let newsVerbs = WordList(
    """
    并讲话 并致辞 并发表 发表讲话 发表演讲 发表致辞 发表重要讲话 发表主旨 发布 印发 公布 强调 会见 会谈 主持召开 举行 召开 出席
    热烈反响 反响 热议 引发 指出 回信勉励 致信祝贺 致电祝贺 发表声明 印發 播发 播出 学习贯彻 审议 闭幕 开幕 通报 解读 答记者问 大会通过 会议通过 表决通过 呼吁 谴责
    """)

  /// How a story begins to tell that a text was given out, so that it is not the text itself.
  static let tellings = WordList(
    """
    指出， 强调， 表示， 要求， 指出： 强调： 表示： 近日发布 日前发布 近日印发 日前印发 日前召开 发表关于 发布了 发表了 召开会议
    正式发布 正式公布 致唁电 发来贺信 致贺信 回信， 回信。 致贺电 发表联合声明 会议认为 声明说 公报说 说， 介绍， 获悉， 报道， 了解到
    """)

  /// What announces that the text itself follows a lead.
  static let fullTextLeads = WordList("全文如下 讲话全文 讲话如下 致辞如下 全文刊发 如下：")

  /// The speaker or writer himself.
  static let firstPersons = WordList("我们 我 我國 我代表 咱们")
}
