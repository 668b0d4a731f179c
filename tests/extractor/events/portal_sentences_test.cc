// Notes of portals: registers of companies, transfers, deals, headlines of talk. The names are invented, but
// where the lexicon's own are meant.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class PortalSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(PortalSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCompanies[] = {
    {"WhoOwnsANewCompanyFoundedIt", "天眼查显示，苏州云岚半导体有限公司成立，由青柚科技全资持股。",
     "FOUND REPORTED(天眼查) organization=苏州云岚半导体有限公司 founder=青柚科技\n"},
    {"WhoStandsForANewCompanyFoundedIt",
     "企查查显示，苏州云岚文化有限公司成立，法定代表人为演员林知远，经营范围含演出。",
     "FOUND REPORTED(企查查) organization=苏州云岚文化有限公司 founder=林知远\n"},
    {"AnOwnerBeforeWhoStandsForIt",
     "天眼查显示，苏州云岚半导体有限公司成立，法定代表人为林知远，由青柚科技全资持股。",
     "FOUND REPORTED(天眼查) organization=苏州云岚半导体有限公司 founder=青柚科技\n"},
    {"ShareholdersFoundedIt", "天眼查显示，苏州云岚半导体有限公司成立，股东为青柚科技、红杉中国等。",
     "FOUND REPORTED(天眼查) organization=苏州云岚半导体有限公司 founder=青柚科技 founder=红杉中国\n"},
    {"TheFieldOfANewCompany", "云岚科技在郑州成立储能新公司。", "FOUND founder=云岚科技 topic=储能\n"},
    {"TheFieldBeforeAName", "林知远与沈若谷创立猫粮公司“听雨小馆”。",
     "FOUND organization=听雨小馆 founder=林知远 founder=沈若谷 topic=猫粮\n"},
    {"AJointVentureIsNoField", "云岚汽车与听雨科技成立合资公司青柚出行。",
     "FOUND organization=青柚出行 founder=云岚汽车 founder=听雨科技\n"},
    {"InvestorsThatTookPart", "云岚科技完成5亿元B轮融资，青柚资本、红杉中国共同参与。",
     "FUND organization=云岚科技 amount=5亿元[5e+08 CNY] round=B轮 investor=青柚资本 investor=红杉中国\n"},
    {"InvestorsThatAreOnTheList", "云岚科技融到10亿美元，红杉、IDG资本在列。",
     "FUND organization=云岚科技 amount=10亿美元[1e+09 USD] investor=红杉资本 investor=IDG资本\n"},
    {"InvestorsBroughtIn", "云岚汽车引入腾讯、云锋基金等，配股募资约40亿港元。",
     "FUND organization=云岚汽车 amount=约40亿港元[4e+09 HKD] investor=腾讯 investor=云锋基金\n"},
    {"ADescriptionBeforeANameWithAnEnding", "红杉中国领投脑机接口公司神桥科技。",
     "FUND organization=神桥科技 investor=红杉中国\n"},
    {"AParentIsNoPartOfAName", "茶餐厅听雨母公司听雨控股CEO林知远离职。",
     "DEPART person=林知远 organization=听雨控股 title=CEO\n"},
    {"WhatIsMadeTogetherIsNoPartner", "小米与云岚科技达成战略合作，共同开发影像技术。",
     "PARTNER organization=小米 organization=云岚科技 topic=共同开发影像技术\n"},
    {"AProductAsPartner", "特斯拉中国与百度地图深化合作。",
     "PARTNER organization=特斯拉中国 organization=百度地图\n"},
    {"TwoPartnersAreTwoDeals", "小米与云岚科技达成战略合作。外界盛传的小米与青柚科技合作，小米予以否认。",
     "PARTNER organization=小米 organization=云岚科技\n"
     "PARTNER NEGATED organization=小米 organization=青柚科技\n"},
    {"CompaniesThatBreakOffADeal", "Adobe与Figma发表联合公报，终止200亿美元收购交易。",
     "ACQUIRE FAILED acquirer=Adobe target=Figma amount=200亿美元[2e+10 USD]\n"},
    {"CompaniesThatCallOffAMerger", "云岚科技与青柚科技宣布终止合并谈判。",
     "ACQUIRE FAILED acquirer=云岚科技 target=青柚科技\n"},
    {"WhomADealIsFor", "博通完成对威睿的610亿美元收购。",
     "ACQUIRE target=VMware acquirer=博通 amount=610亿美元[6.1e+10 USD]\n"},
    {"WhatIsBoughtBeforeTheDealIsClosed", "美的收购库卡完成交割。", "ACQUIRE target=库卡 acquirer=美的\n"},
    {"MoneyThatIsTaken", "云岚科技拿下红杉中国13亿元投资。",
     "FUND investor=红杉中国 organization=云岚科技 amount=13亿元[1.3e+09 CNY]\n"},
    {"AQuotedCompanyThatRaisesMoney", "“青柚里”获天使轮融资，投资方为梅花创投。",
     "FUND organization=青柚里 round=天使轮 investor=梅花创投\n"},
    {"AStrokeThatIsABar", "独家丨云岚出行首席产品官林知远离职。",
     "DEPART person=林知远 organization=云岚出行 title=首席产品官\n"},
    {"AnApplicationThatIsBrokenOff", "云岚科技科创板IPO状态变更为“中止”。",
     "LIST FAILED organization=云岚科技 exchange=科创板\n"},
    {"AFieldThatIsGivenUp", "云岚汽车停止造车。", "PIVOT organization=云岚汽车 from_topic=造车\n"},
    {"WhatComesOffTheLine", "云岚汽车首批千台“山海3”明年下线。", ""},
    {"WhatIsShownBesides", "iPhone 16今早开售；同日登场的还有华为Mate XT。",
     "RELEASE 2025-09-03 product=iPhone 16\n"
     "RELEASE 2025-09-03 product=Mate XT organization=华为\n"},
    {"EarlyRetirement", "台湾大哥大拟优退300人。",
     "LAYOFF PLANNED organization=台湾大哥大 count=300人[300 人]\n"},
    {"ANumberInsideAVerb", "云岚科技裁减百人。", "LAYOFF organization=云岚科技 count=百人[100 人]\n"},
    {"TheDayOfAPlanAndItsManner", "微软宣布Skype将于10月5日正式关停。",
     "DISCONTINUE PLANNED 2025-10-05 product=Skype organization=微软\n"},
    {"AClauseThatIsATime", "10月起，“山海3”停止更新。",
     "DISCONTINUE PLANNED 2025-10-01..2025-10-31 product=山海3\n"},
};

