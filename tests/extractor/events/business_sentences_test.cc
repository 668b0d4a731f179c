// What companies do: what they turn from and to, bring out, stop, and form with others. The names are
// invented, but where the lexicon's own are meant.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class BusinessSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(BusinessSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kPivots[] = {
    {"FromBeforeTheVerb", "云岚汽车从造车转行卖车。",
     "PIVOT organization=云岚汽车 to_topic=卖车 from_topic=造车\n"},
    {"FromOfTheFocus", "云岚汽车战略重心从地产转向物业服务。",
     "PIVOT organization=云岚汽车 from_topic=地产 to_topic=物业服务\n"},
    {"InsideTheGap", "云岚汽车重心由地产转到物业服务。",
     "PIVOT organization=云岚汽车 from_topic=地产 to_topic=物业服务\n"},
    {"AroundTheTail", "云岚汽车放弃造车改做储能。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=储能\n"},
    {"TheClauseBeforeSaysBoth", "从造车到卖铁，云岚汽车掉头只用了三个月。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=卖铁\n"},
    {"WhatIsNoLongerDone", "云岚汽车不再造车，改做充电桩。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=充电桩\n"},
    {"WhatIsGivenUpStandsInTheGap", "云岚科技不做电视了。", "PIVOT organization=云岚科技 from_topic=电视\n"},
    {"WhereAllIsPut", "云岚科技把全部身家押在了储能上。", "PIVOT organization=云岚科技 to_topic=储能\n"},
    {"WhatIsHeldBehindTheLine", "云岚汽车退守零部件。", "PIVOT organization=云岚汽车 to_topic=零部件\n"},
    {"ADriverTurnsRound", "云岚汽车的司机掉头就走。", ""},
};

const EventSentence kProducts[] = {
    {"AVerbOfOneCharacterOpensAName", "“闪拍”停服。", "DISCONTINUE product=闪拍\n"},
    {"AVerbThatTakesAProductEndsTheClause", "“山屿3.0”今天正式开源。",
     "OPEN_SOURCE 2025-09-03 product=山屿3.0\n"},
    {"BehindWhatPutsItForward", "云岚科技将“闪拍”打入冷宫。",
     "DISCONTINUE product=闪拍 organization=云岚科技\n"},
    {"MeasuredByItsUse", "“闪拍”8月月活达1.2亿。",
     "METRIC 2025-08-01..2025-08-31 subject=闪拍 metric=月活 value=达1.2亿[1.2e+08]\n"},
    {"TermsAreNotOpened", "云岚科技以Apache 2.0授权释出模型“山屿3.0”。",
     "OPEN_SOURCE product=山屿3.0 organization=云岚科技\n"},
    {"ANameOfRareWordsBehindItsNoun", "云岚科技发布车规芯片磐石X3。",
     "RELEASE product=磐石X3 organization=云岚科技\n"},
    {"ABareNumberBehindItsNoun", "云岚汽车推出纯电SUV海鲸06，售价15万元。",
     "RELEASE product=海鲸06 organization=云岚汽车\n"},
    {"ANumberThatCountsIsNoVersion", "云岚科技发布手机中午12点开售。", "RELEASE organization=云岚科技\n"},
    {"BehindAWordForTheKind", "云岚乳业发布新品云朵酪。", "RELEASE product=云朵酪 organization=云岚乳业\n"},
    {"NamedInTheNextClause", "云岚汽车推出三款新车，分别为E5、E7和E9。",
     "RELEASE organization=云岚汽车 product=E5 product=E7 product=E9\n"},
    {"StoppedAndNamedInTheNextClause", "云岚互娱关停了三款游戏，包括《长安夜行》和《云上》。",
     "DISCONTINUE organization=云岚互娱 product=长安夜行 product=云上\n"},
    {"AVersionIsNoQuarter", "云岚科技发布新款耳机Q45。", "RELEASE product=Q45 organization=云岚科技\n"},
    {"ToStopIsNoFailure", "云岚科技宣布终止支持Skyfold 10。",
     "DISCONTINUE product=Skyfold 10 organization=云岚科技\n"},
    {"WordsInQuotationMarksAreNoProduct", "他要求团队“回到用户”上线前再检查一次。", ""},
};

