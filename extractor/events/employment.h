// Who works where, as far as the noun phrases of the article say: the employer of a person at a place in the
// text.
#ifndef ANNALS_EXTRACTOR_EVENTS_EMPLOYMENT_H_
#define ANNALS_EXTRACTOR_EVENTS_EMPLOYMENT_H_

#include <string_view>
#include <vector>

#include "extractor/events/document.h"

namespace annals {

// One statement of a post: 苹果基础模型团队负责人庞若鸣.
struct Post {
  int person;             // entity
  int organization = -1;  // entity; -1 where the phrase names none
  int unit = -1;          // entity
  Span title;             // empty where the phrase has none
  bool former = false;
  bool implied = false;  // the organisation is only the one the text speaks of
  int position = 0;      // character where the phrase begins
  bool told = false;     // by a predicate, not by the noun phrase
};

class Employment {
 public:
  explicit Employment(const Document& document);

  // The post that best tells where a person is as of a place in the text: a current one before a former one,
  // the nearest before the place first, then the nearest after it. Null where the article says nothing.
  const Post* PostOf(int person, int position) const;
  // A post that a sentence of its own, told in the words given, says a person had: X原是Y的交易员. Null:
  // none.
  const Post* FormerPostIn(int person, Span words) const;
  // The first post that the words of its title are said of. Null: none.
  const Post* PostCalled(const Document& document, int person, std::u32string_view title) const;
  // The last post with a title that the article says the person has or had there. Null: none.
  const Post* PostAt(int person, int organization) const;
  // Its organisation, or -1.
  int OrganizationOf(int person, int position) const;

 private:
  std::vector<std::vector<Post>> posts_;  // by person entity, in text order
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_EMPLOYMENT_H_
