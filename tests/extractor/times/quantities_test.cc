#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_format.h"
#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kKindNames[] = {"money", "percent", "people", "count", "multiple", "round"};

// "span[core] kind number unit sign" for every quantity; the core only where it is shorter, "?" for an
// inexact number.
std::vector<std::string> QuantitiesIn(absl::string_view utf8) {
  const TimedText read = ReadTimes(utf8, "2025-08-27");
  std::vector<std::string> lines;
  for (const Quantity& quantity : ReadQuantities(read)) {
    std::string line = EncodeUtf8(read.text.View(quantity.span));
    if (quantity.core != quantity.span) {
      absl::StrAppend(&line, "[", EncodeUtf8(read.text.View(quantity.core)), "]");
    }
    absl::StrAppend(&line, " ", kKindNames[static_cast<int>(quantity.kind)], " ",
                    quantity.number ? absl::StrFormat("%g", *quantity.number) : "?");
    if (!quantity.unit.empty()) absl::StrAppend(&line, " ", quantity.unit);
    if (quantity.change != 0) absl::StrAppend(&line, quantity.change > 0 ? " up" : " down");
    lines.push_back(line);
  }
  return lines;
}

struct QuantityCase {
  const char* text;
  const char* expected;
};

class SingleQuantityTest : public testing::TestWithParam<QuantityCase> {};

