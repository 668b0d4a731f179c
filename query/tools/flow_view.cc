#include "query/tools/flow_view.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/tools/text_table.h"
#include "query/tools/wording.h"

namespace annals {

std::string PeopleWords(const v1::Flow& flow, const Names& names) {
  return absl::StrJoin(flow.person_ids(), ", ",
                       [&](std::string* out, const std::string& id) { *out += names.Of(id); });
}

std::string FlowWords(const v1::Flow& flow, v1::TimelineBucket bucket, const Names& names) {
  const std::string period = PeriodWords(flow.period_start(), bucket);
  return absl::StrCat(flow.person_ids_size(), period.empty() ? "" : absl::StrCat(" (", period, ")"), ": ",
                      PeopleWords(flow, names));
}

std::string RenderFlows(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket) {
  const Names names(flows.entities());
  std::vector<std::vector<std::string>> rows;
  for (const v1::Flow& flow : flows.flows()) {
    rows.push_back({names.Of(flow.from_entity_id()), names.Of(flow.to_entity_id()),
                    PeriodWords(flow.period_start(), bucket), absl::StrCat(flow.person_ids_size()),
                    PeopleWords(flow, names)});
  }
  std::string text =
      rows.empty() ? "no moves\n" : RenderTable({"from", "to", "period", "people", "who"}, rows);
  if (flows.truncated()) text += "… and more than can be shown\n";
  return text;
}

}  // namespace annals
