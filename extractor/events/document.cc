#include "extractor/events/document.h"

#include <algorithm>

namespace annals {
namespace {

std::vector<Mention>::const_iterator FirstFrom(std::vector<Mention>::const_iterator begin,
                                               std::vector<Mention>::const_iterator end, int position) {
  return std::lower_bound(begin, end, position,
                          [](const Mention& mention, int where) { return mention.span.begin < where; });
}

}  // namespace

Span Document::ExchangeAt(int position) const {
  const auto next =
      std::partition_point(words.exchanges.begin(), words.exchanges.end(),
                           [position](const Automaton::Hit& hit) { return hit.span.begin < position; });
  return next != words.exchanges.end() && next->span.begin == position ? next->span : Span{};
}

bool Document::IsCueAt(int position) const {
  const auto hit = std::lower_bound(cues.begin(), cues.end(), position,
                                    [](const CueHit& cue, int where) { return cue.span.begin < where; });
  return hit != cues.end() && hit->span.begin == position;
}

int Document::OrganizationInFocus(int position, int except) const {
  return mentions.focus.At(position, structure, except);
}

std::span<const Mention> Document::MentionsIn(Span span) const {
  const auto end = mentions.mentions.end(), first = FirstFrom(mentions.mentions.begin(), end, span.begin);
  return {first, FirstFrom(first, end, span.end)};
}

std::span<const Mention> Document::MentionsBefore(int position) const {
  const auto begin = mentions.mentions.begin();
  return {begin, FirstFrom(begin, mentions.mentions.end(), position)};
}

const Mention* Document::MentionFrom(int position) const {
  const auto first = FirstFrom(mentions.mentions.begin(), mentions.mentions.end(), position);
  return first == mentions.mentions.end() ? nullptr : &*first;
}

bool Document::IsNamedIn(Span span, int entity) const {
  const std::span<const Mention> named = MentionsIn(span);
  return std::any_of(named.begin(), named.end(),
                     [entity](const Mention& mention) { return mention.entity == entity; });
}

}  // namespace annals
