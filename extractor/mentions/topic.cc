#include "extractor/mentions/topic.h"

#include <algorithm>
#include <map>
#include <string>

namespace annals {
namespace {

constexpr int kLeastMentions = 3;
constexpr int kLeastAgainstWhole = 2;  // of a paragraph's own topic in an article that has one

// The one that stands most often, of those the first; -1 where it stands less than `least` times, or with
// `clearly` not half as often again as the next.
int MostNamed(const std::vector<int>& named, int least, bool clearly) {
  std::map<int, int> times;
  for (const int entity : named) ++times[entity];
  int best = -1, next = 0;
  for (const int entity : named) {
    if (best < 0 || times[entity] > times[best]) best = entity;
  }
  for (const auto& [entity, count] : times) {
    if (entity != best) next = std::max(next, count);
  }
  if (best < 0 || times[best] < least) return -1;
  return clearly && 2 * times[best] < 3 * next ? -1 : best;
}

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

std::vector<int> TopicsOfParagraphs(const Reading& reading, const std::vector<DocumentEntity>& entities,
                                    const std::vector<Mention>& mentions) {
  const Structure& structure = reading.context.structure;
  if (structure.sentences.empty()) return {};
  std::vector<std::vector<int>> named(structure.sentences.back().paragraph + 1);
  std::vector<int> everywhere;
  for (const Mention& mention : mentions) {
    const int sentence = structure.SentenceAt(mention.span.begin);
    const bool name =
        mention.kind == Mention::Kind::kName && mention.head && mention.entity >= 0 && sentence >= 0;
    if (!name || entities[mention.entity].type != EntityType::kOrganization || NamesSource(reading, mention))
      continue;
    named[structure.sentences[sentence].paragraph].push_back(mention.entity);
    everywhere.push_back(mention.entity);
  }
  const int whole = MostNamed(everywhere, kLeastMentions, true);
  std::vector<int> topics;
  for (const std::vector<int>& paragraph : named) {
    int topic = MostNamed(paragraph, whole >= 0 ? kLeastAgainstWhole : 1, false);
    if (topic < 0) topic = whole >= 0 || topics.empty() ? whole : topics.back();
    topics.push_back(topic);
  }
  return topics;
}

}  // namespace annals
