#include "extractor/mentions/cited_names.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr int kShortest = 2, kLongest = 6;  // characters
constexpr float kCost = 4.0f;               // nats, with all that speaks for it
constexpr float kSupport = 9.0f;

// 据|, 根据|, 按|, 按照|
bool OpensCitation(const Reading& reading, int joint) {
  constexpr std::u32string_view kOpenings = U"据按照";
  return joint > 0 && kOpenings.find(reading.chars()[joint - 1]) != kOpenings.npos;
}

// 公开|资料, 全国|海关: words from end to end, of which no proper name is one.
bool IsOfWords(const Reading& reading, Span span) {
  std::vector<char> reached(span.size() + 1, 0);
  reached[0] = 1;
  for (int from = 0; from < span.size(); ++from) {
    for (int to = from + 1; reached[from] && to <= span.size(); ++to) {
      const Vocabulary::Word* word = reading.Word({span.begin + from, span.begin + to});
      if (word != nullptr && (to - from > 1 || word->tag != 'n')) reached[to] = 1;
    }
  }
  return reached[span.size()];
}

// 该|机构, 这|份, 其
bool Points(const Reading& reading, int begin) {
  constexpr std::u32string_view kPointing = U"该这那其此本某另各上述同一两三几多有无我他她它前近最不未";
  return kPointing.find(reading.chars()[begin]) != kPointing.npos;
}

}  // namespace

void OfferCitedNames(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                     std::vector<NameClaim>* candidates) {
  int last = -1;
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.phrase->role != Phrase::Role::kCited || hit.span.begin == last) continue;
    last = hit.span.begin;
    const int end = hit.span.begin, stop = std::max(anchors.StopBefore(end), end - kLongest);
    for (int begin = end - kShortest; begin >= stop; --begin) {
      const bool cited = OpensCitation(reading, begin);
      if (!cited && !anchors.Has(begin, Anchors::kEdgeLeft | Anchors::kDescriptorEnds)) continue;
      const Span name{begin, end};
      if (Points(reading, begin) || IsOfWords(reading, name) || made_up.CostOfPlaced(name) < 0) break;
      candidates->push_back(
          {name, EntityType::kOrganization, NameClaim::Source::kContextual, -1, false, kCost, kSupport});
      break;
    }
  }
}

}  // namespace annals
