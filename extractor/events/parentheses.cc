#include "extractor/events/parentheses.h"

#include <algorithm>

namespace annals {
namespace {

constexpr size_t kReach = 80;

}  // namespace

Parentheses::Parentheses(const Document& document) : document_(document) {
  for (const TriggerHit& hit : document.triggers) {
    if (At(hit.word.begin) >= 0) continue;
    const Parenthesis found = Around(hit.word);
    if (!found.span.empty()) parentheses_.push_back(found);
  }
}

// Empty where the trigger stands in none.
Parentheses::Parenthesis Parentheses::Around(Span trigger) const {
  const std::u32string_view text = document_.text.chars;
  const size_t from = trigger.begin - std::min<size_t>(trigger.begin, kReach);
  const size_t before = text.substr(from, trigger.begin - from).find_last_of(U"()\n");
  const size_t behind = text.substr(trigger.end, kReach).find_first_of(U"()\n");
  if (before == text.npos || behind == text.npos) return {};
  const size_t open = from + before, close = trigger.end + behind;
  if (text[open] != U'(' || text[close] != U')') return {};
  return {{static_cast<int>(open), static_cast<int>(close) + 1}, MentionEndingAt(static_cast<int>(open))};
}

int Parentheses::MentionEndingAt(int position) const {
  const std::span<const Mention> near = document_.MentionsIn({position - static_cast<int>(kReach), position});
  for (auto last = near.rbegin(); last != near.rend(); ++last) {
    const bool name = last->head && last->entity >= 0 && last->kind == Mention::Kind::kName;
    if (name && last->span.end == position) return document_.IndexOf(*last);
  }
  return -1;
}

int Parentheses::At(int position) const {
  const auto next =
      std::partition_point(parentheses_.begin(), parentheses_.end(),
                           [position](const Parenthesis& each) { return each.span.end <= position; });
  return next != parentheses_.end() && next->span.begin <= position
             ? static_cast<int>(next - parentheses_.begin())
             : -1;
}

int Parentheses::HeadAt(int position) const {
  const int parenthesis = At(position);
  return parenthesis < 0 ? -1 : parentheses_[parenthesis].head;
}

}  // namespace annals
