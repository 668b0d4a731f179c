#include "extractor/mentions/mentions.h"

#include <algorithm>
#include <utility>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/appositions.h"
#include "extractor/mentions/document_forms.h"
#include "extractor/mentions/dotted_names.h"
#include "extractor/mentions/entity_links.h"
#include "extractor/mentions/latin_names.h"
#include "extractor/mentions/mixed_names.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/name_credit.h"
#include "extractor/mentions/namings.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/quoted_names.h"
#include "extractor/mentions/reading.h"
#include "extractor/mentions/references.h"
#include "extractor/mentions/word_lattice.h"

namespace annals {
namespace {

void FindPhrases(Reading* reading) {
  const std::vector<Automaton::Hit>* hits = reading->context.phrase_hits;
  reading->phrases = reading->known.FindPhrases(
      reading->chars(),
      hits != nullptr ? *hits : reading->lexicon.phrase_automaton().Match(reading->chars()));
  std::stable_sort(
      reading->phrases.begin(), reading->phrases.end(), [](const PhraseHit& a, const PhraseHit& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
      });
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
  Fix(FindDottedNames(*reading), reading);
  Fix(FindMixedNames(*reading), reading);
  Fix(FindLatinNames(*reading), reading);
}

// Two rounds: what the first has found, in full, the second also knows in its short forms.
void ReadWords(const Anchors& anchors, Reading* reading) {
  std::vector<NameClaim> candidates;
  OfferKnown(*reading, anchors, &candidates);
  OfferPersons(*reading, anchors, &candidates);
  OfferListed(*reading, anchors, &candidates);
  OfferTransliterations(*reading, anchors, &candidates);
  OfferListedOrganizations(*reading, anchors, &candidates);
  OfferSuffixed(*reading, anchors, &candidates);
  OfferContextual(*reading, anchors, &candidates);
  CutWords(anchors, candidates, reading);
  DropDoubtfulNames(reading);
  OfferDocumentForms(*reading, anchors, &candidates);
  CutWords(anchors, candidates, reading);
  DropDoubtfulNames(reading);
}

}  // namespace

MentionSet FindMentions(const MentionContext& context, const KnownNames& known) {
  const NameLexicon& lexicon = known.lexicon();
  Reading reading{context, lexicon, known, WordGrid(context.text.chars, lexicon.vocabulary()),
                  {},      {},      {},    {}};
  FixCertainNames(&reading);
  const Anchors anchors(reading);
  ReadWords(anchors, &reading);
  ChainReading chains = ReadChains(reading);
  MentionSet result;
  result.entities = LinkEntities(reading, anchors, &chains);
  result.focus =
      OrganizationFocus(NamingsOf(reading, chains, result.entities), reading.lexicon.focus_weights());
  result.appositions = FindAppositions(reading, chains, result.entities, result.focus);
  ResolveReferences(reading, chains.held, result.entities, result.focus, &chains.mentions);
  result.mentions = std::move(chains.mentions);
  return result;
}

}  // namespace annals
