#include "extractor/mentions/name_lexicon.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/mentions/characters.h"

namespace annals {
namespace {

const std::map<std::string, Phrase::Role>& Roles() {
  static const auto& roles =
      *new std::map<std::string, Phrase::Role>{{"position", Phrase::Role::kPosition},
                                               {"founder", Phrase::Role::kFounder},
                                               {"academic", Phrase::Role::kAcademic},
                                               {"student", Phrase::Role::kStudent},
                                               {"honorific", Phrase::Role::kHonorific},
                                               {"mentor", Phrase::Role::kMentor},
                                               {"speaker", Phrase::Role::kSpeaker},
                                               {"kinship", Phrase::Role::kKinship},
                                               {"fellow", Phrase::Role::kFellow},
                                               {"rank", Phrase::Role::kRank},
                                               {"former", Phrase::Role::kFormer},
                                               {"current", Phrase::Role::kCurrent},
                                               {"domain", Phrase::Role::kDomain},
                                               {"strong", Phrase::Role::kStrong},
                                               {"whole", Phrase::Role::kWhole},
                                               {"legal", Phrase::Role::kLegal},
                                               {"weak", Phrase::Role::kWeak},
                                               {"generic", Phrase::Role::kGeneric},
                                               {"pronoun", Phrase::Role::kPronoun},
                                               {"nominal", Phrase::Role::kDescription},
                                               {"title", Phrase::Role::kHolder},
                                               {"opening", Phrase::Role::kOpening},
                                               {"head", Phrase::Role::kHead},
                                               {"person", Phrase::Role::kPersonOpening},
                                               {"naming", Phrase::Role::kNaming},
                                               {"alias", Phrase::Role::kAlias},
                                               {"byline", Phrase::Role::kByline},
                                               {"descriptor", Phrase::Role::kDescriptor},
                                               {"determiner", Phrase::Role::kDeterminer},
                                               {"act", Phrase::Role::kAct},
                                               {"made", Phrase::Role::kMade},
                                               {"founded", Phrase::Role::kFounded},
                                               {"owned", Phrase::Role::kOwned},
                                               {"owner", Phrase::Role::kOwner},
                                               {"pupil", Phrase::Role::kPupil},
                                               {"school", Phrase::Role::kSchool},
                                               {"model", Phrase::Role::kModel},
                                               {"joint", Phrase::Role::kJoint},
                                               {"opener", Phrase::Role::kOpener},
                                               {"modal", Phrase::Role::kModal},
                                               {"cited", Phrase::Role::kCited},
                                               {"company", Phrase::Role::kIsCompany},
                                               {"ware", Phrase::Role::kIsWare}};
  return roles;
}

const std::map<std::string, Phrase::Reach>& Reaches() {
  using Reach = Phrase::Reach;
  static const auto& reaches = *new std::map<std::string, Reach>{
      {"subject", Reach::kSubject}, {"other", Reach::kOther},     {"former", Reach::kFormer},
      {"latter", Reach::kLatter},   {"group", Reach::kGroup},     {"definite", Reach::kDefinite},
      {"bare", Reach::kBare},       {"speaker", Reach::kSpeaker}, {"self", Reach::kSelf},
      {"title", Reach::kTitle}};
  return reaches;
}

const std::map<std::string, EntityType>& Types() {
  static const auto& types =
      *new std::map<std::string, EntityType>{{"PERSON", EntityType::kPerson},
                                             {"ORGANIZATION", EntityType::kOrganization},
                                             {"UNIT", EntityType::kUnit},
                                             {"PRODUCT", EntityType::kProduct}};
  return types;
}

}  // namespace

// Fills a NameLexicon, file by file, and remembers the first error.
class NameLexiconReader {
 public:
  NameLexiconReader(const DataDirectory& data, NameLexicon* lexicon) : data_(data), lexicon_(*lexicon) {}

