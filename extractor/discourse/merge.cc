#include "extractor/discourse/merge.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "extractor/mentions/characters.h"

namespace annals {
namespace {

// An event is compared with at most so many earlier ones of a participant: bounds the work in texts that say
// one thing forever.
constexpr size_t kMaxCompared = 64;
constexpr int kMaxToTimeEnd = 4;  // characters from a verb to 后: 收购完成后
constexpr int kMaxAgain = 4;      // characters from 又 to its verb

enum class Fit { kNone, kUnknown, kSame, kDifferent };

Fit CompareEntities(const EventDraft& a, const EventDraft& b, v1::Role role) {
  bool in_a = false, in_b = false;
  for (const ArgumentDraft& argument : a.arguments) {
    if (argument.role != role || argument.entity < 0) continue;
    in_a = true;
    if (b.Has(role, argument.entity)) return Fit::kSame;
  }
  for (const ArgumentDraft& argument : b.arguments)
    in_b = in_b || (argument.role == role && argument.entity >= 0);
  return in_a && in_b ? Fit::kDifferent : Fit::kUnknown;
}

// Same text or same number; unknown where one has none.
Fit CompareValues(const Document& document, const EventDraft& a, const EventDraft& b, v1::Role role) {
  const ArgumentDraft* x = a.Find(role);
  const ArgumentDraft* y = b.Find(role);
  if (x == nullptr || y == nullptr) return Fit::kUnknown;
  if (x->number && y->number) {
    const double scale = std::max(std::fabs(*x->number), std::fabs(*y->number));
    return std::fabs(*x->number - *y->number) <= 0.005 * scale ? Fit::kSame : Fit::kDifferent;
  }
  if (!x->name.empty() && x->name == y->name) return Fit::kSame;
  return document.View(x->span) == document.View(y->span) ? Fit::kSame : Fit::kDifferent;
}

bool TimesMeet(const DateInterval& a, const DateInterval& b) {
  if (a.empty() || b.empty()) return true;
  const bool before = a.end && b.start && *a.end < *b.start;
  const bool after = a.start && b.end && *a.start > *b.end;
  return !before && !after;
}

// 还未发布|的X: that something had not yet happened, told in passing of what it happened to.
bool IsNotYet(const Document& document, const EventDraft& draft) {
  return draft.status == v1::EVENT_STATUS_NEGATED && draft.trigger.end < document.text.size() &&
         document.text.chars[draft.trigger.end] == U'的';
}

bool IsAhead(const Document& document, const EventDraft& draft) {
  return document.published && draft.interval.start && *draft.interval.start > *document.published;
}

// 继收购X后又|收购Y: one more of the kind.
bool IsOneMore(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.clause < 0 || b.clause < 0 || document.SentenceOf(a.clause) != document.SentenceOf(b.clause))
    return false;
  const std::u32string_view before =
      document.View({std::max(0, b.trigger.begin - kMaxAgain), std::max(0, b.trigger.begin)});
  return document.classes->AnyIn(WordClass::kAgain, before);
}

// 去年买下X。……正商谈出售X: what was bought is up for sale again.
bool IsNewDeal(const Document& document, const EventDraft& a, const EventDraft& b) {
  const bool ahead = b.status == v1::EVENT_STATUS_PLANNED || b.status == v1::EVENT_STATUS_ONGOING;
  return a.type == v1::EVENT_TYPE_ACQUIRE && ahead && a.status == v1::EVENT_STATUS_OCCURRED &&
         a.clause >= 0 && b.clause >= 0 && document.SentenceOf(a.clause) < document.SentenceOf(b.clause);
}

// A与B合作, A与C合作: each names a partner that the other does not.
bool HasOtherPartner(const EventDraft& a, const EventDraft& b) {
  const auto other = [](const EventDraft& one, const EventDraft& two) {
    return std::any_of(one.arguments.begin(), one.arguments.end(), [&](const ArgumentDraft& partner) {
      return partner.role == v1::ROLE_ORGANIZATION && partner.entity >= 0 &&
             !two.Has(v1::ROLE_ORGANIZATION, partner.entity);
    });
  };
  return a.type == v1::EVENT_TYPE_PARTNER && other(a, b) && other(b, a);
}

// X入股A。……Y：没有入股A: whoever denies it has no part in what happened.
bool IsDeniedByAnother(const EventDraft& a, const EventDraft& b) {
  const bool denied = (a.status == v1::EVENT_STATUS_NEGATED) != (b.status == v1::EVENT_STATUS_NEGATED);
  return a.type == v1::EVENT_TYPE_FUND && denied &&
         CompareEntities(a, b, v1::ROLE_INVESTOR) == Fit::kDifferent;
}

// 将于6月30日卸任……上任后: what lies ahead of the publication has not been done by a mention without a day.
bool IsStillAhead(const Document& document, const EventDraft& from, const EventDraft& into) {
  return into.status == v1::EVENT_STATUS_PLANNED && from.status == v1::EVENT_STATUS_OCCURRED &&
         IsAhead(document, into) && (from.interval.empty() || from.interval == into.interval);
}

// 拟收购X……收购完成后: a clause that says when something else will be tells of nothing done.
bool IsPresupposed(const Document& document, const EventDraft& from, const EventDraft& into) {
  if (into.status != v1::EVENT_STATUS_PLANNED || from.status != v1::EVENT_STATUS_OCCURRED || from.clause < 0)
    return false;
  const Span clause = document.ClauseSpan(from.clause);
  const std::u32string_view rest =
      document.View({from.trigger.end, std::max(from.trigger.end, clause.end)}).substr(0, kMaxToTimeEnd);
  return from.interval.empty() && rest.find_first_of(U"前后") != rest.npos;
}

// X创办了A。……他否认离开与此有关: what the article has told as a fact is denied by nobody later.
bool IsSure(const EventDraft& into) {
  return into.status == v1::EVENT_STATUS_OCCURRED && into.certainty == v1::CERTAINTY_CONFIRMED &&
         !into.intended && !into.interval.empty();
}

// The title in the sentence of the event itself; empty where there is none.
std::u32string_view OwnTitle(const Document& document, const EventDraft& draft) {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  if (title == nullptr || draft.clause < 0) return {};
  const Span sentence = document.structure.sentences[document.SentenceOf(draft.clause)].span;
  return sentence.Contains(title->span) ? document.View(title->span) : std::u32string_view();
}

// 集团总裁 and 总裁 are one; 常务副总裁 is another.
bool IsLongerForm(std::u32string_view title, std::u32string_view shorter) {
  if (!title.ends_with(shorter)) return false;
  title.remove_suffix(shorter.size());
  return !title.ends_with(U'副');
}

// A post is one event a title: 当选董事，……，被聘为总经理. Without times of their own only what cannot be one
// title written twice: 副总裁 is not 集团副总裁, but CEO may be 首席执行官.
bool TakesOtherPost(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.type != v1::EVENT_TYPE_APPOINT || CompareValues(document, a, b, v1::ROLE_TITLE) != Fit::kDifferent)
    return false;
  if (a.time >= 0 && b.time >= 0) return true;
  const std::u32string_view x = OwnTitle(document, a), y = OwnTitle(document, b);
  if (x.empty() || y.empty() || IsLongerForm(x, y) || IsLongerForm(y, x)) return false;
  const auto han = [](std::u32string_view title) { return IsHan(title.back()); };
  return han(x) && han(y) && a.clause != b.clause;
}

