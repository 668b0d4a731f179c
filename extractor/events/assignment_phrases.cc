// What kind of noun phrase stands beside a trigger: nobody known, an open name, a group, an exchange, a site.
#include <algorithm>

#include "extractor/events/assignment.h"

namespace annals {

// A noun phrase that stands for nobody known: 模型, 一名工程师.
bool Assigner::IsGeneric(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  return mention.entity < 0 &&
         (mention.kind == Mention::Kind::kNominal || mention.kind == Mention::Kind::kTitle);
}

// A name nobody knows, in Latin letters or quotation marks: it is what its slot takes it for.
bool Assigner::IsOpenName(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  if (mention.kind != Mention::Kind::kName || mention.entity < 0 || mention.types.Has(EntityType::kPerson))
    return false;
  if (!document_.mentions.entities[mention.entity].known_id.empty()) return false;
  const char32_t first = document_.text.chars[mention.span.begin];
  return first < 0x80 || document_.structure.QuotationAt(mention.span.begin) >= 0;
}

// 买下两家公司: behind a verb a number of companies is a new one, not those spoken of.
bool Assigner::IntroducesGroup(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  return mention.kind == Mention::Kind::kNominal && !mention.group.empty();
}

// 它在港交所上市: shares come out there, not products.
bool Assigner::NamesExchange(const Reach& reach) const {
  return std::any_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    return parse_.GovernorOf(phrase) != nullptr && phrase.span.end <= reach.hit.word.begin &&
           IsExchange(phrase.span);
  });
}

bool Assigner::IsExchange(Span name) const {
  const std::vector<Automaton::Hit>& exchanges = document_.words.exchanges;
  const auto next =
      std::lower_bound(exchanges.begin(), exchanges.end(), name.begin,
                       [](const Automaton::Hit& hit, int position) { return hit.span.begin < position; });
  return next != exchanges.end() && next->span.begin == name.begin && next->span.end >= name.end;
}

// 关闭|伦敦工作室: a place of work that nobody lists as a company.
bool Assigner::IsSite(const Mention& mention) const {
  if (mention.kind != Mention::Kind::kName || mention.entity < 0 ||
      !mention.types.Has(EntityType::kOrganization))
    return false;
  return document_.mentions.entities[mention.entity].known_id.empty() &&
         document_.classes->AnyCloses(WordClass::kSite, document_.View(mention.span));
}

// Whether the clause counts people: 裁掉200人, 砍掉三成员工 is a layoff, 裁掉团队 a reorganisation.
bool Assigner::HasPeople(const TriggerHit& hit, double fewest) const {
  const Span clause = document_.ClauseSpan(hit.clause);
  auto next = std::lower_bound(document_.quantities.begin(), document_.quantities.end(), clause.begin,
                               [](const Quantity& q, int position) { return q.span.begin < position; });
  for (; next != document_.quantities.end() && next->span.begin < clause.end; ++next) {
    if (next->kind == Quantity::Kind::kPeople && next->number.value_or(fewest) >= fewest) return true;
    if (next->kind != Quantity::Kind::kPercent) continue;
    const std::u32string_view rest = document_.View({next->span.end, clause.end});
    if (document_.classes->AnyOpens(WordClass::kStaff, rest)) return true;
  }
  return false;
}

// “小回音”上市: of a name nobody knows, a product comes out more often than a company goes public.
bool Assigner::HasOpenName(const Assignment& assignment) const {
  return std::any_of(assignment.fillers.begin(), assignment.fillers.end(), [this](const Filler& filler) {
    const Mention& mention = document_.mention(filler.mention);
    return IsOpenName({filler.mention, mention.span, -1, -1, false});
  });
}

}  // namespace annals
