#include "extractor/mentions/coded_names.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kShortest = 2, kLongest = 8;          // characters of a name
constexpr int kShortestCode = 4, kLongestCode = 6;  // digits
constexpr int kLongestMarket = 4;                   // letters: .HK, SH
constexpr float kSure = 6.0f;  // what costs less is the name without the words before it: 药厂|虹岳生技
constexpr float kCost = 2.0f, kSupport = 4.0f;  // nats: few other words stand so

// (0458), (300912.SZ), (HK:0458): whether a code stands in the brackets that open there.
bool OpensCode(const Reading& reading, int open) {
  int digits = 0, letters = 0, i = open + 1;
  for (; i < reading.size() && reading.chars()[i] != U')'; ++i) {
    const char32_t c = reading.chars()[i];
    if (IsDigit(c)) {
      ++digits;
    } else if (IsLatin(c)) {
      ++letters;
    } else if (c != U'.' && c != U':' && c != U' ') {
      return false;
    }
    if (digits > kLongestCode || letters > kLongestMarket) return false;
  }
  return i < reading.size() && digits >= kShortestCode;
}

// A year: 五年计划(2025).
bool IsYear(const Reading& reading, int open) {
  const std::u32string_view code = reading.View({open + 1, open + 6});
  return code.size() == 5 && code.back() == U')' && (code.starts_with(U"19") || code.starts_with(U"20"));
}

}  // namespace

void OfferCodedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  for (int open = kShortest; open < reading.size(); ++open) {
    if (reading.chars()[open] != U'(' || !OpensCode(reading, open) || IsYear(reading, open)) continue;
    int begin = open;
    while (begin > 0 && open - begin <= kLongest && IsHan(reading.chars()[begin - 1])) --begin;
    const bool edge = anchors.Has(begin, Anchors::kEdgeLeft);
    // 新药厂|虹岳生技
    for (int joint = begin + 1; joint + kShortest <= open; ++joint) {
      if (anchors.Has(joint, Anchors::kDescriptorEnds)) begin = joint;
    }
    const int length = open - begin;
    const bool offered = std::any_of(candidates->begin(), candidates->end(), [open](const NameClaim& each) {
      return each.span.end == open && each.cost < kSure;
    });
    if (offered || length < kShortest || length > kLongest || !edge) continue;
    candidates->push_back({{begin, open},
                           EntityType::kOrganization,
                           NameClaim::Source::kSuffixed,
                           -1,
                           false,
                           kCost - kSupport,
                           kSupport});
  }
}

}  // namespace annals
