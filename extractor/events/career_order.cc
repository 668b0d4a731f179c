#include "extractor/events/career_order.h"

#include <algorithm>
#include <unordered_map>

#include "extractor/events/come_from.h"
#include "extractor/events/filler.h"

namespace annals {
namespace {

class Career {
 public:
  Career(const Document& document, const Employment& employment, const WordClasses& classes,
         const std::vector<EventDraft>& drafts)
      : document_(document), employment_(employment), classes_(classes) {
    for (const EventDraft& draft : drafts) {
      if (draft.clause >= 0) by_sentence_[document.SentenceOf(draft.clause)].push_back(&draft);
      if (PlaceAfter(draft) < 0) continue;
      for (const ArgumentDraft& who : draft.arguments) {
        if (who.role == v1::ROLE_PERSON || who.role == v1::ROLE_FOUNDER) came_[who.entity].push_back(&draft);
      }
    }
  }

  void Order(EventDraft& leaving) const {
    const int person = leaving.Entity(v1::ROLE_PERSON);
    if (person < 0 || leaving.clause < 0 || !Leaves(leaving) || IsSaid(leaving)) return;
    int left = LastCameTo(person, leaving);
    if (left < 0) left = WorkedAt(person, leaving);
    if (left >= 0 && left == leaving.Entity(v1::ROLE_ORGANIZATION)) return;
    const bool founded_later = left < 0 && IsFoundedLater(person, leaving);
    if (founded_later)
      left = document_.OrganizationInFocus(leaving.trigger.begin, leaving.Entity(v1::ROLE_ORGANIZATION));
    if (left < 0 && !founded_later) return LeaveLastPlace(person, leaving);
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

  // 请来前X总裁Y出任总经理。…|Y辞职: who was at X long before leaves where the text has told that they came
  // to.
  void LeaveLastPlace(int person, EventDraft& leaving) const {
    const Post* post = employment_.PostOf(person, leaving.trigger.begin);
    const auto came = came_.find(person);
    if (post == nullptr || !post->former || post->organization != leaving.Entity(v1::ROLE_ORGANIZATION) ||
        came == came_.end())
      return;
    const EventDraft* last = nullptr;
    for (const EventDraft* draft : came->second) {
      const bool before =
          draft->trigger.begin < leaving.trigger.begin && draft->trigger.begin > post->position;
      if (before && (last == nullptr || draft->trigger.begin > last->trigger.begin)) last = draft;
    }
    if (last == nullptr || PlaceAfter(*last) == post->organization || GivesUp(leaving, *post, *last)) return;
    std::erase_if(leaving.arguments, [post](const ArgumentDraft& a) {
      return a.role == v1::ROLE_ORGANIZATION || a.role == v1::ROLE_UNIT ||
             (a.role == v1::ROLE_TITLE && a.span == post->title);
    });
    leaving.arguments.push_back(
        {v1::ROLE_ORGANIZATION, PlaceAfter(*last), leaving.trigger, std::nullopt, "", kFromChain});
  }

  // X医院原院长Y加入Z，出任总院长。去年，Y辞去|院长|职务: the title is the one that Y had before.
  bool GivesUp(const EventDraft& leaving, const Post& post, const EventDraft& last) const {
    const ArgumentDraft* left = leaving.Find(v1::ROLE_TITLE);
    const ArgumentDraft* taken = last.Find(v1::ROLE_TITLE);
    if (left == nullptr || !document_.ClauseSpan(leaving.clause).Contains(left->span)) return false;
    const std::u32string_view title = document_.View(left->span);
    return title == document_.View(post.title) && (taken == nullptr || title != document_.View(taken->span));
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

  // 在X供职十七年，今年6月|离职: in a sentence that names nobody else before; -1: nowhere.
  int WorkedAt(int person, const EventDraft& leaving) const {
    int first = leaving.clause;
    while (first > 0 && document_.SentenceOf(first - 1) == document_.SentenceOf(leaving.clause)) --first;
    int place = -1;
    const Span before{document_.ClauseSpan(first).begin, leaving.trigger.begin};
    for (const Mention& mention : document_.MentionsIn(before)) {
      if (mention.kind != Mention::Kind::kName || mention.entity < 0) continue;
      if (mention.types.Only(EntityType::kPerson) && mention.entity != person) return -1;
      if (mention.types.Has(EntityType::kOrganization) && IsWhereOneWorks(mention.span))
        place = mention.entity;
    }
    return place;
  }

  // 在德国|英飞凌|供职.
  bool IsWhereOneWorks(Span name) const {
    constexpr int kLongestWord = 3, kLongestPlace = 3;
    const Span behind{name.end, std::min(name.end + kLongestWord, document_.text.size())};
    const Span before{std::max(0, name.begin - kLongestPlace - 1), name.begin};
    return document_.View(before).find_first_of(U"在于") != std::u32string_view::npos &&
           classes_.AnyOpens(WordClass::kWorks, document_.View(behind));
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
  const Employment& employment_;
  const WordClasses& classes_;
  std::unordered_map<int, std::vector<const EventDraft*>> by_sentence_;
  std::unordered_map<int, std::vector<const EventDraft*>> came_;  // by person: what tells of a new place
};

}  // namespace

void OrderCareers(const Document& document, const Employment& employment, const WordClasses& classes,
                  std::vector<EventDraft>& drafts) {
  for (EventDraft& draft : drafts) AddCompanyComeFrom(document, draft);
  const Career career(document, employment, classes, drafts);
  for (EventDraft& draft : drafts) career.Order(draft);
}

}  // namespace annals
