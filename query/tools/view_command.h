// The commands of annals-view: ask the service, render the answer.
#ifndef ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_
#define ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/tools/query_client.h"
#include "query/tools/view_request.h"

namespace annals {

// Asks and renders; the text is what the command prints. Errors are the service's.
using View = std::function<absl::StatusOr<std::string>(QueryClient&)>;

// The view of a command line's words: timeline, graph, tenures or entity with one entity, path with two,
// flows with one or none. `options` without their entities. INVALID_ARGUMENT: no such command, format or
// option value, another number of entities, or a drawing narrower than 320 or wider than 10000 pixels.
absl::StatusOr<View> MakeView(const std::vector<std::string>& words, const std::string& format,
                              ViewOptions options);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_VIEW_COMMAND_H_
