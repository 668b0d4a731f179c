// Tenures as a table with bars for people.
#ifndef ANNALS_QUERY_TOOLS_TENURE_VIEW_H_
#define ANNALS_QUERY_TOOLS_TENURE_VIEW_H_

#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// A row a tenure: person, organisation, title, from, to, presence (where a day was asked for), and a bar on a
// scale of time that the heading names: "█" surely there, "░" possibly, "▶" goes on as far as is known, "?"
// at an end that nothing is known of. `day`: the day asked for, which the scale includes.
std::string RenderTenures(const v1::GetTenuresResponse& tenures, std::optional<absl::CivilDay> day);

// How sure it is that the tenure held on the day asked for: "definitely", "possibly"; "" where none was.
std::string PresenceWord(v1::Presence presence);

// When it ended: TimeWords, "ended" where nobody says when, "" where it has not.
std::string TenureEndWords(const v1::Tenure& tenure);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_TENURE_VIEW_H_
