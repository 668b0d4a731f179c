// The character references of HTML.
#ifndef ANNALS_EXTRACTOR_TEXT_ENTITIES_H_
#define ANNALS_EXTRACTOR_TEXT_ENTITIES_H_

#include <string_view>

namespace annals {

struct Entity {
  char32_t character = 0;
  int length = 0;  // characters it takes in the text, 0: none stands there
};

// The reference at the start of `text`, which begins with '&': &#8212; &#x2014; and the named ones that occur
// in news. Also doubly escaped ones (&amp;nbsp;). A named one without its semicolon is text: R&D, AT&T.
Entity ReadEntity(std::u32string_view text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_ENTITIES_H_
