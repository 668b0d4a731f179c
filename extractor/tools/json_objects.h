// Splits a stream of text into JSON objects: one that spans many lines, one a line, or a mixture of both.
#ifndef ANNALS_EXTRACTOR_TOOLS_JSON_OBJECTS_H_
#define ANNALS_EXTRACTOR_TOOLS_JSON_OBJECTS_H_

#include <istream>
#include <string>

namespace annals {

// A piece of the input that should be one object; only its brackets and strings have been looked at.
struct JsonPiece {
  std::string text;
  int line = 0;           // where it begins, from 1
  bool complete = false;  // brackets and strings are closed; otherwise it is what was left of a broken object
};

// Not thread-safe. `input` must outlive the reader.
//
// An object that is broken off does not swallow its successors: a line that could not continue it (a string
// is still open, or an object begins where none may stand) begins the next piece.
class JsonObjectReader {
 public:
  explicit JsonObjectReader(std::istream& input) : input_(input) {}

  // Fills `piece` and returns true, or returns false at the end of the input.
  bool Next(JsonPiece& piece);

 private:
  bool ReadLine();
  void TakeLine(JsonPiece& piece);
  bool CannotContinue() const;
  void Scan();

  std::istream& input_;
  std::string line_;      // read, not yet part of a piece
  bool pending_ = false;  // line_ holds something
  int line_number_ = 0;

  // State of the piece at hand.
  int depth_ = 0;
  bool in_string_ = false;
  bool opened_ = false;
  char last_ = '\0';  // last significant character outside strings
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_JSON_OBJECTS_H_
