// Matchers of statuses: EXPECT_THAT(journal.Retract("x"), FailsWith(absl::StatusCode::kNotFound,
// "ARTICLE_NOT_FOUND")).
#ifndef ANNALS_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define ANNALS_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <gmock/gmock.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/errors/errors.h"

namespace annals {

inline absl::Status StatusOf(const absl::Status& status) { return status; }
template <typename T>
absl::Status StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

MATCHER(IsOk, "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

// `reason` as in ErrorInfo; "": none.
MATCHER_P2(FailsWith, code, reason,
           "fails with code " + absl::StatusCodeToString(code) + " and reason " + reason) {
  const absl::Status status = StatusOf(arg);
  *result_listener << status.ToString() << " with reason \"" << ReasonOf(status) << "\"";
  return status.code() == code && ReasonOf(status) == reason;
}

// The field that BadRequest names first.
MATCHER_P(BlamesField, field, std::string("blames the field ") + field) {
  const absl::Status status = StatusOf(arg);
  *result_listener << status.ToString() << " with field \"" << FieldOf(status) << "\"";
  return FieldOf(status) == field;
}

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_STATUS_MATCHERS_H_
