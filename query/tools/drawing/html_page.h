// One self-contained HTML page: nothing is loaded from anywhere.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_HTML_PAGE_H_
#define ANNALS_QUERY_TOOLS_DRAWING_HTML_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace annals {

// `title` is any text; `body` is HTML, `style` CSS after PageStyle, `script` JavaScript that runs when the
// body stands ("": none). The page forbids itself to load or send anything (Content-Security-Policy).
std::string HtmlPage(absl::string_view title, absl::string_view body, absl::string_view style = "",
                     absl::string_view script = "");

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_HTML_PAGE_H_