  absl::Status Read() {
    Surnames();
    CharacterScores("given_characters.tsv", &NameLexicon::Character::given);
    CharacterScores("transliteration_characters.tsv", &NameLexicon::Character::transliteration);
    Phrases("titles.tsv", Phrase::Kind::kTitle, "title", "kind", "");
    Phrases("title_modifiers.tsv", Phrase::Kind::kModifier, "word", "kind", "");
    Phrases("organization_suffixes.tsv", Phrase::Kind::kSuffix, "suffix", "strength", "type");
    Phrases("nominals.tsv", Phrase::Kind::kNominal, "word", "kind", "types");
    Phrases("descriptions.tsv", Phrase::Kind::kPart, "word", "kind", "");
    Phrases("name_connectors.tsv", Phrase::Kind::kConnector, "word", "kind", "");
    Predicates();
    Entities();
    LatinTerms();
    LatinGivenNames();
    Rows("media.tsv", false,
         [this](const Table& table, int row) { lexicon_.sources_.insert(Decode(Cell(table, row, "name"))); });
    Words();
    if (status_.ok()) lexicon_.automaton_ = Automaton::Build(words_);
    return status_;
  }

 private:
  using Visit = std::function<void(const Table&, int row)>;

  void Fail(const Table& table, int row, absl::string_view what) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(absl::StrCat(table.Where(row), ": ", what));
  }

  std::vector<const Table*> Tables(const std::string& file, bool required) {
    auto tables = data_.Find(file);
    if (tables.ok()) return *tables;
    if (required && status_.ok()) status_ = tables.status();
    return {};
  }

  void Rows(const std::string& file, bool required, const Visit& visit) {
    for (const Table* table : Tables(file, required)) {
      for (int row = 0; row < table->size() && status_.ok(); ++row) visit(*table, row);
    }
  }

  absl::string_view Cell(const Table& table, int row, absl::string_view column) {
    auto index = table.Column(column);
    if (index.ok()) return table.Cell(row, *index);
    if (status_.ok()) status_ = index.status();
    return "";
  }

  static absl::string_view Optional(const Table& table, int row, absl::string_view column) {
    auto index = table.Column(column);
    return index.ok() ? table.Cell(row, *index) : absl::string_view();
  }

  static std::u32string Decode(absl::string_view utf8) { return DecodeUtf8(utf8).value_or(U""); }

  void Scores(const std::string& file, absl::string_view word, absl::string_view score,
              const std::function<void(const std::u32string&, double)>& take) {
    Rows(file, true, [&](const Table& table, int row) {
      double value = 0;
      if (!absl::SimpleAtod(Cell(table, row, score), &value)) Fail(table, row, "not a number");
      take(Decode(Cell(table, row, word)), value);
    });
  }

  // Of a character of the basic plane; nullptr for others.
  NameLexicon::Character* At(char32_t c) {
    return c > 0 && c < lexicon_.characters_.size() ? &lexicon_.characters_[c] : nullptr;
  }

  void Surnames() {
    Scores("surnames.tsv", "surname", "weight", [this](const std::u32string& word, double weight) {
      NameLexicon::Character* first = word.empty() ? nullptr : At(word[0]);
      if (word.size() == 1 && first != nullptr) {
        first->surname = static_cast<float>(weight);
        return;
      }
      lexicon_.compound_surnames_[word] = static_cast<float>(weight);
      NameLexicon::Character* second = word.size() > 1 ? At(word[1]) : nullptr;
      if (first != nullptr) first->starts_compound = true;
      if (second != nullptr) second->ends_compound = true;
    });
  }

  void CharacterScores(const std::string& file, float NameLexicon::Character::*field) {
    Scores(file, "character", "score", [this, field](const std::u32string& word, double score) {
      NameLexicon::Character* character = word.size() == 1 ? At(word[0]) : nullptr;
      if (character != nullptr) character->*field = static_cast<float>(score);
      const bool sounds = field == &NameLexicon::Character::transliteration;
      if (sounds && word.size() == 2) lexicon_.sound_pairs_[{word[0], word[1]}] = static_cast<float>(score);
    });
  }