// 宣布裁员3000人。去年曾|裁员1500人: a cut of long before, of other size or while this one is denied.
bool IsEarlierCut(const Document& document, const EventDraft& a, const EventDraft& b) {
  constexpr int kLongAgo = 60;  // days before the day of publication
  if (a.type != v1::EVENT_TYPE_LAYOFF || !document.published || a.interval.empty() == b.interval.empty())
    return false;
  const EventDraft& timed = a.interval.empty() ? b : a;
  if (!timed.interval.end || *document.published - *timed.interval.end < kLongAgo) return false;
  const EventDraft& other = a.interval.empty() ? a : b;
  const bool denied = other.status == v1::EVENT_STATUS_NEGATED;
  return denied || CompareValues(document, a, b, v1::ROLE_COUNT) == Fit::kDifferent;
}

// 关闭实验室。该实验室于2019年|设立: what sets a unit up is not what ends it.
bool SetsUpOrEnds(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.type != v1::EVENT_TYPE_REORGANIZE || a.interval == b.interval) return false;
  const auto sets_up = [](const EventDraft& draft) { return std::string_view(draft.frame) == "set_up_unit"; };
  const auto ends = [&document](const EventDraft& draft) {
    return document.classes->AnyIn(WordClass::kCloses, document.View(draft.trigger));
  };
  return (sets_up(a) && ends(b)) || (ends(a) && sets_up(b));
}

