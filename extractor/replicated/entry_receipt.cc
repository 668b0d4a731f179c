#include "extractor/replicated/entry_receipt.h"

namespace annals {

Journal::Receipt ReceiptOf(const v1::JournalEntry& entry) {
  const v1::ArticleExtracted& extracted = entry.article_extracted();
  return {entry.revision(), extracted.replaced() ? Journal::Outcome::kReplaced : Journal::Outcome::kCreated,
          static_cast<uint32_t>(extracted.extraction().events_size()),
          extracted.extraction().lexicon_version()};
}

Journal::Receipt Unchanged(const v1::JournalEntry& head) {
  Journal::Receipt receipt = ReceiptOf(head);
  receipt.outcome = Journal::Outcome::kUnchanged;
  return receipt;
}

}  // namespace annals
