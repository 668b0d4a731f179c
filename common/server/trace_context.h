// The caller's place in a distributed trace: the header traceparent (W3C Trace Context, level 1,
// section 3.2).
#ifndef ANNALS_COMMON_SERVER_TRACE_CONTEXT_H_
#define ANNALS_COMMON_SERVER_TRACE_CONTEXT_H_

#include "absl/strings/string_view.h"

namespace annals {

// Whether `value` is a traceparent: version, trace id, parent id and flags in lower-case hexadecimal, neither
// id all zeros. A later version may go on after another dash; version ff is none. Anything else is to be
// ignored, as if it had not been sent.
bool IsTraceparent(absl::string_view value);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_TRACE_CONTEXT_H_
