// Who speaks where nobody names the person: an organisation by one of its own, “…”云岚科技的一位发言人|说.
#include <algorithm>

#include "extractor/events/assignment.h"
#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr size_t kLongestDescription = 12;  // characters: 的一位不愿具名的高管

}  // namespace

// Only what stands in quotation marks are words of the organisation.
bool Assigner::QuotesBeside(const Reach& reach) const {
  const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(reach.hit.clause)];
  return document_.View(sentence.span).find(U'“') != std::u32string_view::npos;
}

void Assigner::FillSpokesman(const Reach& reach, Assignment& assignment) const {
  if (reach.trigger.type != v1::EVENT_TYPE_STATEMENT) return;
  const Filler* speaker = assignment.Find(v1::ROLE_SPEAKER);
  const bool unnamed =
      assignment.own_subject || speaker == nullptr || document_.mention(speaker->mention).entity < 0;
  if (!unnamed || !QuotesBeside(reach)) return;
  for (const NounPhrase& phrase : reach.phrases) {
    const Mention& company = document_.mention(phrase.mention);
    if (phrase.span.end > reach.hit.word.begin || company.kind != Mention::Kind::kName ||
        company.entity < 0 || !company.types.Only(EntityType::kOrganization) ||
        parse_.GovernorOf(phrase) != nullptr)
      continue;
    const std::u32string_view who = document_.View({phrase.span.end, reach.hit.word.begin});
    // 云岚科技的一位|发言人回应: the verb may begin with whom it is of.
    const bool speaks = document_.classes->AnyCloses(WordClass::kSpokesman, who) ||
                        document_.classes->AnyOpens(WordClass::kSpokesman, document_.View(reach.hit.word));
    if (!speaks || who.size() > kLongestDescription || who.find_first_of(U",前") != who.npos) continue;
    std::erase_if(assignment.fillers, [](const Filler& f) { return f.role == v1::ROLE_SPEAKER; });
    assignment.own_subject = assignment.carried_subject = false;
    assignment.subject_filled =
        TryFill(phrase, reach.trigger.frame->subject, kAdjacent, "for whom somebody speaks", assignment);
    return;
  }
}

}  // namespace annals