bool IsSame(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.type != b.type || a.type == v1::EVENT_TYPE_STATEMENT || HasOtherPartner(a, b)) return false;
  if (IsDeniedByAnother(a, b) || IsEarlierCut(document, a, b) || SetsUpOrEnds(document, a, b)) return false;
  bool shared = false;
  for (const v1::Role role : KeyRolesOf(a.type)) {
    const Fit fit =
        role == v1::ROLE_METRIC ? CompareValues(document, a, b, role) : CompareEntities(a, b, role);
    if (fit == Fit::kDifferent) return false;
    shared = shared || fit == Fit::kSame;
    if (fit == Fit::kUnknown && IsNewDeal(document, a, b)) return false;
    if (fit == Fit::kUnknown && IsOneMore(document, a, b)) return false;
  }
  const bool not_yet = IsNotYet(document, a) != IsNotYet(document, b);
  if (!shared || (!not_yet && !TimesMeet(a.interval, b.interval))) return false;
  static constexpr v1::Role kTelling[] = {v1::ROLE_VALUE, v1::ROLE_CHANGE, v1::ROLE_ROUND, v1::ROLE_STAKE};
  for (const v1::Role role : kTelling) {
    if (CompareValues(document, a, b, role) == Fit::kDifferent) return false;
  }
  return !TakesOtherPost(document, a, b);
}

// Entities in the key roles of an event, sorted, each once.
std::vector<int> KeyParticipants(const EventDraft& draft) {
  std::vector<int> participants;
  const std::vector<v1::Role>& roles = KeyRolesOf(draft.type);
  for (const ArgumentDraft& argument : draft.arguments) {
    const bool key = std::find(roles.begin(), roles.end(), argument.role) != roles.end();
    if (key && argument.entity >= 0) participants.push_back(argument.entity);
  }
  std::sort(participants.begin(), participants.end());
  participants.erase(std::unique(participants.begin(), participants.end()), participants.end());
  return participants;
}

int Stage(v1::EventStatus status) {
  switch (status) {
    case v1::EVENT_STATUS_PLANNED:
      return 0;
    case v1::EVENT_STATUS_ONGOING:
      return 1;
    case v1::EVENT_STATUS_OCCURRED:
      return 2;
    default:
      return 3;
  }
}

void Fold(const Document& document, const EventDraft& from, EventDraft& into) {
  for (const ArgumentDraft& argument : from.arguments) {
    const bool entity = argument.entity >= 0;
    if (entity ? !into.Has(argument.role, argument.entity) && into.Find(argument.role) == nullptr
               : into.Find(argument.role) == nullptr) {
      into.arguments.push_back(argument);
    }
  }
  const bool happened = from.status == v1::EVENT_STATUS_OCCURRED || into.status == v1::EVENT_STATUS_OCCURRED;
  const bool raises = happened && (IsNotYet(document, from) || IsNotYet(document, into))
                          ? IsNotYet(document, into)
                          : Stage(from.status) > Stage(into.status) && !IsStillAhead(document, from, into) &&
                                !IsPresupposed(document, from, into) &&
                                !(from.status == v1::EVENT_STATUS_NEGATED && IsSure(into));
  if (raises) {
    into.status = from.status;
    // 传X将收购Y。……Y：绝无此事: who denies it is sure.
    if (from.status == v1::EVENT_STATUS_NEGATED && from.certainty == v1::CERTAINTY_CONFIRMED)
      into.certainty = from.certainty;
    if (!from.interval.empty()) into.time = from.time, into.interval = from.interval;
  }
  if (into.time < 0 && from.time >= 0 && !(happened && IsNotYet(document, from))) {
    into.time = from.time, into.interval = from.interval;
    // 今起招股，5日挂牌: what has happened is a step towards it.
    if (IsAhead(document, from) && into.status == v1::EVENT_STATUS_OCCURRED) into.status = from.status;
  }
  into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
}

}  // namespace

