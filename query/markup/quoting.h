// Any text, safe inside the languages that drawings and exports are written in. Names come from the press and
// from users: they may hold quotes, tags, line breaks, broken bytes and marks that turn the direction of
// writing.
#ifndef ANNALS_QUERY_MARKUP_QUOTING_H_
#define ANNALS_QUERY_MARKUP_QUOTING_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace annals {

// One line for eyes: line breaks and tabs become spaces; other control characters (those that drive a
// terminal too), marks that turn the direction of writing, and broken bytes become U+FFFD.
std::string PrintableText(absl::string_view text);

// Content or attribute value of XML 1.0 and HTML. All that XML can hold survives exactly; what it cannot
// (most control characters, broken bytes, U+FFFE, U+FFFF) becomes U+FFFD.
std::string XmlText(absl::string_view text);

// A quoted string of Graphviz' DOT, one printable line. Graphviz shows just that text: its escapes and
// entities are quoted.
std::string DotString(absl::string_view text);

// A quoted label of Mermaid, one printable line.
std::string MermaidString(absl::string_view text);

// A line of CSV after RFC 4180, ended by "\n": fields with commas, quotes or line breaks are quoted. The
// values are exact, also those that a spreadsheet would read as a formula.
std::string CsvLine(const std::vector<std::string>& fields);

}  // namespace annals

#endif  // ANNALS_QUERY_MARKUP_QUOTING_H_
