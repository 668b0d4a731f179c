#include "extractor/events/deal_receivers.h"

#include <algorithm>
#include <optional>

namespace annals {
namespace {

constexpr double kFromChain = 0.5;  // an organisation that no slot of the trigger names

constexpr int kMaxToRound = 40;  // characters from a round to who puts money into it

// A轮是1.1亿元，|云岚资本|独投: the round that an earlier clause of the sentence names.
const Quantity* RoundBefore(const Document& document, const EventDraft& draft) {
  const Sentence& sentence = document.structure.sentences[document.SentenceOf(draft.clause)];
  const int from = std::max(sentence.span.begin, draft.trigger.begin - kMaxToRound);
  const auto end =
      std::partition_point(document.quantities.begin(), document.quantities.end(),
                           [&](const Quantity& q) { return q.span.begin < draft.trigger.begin; });
  for (auto next = end; next != document.quantities.begin() && (next - 1)->span.begin >= from; --next) {
    if ((next - 1)->kind == Quantity::Kind::kRound) return &*(next - 1);
  }
  return nullptr;
}

bool IsRound(const Document& document, const EventDraft& draft) {
  return draft.Find(v1::ROLE_ROUND) != nullptr || draft.Find(v1::ROLE_VALUATION) != nullptr ||
         RoundBefore(document, draft) != nullptr;
}

// 斥资5亿元入股, 以3亿元认购新股: what is told says that a company gets the money.
bool BuysShares(const Document& document, const EventDraft& draft) {
  const int end = document.ClauseSpan(draft.clause).end;
  return document.classes->AnyIn(WordClass::kNewShares,
                                 document.View({draft.trigger.begin, std::max(draft.trigger.end, end)}));
}

// What the text speaks of at the event, else where its sentence begins, but nobody who invests. -1: nothing.
int TopicOf(const Document& document, const EventDraft& draft, const std::vector<int>& investors) {
  const int sentence = document.structure.sentences[document.SentenceOf(draft.clause)].span.begin;
  for (const int position : {draft.trigger.begin, sentence}) {
    const int topic = document.OrganizationInFocus(position);
    if (topic >= 0 && std::find(investors.begin(), investors.end(), topic) == investors.end()) return topic;
  }
  return -1;
}

void AddReceiver(int entity, Span span, EventDraft& draft) {
  draft.arguments.push_back({v1::ROLE_ORGANIZATION, entity, span, std::nullopt, "", kFromChain});
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
    if (draft.type != v1::EVENT_TYPE_FUND || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) continue;
    const bool round = IsRound(document, draft) || BuysShares(document, draft);
    if (!round && draft.Find(v1::ROLE_AMOUNT) == nullptr) continue;
    const Filler carried = antecedents.Carry(draft.clause, slots, investors);
    // 拟出资100亿元: a sum alone may go anywhere.
    const int topic = round ? TopicOf(document, draft, investors) : -1;
    if (carried.mention >= 0) {
      const Mention& receiver = document.mention(carried.mention);
      AddReceiver(receiver.entity, receiver.span, draft);
    } else if (topic >= 0) {
      AddReceiver(topic, draft.trigger, draft);
    }
  }
}

}  // namespace annals