const std::vector<v1::Role>& KeyRolesOf(v1::EventType type) {
  static const auto* roles = new absl::flat_hash_map<int, std::vector<v1::Role>>{
      {v1::EVENT_TYPE_JOIN, {v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_DEPART, {v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_DISMISS, {v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_APPOINT, {v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_STEP_DOWN, {v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_RECRUIT, {v1::ROLE_RECRUITER, v1::ROLE_PERSON}},
      {v1::EVENT_TYPE_FOUND, {v1::ROLE_FOUNDER, v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_LAYOFF, {v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_ACQUIRE, {v1::ROLE_ACQUIRER, v1::ROLE_TARGET}},
      {v1::EVENT_TYPE_FUND, {v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_LIST, {v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_REORGANIZE, {v1::ROLE_ORGANIZATION, v1::ROLE_UNIT}},
      {v1::EVENT_TYPE_PARTNER, {v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_INTEGRATE, {v1::ROLE_ADOPTER, v1::ROLE_PRODUCT}},
      {v1::EVENT_TYPE_RELEASE, {v1::ROLE_ORGANIZATION, v1::ROLE_PRODUCT}},
      {v1::EVENT_TYPE_OPEN_SOURCE, {v1::ROLE_ORGANIZATION, v1::ROLE_PRODUCT}},
      {v1::EVENT_TYPE_DISCONTINUE, {v1::ROLE_ORGANIZATION, v1::ROLE_PRODUCT}},
      {v1::EVENT_TYPE_PIVOT, {v1::ROLE_ORGANIZATION}},
      {v1::EVENT_TYPE_STATEMENT, {v1::ROLE_SPEAKER}},
      {v1::EVENT_TYPE_METRIC, {v1::ROLE_SUBJECT, v1::ROLE_METRIC}}};
  static const auto* none = new std::vector<v1::Role>;
  const auto found = roles->find(type);
  return found == roles->end() ? *none : found->second;
}

void MergeEvents(const Document& document, std::vector<EventDraft>& drafts, std::vector<int>& merged_into) {
  merged_into.resize(drafts.size());
  absl::flat_hash_map<std::pair<int, int>, std::vector<int>> kept;  // by type and key participant
  for (size_t i = 0; i < drafts.size(); ++i) {
    merged_into[i] = static_cast<int>(i);
    if (drafts[i].dropped) continue;
    int same = -1;
    const std::vector<int> participants = KeyParticipants(drafts[i]);
    for (const int participant : participants) {
      const std::vector<int>& earlier = kept[{drafts[i].type, participant}];
      for (size_t k = earlier.size() < kMaxCompared ? 0 : earlier.size() - kMaxCompared; k < earlier.size();
           ++k) {
        if (IsSame(document, drafts[earlier[k]], drafts[i]) && (same < 0 || earlier[k] < same))
          same = earlier[k];
      }
    }
    const int target = same < 0 ? static_cast<int>(i) : same;
    if (same >= 0) {
      Fold(document, drafts[i], drafts[same]);
      drafts[i].dropped = true;
      drafts[i].note = "another mention of an event told before";
      merged_into[i] = same;
    }
    for (const int participant : participants) {
      std::vector<int>& list = kept[{drafts[i].type, participant}];
      if (std::find(list.rbegin(), list.rend(), target) == list.rend()) list.push_back(target);
    }
  }
}

}  // namespace annals
