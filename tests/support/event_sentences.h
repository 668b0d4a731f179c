// Sentences and the events in them, for tests that are tables. One extractor serves a whole test program.
#ifndef ANNALS_TESTS_SUPPORT_EVENT_SENTENCES_H_
#define ANNALS_TESTS_SUPPORT_EVENT_SENTENCES_H_

#include <string>

#include "extractor/extractor.h"
#include "tests/support/extraction_text.h"

namespace annals {

struct EventSentence {
  const char* name;
  const char* text;   // published on 2025-09-03
  const char* lines;  // as EventLines() writes its events
};

inline const Extractor& SharedExtractor() {
  static const Extractor* extractor = Extractor::Create({}).value().release();
  return *extractor;
}

inline std::string EventsIn(const EventSentence& sentence) {
  v1::Article article;
  article.set_text(sentence.text);
  article.set_published_at("2025-09-03");
  return EventLines(SharedExtractor().Extract(article, {}).value());
}

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_EVENT_SENTENCES_H_
