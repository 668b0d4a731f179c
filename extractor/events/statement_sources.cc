// Which entities are media and research houses, and only attribute.
#include <algorithm>
#include <string>

#include "extractor/events/statements.h"

namespace annals {

std::vector<char> FindSources(const Document& document, const EventWords& words) {
  std::vector<char> sources;
  for (const DocumentEntity& entity : document.mentions.entities) {
    sources.push_back(words.IsMedia(entity.name) ||
                      std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                  [&](const std::string& alias) { return words.IsMedia(alias); }));
  }
  // 《储能日报》: an organisation in the marks of a title is a paper.
  for (const Mention& mention : document.mentions.mentions) {
    const int before = mention.span.begin - 1;
    const bool titled = before >= 0 && document.text.chars[before] == U'《';
    if (titled && mention.entity >= 0 &&
        document.mentions.entities[mention.entity].type == EntityType::kOrganization)
      sources[mention.entity] = 1;
  }
  return sources;
}

}  // namespace annals
