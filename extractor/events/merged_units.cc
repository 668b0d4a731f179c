#include "extractor/events/merged_units.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace annals {
namespace {

constexpr int kReach = 8;  // 并入|曾淑芬的|云端事业群

// 并入, 划归, 合并到: the verb has a goal.
bool HasGoal(std::u32string_view verb) {
  static constexpr std::u32string_view kGoals = U"入进归到至给";
  static constexpr std::u32string_view kMerges = U"并归划合编转";
  if (verb.ends_with(U'了')) verb.remove_suffix(1);
  return verb.size() > 1 && kGoals.find(verb.back()) != kGoals.npos &&
         verb.find_first_of(kMerges) != verb.npos;
}

}  // namespace

void AddMergedUnit(const Document& document, EventDraft& draft) {
  const ArgumentDraft* unit = draft.Find(v1::ROLE_UNIT);
  const Span verb = document.triggers[draft.hit].word;
  if (draft.type != v1::EVENT_TYPE_REORGANIZE || unit == nullptr || unit->span.begin >= verb.begin ||
      !HasGoal(document.View(verb)))
    return;
  const std::span<const Mention> behind = document.MentionsIn({verb.end, verb.end + kReach + 1});
  const auto goal = std::find_if(behind.begin(), behind.end(), [](const Mention& mention) {
    return mention.types.Only(EntityType::kUnit);
  });
  if (goal == behind.end() || goal->entity < 0 || goal->kind != Mention::Kind::kName ||
      draft.Has(v1::ROLE_UNIT, goal->entity) || goal->span.end > document.ClauseSpan(draft.clause).end)
    return;
  draft.arguments.push_back(
      {v1::ROLE_UNIT, goal->entity, goal->span, std::nullopt, "", 1.0, document.IndexOf(*goal)});
}

}  // namespace annals
