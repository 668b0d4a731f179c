// Whom titles mean that nobody's name follows: 云岚科技的CEO, 云岚科技发言人.
#ifndef ANNALS_EXTRACTOR_MENTIONS_TITLE_HOLDERS_H_
#define ANNALS_EXTRACTOR_MENTIONS_TITLE_HOLDERS_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extractor/mentions/focus.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// The posts that the names of the text hold. What it is made from must outlive it; the entities of the
// mentions are those at its construction, and mentions may not come or go.
class TitleHolders {
 public:
  TitleHolders(const Reading& reading, const std::vector<HeldTitle>& held, const OrganizationFocus& focus,
               const std::vector<Mention>& mentions);

  // The entity that a mention of a title means: who holds that post at the organisation it names or that is
  // in focus, its only founder, or the organisation itself for a spokesperson; -1: nobody the text names.
  int HolderOf(const Mention& title) const;

 private:
  bool IsSpokesperson(const Mention& title) const;

  const Reading& reading_;
  const OrganizationFocus& focus_;
  const std::vector<Mention>& mentions_;
  std::map<std::pair<int, std::u32string>, int> holders_;  // by organisation and title
  std::map<int, std::vector<int>> founders_;               // by organisation
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_TITLE_HOLDERS_H_
