// The project's two macros: pass an error on, or take a value out of a StatusOr.
#ifndef ANNALS_COMMON_STATUS_MACROS_H_
#define ANNALS_COMMON_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns the status of `expression` from this function unless it is OK.
#define ANNALS_RETURN_IF_ERROR(expression)                    \
  do {                                                        \
    if (absl::Status status_ = (expression); !status_.ok()) { \
      return status_;                                         \
    }                                                         \
  } while (false)

#define ANNALS_CONCAT_INNER_(a, b) a##b
#define ANNALS_CONCAT_(a, b) ANNALS_CONCAT_INNER_(a, b)

// ANNALS_ASSIGN_OR_RETURN(auto value, MakeValue()): assigns, or returns the status from this function.
#define ANNALS_ASSIGN_OR_RETURN(declaration, expression)                                          \
  auto ANNALS_CONCAT_(result_, __LINE__) = (expression);                                          \
  if (!ANNALS_CONCAT_(result_, __LINE__).ok()) return ANNALS_CONCAT_(result_, __LINE__).status(); \
  declaration = *std::move(ANNALS_CONCAT_(result_, __LINE__))

#endif  // ANNALS_COMMON_STATUS_MACROS_H_
