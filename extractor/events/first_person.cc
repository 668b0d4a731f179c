#include "extractor/events/first_person.h"

#include <algorithm>

namespace annals {

void ResolveSpeakers(const Document& document, const Employment& employment,
                     const std::vector<EventDraft>& statements, std::vector<Assignment>& assignments) {
  for (const EventDraft& statement : statements) {
    const int speaker = statement.Entity(v1::ROLE_SPEAKER);
    const ArgumentDraft* quote = statement.Find(v1::ROLE_QUOTE);
    if (speaker < 0 || quote == nullptr) continue;
    const bool person = document.mentions.entities[speaker].type == EntityType::kPerson;
    const auto first =
        std::partition_point(document.triggers.begin(), document.triggers.end(),
                             [quote](const TriggerHit& hit) { return hit.word.begin < quote->span.begin; });
    for (auto hit = first; hit != document.triggers.end() && hit->word.begin < quote->span.end; ++hit) {
      for (Filler& filler : assignments[hit - document.triggers.begin()].fillers) {
        const Mention& mention = document.mention(filler.mention);
        if (mention.entity >= 0 || filler.entity >= 0 || !quote->span.Contains(mention.span)) continue;
        if (document.View(mention.span).front() != U'我') continue;
        const int end = document.ClauseSpan(hit->clause).end;
        // 换走|我|要的预算: behind the verb, but with nothing behind it.
        if (mention.span.begin >= hit->word.end && mention.span.end < end) continue;
        const bool we = mention.types.Has(EntityType::kOrganization);
        if (!we && (!person || filler.role == v1::ROLE_ORGANIZATION)) continue;
        if (we && (filler.role == v1::ROLE_PERSON || filler.role == v1::ROLE_FOUNDER)) continue;
        filler.entity = we && person ? employment.OrganizationOf(speaker, mention.span.begin) : speaker;
      }
    }
  }
}

}  // namespace annals
