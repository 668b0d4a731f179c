#include "extractor/events/document.h"

#include <algorithm>

namespace annals {

bool Document::IsCueAt(int position) const {
  const auto hit = std::lower_bound(cues.begin(), cues.end(), position,
                                    [](const CueHit& cue, int where) { return cue.span.begin < where; });
  return hit != cues.end() && hit->span.begin == position;
}

int Document::OrganizationInFocus(int position, int except) const {
  return mentions.focus.At(position, structure, except);
}

}  // namespace annals