const EventSentence kPeople[] = {
    {"AReporterOfTransfersIsASource", "罗马诺：切尔西签下后卫卡洛斯。",
     "JOIN REPORTED(罗马诺) person=卡洛斯 organization=切尔西 title=后卫\n"},
    {"ALatinNameBeforeWhatOnlyPeopleDo", "EDG官宣：Noxqi离队。", "DEPART person=Noxqi organization=EDG\n"},
    {"ALatinNameThatComesFromAClub", "云岚电竞：Noxqi自Gen.G转会加入，担任下路选手。",
     "JOIN from_organization=Gen.G person=Noxqi organization=云岚电竞 title=下路选手\n"},
    {"ALatinNameOfAnAgent", "由当地发行商Noxqi代理。", ""},
    {"APrizeIsNoPost", "林知远摘得金鸡奖最佳男主角。", ""},
    {"WhoStaysDoesNotStepDown", "云岚科技任命林知远为总裁，沈若谷继续担任董事长。",
     "APPOINT person=林知远 organization=云岚科技 title=总裁\n"},
    {"TalkHasATopic", "林知远谈产能不足：“我们没有别的办法。”",
     "STATEMENT speaker=林知远 quote=我们没有别的办法。 topic=产能不足\n"},
    {"DoubtsAreNoTopic", "林知远回应质疑：“看不懂就对了。”",
     "STATEMENT speaker=林知远 quote=看不懂就对了。\n"},
    {"WhatIsAnnouncedIsNotSaid", "云岚科技CEO林知远发微博官宣，新手机“山海3”将于10月30日发布。",
     "RELEASE PLANNED 2025-10-30 product=山海3 organization=云岚科技\n"},
    {"WhoSaysItIsNotMeasured", "林知远：市场规模可达500亿美元。",
     "STATEMENT speaker=林知远 quote=市场规模可达500亿美元\n"},
    {"TwoChangesSinceTwoTimes", "云岚科技8月营收42.3亿元，环比下降5.1%、同比增长18.6%。",
     "METRIC 2025-08-01..2025-08-31 subject=云岚科技 metric=营收 value=42.3亿元[4.23e+09 CNY] "
     "change=环比下降5.1%[-0.051] change=同比增长18.6%[0.186]\n"},
    {"ASoftwareAndItsName", "记账软件“听雨账本”今天起接入豆包大模型，说句话就能记账。",
     "INTEGRATE 2025-09-03 product=豆包大模型 adopter=听雨账本\n"},
    {"AHyphenInAForeignName", "快船签下克里斯-保罗。", "JOIN person=克里斯-保罗 organization=洛杉矶快船\n"},
    {"AHyphenBetweenPlaces", "云岚航空开通中国-东盟航线。", ""},
    {"WhoIsDismissedBeforeTheVerb", "云岚电视台：主播林知远即日起解雇。",
     "DISMISS 2025-09-03 person=林知远 organization=云岚电视台 title=主播\n"},
    {"OwnWordsBehindWhatIsAnnounced", "林知远宣布退役：下周将是我最后一项赛事。",
     "DEPART person=林知远\n"
     "STATEMENT speaker=林知远 quote=下周将是我最后一项赛事\n"},
    {"ABidThatIsRefused", "云岚科技招揽林知远遭拒。",
     "RECRUIT FAILED person=林知远 organization=云岚科技 recruiter=云岚科技\n"},
    {"ABidThatIsMeant", "巴萨有意引进曼城中场B席。",
     "RECRUIT PLANNED person=伯纳多·席尔瓦 recruiter=巴塞罗那足球俱乐部\n"},
    {"WhenAContractEnds", "林知远重返云岚俱乐部，签约至2029年。",
     "JOIN organization=云岚俱乐部 person=林知远\n"},
    {"ADrugThatIsApproved", "百济神州泽布替尼获FDA批准上市。",
     "RELEASE product=泽布替尼 organization=百济神州\n"},
    {"ACompanyWhoseListingIsApproved", "云岚科技获证监会批准上市。", "LIST organization=云岚科技\n"},
    {"ADescriptionInsideAName", "小米生态链企业青柚科技上市。", "LIST organization=青柚科技\n"},
    {"ARoundThatIsUnderWay", "云岚汽车正在进行C轮融资。", "FUND ONGOING organization=云岚汽车 round=C轮\n"},
    {"ShareholdersThatAreAdded", "天眼查显示，近日，云岚半导体发生工商变更，新增小米产投、红杉中国为股东。",
     "FUND REPORTED(天眼查) 2025-08-21..2025-09-03 investor=小米产投 investor=红杉中国 "
     "organization=云岚半导体\n"},
    {"ShareholdersAreNoBusiness", "腾讯退出青柚文化股东行列。", ""},
};