  void AddPhrase(const std::u32string& word, const Phrase& phrase) {
    words_.push_back({word, static_cast<int>(lexicon_.phrases_.size())});
    lexicon_.phrases_.push_back(phrase);
  }

  TypeSet TypesOf(const Table& table, int row, const std::string& column) {
    TypeSet types;
    auto index = table.Column(column);
    if (!index.ok()) return types;
    for (const std::string& name : table.List(row, *index)) {
      auto type = Types().find(name);
      if (type == Types().end()) {
        Fail(table, row, "unknown type");
      } else {
        types = types | type->second;
      }
    }
    return types;
  }

  void Phrases(const std::string& file, Phrase::Kind kind, absl::string_view word, absl::string_view role,
               const std::string& type) {
    Rows(file, true, [&, this](const Table& table, int row) {
      Phrase phrase{kind};
      auto found = Roles().find(std::string(Cell(table, row, role)));
      if (found == Roles().end()) return Fail(table, row, "unknown kind or strength");
      phrase.role = found->second;
      if (!type.empty()) phrase.types = TypesOf(table, row, type);
      if (kind == Phrase::Kind::kTitle) {
        phrase.risky = !Optional(table, row, "risk").empty();
        if (!absl::SimpleAtoi(Cell(table, row, "rank"), &phrase.rank)) Fail(table, row, "rank is no number");
      }
      if (kind == Phrase::Kind::kNominal) ReadNominal(table, row, &phrase);
      const std::u32string text = Decode(Cell(table, row, word));
      if (kind == Phrase::Kind::kSuffix) AddEnding(text, phrase);
      AddPhrase(text, phrase);
    });
  }

  void AddEnding(std::u32string text, const Phrase& phrase) {
    if (!phrase.types.Has(EntityType::kOrganization)) return;
    std::transform(text.begin(), text.end(), text.begin(), ToLower);
    NameLexicon::Ending& ending = lexicon_.endings_[text];
    ending.legal |= phrase.role == Phrase::Role::kLegal;
    ending.weak |= phrase.role == Phrase::Role::kWeak;
  }

  void ReadNominal(const Table& table, int row, Phrase* phrase) {
    phrase->plural = Cell(table, row, "number") == "plural";
    auto reach = Reaches().find(std::string(Cell(table, row, "reach")));
    if (reach == Reaches().end()) return Fail(table, row, "unknown reach");
    phrase->reach = reach->second;
  }

  void Entities() {
    std::map<std::string, int> index;
    std::vector<std::pair<int, std::string>> owners;
    Rows("entities.tsv", false, [&](const Table& table, int row) {
      auto type = Types().find(std::string(Cell(table, row, "type")));
      if (type == Types().end()) return Fail(table, row, "unknown type");
      KnownEntity entity{std::string(Cell(table, row, "id")), type->second,
                         std::string(Cell(table, row, "name")),
                         table.List(row, table.Column("aliases").value_or(0))};
      const int number = static_cast<int>(lexicon_.entities_.size());
      index[entity.id] = number;
      owners.emplace_back(number, Cell(table, row, "owner"));
      const Phrase phrase{Phrase::Kind::kEntity, Phrase::Role::kNone, entity.type, number};
      const auto words_column = table.Column("words");
      const std::vector<std::string> words =
          words_column.ok() ? table.List(row, *words_column) : std::vector<std::string>();
      AddEntityName(entity.name, phrase, words);
      for (const std::string& alias : entity.aliases) {
        if (alias != entity.name) AddEntityName(alias, phrase, words);
      }
      lexicon_.entities_.push_back(std::move(entity));
    });
    // A name of several entities may be of all their types.
    for (Phrase& phrase : lexicon_.phrases_) {
      if (phrase.kind != Phrase::Kind::kEntity) continue;
      for (int entity : lexicon_.EntitiesNamed(words_[&phrase - lexicon_.phrases_.data()].text)) {
        phrase.types = phrase.types | lexicon_.entities_[entity].type;
      }
    }
    for (const auto& [number, owner] : owners) {
      auto found = index.find(owner);
      if (found != index.end()) lexicon_.entities_[number].owner = found->second;
    }
  }

