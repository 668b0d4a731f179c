#include "extractor/text/markup.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "extractor/text/character_class.h"
#include "extractor/text/entities.h"

namespace annals {
namespace {

constexpr size_t kNone = std::u32string_view::npos;
constexpr size_t kLongestTag = 4096;

enum class Effect { kInline, kBlock, kCell, kHide, kVerbatim };

// Elements and what their tags do: nothing, end a line, part cells, hide what they hold, hold no markup at
// all.
const std::map<std::string, Effect, std::less<>>& Elements() {
  static const auto* const kElements = new std::map<std::string, Effect, std::less<>>([] {
    std::map<std::string, Effect, std::less<>> elements;
    const auto add = [&](Effect effect, std::initializer_list<const char*> names) {
      for (const char* name : names) elements.emplace(name, effect);
    };
    add(Effect::kInline,
        {"a",      "abbr",  "b",     "bdo",    "big",     "center", "cite",  "code", "del",  "em",  "font",
         "i",      "img",   "input", "ins",    "kbd",     "label",  "link",  "mark", "meta", "o:p", "q",
         "s",      "small", "span",  "strike", "strong",  "sub",    "sup",   "tt",   "u",    "var", "wbr",
         "object", "embed", "param", "source", "picture", "video",  "audio", "time"});
    add(Effect::kBlock,
        {"address",  "article", "blockquote", "body", "br", "dd",      "div",    "dl",      "dt",
         "fieldset", "figure",  "h1",         "h2",   "h3", "h4",      "h5",     "h6",      "header",
         "hr",       "html",    "li",         "main", "ol", "p",       "pre",    "section", "table",
         "tbody",    "thead",   "tfoot",      "tr",   "ul", "details", "summary"});
    add(Effect::kCell, {"td", "th"});
    add(Effect::kHide, {"aside", "button", "figcaption", "footer", "form", "head", "iframe", "nav",
                        "noscript", "select", "svg", "template"});
    add(Effect::kVerbatim, {"script", "style", "textarea", "title"});
    return elements;
  }());
  return *kElements;
}

struct Tag {
  size_t begin, end;  // characters, with < and >
  std::string name;   // lower case; "" for a comment, a declaration or a marker
  Effect effect = Effect::kInline;
  bool closing = false;
  bool hides = false;
  size_t hidden_until = 0;  // for one that hides: where what it hides ends
};

char LowerAscii(char32_t c) { return static_cast<char>(c - U'A' < 26 ? c + 32 : c); }

// The next occurrence of a needle at or after a position that only grows; so all questions together are
// linear.
class Finder {
 public:
  Finder(std::u32string_view text, std::u32string_view needle) : text_(text), needle_(needle) {}
  size_t Next(size_t from) {
    if (!known_ || (next_ != kNone && next_ < from)) next_ = text_.find(needle_, from);
    known_ = true;
    return next_;
  }

 private:
  std::u32string_view text_, needle_;
  size_t next_ = 0;
  bool known_ = false;
};

class Tags {
 public:
  Tags(std::u32string_view text, const MarkupOptions& options)
      : text_(text),
        options_(options),
        less_(text, U"<"),
        greater_(text, U">"),
        comment_end_(text, U"-->"),
        marker_end_(text, U"#>") {}

  std::vector<Tag> Read() && {
    for (size_t i = less_.Next(0); i != kNone; i = less_.Next(i)) i = ReadAt(i);
    PairHiding();
    return std::move(tags_);
  }

 private:
  // Reads what stands at the '<' at `i`; returns where to go on.
  size_t ReadAt(size_t i) {
    const std::u32string_view rest = text_.substr(i);
    if (rest.substr(0, 4) == U"<!--") return AddUntil(i, comment_end_.Next(i + 4), 3);
    if (rest.substr(0, 2) == U"<#") return AddUntil(i, marker_end_.Next(i + 2), 2);
    const size_t end = greater_.Next(i);
    if (end == kNone || end - i > kLongestTag || less_.Next(i + 1) < end) return i + 1;
    return AddElement(i, end + 1);
  }

  size_t AddUntil(size_t begin, size_t found, size_t length) {
    if (found == kNone) return begin + 1;
    tags_.push_back({begin, found + length, ""});
    return found + length;
  }

  size_t AddElement(size_t begin, size_t end) {
    Tag tag{begin, end, ""};
    size_t i = begin + 1;
    tag.closing = text_[i] == U'/';
    if (tag.closing) ++i;
    const size_t name_begin = i;
    while (i < end &&
           (IsAsciiLetter(text_[i]) || (i > name_begin && (IsAsciiDigit(text_[i]) || text_[i] == U':')))) {
      tag.name.push_back(LowerAscii(text_[i++]));
    }
    const auto element = Elements().find(tag.name);
    const bool known = element != Elements().end();
    const bool ends_well = i < end && (text_[i] == U'>' || text_[i] == U'/' || text_[i] <= U' ');
    const bool declaration = options_.html && (text_[begin + 1] == U'!' || text_[begin + 1] == U'?');
    if (!declaration && (!ends_well || (!known && !options_.html) || tag.name.empty())) return begin + 1;
    if (known) tag.effect = element->second;
    tag.hides = !tag.closing && !declaration && Hides(tag, text_.substr(i, end - i));
    tags_.push_back(std::move(tag));
    return tags_.back().effect == Effect::kVerbatim && tags_.back().hides ? SkipVerbatim(end) : end;
  }

