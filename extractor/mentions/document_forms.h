// Short forms of names that stand in full elsewhere in the document: 若鸣 and 庞 after 庞若鸣, 格罗斯, 百川,
// 冒泡鸭 without quotes.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DOCUMENT_FORMS_H_
#define ANNALS_EXTRACTOR_MENTIONS_DOCUMENT_FORMS_H_

#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Another way to write a name.
struct ShortForm {
  std::u32string_view text;  // part of the name
  bool legal = false;        // only a legal form (公司, 集团) is missing: the same name
  bool surname = false;      // a single character: only where the surroundings ask for a person
};

using ShortForms = absl::InlinedVector<ShortForm, 4>;

// The forms a reader will understand once the name has been given in full; without the name itself.
ShortForms ShortFormsOf(std::u32string_view name, TypeSet types, const NameLexicon& lexicon);

// Offers every occurrence of the names in reading.names, and of the short forms of these and of the unlisted
// names among the candidates, that consists of Chinese characters.
void OfferDocumentForms(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DOCUMENT_FORMS_H_
