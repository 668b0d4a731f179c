// Fonts and colours of all drawings: on white and on black, on screen and on paper.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_DRAWING_STYLE_H_
#define ANNALS_QUERY_TOOLS_DRAWING_DRAWING_STYLE_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// Families with Chinese characters, of Linux, macOS and Windows.
extern const char kFontFamilies[];

// The style sheet of a drawing; every rule is confined to class "annals". Classes of text: ink (default),
// muted, strong, halo (stands on lines), on (on a filled shape); of shapes: paper, card, center, rule, spine,
// day, edge, solid, hollow, ghost and dots (dashed outlines), cross, ribbon, faint, pale, hatch (stripes over
// what is below), fade-left, fade-right, fade-both. Colours are those of ColorOf: f-people fills, s-people
// strokes. Dark colours for screens that prefer them; paper is always white.
std::string DrawingStyle();

// Rules of a page around a drawing, in the same colours; and those of a text of a kind of news there: class
// t-people.
std::string PageStyle();

// Definitions that the classes refer to; they stand once in a document.
std::string DrawingPatterns();

// The kinds of news that have a colour: people, companies, deals, products, words.
const char* ColorOf(v1::EventType type);
// Relations have the colour of people, PART_OF that of companies.
const char* ColorOf(const v1::Edge& edge);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_DRAWING_STYLE_H_
