// What the steps of the mention reader hand to each other.
#ifndef ANNALS_EXTRACTOR_MENTIONS_READING_H_
#define ANNALS_EXTRACTOR_MENTIONS_READING_H_

#include <vector>

#include "extractor/mentions/mentions.h"
#include "extractor/mentions/word_grid.h"

namespace annals {

// A stretch of text that is, or may be, a name.
struct NameClaim {
  enum class Source : uint8_t {
    kKnown,           // the lexicon's entities
    kDotted,          // 纳特·弗里德曼
    kLatin,           // Alexandr Wang, Scale AI, GPT-4
    kQuoted,          // “冒泡鸭”, 《漫威争锋》
    kPerson,          // surname and given name
    kTransliterated,  // 奥特曼
    kSuffixed,        // 沐瞳科技
    kListed,          // 任天堂: a proper name of the dictionary
    kContextual,      // 离开阶跃星辰
    kUnlisted,        // 短视频公司晨雾互动: see unlisted_names.h
    kDocument,        // a form of a name found elsewhere in the document
  };
  Span span;
  TypeSet types;
  Source source;
  int known = -1;      // entity of Reading::known
  bool risky = false;  // kKnown: an ordinary word too
  float cost = 0;      // nats, for the word lattice; a fixed claim costs nothing
  float support = 0;   // how much of the context speaks for it, in nats
};

// A word of the text as the lattice reads it, and what the lexicon says about exactly this stretch.
struct Token {
  enum class Kind : uint8_t { kWord, kName, kTime, kQuantity, kOther };  // kOther: punctuation and the like
  Span span;
  Kind kind = Kind::kWord;
  int name = -1;                           // kName: index into Reading::names
  const Vocabulary::Word* word = nullptr;  // the dictionary's entry
  const Phrase* title = nullptr;
  const Phrase* modifier = nullptr;
  const Phrase* suffix = nullptr;
  TypeSet suffix_types;  // of all endings written like this: 平台 closes names of companies and of products
  const Phrase* nominal = nullptr;
  const Phrase* connector = nullptr;
  const MentionContext::Wall* wall = nullptr;

  char tag() const { return word != nullptr ? word->tag : '\0'; }
  char subtag() const { return word != nullptr ? word->subtag : '\0'; }
};

// Everything read so far about one text.
struct Reading {
  const MentionContext& context;
  const NameLexicon& lexicon;
  const KnownNames& known;
  const WordGrid words;            // the dictionary's reading of every stretch
  std::vector<PhraseHit> phrases;  // by begin, then longer first
  std::vector<NameClaim> fixed;    // names no word may cut into: by begin, not overlapping
  std::vector<NameClaim> names;    // what tokens refer to
  std::vector<Token> tokens;       // cover the text but for its spaces

  const std::u32string& chars() const { return context.text.chars; }
  int size() const { return context.text.size(); }
  std::u32string_view View(Span span) const { return context.text.View(span); }
  // The everyday word that stands exactly there, or nullptr.
  const Vocabulary::Word* Word(Span span) const { return words.At(span); }
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_READING_H_
