#include "extractor/mentions/namings.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"

namespace annals {
bool FollowsWall(const Reading& reading, const Mention& mention, int clause) {
  const auto& walls = reading.context.walls;
  const int begin = clause < 0 ? mention.span.begin : reading.context.structure.clauses[clause].span.begin;
  const auto wall = std::partition_point(walls.begin(), walls.end(),
                                         [&](const MentionContext::Wall& w) { return w.span.begin < begin; });
  return wall != walls.end() && wall->span.end <= mention.span.begin;
}

bool FollowsPreposition(const Reading& reading, const Mention& mention) {
  const int begin = mention.chain.begin;
  if (begin == 0) return false;
  const Vocabulary::Word* word = reading.Word({begin - 1, begin});
  return word != nullptr && word->tag == 'p';
}

bool NamesSource(const Reading& reading, const Mention& mention) {
  if (mention.kind != Mention::Kind::kName) return false;
  if (reading.lexicon.IsSource(reading.View(mention.span))) return true;
  const std::u32string& chars = reading.chars();
  int before = mention.span.begin - 1;
  const bool in_title = before >= 0 && chars[before] == U'《';
  if (in_title) --before;
  return before >= 0 && chars[before] == U'据';
}

std::vector<FocusNaming> NamingsOf(const Reading& reading, const ChainReading& chains,
                                   const std::vector<DocumentEntity>& entities) {
  const Structure& structure = reading.context.structure;
  std::vector<char> employs(chains.mentions.size(), 0);
  for (const HeldTitle& held : chains.held) {
    if (held.organization >= 0 && !held.former) employs[held.organization] = 1;
  }
  std::vector<FocusNaming> namings;
  for (size_t i = 0; i < chains.mentions.size(); ++i) {
    const Mention& mention = chains.mentions[i];
    const int clause = structure.ClauseAt(mention.span.begin);
    if (mention.kind != Mention::Kind::kName || mention.entity < 0 || clause < 0) continue;
    if (entities[mention.entity].type != EntityType::kOrganization || NamesSource(reading, mention)) continue;
    const int sentence = structure.clauses[clause].sentence;
    const bool governed = FollowsPreposition(reading, mention);
    const bool possessive = mention.span.end < reading.size() && reading.chars()[mention.span.end] == U'的';
    const bool subject = mention.head && !governed && !FollowsWall(reading, mention, clause);
    namings.push_back({mention.entity, mention.span.begin, clause, sentence,
                       structure.sentences[sentence].paragraph, subject, governed, possessive, !mention.head,
                       employs[i] != 0, mention.list >= 0});
  }
  return namings;
}

std::vector<char> InvestorsAmong(const std::vector<DocumentEntity>& entities,
                                 const std::vector<std::string>& endings) {
  std::vector<char> investors;
  investors.reserve(entities.size());
  for (const DocumentEntity& entity : entities) {
    investors.push_back(std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return absl::EndsWithIgnoreCase(entity.name, ending);
    }));
  }
  return investors;
}

}  // namespace annals
