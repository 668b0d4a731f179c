#include "query/tools/view_command.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/json/proto_json.h"
#include "common/status_macros.h"
#include "query/tools/entity_view.h"
#include "query/tools/graph_markup.h"
#include "query/tools/graph_view.h"
#include "query/tools/timeline_view.h"

namespace annals {
namespace {

absl::Status NoSuchFormat(const std::string& command, const std::string& format, const char* known) {
  return absl::InvalidArgumentError(
      absl::StrCat("no format \"", format, "\" of ", command, "; there are ", known));
}

// All pages up to `limit` events, as one answer.
absl::StatusOr<v1::GetTimelineResponse> FetchTimeline(v1::GetTimelineRequest request, int limit,
                                                      QueryClient& client) {
  ANNALS_ASSIGN_OR_RETURN(v1::GetTimelineResponse timeline, client.GetTimeline(request));
  while (!timeline.next_page_token().empty() && timeline.events_size() < limit) {
    request.set_page_token(timeline.next_page_token());
    request.set_page_size(std::min(request.page_size(), limit - timeline.events_size()));
    ANNALS_ASSIGN_OR_RETURN(const v1::GetTimelineResponse page, client.GetTimeline(request));
    timeline.mutable_events()->MergeFrom(page.events());
    timeline.mutable_entities()->MergeFrom(page.entities());
    timeline.set_truncated(timeline.truncated() || page.truncated());
    timeline.set_next_page_token(page.next_page_token());
  }
  if (!timeline.next_page_token().empty()) timeline.set_truncated(true);
  timeline.clear_next_page_token();
  return timeline;
}

// Who printed each event. An event that went away in between has no reports.
ReportsByEvent FetchReports(const v1::GetTimelineResponse& timeline, QueryClient& client) {
  ReportsByEvent reports;
  for (const v1::EventRow& row : timeline.events()) {
    v1::GetEventRequest request;
    request.set_event_id(row.event().id());
    const auto response = client.GetEvent(request);
    if (!response.ok()) continue;
    reports[row.event().id()] = {response->record().reports().begin(), response->record().reports().end()};
  }
  return reports;
}

absl::StatusOr<View> TimelineView(const std::string& format, const ViewOptions& options) {
  ANNALS_ASSIGN_OR_RETURN(const v1::GetTimelineRequest request, ToTimelineRequest(options));
  if (format != "text" && format != "json") return NoSuchFormat("timeline", format, "text, json");
  return [request, format, limit = options.limit](QueryClient& client) -> absl::StatusOr<std::string> {
    ANNALS_ASSIGN_OR_RETURN(const v1::GetTimelineResponse timeline, FetchTimeline(request, limit, client));
    if (format == "json") return ToPrettyJson(timeline);
    return RenderTimeline(timeline, FetchReports(timeline, client));
  };
}

absl::StatusOr<View> GraphView(const std::string& format, const ViewOptions& options) {
  constexpr std::array<std::pair<const char*, std::string (*)(const v1::GetNeighborhoodResponse&)>, 3>
      kRenderers = {{{"text", RenderGraph}, {"dot", RenderDot}, {"mermaid", RenderMermaid}}};
  ANNALS_ASSIGN_OR_RETURN(const v1::GetNeighborhoodRequest request, ToNeighborhoodRequest(options));
  std::function<std::string(const v1::GetNeighborhoodResponse&)> render;
  if (format == "json") render = [](const v1::GetNeighborhoodResponse& graph) { return ToPrettyJson(graph); };
  for (const auto& [name, renderer] : kRenderers) {
    if (format == name) render = renderer;
  }
  if (!render) return NoSuchFormat("graph", format, "text, json, dot, mermaid");
  return [request, render](QueryClient& client) -> absl::StatusOr<std::string> {
    ANNALS_ASSIGN_OR_RETURN(const v1::GetNeighborhoodResponse graph, client.GetNeighborhood(request));
    return render(graph);
  };
}

absl::StatusOr<View> EntityView(const std::string& format, const ViewOptions& options) {
  if (format != "text" && format != "json") return NoSuchFormat("entity", format, "text, json");
  return [request = ToEntityRequest(options), format](QueryClient& client) -> absl::StatusOr<std::string> {
    ANNALS_ASSIGN_OR_RETURN(const v1::GetEntityResponse entity, client.GetEntity(request));
    return format == "json" ? ToPrettyJson(entity) : RenderEntity(entity);
  };
}

}  // namespace

absl::StatusOr<View> MakeView(const std::string& command, const std::string& format,
                              const ViewOptions& options) {
  if (command == "timeline") return TimelineView(format, options);
  if (command == "graph") return GraphView(format, options);
  if (command == "entity") return EntityView(format, options);
  for (const char* later : {"path", "flows", "tenures"}) {
    if (command == later) {
      return absl::UnimplementedError(absl::StrCat(command, " comes with a later version of the server"));
    }
  }
  return absl::InvalidArgumentError(
      absl::StrCat("no command \"", command, "\"; there are timeline, graph, entity"));
}

}  // namespace annals
