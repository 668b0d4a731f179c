#include "extractor/taught/canonical_entity.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/mentions/entity_ids.h"

namespace annals {
namespace {

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

// Everything beyond ASCII but the blocks of punctuation and symbols.
bool IsLetter(char32_t c) {
  if (c < 0x80) return absl::ascii_isalpha(static_cast<unsigned char>(c));
  return c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040);
}

absl::Status CheckBytes(absl::string_view text, absl::string_view field) {
  if (text.size() > limits::kEntityNameBytes)
    return FieldTooLarge(field, text.size(), limits::kEntityNameBytes);
  const auto characters = DecodeUtf8(text);
  if (!characters.ok()) return InvalidText(field, "is not UTF-8");
  const bool control = std::any_of(characters->begin(), characters->end(), IsControl);
  return control ? InvalidField(field, "holds control characters") : absl::OkStatus();
}

// A name as given, without the spaces around it, and as it is looked for.
struct Name {
  std::string given;
  std::string folded;
};

absl::StatusOr<Name> ReadName(absl::string_view text, absl::string_view field, const Extractor& lexicon) {
  const absl::string_view given = absl::StripAsciiWhitespace(text);
  if (given.empty()) return InvalidField(field, "is empty");
  ANNALS_RETURN_IF_ERROR(CheckBytes(given, field));
  ANNALS_ASSIGN_OR_RETURN(std::string folded, lexicon.FoldName(given));
  ANNALS_ASSIGN_OR_RETURN(const std::u32string characters, DecodeUtf8(folded));
  if (characters.size() < limits::kTaughtNameCharacters)
    return InvalidField(field, "a single character is too little for a name");
  if (std::none_of(characters.begin(), characters.end(), IsLetter))
    return InvalidField(field, "holds no letter");
  return Name{std::string(given), std::move(folded)};
}

absl::Status ReadAliases(const v1::Entity& entity, const Extractor& lexicon, std::set<std::string>& aliases) {
  if (entity.aliases_size() > limits::kTaughtAliases) {
    return FieldTooLarge("entity.aliases",
                         absl::StrCat(entity.aliases_size(), ", the limit is ", limits::kTaughtAliases));
  }
  for (int i = 0; i < entity.aliases_size(); ++i) {
    ANNALS_ASSIGN_OR_RETURN(const Name alias,
                            ReadName(entity.aliases(i), absl::StrCat("entity.aliases[", i, "]"), lexicon));
    aliases.insert(alias.given);
  }
  return absl::OkStatus();
}

absl::Status CheckType(const v1::Entity& entity) {
  if (entity.type() == v1::ENTITY_TYPE_UNSPECIFIED) return InvalidField("entity.type", "is required");
  return v1::EntityType_IsValid(entity.type()) ? absl::OkStatus() : InvalidField("entity.type", "is no type");
}

// An id of the lexicon or one made of type and name says itself what it is.
absl::Status CheckTypeOfId(const v1::Entity& entity, const Extractor& lexicon) {
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(entity.id(), "entity.id"));
  std::optional<v1::EntityType> type = lexicon.ListedType(entity.id());
  if (const auto made = ParseMadeEntityId(entity.id()); !type && made) type = made->type;
  if (!type || *type == entity.type()) return absl::OkStatus();
  return InvalidField("entity.type", absl::StrCat(entity.id(), " is of ", v1::EntityType_Name(*type)));
}

}  // namespace

absl::Status ValidateEntityId(absl::string_view id, absl::string_view field) {
  return id.empty() ? InvalidField(field, "is required") : CheckBytes(id, field);
}

absl::StatusOr<v1::Entity> CanonicalEntity(const v1::Entity& entity, const Extractor& lexicon) {
  ANNALS_RETURN_IF_ERROR(CheckType(entity));
  ANNALS_ASSIGN_OR_RETURN(const Name name, ReadName(entity.name(), "entity.name", lexicon));
  std::set<std::string> aliases = {name.given};
  ANNALS_RETURN_IF_ERROR(ReadAliases(entity, lexicon, aliases));
  aliases.erase(name.folded);
  v1::Entity canonical;
  canonical.set_type(entity.type());
  canonical.set_name(name.folded);
  for (const std::string& alias : aliases) canonical.add_aliases(alias);
  canonical.set_id(entity.id().empty() ? MakeEntityId(entity.type(), name.folded) : entity.id());
  if (entity.id().empty() && canonical.id().size() > limits::kEntityNameBytes)
    return FieldTooLarge("entity.name", "no id of at most 256 bytes can be made of it: give one");
  ANNALS_RETURN_IF_ERROR(CheckTypeOfId(canonical, lexicon));
  return canonical;
}

}  // namespace annals
