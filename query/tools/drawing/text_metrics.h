// How many pixels a text takes in a drawing, without a font at hand.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_TEXT_METRICS_H_
#define ANNALS_QUERY_TOOLS_DRAWING_TEXT_METRICS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace annals {

// Width at a font size, both in pixels. An upper estimate for the sans-serif fonts that drawings ask for, in
// bold too: wide characters take 1 em, Latin ones by their class, punctuation that Chinese fonts draw wide 1
// em.
double TextWidth(absl::string_view text, double font_size);

// The text, or its longest beginning that fits into `width` with one "…"; "" where not even that fits. Cuts
// between characters.
std::string FitText(absl::string_view text, double font_size, double width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_TEXT_METRICS_H_
