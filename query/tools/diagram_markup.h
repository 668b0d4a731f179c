// A diagram in the languages of drawing programs.
#ifndef ANNALS_QUERY_TOOLS_DIAGRAM_MARKUP_H_
#define ANNALS_QUERY_TOOLS_DIAGRAM_MARKUP_H_

#include <string>

#include "query/tools/diagram.h"

namespace annals {

// Graphviz: `annals-view graph … --format=dot | dot -Tsvg`. Edges that are not a fact yet (rumoured, planned,
// failed) are dashed.
std::string RenderDot(const Diagram& diagram);

// Mermaid, for Markdown pages; the same, with dotted arrows.
std::string RenderMermaid(const Diagram& diagram);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DIAGRAM_MARKUP_H_