  bool Hides(const Tag& tag, std::u32string_view attributes) const {
    if (attributes.size() > 1 && attributes[attributes.size() - 2] == U'/') return false;
    return tag.effect == Effect::kHide || tag.effect == Effect::kVerbatim || HasDroppedClass(attributes);
  }

  // Is one of the words in class="…" or id="…" on the list?
  bool HasDroppedClass(std::u32string_view attributes) const {
    std::string lower;
    for (char32_t c : attributes) lower.push_back(c < 0x80 ? LowerAscii(c) : '?');
    for (const char* key : {"class=", "id="}) {
      const size_t at = lower.find(key);
      if (at == std::string::npos || (at > 0 && lower[at - 1] != ' ')) continue;
      if (HasDroppedWord(AttributeValue(std::string_view(lower).substr(at + std::string_view(key).size()))))
        return true;
    }
    return false;
  }

  static std::string_view AttributeValue(std::string_view text) {
    if (text.empty()) return text;
    const char quote = text[0];
    if (quote != '"' && quote != '\'') return text.substr(0, text.find_first_of(" />"));
    return text.substr(1, text.find(quote, 1) - 1);
  }

  bool HasDroppedWord(std::string_view value) const {
    while (!value.empty()) {
      const size_t end = std::min(value.find(' '), value.size());
      const std::string_view word = value.substr(0, end);
      if (std::find(options_.dropped_classes.begin(), options_.dropped_classes.end(), word) !=
          options_.dropped_classes.end()) {
        return true;
      }
      value.remove_prefix(std::min(end + 1, value.size()));
    }
    return false;
  }

  // A script may hold any '<'; only its end tag is looked for.
  size_t SkipVerbatim(size_t from) {
    const std::u32string closer = U"</" + std::u32string(tags_.back().name.begin(), tags_.back().name.end());
    auto [it, added] = verbatim_ends_.try_emplace(closer, text_, std::u32string_view());
    if (added) it->second = Finder(text_, it->first);
    const size_t found = it->second.Next(from);
    return found == kNone ? from : found;
  }

  // Gives each tag that hides the end of its element: the closing tag of its name at its own depth.
  void PairHiding() {
    std::map<std::string_view, std::vector<size_t>> open;
    for (size_t i = 0; i < tags_.size(); ++i) {
      Tag& tag = tags_[i];
      if (tag.name.empty()) continue;
      std::vector<size_t>& stack = open[tag.name];
      if (!tag.closing) {
        stack.push_back(i);
      } else if (!stack.empty()) {
        Tag& opening = tags_[stack.back()];
        if (opening.hides) opening.hidden_until = tag.end;
        stack.pop_back();
      }
    }
  }

  std::u32string_view text_;
  const MarkupOptions& options_;
  Finder less_, greater_, comment_end_, marker_end_;
  std::map<std::u32string, Finder> verbatim_ends_;
  std::vector<Tag> tags_;
};

// Copies the text over itself without its markup.
class Stripper {
 public:
  Stripper(const MarkupOptions& options, FoldedText& text) : options_(options), text_(text) {}

  void Run(const std::vector<Tag>& tags) {
    for (const Tag& tag : tags) {
      if (tag.end <= read_) continue;  // hidden, or inside a tag that was
      CopyUntil(tag.begin);
      WriteTag(tag);
      read_ = std::max(tag.end, tag.hidden_until);
    }
    CopyUntil(text_.chars.size());
    text_.chars.resize(written_);
    text_.origin.resize(written_);
  }

 private:
  void WriteTag(const Tag& tag) {
    const bool part = tag.effect == Effect::kCell;
    if (!part && tag.effect != Effect::kBlock && tag.effect != Effect::kHide) return;
    const ByteSpan origin{text_.origin[tag.begin].begin, text_.origin[tag.end - 1].end};
    Write(part ? U' ' : U'\n', origin);
  }

  void CopyUntil(size_t end) {
    while (read_ < end) {
      const char32_t c = text_.chars[read_];
      const Entity entity =
          c == U'&' ? ReadEntity(std::u32string_view(text_.chars).substr(read_, end - read_)) : Entity{};
      if (entity.length > 0) {
        Write(entity.character, {text_.origin[read_].begin, text_.origin[read_ + entity.length - 1].end});
        read_ += entity.length;
        continue;
      }
      const bool soft_break = options_.html && (c == U'\n' || c == U'\r');
      Write(soft_break ? U' ' : c, text_.origin[read_]);
      ++read_;
    }
  }

  void Write(char32_t c, ByteSpan origin) {
    text_.chars[written_] = c;
    text_.origin[written_++] = origin;
  }

  const MarkupOptions& options_;
  FoldedText& text_;
  size_t read_ = 0, written_ = 0;
};

}  // namespace

void StripMarkup(const MarkupOptions& options, FoldedText& text) {
  if (!options.html && text.chars.find_first_of(U"<&") == kNone) return;
  const std::vector<Tag> tags = Tags(text.chars, options).Read();
  Stripper(options, text).Run(tags);
}

}  // namespace annals
