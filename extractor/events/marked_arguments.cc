#include "extractor/events/marked_arguments.h"

#include <algorithm>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr int kMaxBefore = 120;  // characters from a mark to its trigger
constexpr int kMaxBehind = 80;   // and from the trigger to a mark
constexpr int kMaxClausesOn = 2;
constexpr int kMaxDealClausesOn = 5;  // 完成融资，金额…，估值…，领投方是X
constexpr int kMaxWords = 40;
constexpr int kMaxEntityWords = 16;
constexpr int kMaxToTitle = 8;     // 只保留公司|董事长
constexpr int kLeastClosed = 5;    // 合作协议 says nothing
constexpr int kMaxOpening = 6;     // 双方将在美国|携手设计…
constexpr double kInferred = 0.5;  // scores of what no words name are not above
constexpr std::u32string_view kEnds = U",;。:!?";

bool TakesEntity(v1::Role role) {
  return role == v1::ROLE_PREDECESSOR || role == v1::ROLE_LEADER || role == v1::ROLE_REPORTS_TO ||
         role == v1::ROLE_FROM_ORGANIZATION || role == v1::ROLE_INVESTOR || role == v1::ROLE_ACQUIRER ||
         role == v1::ROLE_FOUNDER;
}

TypeSet TypesTaken(v1::Role role) {
  if (role == v1::ROLE_FROM_ORGANIZATION) return EntityType::kOrganization;
  if (role == v1::ROLE_INVESTOR || role == v1::ROLE_ACQUIRER || role == v1::ROLE_FOUNDER)
    return TypeSet(EntityType::kOrganization) | EntityType::kPerson;
  return EntityType::kPerson;
}

// 方|以|宁因个人原因: a part of a name marks nothing.
bool IsInName(const Document& document, Span mark) {
  const std::span<const Mention> before = document.MentionsBefore(mark.begin);
  return !before.empty() && before.back().types.Only(EntityType::kPerson) &&
         before.back().kind == Mention::Kind::kName && before.back().span.end > mark.begin;
}

bool NameBegins(const Document& document, int position) {
  const Mention* next = document.MentionFrom(position);
  return next != nullptr && next->span.begin == position && next->kind == Mention::Kind::kName;
}

}  // namespace

