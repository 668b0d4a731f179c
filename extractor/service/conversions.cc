#include "extractor/service/conversions.h"

#include <string>

#include "common/errors/errors.h"

namespace annals {

v1::SubmitOutcome ToProto(Journal::Outcome outcome) {
  switch (outcome) {
    case Journal::Outcome::kCreated:
      return v1::SUBMIT_OUTCOME_CREATED;
    case Journal::Outcome::kUnchanged:
      return v1::SUBMIT_OUTCOME_UNCHANGED;
    case Journal::Outcome::kReplaced:
      return v1::SUBMIT_OUTCOME_REPLACED;
  }
  return v1::SUBMIT_OUTCOME_UNSPECIFIED;
}

v1::EventTypeInfo ToProto(const EventTypeDescription& description) {
  v1::EventTypeInfo info;
  info.set_type(description.type);
  info.set_description(description.description);
  for (const v1::Role role : description.key_roles) info.add_key_roles(role);
  for (const v1::Role role : description.roles) info.add_roles(role);
  return info;
}

v1::SubmitError ToSubmitError(const absl::Status& status) {
  v1::SubmitError error;
  error.set_code(static_cast<int32_t>(status.code()));
  error.set_reason(ReasonOf(status));
  error.set_message(std::string(status.message()));
  error.set_field(FieldOf(status));
  return error;
}

}  // namespace annals
