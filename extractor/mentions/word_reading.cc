#include "extractor/mentions/word_reading.h"

#include <algorithm>
#include <utility>

#include "extractor/mentions/cited_names.h"
#include "extractor/mentions/coded_names.h"
#include "extractor/mentions/definite_descriptions.h"
#include "extractor/mentions/described_names.h"
#include "extractor/mentions/document_forms.h"
#include "extractor/mentions/dotted_names.h"
#include "extractor/mentions/framed_names.h"
#include "extractor/mentions/latin_names.h"
#include "extractor/mentions/mixed_names.h"
#include "extractor/mentions/model_names.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/name_credit.h"
#include "extractor/mentions/overruled_names.h"
#include "extractor/mentions/quoted_names.h"
#include "extractor/mentions/registered_names.h"
#include "extractor/mentions/unit_names.h"
#include "extractor/mentions/unlisted_names.h"
#include "extractor/mentions/word_lattice.h"

namespace annals {
namespace {

void SortPhrases(Reading* reading) {
  std::stable_sort(
      reading->phrases.begin(), reading->phrases.end(), [](const PhraseHit& a, const PhraseHit& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
      });
}

void FindPhrases(Reading* reading) {
  const std::vector<Automaton::Hit>* hits = reading->context.phrase_hits;
  reading->phrases = reading->known.FindPhrases(
      reading->chars(),
      hits != nullptr ? *hits : reading->lexicon.phrase_automaton().Match(reading->chars()));
  SortPhrases(reading);
  const std::vector<PhraseHit> descriptions = FindDefiniteDescriptions(*reading);
  if (descriptions.empty()) return;
  reading->phrases.insert(reading->phrases.end(), descriptions.begin(), descriptions.end());
  SortPhrases(reading);
}

// Adds the claims that overlap nothing fixed before them.
void Fix(std::vector<NameClaim> claims, Reading* reading) {
  std::vector<NameClaim> merged;
  size_t next = 0;
  std::vector<NameClaim>& fixed = reading->fixed;
  for (NameClaim& claim : claims) {
    while (next < fixed.size() && fixed[next].span.end <= claim.span.begin) merged.push_back(fixed[next++]);
    if (next == fixed.size() || !fixed[next].span.Overlaps(claim.span)) merged.push_back(claim);
  }
  merged.insert(merged.end(), fixed.begin() + next, fixed.end());
  fixed = std::move(merged);
}

void FixCertainNames(Reading* reading) {
  FindPhrases(reading);
  Fix(FindQuotedNames(*reading), reading);
  Fix(FindRegisteredNames(*reading), reading);
  Fix(FindDottedNames(*reading), reading);
  Fix(FindNumberedModels(*reading), reading);
  Fix(FindMixedNames(*reading), reading);
  Fix(FindLatinNames(*reading), reading);
  ExtendToModels(reading);
}

}  // namespace

Reading StartReading(const MentionContext& context, const KnownNames& known) {
  const NameLexicon& lexicon = known.lexicon();
  Reading reading{context, lexicon, known, WordGrid(context.text.chars, lexicon.vocabulary()),
                  {},      {},      {},    {}};
  FixCertainNames(&reading);
  return reading;
}

std::vector<NameClaim> ReadOnce(const Anchors& anchors, Reading* reading) {
  std::vector<NameClaim> candidates;
  OfferKnown(*reading, anchors, &candidates);
  OfferPersons(*reading, anchors, &candidates);
  OfferListed(*reading, anchors, &candidates);
  OfferTransliterations(*reading, anchors, &candidates);
  OfferStageNames(*reading, anchors, &candidates);
  OfferListedOrganizations(*reading, anchors, &candidates);
  const MadeUpNames made_up(*reading);
  OfferSuffixed(*reading, anchors, made_up, &candidates);
  OfferFramedNames(*reading, anchors, made_up, &candidates);
  OfferDescribedNames(*reading, anchors, &candidates);
  OfferCodedNames(*reading, anchors, &candidates);
  OfferContextual(*reading, anchors, made_up, &candidates);
  OfferProducts(*reading, anchors, made_up, &candidates);
  OfferCitedNames(*reading, anchors, made_up, &candidates);
  CutWords(anchors, candidates, reading);
  DropDoubtfulNames(reading);
  return candidates;
}

void ReadWords(const Anchors& anchors, Reading* reading) {
  std::vector<NameClaim> candidates = ReadOnce(anchors, reading);
  OfferUnlistedNames(*reading, anchors, &candidates);
  OfferDocumentForms(*reading, anchors, &candidates);
  DropOverruledNames(*reading, &candidates);
  CutWords(anchors, candidates, reading);
  DropDoubtfulNames(reading);
  RetypeUnits(reading);
}

}  // namespace annals
