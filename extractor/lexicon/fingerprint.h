// A content hash that is the same on every machine.
#ifndef ANNALS_EXTRACTOR_LEXICON_FINGERPRINT_H_
#define ANNALS_EXTRACTOR_LEXICON_FINGERPRINT_H_

#include <cstdint>
#include <string>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace annals {

// FNV-1a, 64 bits, over strings: "ab" + "c" is not "a" + "bc".
class Fingerprint {
 public:
  void Add(absl::string_view bytes) {
    for (unsigned char byte : bytes) Mix(byte);
    Mix(0);
  }
  // Sixteen hexadecimal digits.
  std::string ToHex() const { return absl::StrFormat("%016x", hash_); }

 private:
  void Mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }
  uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_FINGERPRINT_H_
