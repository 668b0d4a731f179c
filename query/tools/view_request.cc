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

// An enum of the service, as users write its values.
struct Vocabulary {
  const google::protobuf::EnumDescriptor* descriptor;
  const char* prefix;  // of the values' names
  const char* what;    // for messages
};

const Vocabulary kTypes = {v1::EventType_descriptor(), "EVENT_TYPE_", "event type"};
const Vocabulary kRoles = {v1::Role_descriptor(), "ROLE_", "role"};
const Vocabulary kStatuses = {v1::EventStatus_descriptor(), "EVENT_STATUS_", "status"};
const Vocabulary kCertainties = {v1::Certainty_descriptor(), "CERTAINTY_", "certainty"};
const Vocabulary kRelations = {v1::RelationType_descriptor(), "RELATION_TYPE_", "relation"};
const Vocabulary kBuckets = {v1::TimelineBucket_descriptor(), "TIMELINE_BUCKET_", "period"};
const Vocabulary kPathOrders = {v1::PathOrder_descriptor(), "PATH_ORDER_", "order of paths"};

absl::StatusOr<int> ParseWord(const Vocabulary& vocabulary, const std::string& word) {
  const auto* value = vocabulary.descriptor->FindValueByName(vocabulary.prefix + absl::AsciiStrToUpper(word));
  if (value != nullptr && value->number() != 0) return value->number();
  std::vector<std::string> known;
  for (int i = 1; i < vocabulary.descriptor->value_count(); ++i) {
    const std::string& name = vocabulary.descriptor->value(i)->name();
    known.push_back(absl::AsciiStrToLower(name.substr(std::string(vocabulary.prefix).size())));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("no ", vocabulary.what, " \"", word, "\"; there are ", absl::StrJoin(known, ", ")));
}

// 0, the unspecified value, of no word.
absl::StatusOr<int> ParseOptionalWord(const Vocabulary& vocabulary, const std::string& word) {
  return word.empty() ? 0 : ParseWord(vocabulary, word);
}

absl::Status ParseWords(const Vocabulary& vocabulary, const std::vector<std::string>& words,
                        google::protobuf::RepeatedField<int>& values) {
  for (const std::string& word : words) {
    ANNALS_ASSIGN_OR_RETURN(const int value, ParseWord(vocabulary, word));
    values.Add(value);
  }
  return absl::OkStatus();
}

v1::DayWindow ToWindow(const ViewOptions& options) {
  v1::DayWindow window;
  window.set_start(options.from);
  window.set_end(options.to);
  return window;
}

absl::StatusOr<v1::EventFilter> ToFilter(const ViewOptions& options) {
  v1::EventFilter filter;
  ANNALS_RETURN_IF_ERROR(ParseWords(kTypes, options.types, *filter.mutable_types()));
  ANNALS_RETURN_IF_ERROR(ParseWords(kRoles, options.roles, *filter.mutable_roles()));
  ANNALS_RETURN_IF_ERROR(ParseWords(kStatuses, options.statuses, *filter.mutable_statuses()));
  ANNALS_ASSIGN_OR_RETURN(const int certainty, ParseOptionalWord(kCertainties, options.min_certainty));
  filter.set_min_certainty(static_cast<v1::Certainty>(certainty));
  if (!options.from.empty() || !options.to.empty()) *filter.mutable_time() = ToWindow(options);
  return filter;
}

// What every request has.
template <typename Request>
void SetCommon(const ViewOptions& options, Request& request) {
  request.set_min_revision(options.min_revision);
  if (!options.as_of_day.empty()) request.mutable_as_of()->set_day(options.as_of_day);
  if (!options.known_on.empty()) request.mutable_as_of()->set_known_on(options.known_on);
  if (options.revision > 0) request.mutable_as_of()->set_revision(options.revision);
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
  ANNALS_ASSIGN_OR_RETURN(const int bucket, ParseOptionalWord(kBuckets, options.bucket));
  request.set_bucket(static_cast<v1::TimelineBucket>(bucket));
  request.set_entity(options.entity);
  request.set_exclude_parts(options.exclude_parts);
  request.set_page_size(std::min(options.limit, kLargestPage));
  SetCommon(options, request);
  return request;
}

absl::StatusOr<v1::GetNeighborhoodRequest> ToNeighborhoodRequest(const ViewOptions& options) {
  v1::GetNeighborhoodRequest request;
  ANNALS_ASSIGN_OR_RETURN(*request.mutable_filter(), ToFilter(options));
  ANNALS_RETURN_IF_ERROR(ParseWords(kRelations, options.relations, *request.mutable_relation_types()));
  request.set_entity(options.entity);
  request.set_depth(options.depth);
  request.set_exclude_parts(options.exclude_parts);
  request.set_max_edges(options.limit);
  request.set_max_fanout(options.max_fanout);
  SetCommon(options, request);
  return request;
}

absl::StatusOr<v1::FindPathsRequest> ToPathsRequest(const ViewOptions& options) {
  v1::FindPathsRequest request;
  ANNALS_ASSIGN_OR_RETURN(*request.mutable_filter(), ToFilter(options));
  ANNALS_RETURN_IF_ERROR(ParseWords(kRelations, options.relations, *request.mutable_relation_types()));
  ANNALS_ASSIGN_OR_RETURN(const int order, ParseOptionalWord(kPathOrders, options.path_order));
  request.set_order(static_cast<v1::PathOrder>(order));
  request.set_from_entity(options.entity);
  request.set_to_entity(options.to_entity);
  request.set_max_hops(options.depth);
  request.set_max_paths(options.max_paths);
  request.set_max_fanout(options.max_fanout);
  SetCommon(options, request);
  return request;
}

absl::StatusOr<v1::GetFlowsRequest> ToFlowsRequest(const ViewOptions& options) {
  v1::GetFlowsRequest request;
  ANNALS_RETURN_IF_ERROR(ParseWords(kStatuses, options.statuses, *request.mutable_statuses()));
  ANNALS_ASSIGN_OR_RETURN(const int certainty, ParseOptionalWord(kCertainties, options.min_certainty));
  request.set_min_certainty(static_cast<v1::Certainty>(certainty));
  ANNALS_ASSIGN_OR_RETURN(const int bucket, ParseOptionalWord(kBuckets, options.bucket));
  request.set_bucket(static_cast<v1::TimelineBucket>(bucket));
  request.set_entity(options.entity);
  if (!options.from.empty() || !options.to.empty()) *request.mutable_time() = ToWindow(options);
  request.set_max_flows(options.limit);
  SetCommon(options, request);
  return request;
}

v1::GetTenuresRequest ToTenuresRequest(const ViewOptions& options) {
  v1::GetTenuresRequest request;
  request.set_entity(options.entity);
  if (!options.from.empty() || !options.to.empty()) *request.mutable_time() = ToWindow(options);
  request.set_page_size(std::min(options.limit, kLargestPage));
  SetCommon(options, request);
  return request;
}

v1::GetEntityRequest ToEntityRequest(const ViewOptions& options) {
  v1::GetEntityRequest request;
  request.set_entity(options.entity);
  SetCommon(options, request);
  return request;
}

}  // namespace annals
