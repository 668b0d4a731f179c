#include "extractor/mentions/document_forms.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr float kFullName = 3.5f;  // nats, as for the other candidates
constexpr float kShortName = 6.5f;
constexpr float kShortCompany = 5.0f;  // a company is short for most of an article
constexpr float kSurnameAlone = 6.0f;
constexpr float kEverydayWord = 11.0f;  // a short form this common as a word is left alone
constexpr float kRareWord = 16.0f;      // as 天枢 is, a star
constexpr float kRarePlace = 13.0f;     // as 岭东 is, a district
constexpr double kSureSurname = 0.55;

bool IsEveryday(std::u32string_view text, const NameLexicon& lexicon) {
  const Vocabulary::Word* word = lexicon.vocabulary().Find(text);
  return word != nullptr && word->cost < kEverydayWord && !(word->tag == 'n' && word->subtag == 'r');
}

bool AllHan(std::u32string_view text) { return std::all_of(text.begin(), text.end(), IsHan); }

void PersonForms(std::u32string_view name, const NameLexicon& lexicon, ShortForms* forms) {
  if (name.find(U'·') != name.npos) {
    for (size_t begin = 0; begin < name.size();) {
      const size_t end = std::min(name.find(U'·', begin), name.size());
      if (end - begin >= 2) forms->push_back({name.substr(begin, end - begin)});
      begin = end + 1;
    }
    return;
  }
  if (!AllHan(name)) {
    const size_t first = name.find(U' '), last = name.rfind(U' ');
    if (first == name.npos) return;
    forms->push_back({name.substr(last + 1)});
    if (first >= 3) forms->push_back({name.substr(0, first)});
    return;
  }
  if (name.size() < 2 || name.size() > 4) return;
  const bool compound = name.size() > 2 && lexicon.CompoundSurnameWeight(name.substr(0, 2)) > 0;
  const size_t surname = compound ? 2 : 1;
  forms->push_back({name.substr(0, surname), false, surname == 1});
  if (name.size() - surname == 2) forms->push_back({name.substr(surname)});
}

bool IsPlace(const Vocabulary::Word* word) {
  return word != nullptr && word->tag == 'n' && word->subtag == 's';
}

// 储能日报 is not 储能 for short, nor 岭南集团 岭南.
bool MayStandAlone(std::u32string_view stem, bool weak, const NameLexicon& lexicon) {
  const Vocabulary::Word* word = lexicon.vocabulary().Find(stem);
  const bool everyday = weak && word != nullptr && word->cost < kRareWord;
  return !everyday && !(IsPlace(word) && word->cost < kRarePlace);
}

void AddForm(const ShortForm& form, ShortForms* forms) {
  const auto same = [&form](const ShortForm& each) { return each.text == form.text; };
  if (std::none_of(forms->begin(), forms->end(), same)) forms->push_back(form);
}

void OrganizationForms(std::u32string_view name, const NameLexicon& lexicon, ShortForms* forms);

// 深圳云岚科技|股份有限公司: the name without the form, and without the place before it.
void RegisteredForms(std::u32string_view stem, const NameLexicon& lexicon, ShortForms* forms) {
  constexpr size_t kLongestStem = 10, kShortestRest = 4, kCoined = 2;
  if (!AllHan(stem) || stem.size() <= kCoined || stem.size() > kLongestStem) return;
  AddForm({stem, true}, forms);
  OrganizationForms(stem, lexicon, forms);
  for (const size_t length : {2, 3}) {
    if (stem.size() < length + kShortestRest || !IsPlace(lexicon.vocabulary().Find(stem.substr(0, length))))
      continue;
    // 上海汽车集团 is not 汽车集团.
    const std::u32string_view rest = stem.substr(length);
    if (lexicon.vocabulary().Find(rest.substr(0, kCoined)) == nullptr) RegisteredForms(rest, lexicon, forms);
  }
}

void OrganizationForms(std::u32string_view name, const NameLexicon& lexicon, ShortForms* forms) {
  constexpr size_t kShortestRegistered = 4;  // 有限公司
  // 海芯半导体|(珠海)有限公司
  if (const size_t place = name.find(U'(');
      place != name.npos && place >= 3 && AllHan(name.substr(0, place))) {
    AddForm({name.substr(0, place), true}, forms);
    return OrganizationForms(name.substr(0, place), lexicon, forms);
  }
  std::u32string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), ToLower);
  bool legal = false, weak = false, ends = false;
  size_t registered = 0;  // where the form of a registered name begins
  // 沐恩|生物|科技: 沐恩生物, and 沐恩.
  for (size_t begin = name.size(); begin-- > 2;) {
    const NameLexicon::Ending* ending = lexicon.OrganizationEnding(std::u32string_view(lower).substr(begin));
    // 云帆|智曜: names of four characters are two words, whatever the second is.
    const bool half = begin == 2 && !ends && name.size() == 4 && AllHan(name);
    if (ending == nullptr && !half) continue;
    ends = true;
    if (ending != nullptr) {
      legal |= ending->legal;
      weak |= ending->weak;
      if (ending->legal && name.size() - begin >= kShortestRegistered) registered = begin;
    }
    std::u32string_view stem = name.substr(0, begin);
    while (!stem.empty() && stem.back() == U' ') stem.remove_suffix(1);
    if (stem.size() >= 2 && stem.size() <= 4 && MayStandAlone(stem, weak, lexicon))
      AddForm({stem, legal}, forms);
  }
  if (registered > 0) RegisteredForms(name.substr(0, registered), lexicon, forms);
}

