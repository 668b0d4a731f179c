#include "query/tools/names.h"

#include "query/markup/quoting.h"

namespace annals {

void Names::Add(const v1::Entity& entity) { names_[entity.id()] = PrintableText(entity.name()); }

std::string Names::Of(const std::string& id) const {
  const auto found = names_.find(id);
  return found == names_.end() ? PrintableText(id) : found->second;
}

}  // namespace annals
