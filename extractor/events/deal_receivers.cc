#include "extractor/events/deal_receivers.h"

#include <optional>

namespace annals {
namespace {

constexpr double kFromChain = 0.5;  // an organisation that no slot of the trigger names

bool IsDeal(const EventDraft& draft) {
  return draft.type == v1::EVENT_TYPE_FUND &&
         (draft.Find(v1::ROLE_ROUND) != nullptr || draft.Find(v1::ROLE_AMOUNT) != nullptr ||
          draft.Find(v1::ROLE_VALUATION) != nullptr);
}

}  // namespace

void AddReceivers(const Document& document, const Antecedents& antecedents, std::vector<EventDraft>& drafts) {
  const std::vector<SlotRole> slots{{v1::ROLE_ORGANIZATION, EntityType::kOrganization}};
  std::vector<int> investors;
  for (const EventDraft& draft : drafts) {
    for (const ArgumentDraft& argument : draft.arguments) {
      if (argument.role == v1::ROLE_INVESTOR) investors.push_back(argument.entity);
    }
  }
  for (EventDraft& draft : drafts) {
    if (!IsDeal(draft) || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) continue;
    const Filler carried = antecedents.Carry(draft.clause, slots, investors);
    if (carried.mention < 0) continue;
    const Mention& receiver = document.mention(carried.mention);
    draft.arguments.push_back(
        {v1::ROLE_ORGANIZATION, receiver.entity, receiver.span, std::nullopt, "", kFromChain});
  }
}

}  // namespace annals
