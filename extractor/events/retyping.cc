#include "extractor/events/retyping.h"

#include <string_view>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

// 关停|射频研发组: a unit that is stopped is dissolved.
void ToReorganization(const Document& document, EventDraft& draft) {
  const ArgumentDraft* stopped = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_DISCONTINUE || stopped == nullptr || stopped->mention < 0) return;
  const bool unit = document.mentions.entities[stopped->entity].type == EntityType::kUnit;
  const std::u32string_view name = document.View(document.mention(stopped->mention).span);
  if (!unit || !document.classes->AnyCloses(WordClass::kUnitOfPeople, name)) return;
  if (document.classes->AnyIn(WordClass::kTakesDown, document.View(draft.trigger))) return;
  draft.type = v1::EVENT_TYPE_REORGANIZE;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_PRODUCT) argument.role = v1::ROLE_UNIT;
  }
}

// 云岚|上线|微信支付: what another company makes is taken in.
void ToIntegration(const Document& document, EventDraft& draft) {
  const int company = draft.Entity(v1::ROLE_ORGANIZATION), product = draft.Entity(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_RELEASE || company < 0 || product < 0) return;
  const DocumentEntity& made = document.mentions.entities[product];
  const DocumentEntity& maker = document.mentions.entities[company];
  // 抖音|上线|豆包: both of one owner.
  const bool own = made.owner == company || made.known_owner.empty() || made.known_owner == maker.known_id ||
                   made.known_owner == maker.known_owner;
  if (own || maker.known_id.empty() ||
      !document.classes->AnyIn(WordClass::kOpensTo, document.View(draft.trigger)))
    return;
  draft.type = v1::EVENT_TYPE_INTEGRATE;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_ORGANIZATION) argument.role = v1::ROLE_ADOPTER;
  }
}

// A与B合并: of two companies that merge the first acts.
void SplitMerger(EventDraft& draft) {
  const std::string_view frame = draft.frame;
  if ((frame != "merge" && frame != "deal_failed") || draft.Find(v1::ROLE_TARGET) != nullptr) return;
  for (size_t i = draft.arguments.size(); i-- > 0;) {
    const bool second = draft.arguments[i].role == v1::ROLE_ACQUIRER &&
                        draft.Entity(v1::ROLE_ACQUIRER) != draft.arguments[i].entity;
    if (second) draft.arguments[i].role = v1::ROLE_TARGET;
    if (second) return;
  }
}

}  // namespace

void RetypeByArguments(const Document& document, EventDraft& draft) {
  SplitMerger(draft);
  ToReorganization(document, draft);
  ToIntegration(document, draft);
}

}  // namespace annals
