#include "extractor/events/unnamed_place.h"

#include <algorithm>
#include <string_view>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr size_t kLongestWhere = 8;  // characters: 加入了|深圳的|一家…
constexpr size_t kShortestPlace = 3, kLongestPlace = 10;

// 加入|一家机器人公司, 去了|东莞一家医院
bool GoesToSome(const Document& document, Span behind) {
  std::u32string_view words = document.View(behind);
  if (words.starts_with(U'了')) words.remove_prefix(1);
  if (document.classes->AnyOpens(WordClass::kSomeEmployer, words)) return true;
  words = words.substr(0, words.find_first_of(U"，,、"));
  const size_t some = document.classes->FirstIn(WordClass::kSomePlace, words);
  return some != words.npos && some <= kLongestWhere;
}

// 从|市图书馆|辞职. Not 从岗位上离开.
bool ComesFromSome(const Document& document, Span before) {
  const std::u32string_view words = document.View(before);
  const size_t from = words.rfind(U'从');
  if (from == words.npos) return false;
  const std::u32string_view place = words.substr(from + 1);
  return place.size() >= kShortestPlace && place.size() <= kLongestPlace &&
         place.find_first_of(U"岗位职任中上里起此") == place.npos &&
         document.MentionsIn({before.begin + static_cast<int>(from) + 1, before.end}).empty();
}

// 辞去|一家国企的工作
bool GivesUpSome(const Document& document, Span behind) {
  return document.classes->AnyIn(WordClass::kEmployer, document.View(behind)) &&
         document.MentionsIn(behind).empty();
}

}  // namespace

bool HasUnnamedPlace(const Document& document, const EventDraft& draft) {
  if (draft.clause < 0 || draft.trigger.empty() || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) return false;
  const Span clause = document.ClauseSpan(draft.clause);
  const Span before{std::min(clause.begin, draft.trigger.begin), draft.trigger.begin};
  const Span behind{draft.trigger.end, std::max(clause.end, draft.trigger.end)};
  if (draft.type == v1::EVENT_TYPE_JOIN) return GoesToSome(document, behind);
  const bool leaves = draft.type == v1::EVENT_TYPE_DEPART || draft.type == v1::EVENT_TYPE_STEP_DOWN;
  return leaves && (GivesUpSome(document, behind) ||
                    (draft.type == v1::EVENT_TYPE_DEPART && ComesFromSome(document, before)));
}

}  // namespace annals