  void AddEntityName(const std::string& name, Phrase phrase, const std::vector<std::string>& words) {
    const std::u32string text = Decode(name);
    phrase.risky = std::find(words.begin(), words.end(), name) != words.end();
    AddPhrase(text, phrase);
    lexicon_.entities_by_name_[text].push_back(phrase.entity);
  }

  void Predicates() {
    using Word = NameLexicon::PredicateWord;
    static const auto& kinds = *new std::map<absl::string_view, Word>{{"holds", Word::kHolds},
                                                                      {"held", Word::kHeld},
                                                                      {"past", Word::kPast},
                                                                      {"aside", Word::kAside},
                                                                      {"within", Word::kWithin}};
    Rows("predicates.tsv", true, [&, this](const Table& table, int row) {
      const auto kind = kinds.find(Cell(table, row, "kind"));
      if (kind == kinds.end()) return Fail(table, row, "unknown kind");
      lexicon_.predicates_[Decode(Cell(table, row, "word"))] = kind->second;
    });
  }

  void LatinTerms() {
    Rows("latin_terms.tsv", false, [this](const Table& table, int row) {
      AddPhrase(Decode(Cell(table, row, "word")), {Phrase::Kind::kLatinTerm});
    });
  }

  void LatinGivenNames() {
    Rows("latin_given_names.tsv", false, [this](const Table& table, int row) {
      AddPhrase(Decode(Cell(table, row, "name")), {Phrase::Kind::kGivenName});
    });
  }

  void Words() {
    if (!status_.ok()) return;
    std::vector<const Table*> tables = Tables("words.tsv", true);
    for (const Table* table : Tables("news_words.tsv", false)) tables.push_back(table);
    auto vocabulary = Vocabulary::Load(tables);
    if (!status_.ok()) return;
    if (!vocabulary.ok()) {
      status_ = vocabulary.status();
    } else {
      lexicon_.vocabulary_ = *std::move(vocabulary);
    }
  }

  const DataDirectory& data_;
  NameLexicon& lexicon_;
  std::vector<Automaton::Word> words_;
  absl::Status status_;
};

absl::StatusOr<NameLexicon> NameLexicon::Load(const DataDirectory& data) {
  NameLexicon lexicon;
  absl::Status status = NameLexiconReader(data, &lexicon).Read();
  if (!status.ok()) return status;
  ANNALS_ASSIGN_OR_RETURN(lexicon.focus_weights_, LoadFocusWeights(data));
  ANNALS_ASSIGN_OR_RETURN(lexicon.investor_endings_, LoadInvestorEndings(data));
  ANNALS_ASSIGN_OR_RETURN(lexicon.unlisted_weights_, LoadUnlistedWeights(data));
  return lexicon;
}

const std::vector<int>& NameLexicon::EntitiesNamed(std::u32string_view name) const {
  static const std::vector<int>& none = *new std::vector<int>;
  auto found = entities_by_name_.find(name);
  return found == entities_by_name_.end() ? none : found->second;
}

const NameLexicon::Ending* NameLexicon::OrganizationEnding(std::u32string_view word) const {
  const auto found = endings_.find(word);
  return found == endings_.end() ? nullptr : &found->second;
}

NameLexicon::PredicateWord NameLexicon::Predicate(std::u32string_view word) const {
  const auto found = predicates_.find(word);
  return found == predicates_.end() ? PredicateWord::kNone : found->second;
}

double NameLexicon::TransliterationScore(char32_t c, char32_t next) const {
  const auto found = sound_pairs_.find({c, next});
  return found == sound_pairs_.end() ? TransliterationScore(c) : found->second;
}

double NameLexicon::CompoundSurnameWeight(std::u32string_view word) const {
  if (word.size() < 2 || !Of(word[0]).starts_compound || !Of(word[1]).ends_compound) return 0;
  auto found = compound_surnames_.find(word);
  return found == compound_surnames_.end() ? 0 : found->second;
}

}  // namespace annals