const EventSentence kDeals[] = {
    {"AnOfferAlone", "北辰资本今年5月对听雨集团发出要约。",
     "ACQUIRE 2025-05-01..2025-05-31 target=听雨集团 acquirer=北辰资本\n"},
    {"WhatIsSupported", "云岚科技已支持DeepSeek-R1。", "INTEGRATE product=DeepSeek-R1 adopter=云岚科技\n"},
    {"AReportOfHalfAYearIsNoProduct", "云岚科技发布半年报。", ""},
    {"AnAllianceIsNoCompany", "云岚汽车、听雨科技合组电池国家队。",
     "PARTNER topic=电池国家队 organization=云岚汽车 organization=听雨科技\n"},
    {"ACompanyTheyFormIsOne", "云岚汽车、听雨科技合组栖岩能源。",
     "FOUND organization=栖岩能源 founder=云岚汽车 founder=听雨科技\n"},
    {"AWeakEndingBesidesAPartner", "云岚汽车牵手远图地图。",
     "PARTNER organization=远图地图 organization=云岚汽车\n"},
    {"AChequeOfAnInvestor", "语音公司云岚科技，估值被软银的一张3.2亿美元支票抬到了41亿美元。",
     "FUND investor=软银 amount=3.2亿美元[3.2e+08 USD] organization=云岚科技\n"},
};

const EventSentence kMoney[] = {
    {"WhoLeadsBesideWhomReceivesNothing", "北辰资本领投、广汽资本跟投，云岚科技拿到3亿元。",
     "FUND organization=云岚科技 amount=3亿元[3e+08 CNY] investor=北辰资本 investor=广汽资本\n"},
    {"WhoLeadsBehindTheRound", "领投云岚科技B轮的启明创投退出了谈判。",
     "FUND FAILED organization=云岚科技 investor=启明创投 round=B轮\n"},
    {"WhoseMoneyItWas", "云岚科技的第一笔钱来自红杉中国。", "FUND investor=红杉中国 organization=云岚科技\n"},
    {"TalksOfMoney", "云岚科技正与CYVN Holdings洽谈一笔8亿美元的投资。",
     "FUND ONGOING investor=CYVN Holdings organization=云岚科技 amount=8亿美元[8e+08 USD]\n"},
    {"WhoLedIsNamedInASentenceOfItsOwn",
     "云岚科技宣布完成5亿元B轮融资。领投方为启泰资本，跟投机构包括北辰资本、广汽资本。",
     "FUND organization=云岚科技 amount=5亿元[5e+08 CNY] round=B轮 investor=启泰资本 investor=北辰资本 "
     "investor=广汽资本\n"},
    {"WhoElseInvestsStandsBehind", "云岚科技完成B轮融资。参与本轮融资的还有北辰资本与广汽资本。",
     "FUND organization=云岚科技 round=B轮 investor=北辰资本 investor=广汽资本\n"},
    {"WhoInvestedIsNotTheOneSpokenOf",
     "云岚科技完成B轮融资。2021年，北辰资本投了该公司的种子轮；2022年3月，它完成8000万元天使轮。",
     "FUND organization=云岚科技 round=B轮\n"
     "FUND 2021-01-01..2021-12-31 organization=云岚科技 investor=北辰资本 round=种子轮\n"
     "FUND 2022-03-01..2022-03-31 organization=云岚科技 amount=8000万元[8e+07 CNY] round=天使轮\n"},
    {"WhatSharesBringThatTheyWereSoldFor", "云岚科技登陆科创板，公司公开发行4000万股，募集资金13亿元。",
     "LIST organization=云岚科技 exchange=科创板 amount=13亿元[1.3e+09 CNY]\n"},
    {"WhatIsRaisedBeforeThat", "云岚科技完成3亿元Pre-IPO轮融资。",
     "FUND organization=云岚科技 amount=3亿元[3e+08 CNY] round=Pre-IPO轮\n"},
    {"APriceOfOneShare", "南山控股以12.98元/股的价格受让云杉科技9.3%股权，交易总价4.1亿元。",
     "ACQUIRE target=云杉科技 acquirer=南山控股 stake=9.3%[0.093] amount=4.1亿元[4.1e+08 CNY]\n"},
    {"WhoFoundedItIsToldLater", "云岚科技成立于2021年，总部位于苏州，由林知远创办。",
     "FOUND 2021-01-01..2021-12-31 organization=云岚科技 founder=林知远\n"},
    {"WhereSharesAreTradedIsNoNews", "港股上市的云岚科技昨日收跌6.8%。",
     "METRIC 2025-09-02 subject=云岚科技 metric=股价 change=收跌6.8%[-0.068]\n"},
    {"WhenTheyCameThereIs", "今年1月在港股上市的云岚科技，研发人员有300人。",
     "LIST 2025-01-01..2025-01-31 organization=云岚科技 exchange=港股\n"},
};