class FormOffers {
 public:
  FormOffers(const Reading& reading, const Anchors& anchors) : reading_(reading), anchors_(anchors) {}

  void Collect(const std::vector<NameClaim>& candidates) {
    for (const NameClaim& claim : reading_.names) {
      if (claim.types.Only(EntityType::kOrganization)) AddShort(claim, kShortCompany);
    }
    // The first reading has not seen these.
    for (const NameClaim& claim : candidates) {
      if (claim.source == NameClaim::Source::kUnlisted) AddShort(claim, kShortCompany);
    }
    for (const NameClaim& claim : reading_.names) {
      const std::u32string_view text = reading_.View(claim.span);
      if (AllHan(text)) Add({text, claim.types, kFullName, claim.known, false, {}});
    }
    for (const NameClaim& claim : reading_.names) {
      if (claim.types.Has(EntityType::kPerson) && !claim.types.Only(EntityType::kPerson)) continue;
      AddShort(claim, kShortName);
    }
    std::sort(forms_.begin(), forms_.end(), [](const Form& a, const Form& b) { return a.text < b.text; });
    for (const Form& form : forms_) begins_.set(form.text.front() % begins_.size());
  }

  void Offer(std::vector<NameClaim>* candidates) const {
    for (int begin = 0; begin < reading_.size(); ++begin) {
      const char32_t first = reading_.chars()[begin];
      if (!begins_.test(first % begins_.size())) continue;
      auto form = std::partition_point(forms_.begin(), forms_.end(),
                                       [first](const Form& each) { return each.text.front() < first; });
      for (; form != forms_.end() && form->text.front() == first; ++form) OfferAt(begin, *form, candidates);
    }
  }

 private:
  struct Form {
    std::u32string_view text;
    TypeSet types;
    float cost;
    int known;
    bool surname;
    std::u32string_view full;  // where this stands, the form is no name of its own
  };

  void OfferAt(int begin, const Form& form, std::vector<NameClaim>* candidates) const {
    const Span span{begin, begin + static_cast<int>(form.text.size())};
    if (anchors_.StopAfter(begin) < span.end || reading_.View(span) != form.text) return;
    if (form.surname && !AsksForPerson(span)) return;
    const Span full{begin, std::min(begin + static_cast<int>(form.full.size()), reading_.size())};
    if (!form.full.empty() && reading_.View(full) == form.full) return;
    candidates->push_back({span, form.types, NameClaim::Source::kDocument, form.known, false, form.cost,
                           form.surname ? 5.0f : 1.0f});
  }

  void AddShort(const NameClaim& claim, float cost) {
    // The first naming has given all forms there are.
    if (!shortened_.insert({reading_.View(claim.span), claim.types.bits()}).second) return;
    for (const ShortForm& form : ShortFormsOf(reading_.View(claim.span), claim.types, reading_.lexicon)) {
      if (claim.source == NameClaim::Source::kUnlisted && NamesCompany(form.text)) continue;
      if (!AllHan(form.text) || (!form.surname && IsEveryday(form.text, reading_.lexicon))) continue;
      const std::u32string_view full =
          claim.source == NameClaim::Source::kUnlisted ? reading_.View(claim.span) : std::u32string_view();
      Add({form.text, claim.types, form.surname ? kSurnameAlone : cost, claim.known, form.surname, full});
    }
  }

  // 顺丰|原本: a listed company stands for itself.
  bool NamesCompany(std::u32string_view text) const {
    const std::vector<int>& named = reading_.known.Named(text);
    return std::any_of(named.begin(), named.end(), [this](int each) {
      return reading_.known.entity(each).type == EntityType::kOrganization;
    });
  }

  void Add(const Form& form) {
    if (seen_.insert(form.text).second) forms_.push_back(form);
  }

  bool AsksForPerson(Span span) const {
    const bool left =
        anchors_.Has(span.begin, Anchors::kEdgeLeft | Anchors::kFunctionEnds | Anchors::kWallEnds);
    const bool right =
        anchors_.Has(span.end, Anchors::kPersonStarts | Anchors::kFunctionStarts | Anchors::kWallStarts);
    return left && right && reading_.lexicon.SurnameWeight(reading_.chars()[span.begin]) >= kSureSurname;
  }

  const Reading& reading_;
  const Anchors& anchors_;
  absl::flat_hash_set<std::u32string_view> seen_;
  absl::flat_hash_set<std::pair<std::u32string_view, int>> shortened_;  // names, with their types
  std::vector<Form> forms_;                                             // by text, once collected
  std::bitset<4096> begins_;  // by the low bits of the first character: most characters begin none
};

}  // namespace

ShortForms ShortFormsOf(std::u32string_view name, TypeSet types, const NameLexicon& lexicon) {
  ShortForms forms;
  if (types.Has(EntityType::kPerson)) PersonForms(name, lexicon, &forms);
  if (types.Has(EntityType::kOrganization)) OrganizationForms(name, lexicon, &forms);
  return forms;
}

void OfferDocumentForms(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  FormOffers offers(reading, anchors);
  offers.Collect(*candidates);
  offers.Offer(candidates);
}

}  // namespace annals
