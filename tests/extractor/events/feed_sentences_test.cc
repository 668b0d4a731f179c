// Headlines, feeds and announcements: names and constructions that running text has seldom. The names are
// invented, but where the lexicon's own are meant.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class FeedSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(FeedSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kNames[] = {
    {"AFieldBeforeAKindOfCompanyIsNoName",
     "云岚科技补上影像生成的缺口。它以2亿元收购影像生成新创公司晨棱实验室。",
     "ACQUIRE target=晨棱实验室 acquirer=云岚科技 amount=2亿元[2e+08 CNY]\n"},
    {"ALaboratoryIsACompanyWhereItActsLikeOne", "影像公司晨棱实验室完成A轮融资。",
     "FUND organization=晨棱实验室 round=A轮\n"},
    {"AnAuxiliaryIsNoPartOfAName", "青柚已完成A轮融资。", "FUND organization=青柚 round=A轮\n"},
    {"ALongerNameThanTheKnownOne", "长虹华意任命林知远为董事长。",
     "APPOINT person=林知远 organization=长虹华意 title=董事长\n"},
    {"AKnownCompanyInsideAForeignName", "听雨食品CEO马克·施耐德离任。",
     "DEPART person=马克·施耐德 organization=听雨食品 title=CEO\n"},
    {"TheCompanyBehindItsOwner", "云岚汽车收购华为引望10%股权。",
     "ACQUIRE target=引望 acquirer=云岚汽车 stake=10%[0.1]\n"},
    {"AForeignNameBetweenVerbAndPost", "云岚服饰任命塚越大介为首席运营官。",
     "APPOINT person=冢越大介 organization=云岚服饰 title=首席运营官\n"},
    {"ASurnameThatIsAPreposition", "云岚科技副总裁向东离职。",
     "DEPART person=向东 organization=云岚科技 title=副总裁\n"},
    {"ACountInAName", "76人签下前锋卡洛斯。", "JOIN person=卡洛斯 organization=费城76人 title=前锋\n"},
    {"ACountIsNoName", "云岚科技裁员76人。", "LAYOFF organization=云岚科技 count=76人[76 人]\n"},
    {"WhereSomebodyIsFrom", "河南队签下巴西前锋罗尼。", "JOIN person=罗尼 organization=河南队 title=前锋\n"},
    {"AShortNameBehindAKnownCompany", "昆仑万维方汉卸任董事长。",
     "STEP_DOWN person=方汉 organization=昆仑万维 title=董事长\n"},
    {"ALongerWordThanTheEnding", "云岚科技收购听雨新材控股权。",
     "ACQUIRE target=听雨新材 acquirer=云岚科技\n"},
    {"APriceInAName", "三元股份收购听雨科技。", "ACQUIRE target=听雨科技 acquirer=三元股份\n"},
    {"ATimeInAName", "法拉第未来宣布裁员。", "LAYOFF organization=法拉第未来\n"},
    {"ARegisteredNameBeginsWithItsPlace", "林知远成立浙江云岚文旅有限公司。",
     "FOUND organization=浙江云岚文旅有限公司 founder=林知远\n"},
    {"ALatinNameBehindATitle", "云岚电竞官宣教练Noxqi离队。",
     "DEPART person=Noxqi organization=云岚电竞 title=教练\n"},
    {"APlanIsNoPartOfAName", "栖岩院将光学研究部解散。", "REORGANIZE unit=光学研究部\n"},
    {"WhatIsGotIsNoEndingOfAName", "云岚科技获红杉投资。", "FUND investor=红杉资本 organization=云岚科技\n"},
    {"ABracketInARegisteredName", "云岚（上海）智能科技有限公司完成A轮融资。",
     "FUND organization=云岚(上海)智能科技有限公司 round=A轮\n"},
    {"ABracketedGroup", "云岚（集团）有限公司董事长林知远退休。",
     "DEPART person=林知远 organization=云岚(集团)有限公司 title=董事长\n"},
    {"AnEndingBehindDigits", "77药业董事长林知远辞职。",
     "DEPART person=林知远 organization=77药业 title=董事长\n"},
    {"AnEndingBehindLetters", "QVEX微电子完成B轮融资。", "FUND organization=QVEX微电子 round=B轮\n"},
    {"AnEndingThatOpensAUnit", "Quill Tarn资本市场部负责人林知远离职。",
     "DEPART person=林知远 organization=Quill Tarn title=资本市场部负责人 unit=资本市场部\n"},
    {"ANumberIsNoPartOfAGroup", "第三集团军工公司云岚科技完成A轮融资。",
     "FUND organization=云岚科技 round=A轮\n"},
    {"AGroupsChair", "云南白药集团董事长林知远辞职。",
     "DEPART person=林知远 organization=云南白药 title=董事长\n"},
    {"OfOwnerAndPartTheOwnerActs", "听雨科技母公司云岚汽车在港交所上市。",
     "LIST organization=云岚汽车 exchange=港交所\n"},
    {"AnUnknownNameThatCutsStaffIsACompany", "墨白裁员三成。", "LAYOFF organization=墨白 count=三成[0.3]\n"},
};

