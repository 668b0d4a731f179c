// What an entry that is in the journal says to who submitted its article.
#ifndef ANNALS_EXTRACTOR_REPLICATED_ENTRY_RECEIPT_H_
#define ANNALS_EXTRACTOR_REPLICATED_ENTRY_RECEIPT_H_

#include "annals/v1/journal.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

// Of the entry that came of the submission.
Journal::Receipt ReceiptOf(const v1::JournalEntry& entry);
// Of an entry that holds the article already, or a later version of it.
Journal::Receipt Unchanged(const v1::JournalEntry& head);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_ENTRY_RECEIPT_H_
