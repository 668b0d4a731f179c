// Takes markup out of a text.
#ifndef ANNALS_EXTRACTOR_TEXT_MARKUP_H_
#define ANNALS_EXTRACTOR_TEXT_MARKUP_H_

#include <string>
#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

struct MarkupOptions {
  // text/html: line ends are spaces, and every tag goes. Otherwise only what is HTML beyond doubt goes: tags
  // with a known name, comments, entities, and the markers of page templates (<#…#>).
  bool html = false;
  // Elements with one of these words as class or id are dropped with all they hold (advertisement, comments).
  std::vector<std::string> dropped_classes;
};

// In place and linear. Tags go; those of blocks leave a '\n' in their place, cells a space. Scripts, styles,
// comments, captions and navigation go with what they hold. Entities become their character. An element that
// is never closed is not dropped: a broken page loses its tags, not its text. '<' without '>' within 4096
// characters is text.
void StripMarkup(const MarkupOptions& options, FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_MARKUP_H_
