#include "extractor/mentions/teaching.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "extractor/lexicon/fingerprint.h"
#include "extractor/mentions/entity_ids.h"
#include "extractor/text/fold.h"

namespace annals {
namespace {

class Converter {
 public:
  Converter(const ScriptTable& script, const KnownNames& names) : script_(script), names_(names) {}

  void Add(const std::string& id, const v1::Entity& entity) {
    TaughtNames::Entity taught;
    taught.known = {
        id, FromProto(entity.type()), entity.name(), {entity.aliases().begin(), entity.aliases().end()}};
    AddForm(entity.name(), taught);
    for (const std::string& alias : entity.aliases()) AddForm(alias, taught);
    // What made the id would else be an entity of its own with the same id.
    if (const auto made = ParseMadeEntityId(id); made && made->type == entity.type())
      AddForm(made->name, taught);
    entities_.emplace(id, std::move(taught));
  }

  void Imply(const std::string& id) {
    if (entities_.contains(id) || names_.InLexicon(id) != nullptr) return;
    const std::optional<MadeEntityId> made = ParseMadeEntityId(id);
    if (!made) return;
    TaughtNames::Entity taught;
    taught.known = {id, FromProto(made->type), made->name, {}};
    taught.implied = true;
    AddForm(made->name, taught);
    entities_.emplace(id, std::move(taught));
  }

  std::vector<TaughtNames::Entity> Take() {
    std::vector<TaughtNames::Entity> entities;
    for (auto& [id, entity] : entities_) entities.push_back(std::move(entity));
    return entities;
  }

 private:
  void AddForm(absl::string_view name, TaughtNames::Entity& entity) const {
    std::u32string form = FoldPhrase(name, script_).value_or(U"");
    const bool fresh = std::find(entity.forms.begin(), entity.forms.end(), form) == entity.forms.end();
    if (form.size() > 1 && fresh) entity.forms.push_back(std::move(form));
  }

  const ScriptTable& script_;
  const KnownNames& names_;
  std::map<std::string, TaughtNames::Entity> entities_;
};

}  // namespace

std::string VersionWith(const std::string& version, const Teaching& teaching) {
  if (teaching.empty()) return version;
  Fingerprint fingerprint;
  fingerprint.Add(version);
  for (const auto& [id, entity] : teaching.entities) {
    fingerprint.Add(absl::StrCat("entity ", entity.type(), " ", entity.aliases_size()));
    fingerprint.Add(id);
    fingerprint.Add(entity.name());
    for (const std::string& alias : entity.aliases()) fingerprint.Add(alias);
  }
  for (const auto& [from, into] : teaching.merged_into) {
    fingerprint.Add("merge");
    fingerprint.Add(from);
    fingerprint.Add(into);
  }
  return fingerprint.ToHex();
}

TaughtNames ToTaughtNames(const Teaching& teaching, const ScriptTable& script, const KnownNames& names) {
  Converter converter(script, names);
  for (const auto& [id, entity] : teaching.entities) converter.Add(id, entity);
  for (const auto& [from, into] : teaching.merged_into) {
    converter.Imply(from);
    converter.Imply(into);
  }
  return {converter.Take(), teaching.merged_into};
}

}  // namespace annals
