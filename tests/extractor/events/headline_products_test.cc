// Headlines of one sentence about products and deals, whose names nothing but the word for their kind gives
// away. The names are invented, but where the lexicon's own are meant.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class HeadlineProductsTest : public testing::TestWithParam<EventSentence> {};

TEST_P(HeadlineProductsTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kDescribed[] = {
    {"ACompanyBehindItsKind", "云岚科技收购机器人公司明见。", "ACQUIRE target=明见 acquirer=云岚科技\n"},
    {"ABrandBehindItsKind", "云岚集团收购美妆品牌花漾里。", "ACQUIRE target=花漾里 acquirer=云岚集团\n"},
    {"AStakeInABrand", "云岚科技收购软件公司木石60%股权。",
     "ACQUIRE target=木石 acquirer=云岚科技 stake=60%[0.6]\n"},
    {"APlatformThatIsClosed", "云岚科技关停自营电商平台小绿洲。",
     "DISCONTINUE product=小绿洲 organization=云岚科技\n"},
    {"AWordIsNotCut", "机器人公司踏浪智能获1亿元融资。",
     "FUND organization=踏浪智能 amount=1亿元[1e+08 CNY]\n"},
    {"WhatBefellOneWithoutAName", "云岚科技收购电商平台遭罚。", "ACQUIRE acquirer=云岚科技\n"},
    {"AKindWithoutAName", "云岚科技收购多家游戏公司股权。", "ACQUIRE acquirer=云岚科技\n"},
    {"ASongWithoutQuotes", "新歌雨后上线。", "RELEASE product=雨后\n"},
    {"BehindAWordThatEndsCompaniesToo", "云岚科技推出机器人星澜。",
     "RELEASE product=星澜 organization=云岚科技\n"},
    {"OwnedBehindSuchAWord", "云岚科技旗下无人机星澜昨日上市。",
     "RELEASE 2025-09-02 product=星澜 organization=云岚科技\n"},
    {"AnApplianceBehindItsKind", "云岚科技发布新款洗地机澄念X2。",
     "RELEASE product=澄念X2 organization=云岚科技\n"},
    {"BeforeItsKindWhereItIsBroughtOut", "云岚科技推出澄念气泡水。",
     "RELEASE product=澄念气泡水 organization=云岚科技\n"},
    {"AWordBeforeAKindIsNoName", "云岚科技推出高端面膜。", "RELEASE organization=云岚科技\n"},
    {"BeforeAMeasure", "扫地机澄念销量突破10万台。",
     "METRIC subject=澄念 metric=销量 value=突破10万台[100000 台]\n"},
    {"WhatItIsSaidToBe", "澄念是一款手游，昨日上线。", "RELEASE 2025-09-02 product=澄念\n"},
    {"ASeriesWithoutQuotes", "新剧长夜定档9月28日。", "RELEASE PLANNED 2025-09-28 product=长夜\n"},
    {"ATimeIsNoTitle", "新专辑时隔七年问世。", ""},
    {"AVersionIsNoTitle", "手游国际服上线。", ""},
};

const EventSentence kWorks[] = {
    {"WhoDirectedIt", "宁浩导演的《雨夜来信》上映。", "RELEASE product=雨夜来信\n"},
    {"ThePrepositionSaysWhich", "由张一白执导的《长河渡》定档。", "RELEASE PLANNED product=长河渡\n"},
    {"WhatIsMadeTogether", "云岚影业与听雨影业联手打造《长河渡》。",
     "PARTNER organization=云岚影业 organization=听雨影业 topic=联手打造《长河渡》\n"},
    {"TheHandOfAPartner", "木石科技牵手听雨科技共建实验室。",
     "PARTNER organization=听雨科技 organization=木石科技 topic=共建实验室\n"},
    {"AProductThatBringsOutAnother", "夸克推出购物功能。", ""},
    {"APaperIsNoProduct", "木石科技联合听雨科技发布白皮书。",
     "PARTNER organization=听雨科技 organization=木石科技\n"},
    {"AnAlbumComesOut", "周杰伦专辑《长河渡》发行。", "RELEASE product=长河渡\n"},
    {"TheTradeOfPublishing", "做休闲游戏发行的云岚科技搬家。", ""},
    {"ATitleThatEndsLikeARumour", "新剧山海传定档。", "RELEASE PLANNED product=山海传\n"},
    {"AnotherDay", "电影《长河渡》改档10月3日。", "RELEASE PLANNED 2025-10-03 product=长河渡\n"},
    {"SelfMade", "贾樟柯自编自导的《长河渡》上映。", "RELEASE product=长河渡\n"},
};

const EventSentence kStopped[] = {
    {"AServiceBehindItsKind", "社交软件圈圈宣布停服。", "DISCONTINUE product=圈圈\n"},
    {"WhatIsSaidOfAPlatform", "云岚科技很忙，平台再没提过停服。", ""},
    {"WhatTheOwnerHas", "拼多多旗下快团团宣布下线。", "DISCONTINUE product=快团团 organization=拼多多\n"},
    {"AServiceCalledLikeACompany", "小桔打车下线。", "DISCONTINUE product=小桔打车\n"},
    {"ACarThatIsBuilt", "云岚汽车首台车下线。", ""},
    {"AnotherSubjectThanTheCompany", "云岚科技旧版客户端停止服务。", ""},
};

const EventSentence kSold[] = {
    {"WhoSellsHasNoRole", "云岚科技出售听雨食品20%股权。", "ACQUIRE target=听雨食品 stake=20%[0.2]\n"},
    {"AShortNameBeforeItsShares", "云岚科技转让木石51%股权。", "ACQUIRE target=木石 stake=51%[0.51]\n"},
    {"SharesAreNoEnding", "云岚科技收购听雨科技股份。", "ACQUIRE target=听雨科技 acquirer=云岚科技\n"},
    {"SharesInAName", "云岚科技收购云帆股份20%股权。",
     "ACQUIRE target=云帆股份 acquirer=云岚科技 stake=20%[0.2]\n"},
    {"WhoPutsSomethingForward", "云岚地产把三个项目卖给听雨地产。", "ACQUIRE acquirer=听雨地产\n"},
    {"ABrandThatIsPaid", "预制菜品牌灶小二获红杉投资。", "FUND investor=红杉资本 organization=灶小二\n"},
    {"WhoSellsOnTheMarket", "云岚资本抛售听雨科技股份。", "ACQUIRE target=听雨科技\n"},
    {"UnitsThatNobodyNames", "云岚汽车合并产品线与商品部。", "REORGANIZE organization=云岚汽车\n"},
    {"WhatHoldsMoneyOf", "云岚资本投了明见科技。", "FUND organization=明见科技 investor=云岚资本\n"},
};

const EventSentence kModels[] = {
    {"AModelIsNotItsSeries", "比亚迪发布宋Pro。", "RELEASE product=宋Pro organization=比亚迪\n"},
    {"TheNextConsole", "索尼发布PS5。", "RELEASE product=PlayStation 5 organization=索尼\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Described, HeadlineProductsTest, testing::ValuesIn(kDescribed), NameOf);
INSTANTIATE_TEST_SUITE_P(Works, HeadlineProductsTest, testing::ValuesIn(kWorks), NameOf);
INSTANTIATE_TEST_SUITE_P(Stopped, HeadlineProductsTest, testing::ValuesIn(kStopped), NameOf);
INSTANTIATE_TEST_SUITE_P(Sold, HeadlineProductsTest, testing::ValuesIn(kSold), NameOf);
INSTANTIATE_TEST_SUITE_P(Models, HeadlineProductsTest, testing::ValuesIn(kModels), NameOf);

}  // namespace
}  // namespace annals