const EventSentence kMeasures[] = {
    {"WhatIsListedBehindAMeasure", "云岚汽车8月交付3万辆，理想汽车29927辆，小米超2万辆。",
     "METRIC 2025-08-01..2025-08-31 subject=云岚汽车 metric=交付 value=3万辆[30000 辆]\n"
     "METRIC 2025-08-01..2025-08-31 subject=理想汽车 metric=交付 value=29927辆[29927 辆]\n"
     "METRIC 2025-08-01..2025-08-31 subject=小米 metric=交付 value=超2万辆[20000 辆]\n"},
    {"AMeasureThatHeadsAList", "8月交付榜：理想汽车31165辆，小鹏汽车仅8250辆。",
     "METRIC 2025-08-01..2025-08-31 subject=理想汽车 metric=交付 value=31165辆[31165 辆]\n"
     "METRIC 2025-08-01..2025-08-31 subject=小鹏 metric=交付 value=仅8250辆[8250 辆]\n"},
    {"FilmsBehindTheirTakings", "《山海谣》累计票房突破34亿元，《听雨记》以40.9亿元领跑。",
     "METRIC subject=山海谣 metric=累计票房 value=突破34亿元[3.4e+09 CNY]\n"
     "METRIC subject=听雨记 metric=累计票房 value=40.9亿元[4.09e+09 CNY]\n"},
    {"OtherMeasuresAreNoList", "云岚科技营收10亿元，净利润2亿元，员工3000人。",
     "METRIC subject=云岚科技 metric=营收 value=10亿元[1e+09 CNY]\n"
     "METRIC subject=云岚科技 metric=净利润 value=2亿元[2e+08 CNY]\n"},
    {"WhatIsHandedOverIsCounted", "问界交付31216辆。",
     "METRIC subject=问界 metric=交付 value=31216辆[31216 辆]\n"},
    {"ARumourThatIsFalse", "湖南卫视主持人林知远回应离职传闻：假的",
     "STATEMENT speaker=林知远 quote=假的 topic=离职传闻\n"
     "DEPART NEGATED person=林知远 organization=湖南卫视 title=主持人\n"},
    {"APlayersContract", "曼联签下切尔西中场芒特，双方签约至2028年。",
     "JOIN person=梅森·芒特 organization=曼彻斯特联 from_organization=切尔西 title=中场\n"},
    {"QuestionsThatAreAnswered", "云岚科技首日回答网友问题超3342万个。", ""},
    {"ADayThatIsACompany", "云岚科技任命前日产高管林知远为总裁。",
     "APPOINT person=林知远 organization=云岚科技 title=总裁\n"},
    {"ALatinNameBehindAnAnnouncement", "EDG官宣Noxqi离队。", "DEPART person=Noxqi organization=EDG\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Companies, PortalSentencesTest, testing::ValuesIn(kCompanies), NameOf);
INSTANTIATE_TEST_SUITE_P(Measures, PortalSentencesTest, testing::ValuesIn(kMeasures), NameOf);
INSTANTIATE_TEST_SUITE_P(People, PortalSentencesTest, testing::ValuesIn(kPeople), NameOf);

}  // namespace
}  // namespace annals
