#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/comparison.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/model_flows.h"
#include "tests/query/model/model_tenures.h"

namespace annals::query {
namespace {

Lines TenureLines(const std::vector<ModelTenure>& tenures) {
  Lines lines;
  for (const ModelTenure& tenure : tenures) lines.push_back(OneLine(tenure.tenure));
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines TenureLines(const std::vector<v1::GetTenuresResponse>& pages) {
  Lines lines;
  for (const v1::GetTenuresResponse& page : pages) {
    for (const v1::Tenure& tenure : page.tenures()) lines.push_back(OneLine(tenure));
  }
  return lines;
}

// Both have the same tenures; the index may list those of one day in any order.
std::string CompareDays(const std::vector<ModelTenure>& model, const Lines& index) {
  for (size_t i = 0; i < index.size(); ++i) {
    const bool fits = std::any_of(model.begin(), model.end(), [&](const ModelTenure& tenure) {
      return tenure.day == model[i].day && OneLine(tenure.tenure) == index[i];
    });
    if (!fits) return absl::StrCat("  not in its place: ", index[i], "\n");
  }
  return "";
}

Lines FlowLines(const std::vector<v1::Flow>& flows) {
  Lines lines;
  for (const v1::Flow& flow : flows) lines.push_back(OneLine(flow));
  return lines;
}

std::vector<v1::Flow> Sorted(const google::protobuf::RepeatedPtrField<v1::Flow>& flows) {
  std::vector<v1::Flow> sorted(flows.begin(), flows.end());
  for (v1::Flow& flow : sorted) {
    std::sort(flow.mutable_person_ids()->begin(), flow.mutable_person_ids()->end());
    std::sort(flow.mutable_event_ids()->begin(), flow.mutable_event_ids()->end());
  }
  return sorted;
}

}  // namespace

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetTenuresRequest& request) {
  std::vector<v1::GetTenuresResponse> pages;
  const absl::Status asked = AskAllPages(index, request, pages);
  const ComparedLookup found = CompareLookup(model, request.as_of(), request.entity(), asked);
  if (found.ends) return found.differ;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const std::vector<ModelTenure> tenures = TenuresOf(moment, found.entity, request);
  const Lines in_order = TenureLines(pages);
  Lines lines = in_order;
  std::sort(lines.begin(), lines.end());
  std::string differ = Difference(TenureLines(tenures), lines);
  if (differ.empty()) differ = CompareDays(tenures, in_order);
  const int size = request.page_size() == 0 ? 100 : request.page_size();
  for (const v1::GetTenuresResponse& page : pages) {
    const bool last = &page == &pages.back();
    if (page.tenures_size() > size || (!last && page.tenures_size() < size) || page.truncated())
      absl::StrAppend(&differ, "  a page has ", page.tenures_size(), " tenures\n");
  }
  return differ;
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetFlowsRequest& request) {
  v1::GetFlowsResponse response;
  const absl::Status asked = Ask(index, request, response);
  ComparedLookup found;
  if (!request.entity().empty()) {
    found = CompareLookup(model, request.as_of(), request.entity(), asked);
    if (found.ends) return found.differ;
  } else if (!asked.ok()) {
    return asked.ToString();
  }
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  std::vector<v1::Flow> flows = FlowsOf(moment, found.entity, request);
  const size_t most = request.max_flows() == 0 ? 200 : request.max_flows();
  const bool truncated = flows.size() > most;
  if (truncated) flows.resize(most);
  return absl::StrCat(Difference(FlowLines(flows), FlowLines(Sorted(response.flows()))),
                      response.truncated() == truncated ? "" : "  truncated is wrong\n");
}

}  // namespace annals::query
