#include "extractor/events/career_order.h"

#include <algorithm>
#include <unordered_map>

#include "extractor/events/come_from.h"
#include "extractor/events/filler.h"

namespace annals {
namespace {

class Career {
 public:
  Career(const Document& document, const std::vector<EventDraft>& drafts) : document_(document) {
    for (const EventDraft& draft : drafts) {
      if (draft.clause >= 0) by_sentence_[document.SentenceOf(draft.clause)].push_back(&draft);
    }
  }

  void Order(EventDraft& leaving) const {
    const int person = leaving.Entity(v1::ROLE_PERSON);
    if (person < 0 || leaving.clause < 0 || !Leaves(leaving) || IsSaid(leaving)) return;
    int left = LastCameTo(person, leaving);
    const bool founded_later = left < 0 && IsFoundedLater(person, leaving);
    if (founded_later)
      left = document_.OrganizationInFocus(leaving.trigger.begin, leaving.Entity(v1::ROLE_ORGANIZATION));
    if (left < 0 && !founded_later) return;
    std::erase_if(leaving.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
    if (left < 0) return;
    leaving.arguments.push_back({v1::ROLE_ORGANIZATION, left, leaving.trigger, std::nullopt, "", kFromChain});
  }

 private:
  static bool Leaves(const EventDraft& draft) {
    return draft.type == v1::EVENT_TYPE_DEPART || draft.type == v1::EVENT_TYPE_STEP_DOWN;
  }

  // By a slot of the trigger, or by the noun phrase of the person.
  bool IsSaid(const EventDraft& draft) const {
    const ArgumentDraft* place = draft.Find(v1::ROLE_ORGANIZATION);
    if (place == nullptr) return false;
    if (place->score > kFromChain) return true;
    const int holder = draft.Find(v1::ROLE_PERSON)->mention;
    if (holder < 0) return false;
    const int employer = document_.mention(holder).organization;
    return employer >= 0 && document_.mention(employer).entity == place->entity;
  }

  bool IsFoundedLater(int person, const EventDraft& leaving) const {
    const int place = leaving.Entity(v1::ROLE_ORGANIZATION);
    const std::vector<const EventDraft*>& beside = Beside(leaving);
    return place >= 0 && std::any_of(beside.begin(), beside.end(), [&](const EventDraft* founding) {
             return founding->type == v1::EVENT_TYPE_FOUND && founding->Has(v1::ROLE_FOUNDER, person) &&
                    founding->Has(v1::ROLE_ORGANIZATION, place) &&
                    founding->trigger.begin > leaving.trigger.begin;
           });
  }

  // In the same sentence; -1: nowhere.
  int LastCameTo(int person, const EventDraft& leaving) const {
    const EventDraft* last = nullptr;
    for (const EventDraft* draft : Beside(leaving)) {
      if (draft->trigger.begin >= leaving.trigger.begin) continue;
      const bool own = draft->Has(v1::ROLE_PERSON, person) || draft->Has(v1::ROLE_FOUNDER, person);
      if (own && (last == nullptr || draft->trigger.begin > last->trigger.begin)) last = draft;
    }
    return last == nullptr ? -1 : PlaceAfter(*last);
  }

  const std::vector<const EventDraft*>& Beside(const EventDraft& draft) const {
    return by_sentence_.at(document_.SentenceOf(draft.clause));
  }

  // Where the person is once the event has happened; -1: it does not say.
  static int PlaceAfter(const EventDraft& draft) {
    const bool comes = draft.type == v1::EVENT_TYPE_JOIN || draft.type == v1::EVENT_TYPE_APPOINT ||
                       draft.type == v1::EVENT_TYPE_FOUND;
    const ArgumentDraft* place = draft.Find(v1::ROLE_ORGANIZATION);
    const bool happened = draft.status == v1::EVENT_STATUS_OCCURRED;
    return comes && happened && place != nullptr && place->score > kFromChain ? place->entity : -1;
  }

  const Document& document_;
  std::unordered_map<int, std::vector<const EventDraft*>> by_sentence_;
};

}  // namespace

void OrderCareers(const Document& document, std::vector<EventDraft>& drafts) {
  for (EventDraft& draft : drafts) AddCompanyComeFrom(document, draft);
  const Career career(document, drafts);
  for (EventDraft& draft : drafts) career.Order(draft);
}

}  // namespace annals