TEST_P(SingleQuantityTest, Reads) {
  EXPECT_THAT(QuantitiesIn(GetParam().text), ElementsAre(GetParam().expected)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Money, SingleQuantityTest,
    testing::Values(QuantityCase{"作价143亿美元。", "143亿美元 money 1.43e+10 USD"},
                    QuantityCase{"拿到3亿元。", "3亿元 money 3e+08 CNY"},
                    QuantityCase{"花了1.2万亿韩元。", "1.2万亿韩元 money 1.2e+12 KRW"},
                    QuantityCase{"开出百万年薪。", "百万 money 1e+06 CNY"},
                    QuantityCase{"开出数千万年薪。", "数千万 money ? CNY"},
                    QuantityCase{"近50亿收购对手。", "近50亿[50亿] money 5e+09 CNY"},
                    QuantityCase{"获数千万级融资。", "数千万级 money ? CNY"},
                    QuantityCase{"融资了近2亿，", "近2亿[2亿] money 2e+08 CNY"},
                    QuantityCase{"花了数十亿美元。", "数十亿美元 money ? USD"},
                    QuantityCase{"超过2亿美元的薪酬。", "超过2亿美元[2亿美元] money 2e+08 USD"},
                    QuantityCase{"约131.38亿 港元。", "约131.38亿港元[131.38亿港元] money 1.3138e+10 HKD"},
                    QuantityCase{"raised US$5 billion。", "US$5 billion money 5e+09 USD"},
                    QuantityCase{"作价NT$12亿。", "NT$12亿 money 1.2e+09 TWD"},
                    QuantityCase{"作价2亿元上下。", "2亿元上下[2亿元] money 2e+08 CNY"},
                    QuantityCase{"作价60亿到70亿美元。", "60亿到70亿美元 money ? USD"}));

INSTANTIATE_TEST_SUITE_P(Ratios, SingleQuantityTest,
                         testing::Values(QuantityCase{"份额46.4%。", "46.4% percent 0.464"},
                                         QuantityCase{"约百分之三十。",
                                                      "约百分之三十[百分之三十] percent 0.3"},
                                         QuantityCase{"近三成员工。", "近三成[三成] percent 0.3"},
                                         QuantityCase{"一半员工。", "一半 percent 0.5"},
                                         QuantityCase{"高出三成六。", "高出三成六[三成六] percent 0.36 up"},
                                         QuantityCase{"三分之一的员工。", "三分之一 percent 0.333333"},
                                         QuantityCase{"打八折。", "八折 percent 0.8"},
                                         QuantityCase{"打八五折。", "八五折 percent 0.85"},
                                         QuantityCase{"49%股份。", "49% percent 0.49"}));

INSTANTIATE_TEST_SUITE_P(Counts, SingleQuantityTest,
                         testing::Values(QuantityCase{"裁了200人。", "200人 people 200 人"},
                                         QuantityCase{"裁撤200个岗位。", "200个 people 200 人"},
                                         QuantityCase{"约500名员工。", "约500名[500名] people 500 人"},
                                         QuantityCase{"两百多名员工。", "两百多名 people 200 人"},
                                         QuantityCase{"百余名员工。", "百余名 people ? 人"},
                                         QuantityCase{"月活3500万。", "3500万 count 3.5e+07"},
                                         QuantityCase{"3500万用户。", "3500万 people 3.5e+07 人"},
                                         QuantityCase{"下载6.9万次。", "6.9万次 count 69000 次"},
                                         QuantityCase{"处理12.7万亿tokens。",
                                                      "12.7万亿tokens count 1.27e+13 token"},
                                         QuantityCase{"卖了21821辆。", "21821辆 count 21821 辆"},
                                         QuantityCase{"涨到原来的三倍。", "三倍 multiple 3"}));

INSTANTIATE_TEST_SUITE_P(
    Changes, SingleQuantityTest,
    testing::Values(QuantityCase{"营收增长12%。", "增长12%[12%] percent 0.12 up"},
                    QuantityCase{"营收同比下滑8.5%。", "同比下滑8.5%[8.5%] percent 0.085 down"},
                    QuantityCase{"股价跌逾3%。", "跌逾3%[3%] percent 0.03 down"},
                    QuantityCase{"股价大涨近14%。", "大涨近14%[14%] percent 0.14 up"},
                    QuantityCase{"少了四成。", "少了四成[四成] percent 0.4 down"},
                    QuantityCase{"调用增长上百倍。", "增长上百倍[上百倍] multiple 100 up"},
                    QuantityCase{"用户数翻番。", "翻番 multiple 1 up"},
                    QuantityCase{"用户数翻了两番。", "翻了两番 multiple 3 up"},
                    QuantityCase{"股价腰斩。", "腰斩 percent 0.5 down"},
                    QuantityCase{"股价腰斩至3%。", "3% percent 0.03"},
                    QuantityCase{"低了12个百分点。", "低了12个百分点[12个百分点] percent 0.12 down"}));

INSTANTIATE_TEST_SUITE_P(Rounds, SingleQuantityTest,
                         testing::Values(QuantityCase{"完成A轮融资。", "A轮 round ?"},
                                         QuantityCase{"完成Pre-A轮融资。", "Pre-A轮 round ?"},
                                         QuantityCase{"完成C+轮融资。", "C+轮 round ?"},
                                         QuantityCase{"完成C2轮融资。", "C2轮 round ?"},
                                         QuantityCase{"完成天使轮融资。", "天使轮 round ?"},
                                         QuantityCase{"完成新一轮融资。", "新一轮融资 round ?"},
                                         QuantityCase{"完成战略融资。", "战略融资 round ?"},
                                         QuantityCase{"完成Pre-IPO轮。", "Pre-IPO轮 round ?"}));

TEST(FindQuantitiesTest, TwoEndsAreTwoQuantities) {
  EXPECT_THAT(QuantitiesIn("份额由7.5%降至3%。"), ElementsAre("7.5% percent 0.075", "3% percent 0.03"));
}

TEST(FindQuantitiesTest, WhatIsNoQuantity) {
  for (const char* text : {"GPT-4发布", "V3.1上线", "iPhone 15上市", "K2开源", "3D打印", "5G网络", "第三家",
                           "前五名次", "三成立公司", "新一轮裁员", "千万别走", "元宇宙", "01 反着写的故事",
                           "04 人的故事", "一家公司", "14:30开盘"}) {
    EXPECT_THAT(QuantitiesIn(text), IsEmpty()) << text;
  }
}

TEST(FindQuantitiesTest, TimesAreNoQuantities) {
  EXPECT_THAT(QuantitiesIn("3月5日，200人在三年内离开。"), ElementsAre("200人 people 200 人"));
}

// The article says whose money a bare 元 is.
TEST(FindQuantitiesTest, HomeCurrency) {
  EXPECT_THAT(QuantitiesIn("台股早盘，公司执行长说，将投入8亿元。"), ElementsAre("8亿元 money 8e+08 TWD"));
  EXPECT_THAT(QuantitiesIn("公司说，将投入8亿元。"), ElementsAre("8亿元 money 8e+08 CNY"));
}

}  // namespace
}  // namespace annals