const EventSentence kProducts[] = {
    {"TheProductBehindItsMaker", "云岚汽车将采用宁德时代麒麟电池。",
     "INTEGRATE PLANNED product=麒麟电池 adopter=云岚汽车\n"},
    {"AVersionBehindAMaker", "小米14今天正式开售。", "RELEASE 2025-09-03 product=小米14 organization=小米\n"},
    {"AVersionAndItsKind", "小米14 Ultra正式开售。", "RELEASE product=小米14 Ultra organization=小米\n"},
    {"ALongVersionBehindAProduct", "联发科发布天玑7777芯片。",
     "RELEASE product=天玑7777 organization=联发科\n"},
    {"AMadeUpNameBeforeItsKind", "云岚医疗发布启元重症大模型。",
     "RELEASE product=启元重症大模型 organization=云岚医疗\n"},
    {"WhatStandsBehindIsStopped", "云岚汽车停产“山海3”。",
     "DISCONTINUE product=山海3 organization=云岚汽车\n"},
    {"AVersionWithAPoint", "泡泡玛特推出拉布布3.0。", "RELEASE product=拉布布3.0 organization=泡泡玛特\n"},
    {"APosterIsNotTheFilm", "电影《山海谣》发布终极海报。", ""},
    {"ASeasonOfAShow", "真人秀《山海谣》第四季定档。", "RELEASE PLANNED product=山海谣\n"},
    {"ACueInsideATitle", "爱奇艺下线《听雨攻略》。", "DISCONTINUE product=听雨攻略 organization=爱奇艺\n"},
    {"AVersionBehindAProduct", "红米K80今天发布。", "RELEASE 2025-09-03 product=红米K80\n"},
    {"AScoreIsNoVersion", "辽宁男篮4-0横扫浙江。", ""},
    {"AModelOfAKnownProduct", "亚马逊发布Kindle Scribe。",
     "RELEASE product=Kindle Scribe organization=亚马逊\n"},
    {"AnEverydayWordAsABrand", "云岚食品推出“外星人”电解质水。",
     "RELEASE product=外星人 organization=云岚食品\n"},
    {"AMakerThatStopsIsItsProduct", "恒驰汽车停产。", "DISCONTINUE product=恒驰汽车\n"},
    {"AFilmThatLeavesIsNoPaper", "听雨影业宣布《山海谣》定档春节。",
     "RELEASE PLANNED 2026-02-15..2026-02-23 product=山海谣 organization=听雨影业\n"},
    {"ACountBehindAMaker", "小米3名高管离职。", ""},
};