const EventSentence kTransfers[] = {
    {"WhoHoldsSells", "南山控股受让大通资本所持云杉科技12%股份，交易作价8.4亿元。",
     "ACQUIRE target=云杉科技 acquirer=南山控股 stake=12%[0.12] amount=8.4亿元[8.4e+08 CNY]\n"},
    {"WhereAShareWent", "云岚银行增持永杉证券，持股比例由8%升至15%。",
     "ACQUIRE target=永杉证券 acquirer=云岚银行 stake=15%[0.15]\n"},
    {"AHeadlineNamesWhoActs", "北方乳业：拟收购绿源牧业100%股权",
     "ACQUIRE PLANNED target=绿源牧业 acquirer=北方乳业 stake=100%[1]\n"},
    {"TheSumBehindTheValuation", "云岚科技以200亿美元估值融资15亿美元。",
     "FUND organization=云岚科技 valuation=200亿美元[2e+10 USD] amount=15亿美元[1.5e+09 USD]\n"},
    {"WhatIsLicensedIsNoPartner", "云岚药业将抗癌药TH-201的海外权益授权给瑞士药企Novalis。",
     "PARTNER organization=Novalis organization=云岚药业\n"},
    {"FromWhomALicenceComes", "听雨制药从云岚药业获得TH-88海外权益。",
     "PARTNER organization=云岚药业 organization=听雨制药\n"},
    {"APlanToListThatThereIsNot", "云岚科技没有上市计划。", "LIST NEGATED organization=云岚科技\n"},
    {"ARumourOfALayoffDenied", "云岚科技否认裁员传闻。", "LAYOFF NEGATED organization=云岚科技\n"},
    {"APermitToFoundASubsidiary", "锦岚证券获准设立子公司锦岚资管。",
     "FOUND organization=锦岚资管 founder=锦岚证券\n"},
};

const EventSentence kUnits[] = {
    {"TheCompanyEndsBeforeTheField", "青柚科技自动驾驶团队裁员三成。",
     "LAYOFF unit=自动驾驶团队 organization=青柚科技 count=三成[0.3]\n"},
    {"AWeakEndingBeforeTheField", "屿光汽车电池研发部门被撤销。",
     "REORGANIZE unit=电池研发部门 organization=屿光汽车\n"},
    {"AManagementDepartment", "云岚汽车撤销综合管理部。",
     "REORGANIZE unit=综合管理部 organization=云岚汽车\n"},
    {"AStudioIsClosed", "云岚互娱成都工作室遭关闭。", "REORGANIZE unit=成都工作室 organization=云岚互娱\n"},
    {"ASiteHasNoName", "云岚影院旗下三间戏院月底结业。", ""},
    {"AMeasureSpeaksForAName", "鹿角咖啡营收达到1亿元。",
     "METRIC subject=鹿角咖啡 metric=营收 value=达到1亿元[1e+08 CNY]\n"},
    {"AVerbCountsInItsOwnClause", "云岚汽车转向零售，计划三年内开出500家便利店。",
     "PIVOT organization=云岚汽车 to_topic=零售\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Money, BusinessSentencesTest, testing::ValuesIn(kMoney), NameOf);
INSTANTIATE_TEST_SUITE_P(Pivots, BusinessSentencesTest, testing::ValuesIn(kPivots), NameOf);
INSTANTIATE_TEST_SUITE_P(Products, BusinessSentencesTest, testing::ValuesIn(kProducts), NameOf);
INSTANTIATE_TEST_SUITE_P(Deals, BusinessSentencesTest, testing::ValuesIn(kDeals), NameOf);
INSTANTIATE_TEST_SUITE_P(Transfers, BusinessSentencesTest, testing::ValuesIn(kTransfers), NameOf);
INSTANTIATE_TEST_SUITE_P(Units, BusinessSentencesTest, testing::ValuesIn(kUnits), NameOf);

}  // namespace
}  // namespace annals
