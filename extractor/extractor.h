// Reads an article: a pure function of the article and the lexicon, with no clock, network or store inside.
// The same article gives the same bytes on every run and machine.
#ifndef ANNALS_EXTRACTOR_EXTRACTOR_H_
#define ANNALS_EXTRACTOR_EXTRACTOR_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/article.pb.h"
#include "annals/v1/entity.pb.h"
#include "annals/v1/event.pb.h"
#include "annals/v1/extraction.pb.h"

namespace annals {

struct Teaching;  // extractor/mentions/teaching.h

struct ExtractOptions {
  bool explain = false;  // fill Extraction.explanation
};

// What the lexicon says of an event type.
struct EventTypeDescription {
  v1::EventType type;
  std::string description;
  std::vector<v1::Role> key_roles;
  std::vector<v1::Role> roles;  // key roles first
};

// Immutable after Create; every method may be called from many threads at once.
class Extractor {
 public:
  struct Options {
    std::string lexicon_data;  // built-in files; "" means DataDirectory::DefaultPath()
    std::string lexicon_dir;   // a user's own files on top; "" means none
  };

  // NOT_FOUND: no such directory. INVALID_ARGUMENT: a broken lexicon file, with file and line.
  static absl::StatusOr<std::unique_ptr<Extractor>> Create(const Options& options);
  virtual ~Extractor() = default;

  // INVALID_ARGUMENT: the text is not UTF-8, holds NUL, or published_at is no date. Limits of size are the
  // caller's.
  virtual absl::StatusOr<v1::Extraction> Extract(const v1::Article& article,
                                                 const ExtractOptions& options) const = 0;
  // The same into an empty message, which may stand on an arena: an extraction has hundreds of parts.
  virtual absl::Status ExtractInto(const v1::Article& article, const ExtractOptions& options,
                                   v1::Extraction& extraction) const;

  // Marks every extraction: content hash of the lexicon and of what was taught.
  virtual const std::string& lexicon_version() const = 0;

  // Another one, which knows what was taught and nothing else that this one does not; both share the lexicon,
  // and either may go first. `teaching` is all of it: what this one was taught does not count. About 7 ms for
  // a thousand names.
  virtual std::shared_ptr<const Extractor> With(const Teaching& teaching) const = 0;
  // What the lexicon, without what was taught, knows by this id; nothing: no such id.
  virtual std::optional<v1::EntityType> ListedType(const std::string& entity_id) const = 0;
  // A name as texts are folded before it is looked for: simplified, half width, without idle spaces.
  // INVALID_ARGUMENT: not UTF-8.
  virtual absl::StatusOr<std::string> FoldName(absl::string_view name) const = 0;

  // All types, by number.
  virtual const std::vector<EventTypeDescription>& event_types() const = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EXTRACTOR_H_
