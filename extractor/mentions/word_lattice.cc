#include "extractor/mentions/word_lattice.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/name_candidates.h"

namespace annals {
namespace {

constexpr float kUnknownCharacter = 13.0f;
constexpr float kPhraseCharacterLimit = 9.0f;  // a phrase of the lexicon costs no more than this
constexpr float kWallLimit = 8.0f;

struct Edge {
  int from = -1;
  Token::Kind kind = Token::Kind::kWord;
  bool fixed = false;
  int name = -1;  // kName: index into Reading::fixed or the candidates
};

// The candidates by where they begin, those of one place as they were offered: a counting sort.
std::vector<int> OrderByBegin(const std::vector<NameClaim>& candidates, int size) {
  std::vector<int> place(size + 1, 0);
  for (const NameClaim& claim : candidates) ++place[claim.span.begin + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<int> order(candidates.size());
  for (size_t i = 0; i < candidates.size(); ++i)
    order[place[candidates[i].span.begin]++] = static_cast<int>(i);
  return order;
}

class Lattice {
 public:
  Lattice(const Anchors& anchors, const std::vector<NameClaim>& candidates, const Reading& reading)
      : anchors_(anchors),
        candidates_(candidates),
        order_(OrderByBegin(candidates, reading.size())),
        reading_(reading),
        chars_(reading.chars()),
        cost_(reading.size() + 1, std::numeric_limits<float>::infinity()),
        best_(reading.size() + 1) {}

  void Search() {
    cost_[0] = 0;
    MarkBlocks();
    for (int i = 0; i < reading_.size(); ++i) {
      if (cost_[i] == std::numeric_limits<float>::infinity()) continue;
      if (block_[i] >= 0) {
        Relax(i, blocks_[block_[i]].end, 0, block_edges_[block_[i]]);
      } else if (!IsHan(chars_[i])) {
        Relax(i, ForeignEnd(i), 0, {i, Token::Kind::kOther});
      } else {
        RelaxWords(i);
        RelaxPhrases(i);
        RelaxCandidates(i);
      }
    }
  }

  // The best path, from the end backwards.
  std::vector<std::pair<int, Edge>> Path() const {
    std::vector<std::pair<int, Edge>> path;
    for (int i = reading_.size(); i > 0; i = best_[i].from) path.emplace_back(i, best_[i]);
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  // Names, times and quantities that no word may cut into, by where they begin.
  void MarkBlocks() {
    block_.assign(reading_.size() + 1, -1);
    for (size_t i = 0; i < reading_.fixed.size(); ++i) {
      AddBlock(reading_.fixed[i].span, {0, Token::Kind::kName, true, static_cast<int>(i)});
    }
    for (const TimeMention& time : reading_.context.times) {
      AddBlock(time.span, {0, Token::Kind::kTime});
    }
    for (const Quantity& quantity : reading_.context.quantities) {
      AddBlock(quantity.core, {0, Token::Kind::kQuantity});
    }
  }

  void AddBlock(Span span, Edge edge) {
    if (span.empty() || block_[span.begin] >= 0) return;
    edge.from = span.begin;
    block_[span.begin] = static_cast<int>(blocks_.size());
    blocks_.push_back(span);
    block_edges_.push_back(edge);
  }

  // A lower-case Latin word or number is one token, any other sign stands alone.
  int ForeignEnd(int begin) const {
    int end = begin + 1;
    if (!IsLatin(chars_[begin]) && !IsDigit(chars_[begin])) return end;
    while (end < reading_.size() && block_[end] < 0 && (IsLatin(chars_[end]) || IsDigit(chars_[end]))) ++end;
    return end;
  }

  void Relax(int from, int to, float cost, Edge edge) {
    const float total = cost_[from] + cost;
    if (total >= cost_[to]) return;
    cost_[to] = total;
    edge.from = from;
    best_[to] = edge;
  }

  void RelaxWords(int i) {
    const int stop = anchors_.StopAfter(i);
    const Vocabulary::Word* single = reading_.Word({i, i + 1});
    Relax(i, i + 1, single != nullptr ? std::min(single->cost, kUnknownCharacter) : kUnknownCharacter, {i});
    for (int length = 2; length <= Vocabulary::kLongest && i + length <= stop; ++length) {
      const Span span{i, i + length};
      const Vocabulary::Word* word = reading_.Word(span);
      if (word != nullptr && !IsListedPerson(*word, reading_.View(span), reading_.lexicon))
        Relax(i, i + length, word->cost, {i});
    }
  }

  void RelaxPhrases(int i) {
    const int stop = anchors_.StopAfter(i);
    for (; phrase_ < reading_.phrases.size() && reading_.phrases[phrase_].span.begin <= i; ++phrase_) {
      const PhraseHit& hit = reading_.phrases[phrase_];
      if (hit.span.begin < i || hit.span.end > stop || hit.span.size() < 2) continue;
      if (hit.phrase->kind == Phrase::Kind::kEntity) continue;
      RelaxPhrase(hit.span, kPhraseCharacterLimit);
    }
    for (; wall_ < reading_.context.walls.size() && reading_.context.walls[wall_].span.begin <= i; ++wall_) {
      const Span span = reading_.context.walls[wall_].span;
      if (span.begin == i && span.end <= stop && span.size() > 1) RelaxPhrase(span, kWallLimit);
    }
  }

  void RelaxPhrase(Span span, float limit) {
    const Vocabulary::Word* word = reading_.Word(span);
    Relax(span.begin, span.end, word != nullptr ? std::min(word->cost, limit) : limit, {span.begin});
  }

  void RelaxCandidates(int i) {
    for (; next_ < order_.size() && candidates_[order_[next_]].span.begin <= i; ++next_) {
      const NameClaim& claim = candidates_[order_[next_]];
      if (claim.span.begin < i || claim.span.end > anchors_.StopAfter(i)) continue;
      Relax(i, claim.span.end, std::max(claim.cost, 1.0f), {i, Token::Kind::kName, false, order_[next_]});
    }
  }

  const Anchors& anchors_;
  const std::vector<NameClaim>& candidates_;
  const std::vector<int> order_;  // of the candidates
  const Reading& reading_;
  const std::u32string& chars_;
  std::vector<float> cost_;
  std::vector<Edge> best_;
  std::vector<int> block_;
  std::vector<Span> blocks_;
  std::vector<Edge> block_edges_;
  size_t phrase_ = 0, wall_ = 0, next_ = 0;
};

void AttachPhrases(Reading* reading) {
  std::vector<int> token_at(reading->size() + 1, -1);
  for (size_t i = 0; i < reading->tokens.size(); ++i)
    token_at[reading->tokens[i].span.begin] = static_cast<int>(i);
  for (const PhraseHit& hit : reading->phrases) {
    const int index = token_at[hit.span.begin];
    if (index < 0 || !(reading->tokens[index].span == hit.span)) continue;
    Token& token = reading->tokens[index];
    switch (hit.phrase->kind) {
      case Phrase::Kind::kTitle:
        token.title = hit.phrase;
        break;
      case Phrase::Kind::kModifier:
        token.modifier = hit.phrase;
        break;
      case Phrase::Kind::kSuffix:
        token.suffix = hit.phrase;
        token.suffix_types = token.suffix_types | hit.phrase->types;
        break;
      case Phrase::Kind::kNominal:
        token.nominal = hit.phrase;
        break;
      case Phrase::Kind::kConnector:
        token.connector = hit.phrase;
        break;
      default:
        break;
    }
  }
  for (const MentionContext::Wall& wall : reading->context.walls) {
    const int index = token_at[wall.span.begin];
    if (index >= 0 && reading->tokens[index].span == wall.span) reading->tokens[index].wall = &wall;
  }
}

}  // namespace

void CutWords(const Anchors& anchors, const std::vector<NameClaim>& candidates, Reading* reading) {
  Lattice lattice(anchors, candidates, *reading);
  lattice.Search();
  reading->tokens.clear();
  reading->names.clear();
  const std::vector<std::pair<int, Edge>> path = lattice.Path();
  reading->tokens.reserve(path.size());
  for (const auto& [end, edge] : path) {
    if (reading->chars()[edge.from] == U' ') continue;
    Token token{{edge.from, end}, edge.kind};
    if (edge.kind == Token::Kind::kWord) token.word = reading->Word(token.span);
    if (edge.kind == Token::Kind::kName) {
      token.name = static_cast<int>(reading->names.size());
      reading->names.push_back(edge.fixed ? reading->fixed[edge.name] : candidates[edge.name]);
    }
    reading->tokens.push_back(token);
  }
  AttachPhrases(reading);
}

}  // namespace annals
