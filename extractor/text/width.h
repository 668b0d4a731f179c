// Folds width, punctuation and invisible characters.
#ifndef ANNALS_EXTRACTOR_TEXT_WIDTH_H_
#define ANNALS_EXTRACTOR_TEXT_WIDTH_H_

#include "extractor/text/folded_text.h"

namespace annals {

// In place and linear:
//   full-width ASCII to ASCII (，：（ＡＩ％ to ,:(AI%); 。 and 、 stay
//   every kind of space, and the tab, to ' '; line ends of all systems to '\n', several to one
//   「」〝〞 to “”, 『』 to ‘’, full-width quotes to straight ones (see quote_marks.h); ’ in McDonald’s to '
//   the dots of names •‧・． to '·'; runs of dashes to one '—', of dots to one '…'; a dash between digits to
//   '-' zero-width, directional and control characters, soft hyphens and variation selectors dropped
void FoldWidth(FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_WIDTH_H_
