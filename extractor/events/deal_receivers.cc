#include "extractor/events/deal_receivers.h"

#include <algorithm>
#include <optional>

namespace annals {
namespace {

constexpr double kSameSentence = 1.3;  // scores of what was carried over in the sentence are above
constexpr int kMaxToRound = 40;        // characters from a round to who puts money into it

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

void AddReceiver(v1::Role role, int entity, Span span, EventDraft& draft) {
  draft.arguments.push_back({role, entity, span, std::nullopt, "", kFromChain});
}

// 买进了19.9%的股份, 将所持股份转让给Y: shares of a company that these words do not name.
bool TradesShares(const Document& document, const EventDraft& draft) {
  return draft.Find(v1::ROLE_STAKE) != nullptr ||
         document.classes->AnyIn(WordClass::kShares, document.View(document.ClauseSpan(draft.clause)));
}

// Who stands in the clause buys or sells, and is not what is sold.
std::vector<int> NamedIn(const Document& document, Span clause) {
  std::vector<int> named;
  for (const Mention& mention : document.MentionsIn(clause)) {
    if (mention.entity >= 0) named.push_back(mention.entity);
  }
  return named;
}

// 云岚科技|控股股东|将所持20%股份转让给Y; null: the clause names no company so.
const Mention* OwnedBySeller(const Document& document, const EventDraft& draft) {
  const Span clause = document.ClauseSpan(draft.clause);
  for (const Mention& mention : document.MentionsIn(clause)) {
    const bool company = mention.entity >= 0 && mention.types.Has(EntityType::kOrganization);
    const Span behind{mention.span.end, std::max(mention.span.end, clause.end)};
    if (company && document.classes->AnyOpens(WordClass::kShareholder, document.View(behind)))
      return &mention;
  }
  return nullptr;
}

void AddTarget(const Document& document, const Antecedents& antecedents, EventDraft& draft) {
  if (const Mention* owned = OwnedBySeller(document, draft))
    return AddReceiver(v1::ROLE_TARGET, owned->entity, owned->span, draft);
  static const auto* slots = new std::vector<SlotRole>{{v1::ROLE_TARGET, EntityType::kOrganization}};
  const std::vector<int> traders = NamedIn(document, document.ClauseSpan(draft.clause));
  const int topic = TopicOf(document, draft, traders);
  const Filler carried = antecedents.Carry(draft.clause, *slots, traders);
  if (topic >= 0) {
    AddReceiver(v1::ROLE_TARGET, topic, draft.trigger, draft);
  } else if (carried.mention >= 0) {
    const Mention& target = document.mention(carried.mention);
    AddReceiver(v1::ROLE_TARGET, target.entity, target.span, draft);
  }
}

}  // namespace

void AddTargets(const Document& document, const Antecedents& antecedents, std::vector<EventDraft>& drafts) {
  for (EventDraft& draft : drafts) {
    const bool buys = draft.type == v1::EVENT_TYPE_ACQUIRE && draft.Find(v1::ROLE_ACQUIRER) != nullptr &&
                      draft.Find(v1::ROLE_TARGET) == nullptr;
    if (buys && TradesShares(document, draft)) AddTarget(document, antecedents, draft);
  }
}

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
    const bool sum = draft.Find(v1::ROLE_AMOUNT) != nullptr, told = IsRound(document, draft);
    const bool round = told || BuysShares(document, draft);
    if (!round && !sum) continue;
    const Filler carried = antecedents.Carry(draft.clause, slots, investors);
    // 拟出资100亿元: a sum alone may go anywhere.
    const int topic = round || carried.mention >= 0 ? TopicOf(document, draft, investors) : -1;
    // 云图集团旗下的晨曦资本|以5亿元入股: who stands beside the investor gets nothing.
    const std::vector<int> beside = NamedIn(document, document.ClauseSpan(draft.clause));
    const bool named = std::find(beside.begin(), beside.end(), topic) != beside.end();
    const bool near = carried.score > kSameSentence || named || !(told || sum);
    if (carried.mention >= 0 && (topic < 0 || near)) {
      const Mention& receiver = document.mention(carried.mention);
      AddReceiver(v1::ROLE_ORGANIZATION, receiver.entity, receiver.span, draft);
    } else if (topic >= 0) {
      AddReceiver(v1::ROLE_ORGANIZATION, topic, draft.trigger, draft);
    }
  }
}

}  // namespace annals
