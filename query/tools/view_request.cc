#include "query/tools/view_request.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/status_macros.h"
#include "google/protobuf/descriptor.h"

namespace annals {
namespace {

constexpr int kLargestPage = 500;

// The value of an enum by its name without `prefix`; `what` is for the message.
absl::StatusOr<int> ParseEnum(const google::protobuf::EnumDescriptor* descriptor, const std::string& prefix,
                              const std::string& what, const std::string& word) {
  const auto* value = descriptor->FindValueByName(prefix + absl::AsciiStrToUpper(word));
  if (value != nullptr && value->number() != 0) return value->number();
  std::vector<std::string> known;
  for (int i = 1; i < descriptor->value_count(); ++i) {
    known.push_back(absl::AsciiStrToLower(descriptor->value(i)->name().substr(prefix.size())));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("no ", what, " \"", word, "\"; there are ", absl::StrJoin(known, ", ")));
}

absl::StatusOr<v1::EventFilter> ToFilter(const ViewOptions& options) {
  v1::EventFilter filter;
  for (const std::string& word : options.types) {
    ANNALS_ASSIGN_OR_RETURN(const int type,
                            ParseEnum(v1::EventType_descriptor(), "EVENT_TYPE_", "event type", word));
    filter.add_types(static_cast<v1::EventType>(type));
  }
  for (const std::string& word : options.statuses) {
    ANNALS_ASSIGN_OR_RETURN(const int status,
                            ParseEnum(v1::EventStatus_descriptor(), "EVENT_STATUS_", "status", word));
    filter.add_statuses(static_cast<v1::EventStatus>(status));
  }
  if (!options.min_certainty.empty()) {
    ANNALS_ASSIGN_OR_RETURN(const int certainty, ParseEnum(v1::Certainty_descriptor(), "CERTAINTY_",
                                                           "certainty", options.min_certainty));
    filter.set_min_certainty(static_cast<v1::Certainty>(certainty));
  }
  if (!options.from.empty()) filter.mutable_time()->set_start(options.from);
  if (!options.to.empty()) filter.mutable_time()->set_end(options.to);
  return filter;
}

}  // namespace

absl::StatusOr<v1::GetTimelineRequest> ToTimelineRequest(const ViewOptions& options) {
  v1::GetTimelineRequest request;
  ANNALS_ASSIGN_OR_RETURN(*request.mutable_filter(), ToFilter(options));
  if (options.order == "newest") {
    request.set_order(v1::TIMELINE_ORDER_NEWEST_FIRST);
  } else if (options.order != "oldest") {
    return absl::InvalidArgumentError(
        absl::StrCat("no order \"", options.order, "\"; there are oldest, newest"));
  }
  request.set_entity(options.entity);
  request.set_exclude_parts(options.exclude_parts);
  request.set_page_size(std::min(options.limit, kLargestPage));
  request.set_min_revision(options.min_revision);
  return request;
}

absl::StatusOr<v1::GetNeighborhoodRequest> ToNeighborhoodRequest(const ViewOptions& options) {
  v1::GetNeighborhoodRequest request;
  ANNALS_ASSIGN_OR_RETURN(*request.mutable_filter(), ToFilter(options));
  request.set_entity(options.entity);
  request.set_depth(options.depth);
  request.set_exclude_parts(options.exclude_parts);
  request.set_max_edges(options.limit);
  request.set_min_revision(options.min_revision);
  return request;
}

v1::GetEntityRequest ToEntityRequest(const ViewOptions& options) {
  v1::GetEntityRequest request;
  request.set_entity(options.entity);
  request.set_min_revision(options.min_revision);
  return request;
}

}  // namespace annals
