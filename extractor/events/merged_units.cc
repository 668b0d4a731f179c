#include "extractor/events/merged_units.h"

#include <algorithm>
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
  const std::vector<Mention>& mentions = document.mentions.mentions;
  auto goal = std::partition_point(mentions.begin(), mentions.end(),
                                   [verb](const Mention& each) { return each.span.begin < verb.end; });
  while (goal != mentions.end() && goal->span.begin - verb.end <= kReach &&
         !goal->types.Only(EntityType::kUnit))
    ++goal;
  if (goal == mentions.end() || goal->span.begin - verb.end > kReach || goal->entity < 0 ||
      goal->kind != Mention::Kind::kName || draft.Has(v1::ROLE_UNIT, goal->entity) ||
      goal->span.end > document.ClauseSpan(draft.clause).end)
    return;
  draft.arguments.push_back({v1::ROLE_UNIT, goal->entity, goal->span, std::nullopt, "", 1.0,
                             static_cast<int>(goal - mentions.begin())});
}

}  // namespace annals