const EventSentence kConstructions[] = {
    {"TwoAppointmentsShareAVerb", "云岚科技聘任林知远为总经理，顾若彤为财务总监。",
     "APPOINT person=林知远 organization=云岚科技 title=总经理\n"
     "APPOINT organization=云岚科技 person=顾若彤 title=财务总监\n"},
    {"ThePartThatIsSpunOffLists", "云岚科技拟分拆听雨智造至科创板上市。",
     "LIST PLANNED organization=听雨智造 exchange=科创板\n"},
    {"ThePartThatListsAbroad", "云岚科技拟分拆听雨智造赴港上市。", "LIST PLANNED organization=听雨智造\n"},
    {"ThePostOfAGroupLeavesItsCompany", "云岚科技任命林知远为集团CEO。",
     "APPOINT person=林知远 organization=云岚科技 title=集团CEO\n"},
    {"ANewCompanyWithoutAName", "云岚科技在海南成立新公司。", "FOUND founder=云岚科技\n"},
    {"ALatinTailIsFoundInCapitals", "云岚科技换帅：林知远任CEO，顾若彤任董事长。",
     "APPOINT person=林知远 title=CEO organization=云岚科技\n"
     "APPOINT person=顾若彤 title=董事长 organization=云岚科技\n"},
    {"ARoundOfLayoffsIsNoFunding", "云岚科技启动新一轮裁员。", "LAYOFF organization=云岚科技\n"},
    {"ItsOwnProductIsNotTakenIn", "DeepSeek宣布开源DeepSeek-V3.1，采用混合推理架构。",
     "OPEN_SOURCE product=DeepSeek-V3.1 organization=DeepSeek\n"},
    {"ASubsidiaryIsDissolved", "云岚科技解散子公司听雨智造。",
     "REORGANIZE unit=听雨智造 organization=云岚科技\n"},
    {"ALongerWordHoldsTheTail", "云岚俱乐部官宣林知远不再担任主教练。",
     "STEP_DOWN person=林知远 organization=云岚俱乐部 title=主教练\n"},
    {"WhoseRelativeTakesNoPart", "顾若彤丈夫林知远成立听雨科技。",
     "FOUND organization=听雨科技 founder=林知远\n"},
    {"AnAssistantsPost", "云岚银行行长特别助理林知远辞职。",
     "DEPART person=林知远 organization=云岚银行 title=行长特别助理\n"},
    {"ListedWhereSharesTrade", "听雨科技港股上市。", "LIST organization=听雨科技 exchange=港股\n"},
    {"ASubsidiaryWithoutAName", "云岚科技成立影视子公司。", "FOUND founder=云岚科技\n"},
    {"WhoFoundedStandsBehindItsPreposition", "听雨科技由林知年创立于2023年。",
     "FOUND 2023-01-01..2023-12-31 founder=林知年 organization=听雨科技\n"},
    {"OfTwoThatMayMergeTheFirstActs", "云岚科技与听雨科技终止合并。",
     "ACQUIRE FAILED acquirer=云岚科技 target=听雨科技\n"},
    {"AnActorRetires", "演员林知远宣布息影。", "DEPART person=林知远 title=演员\n"},
    {"APlayersKindInBaseball", "中信兄弟签下洋投德保拉。",
     "JOIN person=德保拉 organization=中信兄弟 title=洋投\n"},
    {"AnnouncedAsOpenSource", "云岚科技宣布开源大模型“云舟”。",
     "OPEN_SOURCE product=云舟 organization=云岚科技\n"},
    {"AClubOfAPlace", "青岛红狮签下前锋卡洛斯。", "JOIN person=卡洛斯 organization=青岛红狮 title=前锋\n"},
    {"PeopleOfAPlaceAreNoClub", "青岛市民加入志愿者队伍。", ""},
    {"SomebodyAnnouncesToJoin", "梅西宣布将加盟迈阿密国际。",
     "JOIN PLANNED organization=迈阿密国际 person=利昂内尔·梅西\n"},
    {"WhatAShareDoesBehindItsName", "宁德时代跌逾4%，云岚科技逆势涨1%。",
     "METRIC subject=宁德时代 metric=股价 change=跌逾4%[-0.04]\n"
     "METRIC subject=云岚科技 metric=股价 change=逆势涨1%[0.01]\n"},
    {"WhatAnIndexDoes", "恒指收挫6.36%。", "METRIC subject=恒生指数 metric=股价 change=收挫6.36%[-0.0636]\n"},
    {"AMeasureRises", "云岚科技营收涨22%。", "METRIC subject=云岚科技 metric=营收 change=涨22%[0.22]\n"},
    {"WhatRisesIsNotTheName", "云岚科技门票涨3%。", ""},
    {"TheMoneyGoesToWhomTheTextIsAbout", "云岚科技今年很顺。\n\n钱也跟着来了。A轮是1.1亿元，听雨创投独投。",
     "FUND investor=听雨创投 round=A轮 amount=1.1亿元[1.1e+08 CNY] organization=云岚科技\n"},
    {"WhereANumberWentIsItsValue", "云岚科技营收从3亿元增至5亿元。",
     "METRIC subject=云岚科技 metric=营收 value=5亿元[5e+08 CNY]\n"},
    {"WhosePriceIsAimedAt", "听雨证券把云岚科技目标价上调至218美元。",
     "METRIC subject=云岚科技 metric=目标价 value=218美元[218 USD]\n"},
    {"TheContractOfADeal", "云岚科技与听雨资本签约，以12亿元收购后者。",
     "ACQUIRE target=听雨资本 acquirer=云岚科技 amount=12亿元[1.2e+09 CNY]\n"},
    {"WhatAnotherCompanyMakesIsTakenIn", "拼多多上线微信支付。",
     "INTEGRATE product=微信支付 adopter=拼多多\n"},
    {"WhatTheOwnersOtherCompanyMakes", "抖音上线豆包。", "RELEASE product=豆包 organization=抖音\n"},
    {"AServiceWhoseNameEndsLikeAUnit", "哔哩哔哩“创作中心”今日起下线。",
     "DISCONTINUE 2025-09-03 product=创作中心 organization=哔哩哔哩\n"},
    {"ANumberIsNoBusiness", "云岚科技放弃近四成。", ""},
    {"WhatIsExpectedInAClaim", "云岚科技总裁林知远补充说，二代机预计四季度试车。",
     "STATEMENT speaker=林知远 quote=二代机预计四季度试车\n"},
    {"OwnWordsBesideANumber", "听雨证券总裁林知远认为，云岚科技市盈率已达28倍，“好消息已经反映”。",
     "STATEMENT speaker=林知远 quote=云岚科技市盈率已达28倍，“好消息已经反映”\n"
     "METRIC subject=云岚科技 metric=市盈率 value=达28倍[28]\n"},
    {"WhatSomebodyObserves", "顾问林知远观察，“以前比辈分，现在比本事”。",
     "STATEMENT speaker=林知远 quote=以前比辈分，现在比本事\n"},
    {"ANominationIsAContract", "云岚科技获宝马定点。", "PARTNER organization=宝马 organization=云岚科技\n"},
    {"TheShirtOfAClub", "前锋卡洛斯改披浙江队战袍。", "JOIN organization=浙江队 person=卡洛斯 title=前锋\n"},
    {"WorkOnAGameEnds", "手游《山海谣》不再继续开发。", "DISCONTINUE product=山海谣\n"},
    {"ShopsThatClose", "烧肉品牌“听雨”全线结业。", "DISCONTINUE product=听雨\n"},
    {"GraduationClosesNothing", "林知远的结业典礼在北京举行。", ""},
    {"AGoalkeeperIsNoPlan", "浙江队门将林知远转会云岚俱乐部。",
     "JOIN organization=云岚俱乐部 person=林知远 from_organization=浙江队 title=门将\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Names, FeedSentencesTest, testing::ValuesIn(kNames), NameOf);
INSTANTIATE_TEST_SUITE_P(Products, FeedSentencesTest, testing::ValuesIn(kProducts), NameOf);
INSTANTIATE_TEST_SUITE_P(Constructions, FeedSentencesTest, testing::ValuesIn(kConstructions), NameOf);

}  // namespace
}  // namespace annals
