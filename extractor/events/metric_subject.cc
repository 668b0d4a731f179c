#include "extractor/events/metric_subject.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxToSource = 200;  // characters: bounds the work in sentences without end
constexpr int kMaxToCitation = 4;  // from a source to the words that cite it: 金管局|数据显示
constexpr int kMaxToWhose = 6;     // from what a measure is of to its word: 论文|总被引

const TypeSet kThings = TypeSet(EntityType::kProduct) | EntityType::kOrganization | EntityType::kUnit;

}  // namespace

// Who is cited before a measure in its sentence (研究院的数据显示): whose word it is, not whose number.
std::vector<MetricSubject::Citation> MetricSubject::CitedBefore(const MetricHit& hit) const {
  const int sentence = document_.structure.sentences[document_.SentenceOf(hit.clause)].span.begin;
  const int begin = std::max(sentence, hit.span.begin - kMaxToSource);
  std::vector<Citation> cited;
  const auto first = std::partition_point(document_.cues.begin(), document_.cues.end(),
                                          [begin](const CueHit& cue) { return cue.span.begin < begin; });
  for (auto hit_cue = first; hit_cue != document_.cues.end() && hit_cue->span.begin < hit.span.begin;
       ++hit_cue) {
    const CueHit& cue = *hit_cue;
    if (cue.cue->kind != Cue::Kind::kReported) continue;
    // 据X统计: in the gap of the cue; X数据显示: right before it.
    const int end = cue.cue->tail.empty() ? cue.span.begin : cue.span.end;
    const std::span<const Mention> before = document_.MentionsBefore(end);
    if (before.empty()) continue;
    const int from = cue.cue->tail.empty() ? std::max(begin, end - kMaxToCitation) : cue.span.begin;
    if (before.back().entity >= 0 && before.back().span.end > from)
      cited.push_back({document_.IndexOf(before.back()), cue.span.end});
  }
  return cited;
}

bool MetricSubject::IsCiting(const std::vector<Citation>& citations, const NounPhrase& phrase) const {
  return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
    return phrase.span.begin < citation.end &&
           document_.mention(phrase.mention).entity == document_.mention(citation.mention).entity;
  });
}

// A phrase behind a preposition measures nothing, but where the preposition governs the measure itself:
// 将|云岚|目标价上调.
bool MetricSubject::IsAside(const MetricHit& hit, const NounPhrase& phrase) const {
  const Preposition* governor = parse_.GovernorOf(phrase);
  if (governor == nullptr || governor->kind == PrepositionKind::kAgent) return false;
  const int gap = hit.span.begin - phrase.span.end;
  return gap != 0 && !(gap == 1 && document_.text.chars[phrase.span.end] == U'的');
}

bool MetricSubject::IsPerson(int entity) const {
  return entity >= 0 && document_.mentions.entities[entity].type == EntityType::kPerson;
}

// 论文总被引, 微博粉丝.
bool MetricSubject::IsOfPeople(const MetricHit& hit) const {
  const int begin = std::max(document_.ClauseSpan(hit.clause).begin, hit.span.begin - kMaxToWhose);
  return document_.classes->AnyIn(WordClass::kOfPeople, document_.View({begin, hit.span.end}));
}

// 林知远：市场规模可达500亿美元: who says it is not what is measured.
bool MetricSubject::SaysIt(int mention, int clause) const {
  const Mention& subject = document_.mention(mention);
  const bool employed = subject.organization >= 0 && document_.mention(subject.organization).entity >= 0;
  const int here = document_.structure.ClauseAt(subject.span.begin);
  return IsPerson(subject.entity) && !employed && here >= 0 && here != clause &&
         document_.text.chars[document_.ClauseSpan(here).end] == U':';
}

int MetricSubject::NearestIn(const MetricHit& hit, const std::vector<Citation>& citations) const {
  int mention = -1;
  for (const NounPhrase& phrase : parse_.PhrasesOf(hit.clause)) {
    if (phrase.span.end > hit.span.begin) {
      // 云岚科技|员工总数: the measure begins with what may be a title, at the company before it.
      const int owner = document_.mention(phrase.mention).organization;
      return phrase.span.begin < hit.span.begin && owner >= 0 ? owner : mention;
    }
    const int entity = document_.mention(phrase.mention).entity;
    if (!IsAside(hit, phrase) && entity >= 0 && !IsCiting(citations, phrase)) mention = phrase.mention;
  }
  return mention;
}

// 据云岚科技财报，营收…: where nobody else is spoken of, a company tells its own numbers.
int MetricSubject::Carried(const MetricHit& hit, TypeSet types,
                           const std::vector<Citation>& citations) const {
  const std::vector<SlotRole> slots = {{v1::ROLE_SUBJECT, types}};
  std::vector<int> cited;
  for (const Citation& citation : citations) cited.push_back(document_.mention(citation.mention).entity);
  int mention = assigner_.antecedents().Carry(hit.clause, slots, cited).mention;
  if (mention < 0) mention = assigner_.antecedents().Carry(hit.clause, slots).mention;
  return mention < 0 && !citations.empty() ? citations.back().mention : mention;
}

// 云岚科技CEO林知远：今年营收…: what companies have is theirs, not that of who speaks for them.
ArgumentDraft MetricSubject::OfCompany(int mention) const {
  const Mention& subject = document_.mention(mention);
  ArgumentDraft argument{v1::ROLE_SUBJECT, subject.entity, subject.span, std::nullopt, "", 1.0};
  if (!IsPerson(subject.entity)) return argument;
  argument.entity = -1;
  if (subject.organization >= 0 && document_.mention(subject.organization).entity >= 0) {
    const Mention& employer = document_.mention(subject.organization);
    argument.entity = employer.entity;
    argument.span = employer.span;
  } else {
    argument.entity = employment_.OrganizationOf(subject.entity, subject.span.begin);
  }
  return argument;
}

std::optional<ArgumentDraft> MetricSubject::Of(const MetricHit& hit) const {
  const std::vector<Citation> citations = CitedBefore(hit);
  int mention = NearestIn(hit, citations);
  if (mention < 0) mention = Carried(hit, kThings | EntityType::kPerson, citations);
  if (mention < 0 || SaysIt(mention, hit.clause)) return std::nullopt;
  const Mention& subject = document_.mention(mention);
  if (IsOfPeople(hit))
    return ArgumentDraft{v1::ROLE_SUBJECT, subject.entity, subject.span, std::nullopt, "", 1.0};
  ArgumentDraft argument = OfCompany(mention);
  if (argument.entity >= 0 || !IsPerson(subject.entity)) return argument;
  mention = Carried(hit, kThings, citations);
  if (mention < 0) return std::nullopt;
  argument = OfCompany(mention);
  if (argument.entity < 0 && IsPerson(document_.mention(mention).entity)) return std::nullopt;
  return argument;
}

}  // namespace annals
