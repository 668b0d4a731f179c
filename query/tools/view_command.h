// The commands of annals-view: ask the service, render the answer.
#ifndef ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_
#define ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "query/tools/query_client.h"
#include "query/tools/view_request.h"

namespace annals {

// Asks and renders; the text is what the command prints. Errors are the service's.
using View = std::function<absl::StatusOr<std::string>(QueryClient&)>;

// INVALID_ARGUMENT: no such command, format or option value. UNIMPLEMENTED: a command of a later version.
absl::StatusOr<View> MakeView(const std::string& command, const std::string& format,
                              const ViewOptions& options);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_