MarkedArguments::MarkedArguments(const Document& document, const EventWords& words) : document_(document) {
  for (const Automaton::Hit& hit : document.words.marks) {
    const int clause = document.structure.ClauseAt(hit.span.begin);
    const ArgumentMark& mark = words.marks()[hit.value];
    if (clause >= 0 && !IsInName(document, hit.span) &&
        !mark.exceptions.AnyHolds(document.text.chars, hit.span.begin))
      hits_.push_back({hit.span, &mark, clause});
  }
  std::stable_sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

void MarkedArguments::AddTo(EventDraft& draft) const {
  if (draft.clause < 0) return;
  auto hit = std::lower_bound(hits_.begin(), hits_.end(), draft.trigger.begin - kMaxBefore,
                              [](const Hit& h, int position) { return h.span.begin < position; });
  for (; hit != hits_.end() && hit->span.begin < draft.trigger.end + kMaxBehind; ++hit) {
    const ArgumentDraft* had = draft.Find(hit->mark->role);
    const bool more = hit->mark->place == ArgumentMark::Place::kEnding;
    const bool open = had == nullptr || more || (TakesEntity(hit->mark->role) && had->score <= kInferred);
    if (open && Fits(*hit, draft)) Add(*hit, draft);
  }
}

bool MarkedArguments::Fits(const Hit& hit, const EventDraft& draft) const {
  if (hit.mark->types.count(draft.type) == 0) return false;
  if (document_.SentenceOf(hit.clause) != document_.SentenceOf(draft.clause)) return false;
  switch (hit.mark->place) {
    case ArgumentMark::Place::kBefore:
      if (hit.span.end > draft.trigger.begin) return false;
      return hit.clause == draft.clause || NothingBetween(hit.span.end, draft.trigger.begin);
    case ArgumentMark::Place::kClosing:
      return hit.clause == draft.clause && hit.span.begin > draft.trigger.end &&
             hit.span.end - draft.trigger.end <= kMaxWords;
    case ArgumentMark::Place::kObject:
      return hit.span.begin >= draft.trigger.begin && hit.span.end <= draft.trigger.end;
    case ArgumentMark::Place::kHolder:
      return !TitleEndedBy(hit, draft).empty();
    case ArgumentMark::Place::kOpening:
      if (draft.trigger.Overlaps(hit.span)) return true;
      return FitsBehind(hit, draft) && (hit.clause == draft.clause || OpensClause(hit));
    case ArgumentMark::Place::kBehind:
      return FitsBehind(hit, draft) && (hit.clause == draft.clause || OpensClause(hit));
    case ArgumentMark::Place::kDefault:
      return draft.Find(hit.mark->role) == nullptr && FitsBehind(hit, draft) && OpensClause(hit);
    case ArgumentMark::Place::kEnding:
      return FitsBehind(hit, draft) && hit.clause != draft.clause &&
             hit.span.end == document_.ClauseSpan(hit.clause).end;
  }
  return false;
}

// Behind the trigger, with no other event between.
bool MarkedArguments::FitsBehind(const Hit& hit, const EventDraft& draft) const {
  const bool deal = hit.mark->role == v1::ROLE_INVESTOR || hit.mark->role == v1::ROLE_FOUNDER;
  const int reach = deal ? kMaxDealClausesOn : kMaxClausesOn;
  if (hit.span.begin < draft.trigger.end || hit.clause - draft.clause > reach) return false;
  return NothingBetween(draft.trigger.end, hit.span.begin);
}

bool MarkedArguments::NothingBetween(int from, int to) const {
  const auto& triggers = document_.triggers;
  const auto next =
      std::lower_bound(triggers.begin(), triggers.end(), from,
                       [](const TriggerHit& t, int position) { return t.word.begin < position; });
  return next == triggers.end() || next->word.end > to;
}

bool MarkedArguments::OpensClause(const Hit& hit) const {
  return hit.span.begin - document_.ClauseSpan(hit.clause).begin <= kMaxOpening;
}

// 因个人原因|已于7月17日|离任: how many of the words stand before a time that a preposition marks.
size_t MarkedArguments::BeforeTime(int begin, std::u32string_view words) const {
  const auto& times = document_.times;
  auto time = std::partition_point(times.begin(), times.end(),
                                   [begin](const TimeMention& each) { return each.span.begin <= begin; });
  for (; time != times.end() && time->span.begin < begin + static_cast<int>(words.size()); ++time) {
    size_t end = time->span.begin - begin;
    if (words[end - 1] != U'于') continue;
    while (end > 0 && std::u32string_view(U"于已也均都即").find(words[end - 1]) != std::u32string_view::npos)
      --end;
    return end;
  }
  return words.size();
}

// The words a mark marks; empty where its tail is missing.
Span MarkedArguments::WordsOf(const Hit& hit, const EventDraft& draft) const {
  const bool before = hit.mark->place == ArgumentMark::Place::kBefore;
  const int limit = before ? draft.trigger.begin : document_.ClauseSpan(hit.clause).end;
  const int begin = hit.mark->keep ? hit.span.begin : hit.span.end;
  if (begin >= limit) return {};
  std::u32string_view words = document_.View({begin, limit});
  words = words.substr(0, words.find_first_of(kEnds));
  if (!hit.mark->tail.empty()) {
    const size_t tail = words.find(hit.mark->tail);
    if (tail == std::u32string_view::npos) return {};
    words = words.substr(0, tail);
  } else if (before) {
    words = words.substr(0, words.find(U'而'));
    words = words.substr(0, BeforeTime(begin, words));
    // 因业绩不佳|被云岚科技|解聘
    const size_t doer = words.find_last_of(U"被遭");
    if (doer != words.npos && NameBegins(document_, begin + static_cast<int>(doer) + 1))
      words = words.substr(0, doer);
  } else if (hit.clause == draft.clause && !hit.mark->keep &&
             hit.mark->place == ArgumentMark::Place::kBehind) {
    words = words.substr(0, words.find(U'的'));
  }
  return {begin, begin + static_cast<int>(words.size())};
}

// 签下(一份)|五年供货协议: from the trigger to the mark; empty where they say nothing (合作协议).
Span MarkedArguments::WordsClosedBy(const Hit& hit, const EventDraft& draft) const {
  Span words{draft.trigger.end, hit.span.end};
  words.begin +=
      static_cast<int>(document_.classes->AllOpening(WordClass::kDeterminer, document_.View(words)));
  return words.size() < kLeastClosed ? Span{} : words;
}

// 签下切尔西|中场|芒特: the title of the person's noun phrase that ends with the mark; empty where none does.
Span MarkedArguments::TitleEndedBy(const Hit& hit, const EventDraft& draft) const {
  const ArgumentDraft* person = draft.Find(v1::ROLE_PERSON);
  if (person == nullptr || person->mention < 0) return {};
  const Mention& holder = document_.mention(person->mention);
  return !holder.former && holder.title.end == hit.span.end && holder.title.begin <= hit.span.begin
             ? holder.title
             : Span{};
}

void MarkedArguments::Add(const Hit& hit, EventDraft& draft) const {
  if (hit.mark->place == ArgumentMark::Place::kHolder) {
    draft.arguments.push_back({hit.mark->role, -1, TitleEndedBy(hit, draft), std::nullopt, "", 1.0});
    return;
  }
  if (hit.mark->place == ArgumentMark::Place::kEnding)
    return AddEntity(hit.mark->role, {document_.ClauseSpan(hit.clause).begin, hit.span.begin}, draft);
  if (TakesEntity(hit.mark->role)) {
    const int end = std::min(hit.span.end + kMaxEntityWords, document_.ClauseSpan(hit.clause).end);
    if (!hit.mark->tail.empty() && WordsOf(hit, draft).empty()) return;
    const size_t had = draft.arguments.size();
    AddEntity(hit.mark->role, {hit.span.end, end}, draft);
    const bool added = draft.arguments.size() > had;
    if (added && hit.mark->place == ArgumentMark::Place::kDefault) draft.arguments.back().score = kInferred;
    return;
  }
  if (hit.mark->role == v1::ROLE_NEW_TITLE) return AddTitle(hit, draft);
  const bool closing = hit.mark->place == ArgumentMark::Place::kClosing;
  const Span words = closing ? WordsClosedBy(hit, draft) : WordsOf(hit, draft);
  if (words.size() < 2 || words.size() > kMaxWords) return;
  draft.arguments.push_back({hit.mark->role, -1, words, std::nullopt, "", 1.0});
}

// 辞去总裁，只保留|董事长|一职: the title that the words behind the mark begin with.
void MarkedArguments::AddTitle(const Hit& hit, EventDraft& draft) const {
  const int end = document_.ClauseSpan(hit.clause).end;
  for (const Mention& mention : document_.MentionsIn({hit.span.end, hit.span.end + kMaxToTitle + 1})) {
    if (mention.span.end > end) return;
    if (mention.kind != Mention::Kind::kTitle) continue;
    const Span title = mention.title.empty() ? mention.span : mention.title;
    draft.arguments.push_back({v1::ROLE_NEW_TITLE, -1, title, std::nullopt, "", 1.0});
    return;
  }
}

// The first person, or for 此前在X the first organisation, named in the words, and who is listed with it.
void MarkedArguments::AddEntity(v1::Role role, Span words, EventDraft& draft) const {
  const auto& mentions = document_.mentions.mentions;
  auto next = std::lower_bound(mentions.begin(), mentions.end(), words.begin,
                               [](const Mention& m, int position) { return m.span.begin < position; });
  for (; next != mentions.end() && next->span.begin < words.end; ++next) {
    if (next->entity < 0 || (next->types & TypesTaken(role)).empty()) continue;
    if (draft.Has(v1::ROLE_PERSON, next->entity) || draft.Has(v1::ROLE_ORGANIZATION, next->entity)) return;
    std::erase_if(draft.arguments,
                  [role](const ArgumentDraft& a) { return a.role == role && a.score <= kInferred; });
    const int list = next->list;
    do {
      if (!draft.Has(role, next->entity))
        draft.arguments.push_back({role, next->entity, next->span, std::nullopt, "", 1.0});
      ++next;
    } while (list >= 0 && next != mentions.end() && next->list == list && next->entity >= 0);
    return;
  }
}

}  // namespace annals
