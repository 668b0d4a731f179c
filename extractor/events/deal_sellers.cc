#include "extractor/events/deal_sellers.h"

#include <algorithm>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr int kMaxToHeld = 10;  // characters from who holds to what is held: 所持有的境内上市公司

// The company that stands right behind a position; -1: none.
int CompanyBehind(const Document& document, int from, int end) {
  for (const Mention& mention : document.MentionsIn({from, std::min(end, from + kMaxToHeld)})) {
    const bool held = mention.kind == Mention::Kind::kName && mention.entity >= 0 &&
                      !mention.types.Only(EntityType::kPerson);
    if (held) return document.IndexOf(mention);
  }
  return -1;
}

}  // namespace

void ReplaceSellers(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_ACQUIRE || draft.clause < 0) return;
  const auto target =
      std::find_if(draft.arguments.begin(), draft.arguments.end(),
                   [](const ArgumentDraft& argument) { return argument.role == v1::ROLE_TARGET; });
  if (target == draft.arguments.end() || target->mention < 0) return;
  const Span holder = document.mention(target->mention).span;
  const int end = document.ClauseSpan(draft.clause).end;
  if (holder.end >= end || !document.classes->AnyOpens(WordClass::kHolds, document.View({holder.end, end})))
    return;
  const int held = CompanyBehind(document, holder.end, end);
  if (held < 0) {
    draft.arguments.erase(target);
    return;
  }
  const Mention& mention = document.mention(held);
  target->entity = mention.entity;
  target->span = mention.span;
  target->mention = held;
}

}  // namespace annals
