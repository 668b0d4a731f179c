// What stands at the joints between characters: the surroundings that speak for a name on either side.
#ifndef ANNALS_EXTRACTOR_MENTIONS_ANCHORS_H_
#define ANNALS_EXTRACTOR_MENTIONS_ANCHORS_H_

#include <cstdint>
#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Joint i lies before character i; joint size() at the end. Built once the fixed names are known.
class Anchors {
 public:
  enum Flag : uint32_t {
    kTitleEnds = 1 << 0,           // 负责人|张帆
    kTitleStarts = 1 << 1,         // 智谱|COO
    kPersonEnds = 1 << 2,          // a trigger that a person follows: 任命|王凤英
    kPersonStarts = 1 << 3,        // a trigger that a person precedes: 张帆|离职
    kOrganizationEnds = 1 << 4,    // 加入|月之暗面
    kOrganizationStarts = 1 << 5,  // 月之暗面|宣布
    kProductEnds = 1 << 6,         // 发布|跃问
    kFunctionEnds = 1 << 7,        // 由|, 和|, 在|
    kFunctionStarts = 1 << 8,      // |将, |也, |的
    kEdgeLeft = 1 << 9,            // punctuation, a fixed claim or the start stands to the left
    kEdgeRight = 1 << 10,          // … to the right
    kListLeft = 1 << 11,           // 、 to the left
    kListRight = 1 << 12,
    kFormerEnds = 1 << 13,  // 前|, 原|, 曾任|
    kWallStarts = 1 << 14,  // any trigger starts here
    kWallEnds = 1 << 15,
    kLongWallStarts = 1 << 16,   // a trigger of two or more characters starts here
    kOwnedEnds = 1 << 18,        // 旗下的|云达
    kFieldStarts = 1 << 19,      // |技术总监: the field of a post starts here
    kHeadTitleStarts = 1 << 20,  // |创始人, |董事长: of the whole, not of a field
    kInsideWall = 1 << 21,       // 兼|任: no name begins or ends inside a longer trigger
    kDescriptorEnds = 1 << 17,   // 私募基金|银湖, 直播平台|芒星
    kOpenerStarts = 1 << 22,     // |传银湖, |继银湖: what opens a headline before a name
    kProductStarts = 1 << 23,    // a trigger that a product precedes: 云助手|上线
    kProductNounEnds = 1 << 24,  // 手游|山海长歌: a word for a kind of product
    kCompanyEnds = 1 << 26,      // 昆仑万维|: a known company, and nothing else
    kToldOf = 1 << 27,           // 云岚|门店数达到1.2万家, 云岚|:拟收购…
    kUnitAhead = 1 << 28,        // 云岚科技|研发团队: a word for a unit stands a few characters on
    kClauseEnds = 1 << 29,       // 解雇|高明远|。: a mark or the end stands to the right
    kAccountStarts = 1 << 30,    // 海鸿|营收31亿元, 海鸿|股价大跌8%: money that companies have
    kDescriptorStarts = 1 << 25,  // 影像生成|新创公司光棱: what stands before it is the field, and no name
  };

  explicit Anchors(const Reading& reading);

  bool Has(int joint, int flags) const { return flags_[joint] & static_cast<uint32_t>(flags); }
  // The first joint at or after this one that no soft reading may cross: a fixed claim or a character that is
  // not Han.
  int StopAfter(int joint) const { return stop_after_[joint]; }
  // The last joint at or before this one with that property.
  int StopBefore(int joint) const { return stop_before_[joint]; }

 private:
  void MarkStops(const Reading& reading);
  void MarkPhrases(const Reading& reading);
  void MarkHolders(const Reading& reading);
  void MarkWalls(const Reading& reading);
  void MarkOwners(const Reading& reading, const PhraseHit& hit);
  void MarkCourtesies(const Reading& reading);
  void MarkTopics(const Reading& reading);
  void MarkStockCodes(const Reading& reading);
  void MarkFunctionWords(const Reading& reading);
  int AdverbBefore(const Reading& reading, int joint) const;
  void CarryOverAdverbs(const Reading& reading, int joint, int subject);
  void CarryOverPhrases(const Reading& reading, const MentionContext::Wall& wall);
  void Set(int joint, int flags) { flags_[joint] |= static_cast<uint32_t>(flags); }

  std::vector<uint32_t> flags_;
  std::vector<int> adverb_begin_;  // by joint: where the time or modal verb that ends here begins, or -1
  std::vector<int> stop_after_, stop_before_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_ANCHORS_H_
