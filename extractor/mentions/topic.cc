#include "extractor/mentions/topic.h"

#include <string>

namespace annals {
namespace {

constexpr int kLeastMentions = 3;

}  // namespace

bool NamesSource(const Reading& reading, const Mention& mention) {
  if (mention.kind != Mention::Kind::kName) return false;
  if (reading.lexicon.IsSource(std::u32string(reading.View(mention.span)))) return true;
  const std::u32string& chars = reading.chars();
  int before = mention.span.begin - 1;
  const bool in_title = before >= 0 && chars[before] == U'《';
  if (in_title) --before;
  return before >= 0 && chars[before] == U'据';
}

int TopicOrganization(const Reading& reading, const std::vector<DocumentEntity>& entities,
                      const std::vector<Mention>& mentions) {
  std::vector<int> named(entities.size(), 0);
  for (const Mention& mention : mentions) {
    if (mention.kind != Mention::Kind::kName || mention.entity < 0) continue;
    if (entities[mention.entity].type != EntityType::kOrganization || NamesSource(reading, mention)) continue;
    ++named[mention.entity];
  }
  int first = -1, second = -1;
  for (size_t i = 0; i < named.size(); ++i) {
    const int entity = static_cast<int>(i);
    if (first < 0 || named[i] > named[first]) {
      second = first;
      first = entity;
    } else if (second < 0 || named[i] > named[second]) {
      second = entity;
    }
  }
  if (first < 0 || named[first] < kLeastMentions) return -1;
  return second < 0 || 2 * named[first] >= 3 * named[second] ? first : -1;
}

}  // namespace annals
