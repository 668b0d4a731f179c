#include "extractor/events/metric_lists.h"

#include <algorithm>

#include "extractor/events/metric_numbers.h"

namespace annals {
namespace {

constexpr int kMaxListed = 8;  // clauses of a list
constexpr int kMaxSkipped = 1;  // of them without a name: 听雨只剩5300万，|少了一半多|，晨曦有1000万
constexpr int kMaxToColon = 3;  // 交付|榜:

}  // namespace

bool MetricLists::Heads(const MetricHit& hit) const {
  const int end = document_.ClauseSpan(hit.clause).end;
  if (end - hit.span.end > kMaxToColon || end >= document_.text.size()) return false;
  if (document_.text.chars[end] == U':') return true;
  // 日活上，|听雨3.2亿
  std::u32string_view rest = document_.View({hit.span.end, std::max(hit.span.end, end)});
  while (!rest.empty() && rest.back() == U',') rest.remove_suffix(1);
  return document_.classes->LongestOpening(WordClass::kAsFor, rest) == rest.size() && !rest.empty();
}

void MetricLists::Read(const MetricHit& hit, const Quantity* first, std::vector<EventDraft>& drafts) {
  const int clauses = static_cast<int>(document_.structure.clauses.size());
  const int from = first == nullptr ? hit.clause : document_.structure.ClauseAt(first->span.begin);
  const int last_sentence = document_.SentenceOf(hit.clause) + (first == nullptr ? 0 : 1);
  int skipped = 0;
  for (int clause = from + 1; clause < clauses && clause - from <= kMaxListed; ++clause) {
    const Span span = document_.ClauseSpan(clause);
    if (document_.SentenceOf(clause) > last_sentence || IsMeasuredIn(span)) return;
    const Listed listed = ListedIn(clause, *hit.word, first);
    if (listed.quantity < 0) {
      if (first == nullptr || ++skipped > kMaxSkipped) return;
      continue;
    }
    const Mention& name = document_.mention(listed.mention);
    EventDraft draft;
    draft.type = v1::EVENT_TYPE_METRIC;
    draft.trigger = document_.quantities[listed.quantity].span;
    draft.clause = clause;
    draft.arguments = {{v1::ROLE_SUBJECT, name.entity, name.span, std::nullopt, "", 1.0},
                       {v1::ROLE_METRIC, -1, hit.named(), std::nullopt, "", 1.0, -1, hit.word->name},
                       ValueOf(document_, *hit.word, document_.quantities[listed.quantity])};
    draft.evidence = {span};
    drafts.push_back(std::move(draft));
    claimed_[listed.quantity] = 1;
    if (first == nullptr) first = &document_.quantities[listed.quantity];
  }
}

// The first number of the clause, where a company or product stands before it.
MetricLists::Listed MetricLists::ListedIn(int clause, const MetricWord& word, const Quantity* first) const {
  const Span span = document_.ClauseSpan(clause);
  const auto& quantities = document_.quantities;
  const auto next = std::partition_point(quantities.begin(), quantities.end(),
                                         [span](const Quantity& q) { return q.span.begin < span.begin; });
  const int index = static_cast<int>(next - quantities.begin());
  if (next == quantities.end() || next->span.end > span.end || claimed_[index]) return {};
  if (next->change != 0 && !IsTarget(document_, *next)) return {};
  if (!FitsUnit(word, *next)) return {};
  if (first != nullptr && (next->kind != first->kind || next->unit != first->unit)) return {};
  const int mention = NameBefore(*next, clause);
  return mention < 0 ? Listed() : Listed{mention, index};
}

// With nothing between but that it is so much: X为5%, X则|降至|5%.
int MetricLists::NameBefore(const Quantity& number, int clause) const {
  const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
  const auto next = std::partition_point(phrases.begin(), phrases.end(), [&](const NounPhrase& phrase) {
    return phrase.span.end <= number.core.begin;
  });
  if (next == phrases.begin()) return -1;
  const int found = std::prev(next)->mention;
  const Mention& mention = document_.mention(found);
  if (mention.entity < 0 || mention.kind != Mention::Kind::kName) return -1;
  const EntityType type = document_.mentions.entities[mention.entity].type;
  if (type != EntityType::kOrganization && type != EntityType::kProduct) return -1;
  std::u32string_view between = document_.View({EndWithTime(mention.span.end), number.core.begin});
  if (!between.empty() && (between.front() == U'》' || between.front() == U'”')) between.remove_prefix(1);
  return document_.classes->AllOpening(WordClass::kLevel, between) == between.size() ? found : -1;
}

// 云岚科技|二季度|是980万部
int MetricLists::EndWithTime(int position) const {
  const auto next =
      std::partition_point(document_.times.begin(), document_.times.end(),
                           [position](const TimeMention& time) { return time.span.begin < position; });
  return next != document_.times.end() && next->span.begin == position && !next->duration ? next->span.end
                                                                                          : position;
}

bool MetricLists::IsMeasuredIn(Span clause) const {
  const auto next = std::partition_point(
      hits_.begin(), hits_.end(), [clause](const MetricHit& hit) { return hit.span.begin < clause.begin; });
  return next != hits_.end() && clause.Contains(next->span);
}

}  // namespace annals
