// The form of a name under which it is found: script, width, case, spaces and dots do not matter.
//
// Script is folded character by character with OpenCC's own table (traditional to simplified), not phrase by
// phrase: a key is compared with keys only, so what counts is that both sides fold alike.
#ifndef ANNALS_COMMON_NAMES_NAME_KEYS_H_
#define ANNALS_COMMON_NAMES_NAME_KEYS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

// Immutable after Create; may be used by many threads at once.
class NameKeys {
 public:
  // Reads OpenCC's t2s table (about 50 ms). FAILED_PRECONDITION: its data is not installed.
  static absl::StatusOr<std::shared_ptr<const NameKeys>> Create();

  // The key of a name, valid UTF-8 without control characters; empty where the name holds nothing but dots
  // and spaces. Bytes that are no UTF-8 are dropped. "馬克 · 祖克柏" and "马克·祖克柏" have one key, so have
  // "OpenAI" and "ＯＰＥＮＡＩ". A full stop stays between digits ("GPT-4.1").
  std::string Key(absl::string_view name) const;

 private:
  explicit NameKeys(std::vector<char32_t> simplified);

  std::vector<char32_t> simplified_;  // by code point minus kFirstIdeograph
};

}  // namespace annals

#endif  // ANNALS_COMMON_NAMES_NAME_KEYS_H_
